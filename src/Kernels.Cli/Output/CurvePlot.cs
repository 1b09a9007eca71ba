using Kernels.Cli.Curves;
using ScottPlot;

namespace Kernels.Cli.Output;

/// <summary>A picture of a curve, as PNG or SVG.</summary>
internal sealed class CurvePlot : IDisposable
{
    private const int Points = 4000;
    private const int Pixels = 800;
    private const double LargestDrawn = 1e300;

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
        LeaveOutInfinite(x, y);

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

    // A line has a gap at NaN, and no axis reaches infinity, nor what is near the largest double.
    private void LeaveOutInfinite(double[] x, double[] y)
    {
        int omitted = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (Math.Abs(x[i]) < LargestDrawn && Math.Abs(y[i]) < LargestDrawn)
                continue;
            (x[i], y[i]) = (double.NaN, double.NaN);
            omitted++;
        }

        if (omitted > 0)
            Omission = $", without {omitted} of its {x.Length} points, which are not finite";
    }

    /// <summary>What the picture lacks, to go on from its name; empty if nothing.</summary>
    public string Omission { get; private set; } = "";

    /// <summary>Gives the file its name.</summary>
    public void Complete() => _file.Complete();

    public void Dispose() => _file.Dispose();

    private static bool HasExtension(string name, string extension) =>
        string.Equals(Path.GetExtension(name), extension, StringComparison.OrdinalIgnoreCase);
}
