using Kernels.Accuracy.Measuring;

namespace Kernels.Accuracy;

/// <summary>The one place where an exception becomes a line on standard error and an exit code.</summary>
internal static class Failure
{
    public static int Report(Exception exception)
    {
        var (message, code) = exception switch
        {
            OperationCanceledException => ("cancelled", ExitCode.Cancelled),
            UsageException => ($"{exception.Message}; see --help", ExitCode.Usage),
            IOException or UnauthorizedAccessException or InvalidDataException or ReferenceException => (exception.Message, ExitCode.Failure),

            // Parallel loops and native libraries show the cause only inside another exception.
            _ => ($"unexpected {exception.GetBaseException().GetType().Name}: {exception.GetBaseException().Message}", ExitCode.Failure),
        };
        try
        {
            Console.Error.WriteLine($"accuracy: {message.ReplaceLineEndings(" ")}");
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // Nobody is left to tell; the exit code remains.
        }

        return code;
    }
}
