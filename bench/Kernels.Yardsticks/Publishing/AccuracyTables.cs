using System.Globalization;
using Kernels.Yardsticks.Results;

namespace Kernels.Yardsticks.Publishing;

/// <summary>Tables of an accuracy report: the largest error of each contender, in ULP (the heart's y: ULP of 17).</summary>
public static class AccuracyTables
{
    private const string Ours = "Kernels";

    private const string Hard = "hard";

    // What the first table is of; functions have one of their own.
    private static readonly (string Function, string Output)[] Columns = [("sin", "sin"), ("cos", "cos"), ("heart", "x"), ("heart", "y")];

    /// <summary>A row for each contender: over all intervals, and on the hard cases alone.</summary>
    public static string Summary(AccuracyResult result)
    {
        var rows = result.Rows.Where(row => row.Precision == "double" && Columns.Contains((row.Function, row.Output))).ToList();
        string samples = result.Samples.ToString("#,##0", CultureInfo.InvariantCulture);
        List<string> lines =
        [
            $"Largest error in ULP (y: ULP of 17), {samples} arguments an interval, "
                + $"{result.Cpu}, {result.VectorBits} bits, {result.Day}.",
            "",
            "| contender | sin | cos | sin, hard cases | cos, hard cases | heart x | heart y |",
            "|---|---:|---:|---:|---:|---:|---:|",
        ];
        lines.AddRange(rows.GroupBy(row => row.Contender).Select(contender =>
        {
            string Of(string function, string output, bool hard) => Figures.Ulp(contender
                .Where(row => row.Function == function && row.Output == output && row.Interval == Hard == hard)
                .Select(row => row.Largest).DefaultIfEmpty(double.NaN).Max());
            string[] cells =
            [
                Of("sin", "sin", false), Of("cos", "cos", false), Of("sin", "sin", true), Of("cos", "cos", true),
                Of("heart", "x", false), Of("heart", "y", false),
            ];
            return $"| {contender.Key} | {string.Join(" | ", cells)} |";
        }));
        return string.Join('\n', lines);
    }

    /// <summary>Ours: a row for each function and interval, with what was tried and where the largest error is.</summary>
    public static string Full(AccuracyResult result)
    {
        List<string> lines =
        [
            "| function | interval | tried | largest | at | mean | correctly rounded |",
            "|---|---|---:|---:|---|---:|---:|",
        ];
        foreach (var (function, output) in result.Rows.Where(IsOfItsOwn).Select(row => (row.Function, row.Output)).Distinct())
        {
            string name = function == output ? function : $"{function} {output}";
            lines.AddRange(result.Rows
                .Where(row => row.Contender == Ours && row.Precision == "double" && row.Function == function && row.Output == output)
                .Select(row => string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {row.Interval} | {row.Tried:#,##0} | {Figures.Ulp(row.Largest)} | {row.LargestAt} "
                        + $"| {Figures.Ulp(row.Mean)} | {row.CorrectlyRounded * 100:0.00} % |")));
        }

        return string.Join('\n', lines);
    }

    /// <summary>A row for each function: the largest error of every contender over all its intervals.</summary>
    public static string Functions(AccuracyResult result)
    {
        var rows = result.Rows.Where(row => row.Precision == "double" && row.Function == row.Output).ToList();
        var contenders = rows.Select(row => row.Contender).Distinct().ToList();
        string samples = result.Samples.ToString("#,##0", CultureInfo.InvariantCulture);
        List<string> lines =
        [
            $"Largest error in ULP, {samples} arguments an interval and the hard cases, "
                + $"{result.Cpu}, {result.VectorBits} bits, {result.Day}.",
            "",
            $"| function | {string.Join(" | ", contenders)} |",
            $"|---|{string.Concat(contenders.Select(_ => "---:|"))}",
        ];
        lines.AddRange(rows.GroupBy(row => row.Function).Select(function =>
        {
            var cells = contenders.Select(contender => Figures.Ulp(
                function.Where(row => row.Contender == contender).Select(row => row.Largest).DefaultIfEmpty(double.NaN).Max()));
            return $"| {function.Key} | {string.Join(" | ", cells)} |";
        }));
        return string.Join('\n', lines);
    }

    /// <summary>Ours of which the largest error exceeds the declared bound; a test wants none.</summary>
    public static IEnumerable<AccuracyRow> BeyondBound(AccuracyResult result) => result.Rows.Where(row =>
        row.Contender == Ours && row.Largest > Operation.Named(row.Function).Outputs.Single(output => output.Name == row.Output).BoundIn(
            row.Precision == "double" ? Precision.Double : Precision.Single));

    // Sine and cosine of one call have the bits of two.
    private static bool IsOfItsOwn(AccuracyRow row) => row.Function == row.Output || row.Function == "heart";
}
