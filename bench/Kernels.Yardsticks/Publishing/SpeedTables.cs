using Kernels.Yardsticks.Contenders;
using Kernels.Yardsticks.Results;

namespace Kernels.Yardsticks.Publishing;

/// <summary>Tables of a comparison. Losses stand in them like wins.</summary>
public static class SpeedTables
{
    // What the first tables are of; functions have one of their own.
    private static readonly string[] Operations = ["sin", "cos", "sincos", "heart"];

    // Of native libraries, at the widest vectors.
    private static readonly string[] Peers =
        [OursCorrectlyRounded.Title, "SLEEF 1.0 ULP", "SLEEF 3.5 ULP", "libmvec", "TensorPrimitives", "Math, a loop"];

    /// <summary>All contenders at all operations in double precision, and at sine and cosine together in single precision.</summary>
    public static string Summary(Comparison comparison)
    {
        var all = OfOneCore(comparison).Where(row => !IsForcedWidth(row.Contender) && Operations.Contains(row.Operation)).ToList();
        var rows = all.Where(row => row.Precision == "double").ToList();
        var lines = new List<string>();
        lines.Add($"{OnOneCore(comparison, rows[0])}: nanoseconds an element (the median), the largest error of the double sincos beside.");
        lines.Add("");
        lines.Add($"| contender | {string.Join(" | ", Operations)} | sincos, float | largest error, ULP |");
        lines.Add($"|---|{string.Concat(Operations.Select(_ => "---:|"))}---:|---:|");
        foreach (var contender in ByContender(rows, row => row.MedianNanoseconds))
        {
            ComparisonRow? Of(string operation) => contender.FirstOrDefault(row => row.Operation == operation);
            var cells = Operations.Select(operation => Of(operation) is { } row ? Figures.Number(row.MedianNanoseconds) : "–");
            var ofFloats = all.FirstOrDefault(row => (row.Precision, row.Operation, row.Contender) == ("float", "sincos", contender.Key));
            string single = ofFloats is null ? "–" : Figures.Number(ofFloats.MedianNanoseconds);
            string error = Of("sincos") is { } sincos ? Figures.Ulp(sincos.LargestError) : "–";
            lines.Add($"| {contender.Key} | {string.Join(" | ", cells)} | {single} | {error} |");
        }

        return string.Join('\n', lines);
    }

    /// <summary>How many times as long as the library all contenders take at all operations, on one core.</summary>
    public static string Ratios(Comparison comparison)
    {
        var rows = OfOneCore(comparison).Where(row => Operations.Contains(row.Operation)).ToList();
        var races = rows.Select(row => (row.Operation, row.Precision)).Distinct().ToList();
        var lines = new List<string>();
        lines.Add(Invariant($"{OnOneCore(comparison, rows[0])}: how many times as long as Kernels."));
        lines.Add("");
        var titles = races.Select(race => race.Precision == "double" ? race.Operation : $"{race.Operation}, {race.Precision}");
        lines.Add($"| contender | {string.Join(" | ", titles)} |");
        lines.Add($"|---|{string.Concat(races.Select(_ => "---:|"))}");
        foreach (var contender in ByContender(rows, row => row.OfKernels))
        {
            ComparisonRow? In((string, string) race) => contender.FirstOrDefault(row => (row.Operation, row.Precision) == race);
            var cells = races.Select(race => In(race) is { } row ? Figures.Ratio(row.OfKernels) : "–");
            lines.Add($"| {contender.Key} | {string.Join(" | ", cells)} |");
        }

        return string.Join('\n', lines);
    }

    /// <summary>A row for each race of a function on one core: our time, and how many times as long the peers take.</summary>
    public static string Functions(Comparison comparison)
    {
        int length = comparison.Rows[0].Length;
        var rows = comparison.Rows.Where(row => !row.AllCores && row.Operation != "heart" && row.Length == length).ToList();
        var peers = Peers
            .Select(peer => rows.Select(row => row.Contender).FirstOrDefault(name => name.StartsWith(peer, StringComparison.Ordinal)))
            .OfType<string>().ToList();
        string machine = Invariant($"{comparison.Cpu}, {comparison.VectorBits} bits, one core, {length} elements");
        List<string> lines =
        [
            $"{machine}, {comparison.Day}: nanoseconds an element (the median), and how many times as long as Kernels.",
            "",
            $"| function | Kernels | {string.Join(" | ", peers)} |",
            $"|---|---:|{string.Concat(peers.Select(_ => "---:|"))}",
        ];
        lines.AddRange(rows.GroupBy(row => (row.Operation, row.Precision, row.Interval)).Select(race =>
        {
            var ours = race.FirstOrDefault(row => row.Contender == "Kernels");
            string times = ours is null ? "–" : Figures.Number(ours.MedianNanoseconds);
            var cells = peers.Select(peer => Figures.Ratio(race.FirstOrDefault(row => row.Contender == peer)?.OfKernels ?? 0));
            string title = $"{race.Key.Operation}, {race.Key.Precision}, {Interval.TitleOf(race.Key.Interval)}";
            return $"| {title} | {times} | {string.Join(" | ", cells)} |";
        }));
        return string.Join('\n', lines);
    }

    /// <summary>Every row of a comparison, and the machine's limits.</summary>
    public static string Full(Comparison comparison)
    {
        var limits = comparison.Limits;
        var lines = new List<string>();
        string machine = Invariant($"{comparison.Cpu}, {comparison.Cores} cores, {comparison.VectorBits} bits, {comparison.Runtime}");
        string fused = Figures.Number(limits.FusedMultiplyAddsPerNanosecond);
        string copyOneCore = Figures.Number(limits.CopyOneCore), copyAllCores = Figures.Number(limits.CopyAllCores);
        lines.Add($"{machine}, {comparison.Day}. One core multiplies and adds {fused} doubles a nanosecond; "
            + $"streaming one array in and two out takes {copyOneCore} ns an element on one core and {copyAllCores} on all.");
        if (comparison.Versions is { } versions)
            lines.AddRange(["", $"{string.Join("; ", versions)}."]);
        foreach (string missing in comparison.Missing)
            lines.AddRange(["", $"Not compared: {missing}."]);
        lines.Add("");
        lines.Add("| operation | contender | best ns | median ns | of Kernels | largest error, ULP |");
        lines.Add("|---|---|---:|---:|---:|---:|");
        foreach (var race in comparison.Rows.GroupBy(row => (row.Precision, row.Operation, row.Interval, row.Length)))
        {
            foreach (var row in race.OrderBy(row => row.MedianNanoseconds))
            {
                string error = row.Operation == "heart"
                    ? $"x {Figures.Ulp(row.FirstError)}, y {Figures.Ulp(row.SecondError)} of 17"
                    : Figures.Ulp(row.LargestError);
                string what = Invariant($"{row.Operation}, {row.Precision}, {row.Length}, {row.Interval}");
                string times = $"{Figures.Number(row.BestNanoseconds)} | {Figures.Number(row.MedianNanoseconds)}";
                lines.Add($"| {what} | {row.Contender} | {times} | {Figures.Ratio(row.OfKernels)} | {error} |");
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Whether a contender is the library at a width that it would not choose.</summary>
    public static bool IsForcedWidth(string contender) =>
        contender.StartsWith("Kernels, ", StringComparison.Ordinal) && contender.EndsWith(" bits", StringComparison.Ordinal);

    // At the first length and interval, if there are several.
    private static List<ComparisonRow> OfOneCore(Comparison comparison)
    {
        var first = comparison.Rows[0];
        return [.. comparison.Rows.Where(row => !row.AllCores && (row.Length, row.Interval) == (first.Length, first.Interval))];
    }

    private static string OnOneCore(Comparison comparison, ComparisonRow row)
    {
        string interval = Interval.TitleOf(row.Interval);
        return Invariant(
            $"{comparison.Cpu}, {comparison.VectorBits} bits, one core, {row.Length} elements in {interval}, {comparison.Day}");
    }

    // The fastest at sine and cosine together first.
    private static IEnumerable<IGrouping<string, ComparisonRow>> ByContender(
        IEnumerable<ComparisonRow> rows, Func<ComparisonRow, double> time) => rows
        .GroupBy(row => row.Contender)
        .OrderBy(group => group.Where(row => row.Operation == "sincos").Select(time).FirstOrDefault(double.MaxValue));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
