using ScottPlot;

namespace Kernels.Cli.Output;

/// <summary>A picture of the heart curve, as PNG or SVG.</summary>
internal sealed class HeartPlot : IDisposable
{
    private const int Points = 4000;
    private const int Pixels = 800;

    private readonly AtomicFile _file;

    /// <param name="name">The file's name; its extension has been checked.</param>
    public HeartPlot(string name) => _file = new(name);

    public static bool IsSvg(string name) => HasExtension(name, ".svg");

    public static bool IsPng(string name) => HasExtension(name, ".png");

    public void Draw(double from, double to)
    {
        double[] t = new double[Points], x = new double[Points], y = new double[Points];
        new ParameterGrid(from, to, Points).Fill(0, t);
        Curve.Evaluate(new HeartCurve(), t, x, y);

        using var plot = new Plot();
        var line = plot.Add.ScatterLine(x, y, Colors.Crimson);
        line.LineWidth = 3;
        plot.Title("x = 16 sin³ t,   y = 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t", size: 18);
        plot.XLabel("x");
        plot.YLabel("y");

        // Otherwise the heart would be as wide as the picture.
        plot.Axes.SquareUnits();

        byte[] picture = IsSvg(_file.Name)
            ? System.Text.Encoding.UTF8.GetBytes(plot.GetSvgXml(Pixels, Pixels))
            : plot.GetImageBytes(Pixels, Pixels, ImageFormat.Png);
        _file.Write(picture, picture.Length);
        _file.Complete();
    }

    public void Dispose() => _file.Dispose();

    private static bool HasExtension(string name, string extension) =>
        string.Equals(Path.GetExtension(name), extension, StringComparison.OrdinalIgnoreCase);
}
