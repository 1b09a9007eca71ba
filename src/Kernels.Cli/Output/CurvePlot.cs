using Kernels.Cli.Curves;
using ScottPlot;

namespace Kernels.Cli.Output;

/// <summary>A picture of a curve, as PNG or SVG.</summary>
internal sealed class CurvePlot : IDisposable
{
    private const int Points = 4000;
    private const int Pixels = 800;

    private readonly OutputFile _file;

    /// <param name="destination">Where it goes; the extension has been checked.</param>
    public CurvePlot(Destination destination) => _file = OutputFile.Create(destination);

    public string Name => _file.Name;

    public static bool IsSvg(string name) => HasExtension(name, ".svg");

    public static bool IsPng(string name) => HasExtension(name, ".png");

    public void Draw(PlaneCurve curve, double from, double to)
    {
        double[] t = new double[Points], x = new double[Points], y = new double[Points];
        new ParameterGrid(from, to, Points).Fill(0, t);
        curve.Evaluate(t, x, y);

        using var plot = new Plot();
        var line = plot.Add.ScatterLine(x, y, Colors.Crimson);
        line.LineWidth = 3;
        plot.Title(curve.Title, size: 18);
        plot.XLabel("x");
        plot.YLabel("y");

        // Otherwise a curve would be as wide as the picture.
        plot.Axes.SquareUnits();

        byte[] picture = IsSvg(_file.Name)
            ? System.Text.Encoding.UTF8.GetBytes(plot.GetSvgXml(Pixels, Pixels))
            : PngMark.AddTo(plot.GetImageBytes(Pixels, Pixels, ImageFormat.Png));
        _file.Write(picture, picture.Length);
    }

    /// <summary>Gives the file its name.</summary>
    public void Complete() => _file.Complete();

    public void Dispose() => _file.Dispose();

    private static bool HasExtension(string name, string extension) =>
        string.Equals(Path.GetExtension(name), extension, StringComparison.OrdinalIgnoreCase);
}
