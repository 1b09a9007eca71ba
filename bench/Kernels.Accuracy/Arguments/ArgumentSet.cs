using Kernels.Yardsticks;

namespace Kernels.Accuracy.Arguments;

/// <summary>Where arguments come from, under the name that tables and the command line have for it. All are finite.</summary>
internal abstract class ArgumentSet(string name)
{
    public string Name => name;

    /// <summary>Whether pictures show the logarithm of the argument's magnitude.</summary>
    public abstract bool IsLogarithmic { get; }

    /// <summary>The ends of the axis in pictures, in <see cref="Position"/>'s terms.</summary>
    public abstract (double From, double To) Axis { get; }

    /// <summary>What 1 on a linear axis stands for: ticks of 1e6 would run into the next plot's, and none reach to 1e300.</summary>
    public virtual double AxisUnit => 1;

    /// <summary>How many arguments there are if so many samples are asked for.</summary>
    public virtual int Count(int samples) => samples;

    /// <summary>The arguments, one after the other; the same for the same seed.</summary>
    public abstract IEnumerable<double> Generate(int samples, int seed);

    public double Position(double x) => IsLogarithmic ? Math.Log10(Math.Abs(x)) : x / AxisUnit;

    /// <summary>All sets that a precision has arguments in.</summary>
    public static IReadOnlyList<ArgumentSet> All(Precision precision) =>
    [
        .. Interval.All
            .Where(interval => precision == Precision.Double || interval.To < float.MaxValue)
            .Select(interval => new UniformArguments(interval, precision)),
        new BitSpacedArguments("bits", precision, onlySubnormal: false),
        new BitSpacedArguments("subnormal", precision, onlySubnormal: true),
        new HardArguments(precision),
    ];

    /// <summary>The names of all sets, without the cost of the hard cases.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Interval.All.Select(interval => interval.Name), "bits", "subnormal", HardArguments.SetName];
}
