using System.Text.Json.Serialization;
using Kernels.Cli.Curves;

namespace Kernels.Cli.Measuring;

/// <summary>The largest deviation on a sample, from exact arithmetic or, where there is none, from single calls.</summary>
/// <param name="Samples">The number of points looked at, spread evenly over all.</param>
internal sealed record Deviation(int Samples)
{
    /// <summary>Of the heart's x, in units of its last place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? XUlp { get; init; }

    /// <summary>Of the heart's y, in units of the last place of 17, the curve's extent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? YUlpOf17 { get; init; }

    /// <summary>Of either coordinate of a Fourier curve, as a share of what is promised for its coefficients.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ShareOfBound { get; init; }

    /// <summary>At how many points of a formula both coordinates have the bits that it has of a single number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SameBits { get; init; }

    /// <summary>Of sine and cosine of the same parameters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SineCosine? SineCosine { get; private init; }

    /// <summary>Compares the points that the whole grid has at the places sampled.</summary>
    public static Deviation Measure(PlaneCurve curve, ParameterGrid grid, long points, CancellationToken token)
    {
        int samples = (int)Math.Min(points, curve.PointsForExact);
        double[] t = [.. Enumerable.Range(0, samples).Select(i => grid[Place(i, samples, points)])];
        double[] x = new double[samples], y = new double[samples];
        curve.Evaluate(t, x, y);
        Deviation deviation = curve.Deviate(t, x, y, token);
        return curve.HasExact ? deviation with { SineCosine = SineCosine.Measure(t, token) } : deviation;
    }

    public override string ToString() => this switch
    {
        { SameBits: { } same } => $"{same:N0} of {Samples:N0} points have the bits of single calls",
        { ShareOfBound: { } share } => $"at most {share:P0} of the error bound{Compared}",
        _ => $"at most {XUlp:F2} ULP in x and {YUlpOf17:F2} ULP of 17 in y{Compared}",
    };

    private string Compared => $", on {Samples:N0} points against exact arithmetic";

    // The first and the last point are always among the sample. The product may exceed 64 bits.
    private static long Place(int sample, int samples, long points) =>
        samples == 1 ? 0 : (long)((Int128)sample * (points - 1) / (samples - 1));
}
