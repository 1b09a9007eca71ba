using System.Globalization;
using MathNet.Numerics.Distributions;

namespace Kernels.Yardsticks;

/// <summary>Where arguments come from: uniformly between two ends, those of a second input between two others.</summary>
public class Interval
{
    /// <summary>A fixed seed: every run and every contender sees the same arguments.</summary>
    private const int Seed = 20_000;

    private readonly Precision? _only;

    public Interval(double from, double to) => (From, To) = (from, to);

    /// <param name="box">Between which ends.</param>
    /// <param name="only">The precision that it is of; null for both.</param>
    internal Interval(Box box, Precision? only)
        : this(box.From, box.To)
    {
        _only = only;
        Second = box.SecondFrom < box.SecondTo ? new(box.SecondFrom, box.SecondTo) : null;
    }

    /// <summary>What speed is usually measured on.</summary>
    public static Interval Hundred { get; } = new(-100, 100);

    public double From { get; }

    public double To { get; }

    /// <summary>On the command line and in result files.</summary>
    public virtual string Name =>
        (IsSymmetric || IsFullTurn ? Number(To, "2pi") : $"{Number(From, "2pi")}-{Number(To, "2pi")}")
            + (Second is null ? "" : $",{Second.Name}");

    /// <summary>In tables and pictures.</summary>
    public virtual string Title =>
        (IsSymmetric ? $"±{Number(To, "2π")}" : $"{Number(From, "2π")} to {Number(To, "2π")}")
            + (Second is null ? "" : $", {Second.Title}");

    private bool IsSymmetric => From == -To;

    private bool IsFullTurn => From == 0 && To == 2 * Math.PI;

    /// <summary>The title of an interval by its name.</summary>
    public static string TitleOf(string name) =>
        Operation.All.SelectMany(operation => operation.Intervals).First(interval => interval.Name == name).Title;

    /// <summary>Whether a precision has such arguments.</summary>
    public virtual bool IsOf(Precision precision) =>
        (_only ?? precision) == precision && (precision == Precision.Double || To < float.MaxValue);

    /// <summary>Whether it is worth a look in any case.</summary>
    public bool IsOrdinary { get; init; }

    /// <summary>Whether arguments lie anywhere between the ends alike.</summary>
    public virtual bool IsUniform => true;

    /// <summary>The interval of a second input; null if there is none.</summary>
    public Interval? Second { get; init; }

    public double[] Sample(int count) => Sample(count, Seed);

    /// <summary>Arguments of a second input; none if there is none.</summary>
    public double[] SampleSecond(int count) => Second?.Sample(count, Seed + 1) ?? [];

    private double[] Sample(int count, int seed)
    {
        var samples = new double[count];
        Fill(new Random(seed), samples);
        return samples;
    }

    protected virtual void Fill(Random random, double[] samples) => ContinuousUniform.Samples(random, samples, From, To);

    private static string Number(double value, string fullTurn) => value == 2 * Math.PI
        ? fullTurn
        : value.ToString(Math.Abs(value) < 1e5 ? "0.###" : "0.###e0", CultureInfo.InvariantCulture);
}

/// <summary>As many arguments in each power of two as in any other.</summary>
internal sealed class Binades() : Interval(double.MinValue, double.MaxValue)
{
    public override string Name => "binades";

    public override string Title => "log-uniform over all binades";

    public override bool IsUniform => false;

    protected override void Fill(Random random, double[] samples)
    {
        for (int i = 0; i < samples.Length; i++)
            samples[i] = Math.ScaleB(random.NextDouble() + 1, random.Next(-1022, 1024)) * ((random.Next() & 1) == 0 ? 1 : -1);
    }
}

/// <summary>One argument in a hundred is huge.</summary>
internal sealed class Mixed() : Interval(-1e300, 1e300)
{
    public override string Name => "mixed";

    public override string Title => "±100, one in a hundred in ±1e300";

    public override bool IsUniform => false;

    protected override void Fill(Random random, double[] samples)
    {
        for (int i = 0; i < samples.Length; i++)
            samples[i] = ((2 * random.NextDouble()) - 1) * (random.Next(100) == 0 ? 1e300 : 100);
    }
}

/// <summary>One result in three is subnormal.</summary>
internal sealed class WithSubnormalResults : Interval
{
    private readonly Interval _ordinary;
    private readonly Box _subnormal;

    public WithSubnormalResults(Interval ordinary, Box subnormal)
        : base(subnormal.From, ordinary.To) => (_ordinary, _subnormal, IsOrdinary) = (ordinary, subnormal, true);

    public override string Name => "subnormal-third";

    public override string Title => "a third of the results subnormal";

    public override bool IsUniform => false;

    // Those of floats are not subnormal there, but 0.
    public override bool IsOf(Precision precision) => precision == Precision.Double;

    protected override void Fill(Random random, double[] samples)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            var (from, to) = random.Next(3) == 0 ? (_subnormal.From, _subnormal.To) : (_ordinary.From, _ordinary.To);
            samples[i] = from + ((to - from) * random.NextDouble());
        }
    }
}
