using Kernels.Yardsticks.Results;
using Spectre.Console;

namespace Kernels.Compare;

/// <summary>Runs the races, prints, writes.</summary>
internal static class Job
{
    /// <summary>Wide enough for every table where there is no terminal to ask.</summary>
    private const int WidthOfFile = 160;

    public static int Run(Request request, CancellationToken token)
    {
        using var file = request.OutFile is { } name ? new OutputFile(name) : null;
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
            console.Profile.Width = WidthOfFile;
        bool showProgress = !request.Json && !Console.IsOutputRedirected && console.Profile.Capabilities.Ansi;
        var comparison = Stages.Run(console, showProgress, stages => new Comparer(request.Plan, token).Run(
            stages.Begin("races", request.Plan.Races.Count()),
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
