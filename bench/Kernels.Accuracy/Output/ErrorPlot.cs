using Kernels.Yardsticks;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Kernels.Accuracy.Output;

/// <summary>Error against argument for one quantity over one interval: a marker for each contender in each part of the axis.</summary>
internal static class ErrorPlot
{
    /// <summary>The ends of the error's axis, which is logarithmic: whatever lies beyond is drawn at the edge.</summary>
    private const double Least = 0.25, Most = 16;

    private const double Margin = 0.3;

    private static readonly (double Error, string Label)[] Marks =
        [(Least, "≤ ¼"), (0.5, "½"), (1, "1"), (2, "2"), (4, "4"), (8, "8"), (Most, "≥ 16")];

    public static Plot Create(IReadOnlyList<ErrorMap> maps, Precision precision, ContenderStyles styles)
    {
        var (quantity, set) = (maps[0].Quantity, maps[0].Set);
        var plot = new Plot();
        plot.Title($"{quantity.Title}: {set.Name}", size: 15);
        plot.YLabel($"error, {quantity.Output.Unit}", size: 13);
        plot.XLabel(set.IsLogarithmic ? "log₁₀ |argument|" : set.AxisUnit == 1 ? "argument" : $"argument / {set.AxisUnit:0e0}", size: 13);
        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. Marks.Select(mark => Height(mark.Error))], [.. Marks.Select(mark => mark.Label)]);
        ContenderStyles.ApplyToBound(plot.Add.HorizontalLine(Height(quantity.Output.BoundIn(precision))));

        // Ours last: on top of the others.
        foreach (var map in maps.Reverse())
        {
            foreach (var group in map.Points.GroupBy(point => point.Error >= Most))
            {
                var markers = plot.Add.Markers(
                    group.Select(point => point.Position).ToArray(), group.Select(point => Height(point.Error)).ToArray());
                markers.MarkerShape = group.Key ? MarkerShape.FilledTriangleUp : MarkerShape.FilledCircle;
                markers.MarkerSize = ContenderStyles.SizeOf(map.Contender);
                markers.Color = styles.ColorOf(map.Contender);
            }
        }

        double margin = (set.Axis.To - set.Axis.From) / 50;
        plot.Axes.SetLimits(set.Axis.From - margin, set.Axis.To + margin, Height(Least) - Margin, Height(Most) + Margin);
        return plot;
    }

    private static double Height(double error) => Math.Log2(Math.Clamp(error, Least, Most));
}
