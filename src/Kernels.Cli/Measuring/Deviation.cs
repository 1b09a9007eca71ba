using Kernels.Reference;

namespace Kernels.Cli.Measuring;

/// <summary>The largest deviation from exact arithmetic on a sample.</summary>
/// <param name="Samples">The number of points looked at, spread evenly over all.</param>
/// <param name="XUlp">Of x, in units of its last place.</param>
/// <param name="YUlpOf17">Of y, in units of the last place of 17, the curve's extent.</param>
internal readonly record struct Deviation(int Samples, double XUlp, double YUlpOf17)
{
    private const int MaxSamples = 2000;

    /// <summary>Compares the points that the whole grid has at the places sampled.</summary>
    public static Deviation Measure(ParameterGrid grid, long points, CancellationToken token)
    {
        int samples = (int)Math.Min(points, MaxSamples);
        double[] t = [.. Enumerable.Range(0, samples).Select(i => grid[Place(i, samples, points)])];
        double[] x = new double[samples], y = new double[samples];
        Curve.Evaluate(new HeartCurve(), t, x, y);

        double largestX = 0, largestY = 0;
        for (int i = 0; i < samples; i++)
        {
            token.ThrowIfCancellationRequested();
            var (exactX, exactY) = Exact.Heart(t[i]);
            largestX = Math.Max(largestX, exactX.ErrorInUlp(x[i]));
            largestY = Math.Max(largestY, exactY.ErrorInUlpOf(y[i], 17));
        }

        return new(samples, largestX, largestY);
    }

    // The first and the last point are always among the sample. The product may exceed 64 bits.
    private static long Place(int sample, int samples, long points) =>
        samples == 1 ? 0 : (long)((Int128)sample * (points - 1) / (samples - 1));
}
