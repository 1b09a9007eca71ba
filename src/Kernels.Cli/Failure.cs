namespace Kernels.Cli;

/// <summary>The one place where an exception becomes a line on standard error and an exit code.</summary>
internal static class Failure
{
    public static int Report(Exception exception)
    {
        var (line, code) = exception switch
        {
            OperationCanceledException => ("Cancelled.", ExitCode.Cancelled),
            UsageException => ($"kernels: {exception.Message}; see kernels --help", ExitCode.Usage),
            IOException or UnauthorizedAccessException => ($"kernels: {exception.Message}", ExitCode.Failure),
            OutOfMemoryException => ("kernels: not enough memory", ExitCode.Failure),
            _ => ($"kernels: unexpected {exception.GetType().Name}: {exception.Message}", ExitCode.Failure),
        };

        // Messages of the libraries may have several lines.
        Console.Error.WriteLine(line.ReplaceLineEndings(" "));
        return code;
    }
}
