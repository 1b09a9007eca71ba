using Kernels.Reference;

namespace Kernels.Yardsticks;

/// <summary>One result of an operation.</summary>
/// <param name="Name">As tables have it.</param>
/// <param name="Exact">The value of arguments, the second of which may be nothing.</param>
/// <param name="Bound">What the library promises of doubles, in ULP.</param>
/// <param name="BoundOfSingles">What it promises of floats.</param>
public sealed record Output(string Name, Func<double, double, Fixed> Exact, double Bound, double BoundOfSingles)
{
    private const double Nearest = 0.5;

    /// <summary>The magnitude in units of whose last place errors are; 0 for the value's own.</summary>
    public double Magnitude { get; init; }

    public string Unit => Magnitude == 0 ? "ULP" : $"ULP of {Magnitude}";

    /// <summary>The function that it is the value of; null of what is made of some.</summary>
    public ReferenceFunction? Reference { get; private init; }

    /// <summary>The value of a function of the library.</summary>
    public static Output OfFunction(ReferenceFunction function, double bound) =>
        new(function.NameInC, (x, y) => function.Exact(x, y), bound, Nearest) { Reference = function };

    public double BoundIn(Precision precision) => precision == Precision.Double ? Bound : BoundOfSingles;

    /// <summary>The error of a computed number of the precision.</summary>
    public double Error(Fixed exact, double computed, Precision precision) => (precision, Magnitude) switch
    {
        (Precision.Double, 0) => exact.ErrorInUlp(computed),
        (Precision.Double, _) => exact.ErrorInUlpOf(computed, Magnitude),
        (_, 0) => exact.ErrorInUlp((float)computed),
        _ => exact.ErrorInUlpOf((float)computed, (float)Magnitude),
    };
}
