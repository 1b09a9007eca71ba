using System.CommandLine;
using System.Runtime.InteropServices;

namespace Kernels.Accuracy;

internal static class Program
{
    private static int Main(string[] args)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        try
        {
            var parsed = new Options().Command(request => Job.Run(request, cancellation.Token)).Parse(args);
            if (parsed.Errors is [var error, ..])
                throw new UsageException(error.Message.TrimEnd('.'));
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception exception)
        {
            return Failure.Report(exception);
        }

        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            cancellation.Cancel();
        }
    }
}
