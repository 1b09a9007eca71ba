using Kernels.Cli.Commands;
using Kernels.Lanes;

namespace Kernels.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        // A library that is loaded before the program may have its threads flush subnormal numbers: not those of this program.
        _ = new FloatingPointEnvironment().TryReplaceByDefault();
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
