using Kernels.Yardsticks;
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

    private static readonly double[] TimesOnAxis = [0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];

    /// <summary>The picture, as PNG.</summary>
    public static byte[] Draw(Comparison comparison)
    {
        using var plot = new Plot();
        plot.Add.Palette = new ScottPlot.Palettes.Category20();
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

        plot.Axes.Bottom.TickGenerator = new NumericAutomatic
        {
            MinorTickGenerator = new LogMinorTickGenerator(),
            IntegerTicksOnly = true,
            LabelFormatter = exponent => $"{Math.Pow(10, exponent):N0}",
        };
        plot.Axes.Left.TickGenerator = new NumericManual([.. TimesOnAxis.Select(Math.Log10)], [.. TimesOnAxis.Select(time => $"{time}")]);
        plot.XLabel("elements");
        plot.YLabel("nanoseconds an element");
        string interval = Interval.TitleOf(comparison.Rows[0].Interval);
        plot.Title($"Sine and cosine of doubles in {interval}: {comparison.Cpu}, {comparison.VectorBits} bits");
        plot.ShowLegend(Edge.Right);
        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }
}
