using Kernels.Accuracy.Measuring;
using Kernels.Yardsticks;
using Kernels.Yardsticks.Publishing;
using Kernels.Yardsticks.Results;
using Spectre.Console;

namespace Kernels.Accuracy.Output;

/// <summary>The result for people.</summary>
internal static class Report
{
    // The least share of all errors that a bar of that height stands for; less than the first, but not none, is a dot.
    private static readonly (double Share, char Bar)[] Bars =
        [(0.5, '█'), (0.1, '▆'), (0.01, '▄'), (0.001, '▂'), (0.0001, '▁'), (double.Epsilon, '.')];

    public static void CrossChecked(IAnsiConsole console, long arguments) => console.WriteLine(arguments == 0
        ? "libmpfr is missing: apt-get install libmpfr6"
        : Invariant($"reference agrees with MPFR on {arguments:N0} arguments"));

    public static void Print(IAnsiConsole console, AccuracyResult result, IReadOnlyList<Quantity> quantities)
    {
        console.WriteLine(Invariant($"{result.Cpu}, {result.VectorBits} bits, {result.Runtime}, seed {result.Seed}"));
        foreach (string missing in result.Missing)
            console.WriteLine($"not measured: {missing}");
        foreach (var quantity in quantities)
        {
            var rows = result.Rows.Where(row => row.Function == quantity.Operation.Name && row.Output == quantity.Name);
            foreach (var table in rows.GroupBy(row => row.Interval))
                console.Write(Table(quantity, table.Key, [.. table.OrderBy(row => row.Largest).ThenBy(row => row.Mean)]));
        }

        string edges = string.Join(", ", result.HistogramEdges.Select(edge => Invariant($"{edge:0.####}")));
        console.WriteLine(
            $"Histogram: shares of errors up to {edges} and beyond; █ half and more, ▆ 10 %, ▄ 1 %, ▂ 0.1 %, ▁ 0.01 %, . less, - none.");
    }

    private static Table Table(Quantity quantity, string interval, IReadOnlyList<AccuracyRow> rows)
    {
        var precision = rows[0].Precision == Precision.Double.Name() ? Precision.Double : Precision.Single;
        string what = $"{quantity.Title}, {rows[0].Precision}, {interval}";
        string errors = $"errors in {quantity.Output.Unit}, declared bound {quantity.Output.BoundIn(precision)}";
        var table = new Table().RoundedBorder().Title($"{what}: {errors}").AddColumn("contender");
        foreach (string column in (string[])["tried", "largest", "at", "mean", "correctly rounded"])
            _ = table.AddColumn(column, settings => settings.RightAligned().NoWrap());
        _ = table.AddColumn("histogram", settings => settings.NoWrap());
        foreach (var row in rows)
        {
            _ = table.AddRow(
                row.Contender,
                Invariant($"{row.Tried:N0}"),
                row.NonFinite > 0 ? Invariant($"infinite, {row.NonFinite:N0} times") : Figures.Ulp(row.Largest),
                row.LargestAt,
                row.NonFinite > 0 ? "infinite" : Figures.Ulp(row.Mean),
                Invariant($"{row.CorrectlyRounded * 100:F3} %"),
                string.Concat(row.Histogram.Select(count => Bar((double)count / row.Tried))));
        }

        return table;
    }

    private static char Bar(double share)
    {
        foreach (var (least, bar) in Bars)
        {
            if (share >= least)
                return bar;
        }

        return '-';
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
