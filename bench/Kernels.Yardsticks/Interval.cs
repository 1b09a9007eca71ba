using MathNet.Numerics.Distributions;

namespace Kernels.Yardsticks;

/// <summary>Where arguments come from: uniformly between two ends.</summary>
public record Interval(string Name, string Title, double From, double To)
{
    /// <summary>A fixed seed: every run and every contender sees the same arguments.</summary>
    private const int Seed = 20_000;

    /// <summary>Intervals with uniform arguments.</summary>
    public static IReadOnlyList<Interval> All { get; } =
    [
        new("2pi", "0 to 2π", 0, 2 * Math.PI),
        new("100", "±100", -100, 100),
        new("1e6", "±1e6", -1e6, 1e6),
        new("1e300", "±1e300", -1e300, 1e300),
    ];

    /// <summary>These, and what is of interest for speed.</summary>
    public static IReadOnlyList<Interval> Timed { get; } = [.. All, new Binades(), new Mixed()];

    /// <summary>How an interval is written in tables and pictures, by its name on the command line.</summary>
    public static string TitleOf(string name) => Timed.Single(interval => interval.Name == name).Title;

    public double[] Sample(int count)
    {
        var samples = new double[count];
        Fill(new Random(Seed), samples);
        return samples;
    }

    protected virtual void Fill(Random random, double[] samples) => ContinuousUniform.Samples(random, samples, From, To);

    /// <summary>As many arguments in each power of two as in any other.</summary>
    private sealed record Binades() : Interval("binades", "log-uniform over all binades", double.MinValue, double.MaxValue)
    {
        protected override void Fill(Random random, double[] samples)
        {
            for (int i = 0; i < samples.Length; i++)
                samples[i] = Math.ScaleB(random.NextDouble() + 1, random.Next(-1022, 1024)) * ((random.Next() & 1) == 0 ? 1 : -1);
        }
    }

    /// <summary>One argument in a hundred is huge.</summary>
    private sealed record Mixed() : Interval("mixed", "±100, one in a hundred in ±1e300", -1e300, 1e300)
    {
        protected override void Fill(Random random, double[] samples)
        {
            for (int i = 0; i < samples.Length; i++)
                samples[i] = ((2 * random.NextDouble()) - 1) * (random.Next(100) == 0 ? 1e300 : 100);
        }
    }
}
