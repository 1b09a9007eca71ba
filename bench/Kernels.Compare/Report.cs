using Kernels.Yardsticks;
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
            string times = Figures.Number(row.MedianNanoseconds / fused);
            string distance = $"{times}× the multiply-add bound of {Figures.Number(fused)} ns";
            if (stream is { } bound)
                distance += $", {Figures.Number(row.MedianNanoseconds / bound)}× the streaming bound";
            console.WriteLine($"{row.Contender}, {row.Operation}, {row.Length} elements, {Interval.TitleOf(row.Interval)}: {distance}");
        }

        foreach (string missing in comparison.Missing)
            console.WriteLine($"Not compared: {missing}");
    }

    // Streaming bounds arrays that leave the caches, and it has been measured with two outputs. A short call stays on one core.
    private static (double Fused, double? Stream) Bounds(ComparisonRow row, Comparison comparison)
    {
        bool spreads = row.AllCores && row.Length > Plan.LongLength;
        double fused = OperationCounts.Bound(row.Operation, comparison.Limits) / (spreads ? comparison.Cores : 1);
        double stream = spreads ? comparison.Limits.CopyAllCores : comparison.Limits.CopyOneCore;
        return (fused, row.Length > Plan.LongLength && row.Operation is "sincos" or "heart" ? stream : null);
    }
}
