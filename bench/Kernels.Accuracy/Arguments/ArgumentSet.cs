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

    /// <summary>The arguments, one after the other; the same for the same seed. The second is nothing if there is but one input.</summary>
    public abstract IEnumerable<(double X, double Y)> Generate(int samples, int seed);

    public double Position(double x) => IsLogarithmic ? Math.Log10(Math.Abs(x)) : x / AxisUnit;

    /// <summary>All sets of an operation's arguments in a precision.</summary>
    public static IReadOnlyList<ArgumentSet> Of(Operation operation, Precision precision)
    {
        var hard = new HardArguments(operation, precision);
        return
        [
            .. operation.Intervals
                .Where(interval => interval.IsUniform && interval.IsOf(precision))
                .Select(interval => new UniformArguments(interval, precision)),
            new BitSpacedArguments("bits", precision, onlySubnormal: false),
            new BitSpacedArguments("subnormal", precision, onlySubnormal: true),
            .. hard.Count(1) > 0 ? (ArgumentSet[])[hard] : [],
        ];
    }

    /// <summary>The names of all sets.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Operation.All.SelectMany(operation => operation.Intervals)
            .Where(interval => interval.IsUniform).Select(interval => interval.Name).Distinct(),
        "bits", "subnormal", HardArguments.SetName,
    ];
}
