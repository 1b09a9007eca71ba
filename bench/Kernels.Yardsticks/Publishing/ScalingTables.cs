using Kernels.Yardsticks.Results;

namespace Kernels.Yardsticks.Publishing;

/// <summary>The table of large arrays, threads and grids.</summary>
public static class ScalingTables
{
    public static string Full(ScalingResult result)
    {
        string machine = FormattableString.Invariant($"{result.Cpu}, {result.Cores} cores, {result.VectorBits} bits, {result.Runtime}");
        List<string> lines = [$"{machine}, {result.Day}; times an element, those of small arrays a call."];
        foreach (var answer in result.Answers)
        {
            lines.AddRange(["", $"| {answer.Question} | best | median | ratio | of |", "|---|---:|---:|---:|---|"]);
            lines.AddRange(answer.Rows.Select(row =>
            {
                string best = $"{Figures.Number(row.Best)} {row.Unit}", median = $"{Figures.Number(row.Median)} {row.Unit}";
                string ratio = row.Ratio is { } value ? $"{Figures.Number(value)}×" : "";
                return $"| {row.Name} | {best} | {median} | {ratio} | {row.Of} |";
            }));
        }

        return string.Join('\n', lines);
    }
}
