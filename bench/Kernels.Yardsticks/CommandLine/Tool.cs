using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using Kernels.Cli;
using Kernels.Cli.Commands;

namespace Kernels.Yardsticks.CommandLine;

/// <summary>
/// The manners of the tools: an interrupt cancels, what went wrong is one line on standard error, the exit code tells the shell.
/// </summary>
public static class Tool
{
    /// <param name="name">Before the line that says what went wrong.</param>
    /// <param name="args">The command line.</param>
    /// <param name="command">Makes the command; the token is cancelled by an interrupt.</param>
    public static int Run(string name, string[] args, Func<CancellationToken, RootCommand> command)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        try
        {
            RootCommand root = command(cancellation.Token);
            HelpWidth.Widen(root);
            var parsed = root.Parse(args);

            // A mistyped word explains what else is said to be missing.
            if (parsed.UnmatchedTokens is [var unknown, ..])
                throw new UsageException($"there is no option, command or value '{unknown}' here");
            if (parsed.Errors is [var error, ..])
                throw new UsageException(error.Message.TrimEnd('.'));
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception exception)
        {
            return Report(name, exception);
        }

        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            cancellation.Cancel();
        }
    }

    private static int Report(string name, Exception exception)
    {
        var (message, code) = exception switch
        {
            OperationCanceledException => ("cancelled", ExitCode.Cancelled),
            UsageException => ($"{exception.Message}; see --help", ExitCode.Usage),
            IOException or UnauthorizedAccessException or InvalidDataException or JsonException => (exception.Message, ExitCode.Failure),

            // Parallel loops and native libraries show the cause only inside another exception.
            _ => ($"unexpected {exception.GetBaseException().GetType().Name}: {exception.GetBaseException().Message}", ExitCode.Failure),
        };
        try
        {
            Console.Error.WriteLine($"{name}: {message.ReplaceLineEndings(" ")}");
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // Nobody is left to tell; the exit code remains.
        }

        return code;
    }
}
