using Kernels.Yardsticks.CommandLine;
using Kernels.Yardsticks.Publishing;
using Kernels.Yardsticks.Results;
using Spectre.Console;

namespace Kernels.Scaling;

/// <summary>Answers the questions, prints, writes.</summary>
internal static class Job
{
    public static int Run(Request request, CancellationToken token)
    {
        using var file = request.OutFile is { } name ? new OutputFile(name) : null;
        var console = Display.Console;
        var result = ScalingResult.OfThisMachine(Stages.Run(console, Display.ShowsProgress(request.Json), stages =>
        {
            var progress = stages.Begin("questions", request.Sections.Count);
            var answers = new List<ScalingAnswer>();
            foreach (var section in request.Sections)
            {
                var rows = section.Measure(request.Length, token);
                answers.Add(new(section.Title, rows));
                if (!request.Json)
                    Print(console, section, rows);
                progress.Report(answers.Count);
            }

            return answers;
        }));
        if (request.Json)
            Console.WriteLine(result.ToJson());
        else
            console.WriteLine($"Machine: {result.Cpu}, {result.Cores} cores, {result.VectorBits} bits, {result.Runtime}");
        file?.Complete(result.ToJson());
        return ExitCode.Success;
    }

    private static void Print(IAnsiConsole console, Section section, IReadOnlyList<ScalingRow> rows)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(section.Title)), Border = TableBorder.Rounded };
        table.AddColumn("");
        foreach (string column in (string[])["best", "median", "ratio"])
            table.AddColumn(new TableColumn(column).RightAligned());
        table.AddColumn("of");
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Name),
                $"{Figures.Number(row.Best)} {row.Unit}",
                $"{Figures.Number(row.Median)} {row.Unit}",
                row.Ratio is { } ratio ? $"{Figures.Number(ratio)}×" : "",
                Markup.Escape(row.Of ?? ""));
        }

        console.Write(table);
    }
}
