using Kernels.Yardsticks.CommandLine;
using Kernels.Yardsticks.Results;

namespace Kernels.Compare;

/// <summary>Runs the races, prints, writes.</summary>
internal static class Job
{
    public static int Run(Request request, CancellationToken token)
    {
        using var file = request.OutFile is { } name ? new OutputFile(name) : null;
        var console = Display.Console;
        var comparison = Stages.Run(console, Display.ShowsProgress(request.Json), stages => new Comparer(request.Plan, token).Run(
            stages.Begin("races", request.Plan.Races.Count() * Comparer.PartsOfRace),
            rows =>
            {
                if (!request.Json)
                    Report.Race(console, rows);
            }));
        if (request.Json)
            Console.WriteLine(ResultFiles.ToJson(comparison));
        else
            Report.Limits(console, comparison);
        file?.Complete(ResultFiles.ToJson(comparison));
        return ExitCode.Success;
    }
}
