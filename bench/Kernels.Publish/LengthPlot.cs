using Kernels.Yardsticks.Publishing;
using Kernels.Yardsticks.Results;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Kernels.Publish;

/// <summary>Time for an element against the array's length, both logarithmic, us and peers.</summary>
internal static class LengthPlot
{
    private const int Width = 900, Height = 560;

    private const string Operation = "sincos";

    public static void Draw(Comparison comparison, string file)
    {
        using var plot = new Plot();
        var lines = comparison.Rows
            .Where(row => row is { Operation: Operation, Precision: "double" } && !SpeedTables.IsForcedWidth(row.Contender))
            .GroupBy(row => row.Contender)
            .OrderBy(group => group.Min(row => row.MedianNanoseconds));
        foreach (var line in lines)
        {
            var points = line.OrderBy(row => row.Length).ToList();
            var scatter = plot.Add.Scatter(
                points.Select(row => Math.Log10(row.Length)).ToArray(),
                points.Select(row => Math.Log10(row.MedianNanoseconds)).ToArray());
            scatter.LegendText = line.Key;
            scatter.LineWidth = line.Key.StartsWith("Kernels", StringComparison.Ordinal) ? 3.5f : 1.5f;
            scatter.MarkerSize = 6;
        }

        plot.Axes.Bottom.TickGenerator = Logarithmic();
        plot.Axes.Left.TickGenerator = Logarithmic();
        plot.XLabel("elements");
        plot.YLabel("nanoseconds an element");
        plot.Title($"Sine and cosine of doubles in ±{comparison.Rows[0].Interval}: {comparison.Cpu}, {comparison.VectorBits} bits");
        plot.ShowLegend(Edge.Right);
        string temporary = $"{file}.{Environment.ProcessId}.png";
        plot.SavePng(temporary, Width, Height);
        File.Move(temporary, file, overwrite: true);
    }

    private static NumericAutomatic Logarithmic() => new()
    {
        MinorTickGenerator = new LogMinorTickGenerator(),
        IntegerTicksOnly = true,
        LabelFormatter = exponent => Math.Pow(10, exponent) is var value && value < 1 ? $"{value}" : $"{value:N0}",
    };
}
