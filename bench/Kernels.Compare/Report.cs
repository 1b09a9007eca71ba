using Kernels.Yardsticks;
using Kernels.Yardsticks.Contenders;
using Kernels.Yardsticks.Publishing;
using Kernels.Yardsticks.Racing;
using Kernels.Yardsticks.Results;
using Spectre.Console;

namespace Kernels.Compare;

/// <summary>The tables.</summary>
internal static class Report
{
    public static void Race(IAnsiConsole console, IReadOnlyList<ComparisonRow> rows)
    {
        var first = rows[0];
        var table = new Table
        {
            Title = new TableTitle($"{first.Operation}, {first.Precision}, {first.Length} elements, {Interval.TitleOf(first.Interval)}"),
            Border = TableBorder.Rounded,
        };
        table.AddColumn("contender");
        string error = first.Operation == "heart" ? "error: x ULP, y ULP of 17" : "largest error, ULP";
        foreach (string column in (string[])["best ns", "median ns", "of Kernels", error])
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var row in rows.OrderBy(row => row.MedianNanoseconds))
        {
            table.AddRow(
                Markup.Escape(row.Contender),
                Figures.Number(row.BestNanoseconds),
                Figures.Number(row.MedianNanoseconds),
                Figures.Ratio(row.OfKernels),
                first.Operation == "heart"
                    ? $"{Figures.Ulp(row.FirstError)}, {Figures.Ulp(row.SecondError)}"
                    : Figures.Ulp(row.LargestError));
        }

        console.Write(table);
    }

    public static void Limits(IAnsiConsole console, Comparison comparison)
    {
        var limits = comparison.Limits;
        console.WriteLine($"Machine: {comparison.Cpu}, {comparison.Cores} cores, {comparison.VectorBits} bits, {comparison.Runtime}");
        console.WriteLine($"Versions: {string.Join("; ", comparison.Versions ?? [])}");
        console.WriteLine($"Fused multiply-adds: {Figures.Number(limits.FusedMultiplyAddsPerNanosecond)} doubles a nanosecond, one core");
        string copyOneCore = Figures.Number(limits.CopyOneCore), copyAllCores = Figures.Number(limits.CopyAllCores);
        console.WriteLine($"Streaming, one array in and two out: {copyOneCore} ns an element on one core, {copyAllCores} on all");
        foreach (var row in comparison.Rows.Where(row => row is { Contender: "Kernels" or "Kernels, all cores", Precision: "double" }))
        {
            var (fused, stream) = Bounds(row, comparison);
            List<string> distances = [];
            if (fused is { } least)
                distances.Add($"{Figures.Number(row.MedianNanoseconds / least)}× the multiply-add bound of {Figures.Number(least)} ns");
            if (stream is { } bound)
                distances.Add($"{Figures.Number(row.MedianNanoseconds / bound)}× the streaming bound");
            if (distances.Count > 0)
                console.WriteLine($"{Title(row)}: {string.Join(", ", distances)}");
        }

        Intervals(console, comparison);

        foreach (string missing in comparison.Missing)
            console.WriteLine($"Not compared: {missing}");
    }

    // What other arguments cost: of rounds that take turns, so that the ratio is that of one machine in one mood.
    private static void Intervals(IAnsiConsole console, Comparison comparison)
    {
        var races = comparison.Rows
            .Where(row => row.Contender is "Kernels" or OursCorrectlyRounded.Title)
            .GroupBy(row => (row.Contender, row.Operation, row.Precision, row.Length));
        foreach (var rows in races)
        {
            foreach (var row in rows.Skip(1))
            {
                string ratio = Figures.Ratio(row.MedianNanoseconds / rows.First().MedianNanoseconds);
                console.WriteLine($"{Title(row)}: {ratio} the time of {Interval.TitleOf(rows.First().Interval)}");
            }
        }
    }

    private static string Title(ComparisonRow row) =>
        $"{row.Contender}, {row.Operation}, {row.Precision}, {row.Length} elements, {Interval.TitleOf(row.Interval)}";

    // Streaming bounds arrays that leave the caches, and it has been measured with two outputs. A short call stays on one core.
    private static (double? Fused, double? Stream) Bounds(ComparisonRow row, Comparison comparison)
    {
        bool spreads = row.AllCores && row.Length > Plan.LongLength;
        double? fused = OperationCounts.Bound(row.Operation, comparison.Limits) / (spreads ? comparison.Cores : 1);
        double stream = spreads ? comparison.Limits.CopyAllCores : comparison.Limits.CopyOneCore;
        return (fused, row.Length > Plan.LongLength && row.Operation is "sincos" or "heart" ? stream : null);
    }
}
