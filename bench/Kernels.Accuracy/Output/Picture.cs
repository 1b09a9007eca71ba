using Kernels.Yardsticks;
using ScottPlot;
using SkiaSharp;

namespace Kernels.Accuracy.Output;

/// <summary>All plots of a report: a row for each quantity, a column for each interval, a legend for all.</summary>
internal static class Picture
{
    private const int LegendWidth = 220;

    public static bool IsSvg(string name) => HasExtension(name, ".svg");

    public static bool IsPng(string name) => HasExtension(name, ".png");

    public static byte[] Draw(IReadOnlyList<ErrorMap> maps, Precision precision, bool asSvg, CancellationToken token)
    {
        var styles = new ContenderStyles([.. maps.Select(map => map.Contender).Distinct()]);
        var rows = maps.GroupBy(map => map.Quantity)
            .Select(row => row.GroupBy(map => map.Set).Select(panel => panel.ToList()).ToList()).ToList();
        int columns = rows.Max(row => row.Count);
        var (width, height) = rows.Count * columns == 1 ? (900, 560) : (560, 340);
        int fullWidth = (columns * width) + LegendWidth, fullHeight = rows.Count * height;
        if (asSvg)
        {
            using var stream = new MemoryStream();
            using (var svg = SKSvgCanvas.Create(new SKRect(0, 0, fullWidth, fullHeight), stream))
                DrawAll(svg);
            return stream.ToArray();
        }

        using var surface = SKSurface.Create(new SKImageInfo(fullWidth, fullHeight));
        DrawAll(surface.Canvas);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();

        void DrawAll(SKCanvas canvas)
        {
            canvas.Clear(SKColors.White);
            for (int i = 0; i < rows.Count; i++)
            {
                for (int j = 0; j < rows[i].Count; j++)
                {
                    token.ThrowIfCancellationRequested();
                    DrawOne(canvas, ErrorPlot.Create(rows[i][j], precision, styles), j * width, i * height, width, height);
                }
            }

            DrawOne(canvas, styles.Legend(withBound: precision == Precision.Double), columns * width, 0, LegendWidth, height);
        }
    }

    private static void DrawOne(SKCanvas canvas, Plot plot, int left, int top, int width, int height)
    {
        using (plot)
        {
            // The canvas has the other plots on it.
            plot.RenderManager.ClearCanvasBeforeEachRender = false;
            plot.Render(canvas, new PixelRect(left, left + width, top + height, top));
        }
    }

    private static bool HasExtension(string name, string extension) =>
        string.Equals(Path.GetExtension(name), extension, StringComparison.OrdinalIgnoreCase);
}
