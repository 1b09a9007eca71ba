using MathNet.Numerics.Distributions;

namespace Kernels.Yardsticks;

/// <summary>Where arguments come from: uniformly between two ends.</summary>
public sealed record Interval(string Name, double From, double To)
{
    /// <summary>A fixed seed: every run and every contender sees the same arguments.</summary>
    private const int Seed = 20_000;

    public static IReadOnlyList<Interval> All { get; } =
    [
        new("2pi", 0, 2 * Math.PI),
        new("100", -100, 100),
        new("1e6", -1e6, 1e6),
        new("1e300", -1e300, 1e300),
    ];

    public double[] Sample(int count)
    {
        var samples = new double[count];
        ContinuousUniform.Samples(new Random(Seed), samples, From, To);
        return samples;
    }
}
