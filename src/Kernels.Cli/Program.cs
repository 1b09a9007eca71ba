using Kernels.Cli.Commands;

namespace Kernels.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        try
        {
            return CommandLine.Run(args);
        }
        catch (Exception exception)
        {
            return Failure.Report(exception);
        }
    }
}
