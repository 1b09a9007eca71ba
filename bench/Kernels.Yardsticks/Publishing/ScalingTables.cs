using Kernels.Yardsticks.Results;

namespace Kernels.Yardsticks.Publishing;

/// <summary>The table of large arrays, threads and grids.</summary>
public static class ScalingTables
{
    public static string Full(ScalingResult result)
    {
        var lines = new List<string>();
        lines.Add(FormattableString.Invariant($"{result.Cpu}, {result.Cores} cores, {result.VectorBits} bits, {result.Runtime}, {result.Day}; times an element, those of small arrays a call."));
        foreach (var answer in result.Answers)
        {
            lines.AddRange(["", $"| {answer.Question} | best | median | ratio | of |", "|---|---:|---:|---:|---|"]);
            lines.AddRange(answer.Rows.Select(row =>
                $"| {row.Name} | {Figures.Number(row.Best)} {row.Unit} | {Figures.Number(row.Median)} {row.Unit} | {(row.Ratio is { } ratio ? $"{Figures.Number(ratio)}×" : "")} | {row.Of} |"));
        }

        return string.Join('\n', lines);
    }
}
