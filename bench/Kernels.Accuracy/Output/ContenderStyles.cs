using ScottPlot;
using ScottPlot.Plottables;

namespace Kernels.Accuracy.Output;

/// <summary>A colour for each contender, and the legend that tells them.</summary>
internal sealed class ContenderStyles(IReadOnlyList<string> contenders)
{
    private const string Ours = "Kernels";

    private static readonly Color OurColor = Colors.Crimson, BoundColor = Colors.Crimson;

    private static readonly Color[] OtherColors =
    [
        Colors.RoyalBlue, Colors.DarkOrange, Colors.ForestGreen, Colors.MediumOrchid, Colors.SaddleBrown, Colors.DarkTurquoise,
        Colors.Gray, Colors.GoldenRod, Colors.Navy, Colors.HotPink, Colors.OliveDrab, Colors.Black,
    ];

    private readonly List<string> _others = [.. contenders.Where(name => name != Ours)];

    public Color ColorOf(string contender) =>
        contender == Ours ? OurColor : OtherColors[_others.IndexOf(contender) % OtherColors.Length].WithAlpha(0.7);

    public static float SizeOf(string contender) => contender == Ours ? 6 : 5;

    public static void ApplyToBound(HorizontalLine line) => (line.Color, line.LineWidth) = (BoundColor, 1.5f);

    public Plot Legend(bool withBound)
    {
        var plot = new Plot();
        plot.HideAxesAndGrid();
        foreach (string contender in contenders)
            plot.Legend.ManualItems.Add(Item(contender, ColorOf(contender), MarkerShape.FilledCircle));
        plot.Legend.ManualItems.Add(Item("beyond the axis", Colors.DimGray, MarkerShape.FilledTriangleUp));
        if (withBound)
            plot.Legend.ManualItems.Add(new() { LabelText = "declared bound", LineColor = BoundColor, LineWidth = 1.5f });
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.FontSize = 13;
        plot.ShowLegend(Alignment.UpperLeft, Orientation.Vertical);
        return plot;
    }

    private static LegendItem Item(string label, Color color, MarkerShape shape) =>
        new() { LabelText = label, MarkerShape = shape, MarkerSize = 8, MarkerFillColor = color, MarkerLineColor = color };
}
