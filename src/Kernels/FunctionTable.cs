using Kernels.Functions;

namespace Kernels;

/// <summary>What there is to say of an elementary function: its overloads, their documentation and their tests are made of it.</summary>
/// <param name="Name">The public name.</param>
/// <param name="Results">What each result is, as in "the sine": one or two.</param>
/// <param name="Names">The names of the destinations, without that ending, and of the parts of a tuple; empty for one result.</param>
/// <param name="Argument">What the argument is.</param>
/// <param name="SpecialValues">What comes of special arguments, for doubles.</param>
/// <param name="ErrorBoundInUlp">The largest error over all doubles, rounded once.</param>
/// <param name="Kernel">The kernel of doubles, as it is written.</param>
/// <param name="SingleKernel">The kernel of floats.</param>
/// <param name="Proof">What has been proved of the kernel of doubles.</param>
internal sealed record ElementaryFunction(
    string Name, string[] Results, string[] Names, string Argument, string SpecialValues, double ErrorBoundInUlp,
    string Kernel, string SingleKernel, string Proof)
{
    /// <summary>The names of its parameters: one or two.</summary>
    public string[] Parameters { get; init; } = ["x"];

    /// <summary>What the second argument is, if there is one.</summary>
    public string SecondArgument { get; init; } = "";

    /// <summary>What has been proved of the kernel of floats, if it needs that: else no float is rounded to the wrong side.</summary>
    public string? SingleProof { get; init; }

    /// <summary>What spans of doubles go through.</summary>
    public string Body => $"TableBody<{Kernel}, Declared>";

    /// <summary>Those that are correctly rounded.</summary>
    public string CorrectBody => $"TableBody<{Kernel}, Correct<{Kernel}, {Proof}>>";

    /// <summary>Spans of floats.</summary>
    public string SingleBody =>
        SingleProof is null ? $"TableBody<{SingleKernel}, Declared>" : $"TableBody<{SingleKernel}, Correct<{SingleKernel}, {SingleProof}>>";

    /// <summary>Where results differ from argument to argument: beyond, all are alike or there is none.</summary>
    public Box Domain { get; init; } = new(double.MinValue, double.MaxValue, double.MinValue, double.MaxValue);

    /// <summary>Where measurements take arguments from: first where most users do.</summary>
    public Box[] Intervals { get; init; } = [new(-100, 100)];

    /// <summary>Where most users take floats from, where that is less.</summary>
    public Box? OrdinarySingles { get; init; }

    /// <summary>Where results are subnormal, of ordinary arguments.</summary>
    public Box? SubnormalResults { get; init; }
}

/// <summary>Arguments between two ends, and those of a second input between two others.</summary>
internal readonly record struct Box(double From, double To, double SecondFrom = 0, double SecondTo = 0);

/// <summary>All elementary functions: the one list of them.</summary>
internal static class FunctionTable
{
    private static readonly Box[] AllAngles = [new(-100, 100), new(0, 2 * Math.PI), new(-1e6, 1e6), new(-1e300, 1e300)];

    public static ElementaryFunction[] All { get; } =
    [
        OfCircle("Sin", ["the sine"], [], "Sine", "±∞ and NaN give NaN; |result| ≤ 1; sin(±0) = ±0, and sine is odd to the bit."),
        OfCircle("Cos", ["the cosine"], [], "Cosine", "±∞ and NaN give NaN; |result| ≤ 1; cos(±0) = 1, and cosine is even to the bit."),
        OfCircle(
            "SinCos", ["the sine", "the cosine"], ["Sin", "Cos"], "SineAndCosine",
            "±∞ and NaN give NaN; the bits are those of Sin and Cos."),
        Exponential<Exp>(
            700, 87, "the power eˣ",
            "exp(±0) = 1, exp(−∞) = 0, exp(∞) = ∞ and NaN gives NaN; subnormal results are rounded once, and 709.782712893384 is the "
                + "largest argument whose power is finite."),
        Exponential<Exp2>(
            1000, 125, "the power 2ˣ", "Of integers exact; 2^−∞ = 0, 2^∞ = ∞ and NaN gives NaN; subnormal results are rounded once."),
        Exponential<Exp10>(
            300, 37, "the power 10ˣ",
            "Of integers from 0 to 22 exact; 10^−∞ = 0, 10^∞ = ∞ and NaN gives NaN; subnormal results are rounded once."),
        Exponential<ExpM1>(
            700, 87, "the power eˣ less 1",
            "Small arguments lose nothing; expm1(±0) = ±0, expm1(−∞) = −1, expm1(∞) = ∞ and NaN gives NaN."),
        Logarithm<Log>("the natural logarithm", "log(1) = 0"),
        Logarithm<Log2>("the logarithm to the base 2", "Of powers of 2 exact; log2(1) = 0"),
        Logarithm<Log10>("the logarithm to the base 10", "Of powers of 10 exact; log10(1) = 0"),
        Logarithm<LogP1>("the natural logarithm of 1 + x", "Small arguments lose nothing; log1p(±0) = ±0", pole: -1),
        new(
            "Cbrt", ["the cube root"], [], "The numbers.",
            "Of cubes exact; cbrt(±0) = ±0, cbrt(±∞) = ±∞ and NaN gives NaN; negative numbers have negative roots, and the cube root is "
                + "odd to the bit.",
            CubeRoot.ErrorBoundInUlp, nameof(CubeRoot), nameof(SingleCubeRoot), nameof(DerivedCubeRoot))
        {
            Intervals = [new(-100, 100), new(-1e300, 1e300)],
        },
        Pow,
        Hypot,
    ];

    private static ElementaryFunction Pow => new(
        "Pow", ["the power xʸ"], [], "The bases.",
        "Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1 "
            + "even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded once. Else NaN "
            + "gives NaN.",
        Power.ErrorBoundInUlp, nameof(Power), nameof(SinglePower), nameof(ProvedPower))
    {
        Parameters = ["x", "y"],
        SecondArgument = "The exponents.",
        SingleProof = nameof(ProvedSinglePower),
        Domain = new(0, double.MaxValue, double.MinValue, double.MaxValue),
        Intervals = [new(0.1, 10, -10, 10), new(0, 1000, -100, 100)],
        OrdinarySingles = new(0.1, 10, -10, 10),
    };

    private static ElementaryFunction Hypot => new(
        "Hypot", ["the hypotenuse √(x² + y²)"], [], "The first legs.",
        "Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the result is ∞, even if the other is NaN, "
            + "and else NaN gives NaN.",
        SquareRoot.ErrorBoundInUlp, nameof(Hypotenuse), nameof(SingleHypotenuse), nameof(ProvedHypotenuse))
    {
        Parameters = ["x", "y"],
        SecondArgument = "The second legs.",
        Domain = new(double.MinValue, double.MaxValue, double.MinValue, double.MaxValue),
        Intervals = [new(-100, 100, -100, 100), new(-1e300, 1e300, -1e300, 1e300)],
    };

    private static ElementaryFunction OfCircle(string name, string[] results, string[] names, string kernel, string specialValues) =>
        new(
            name, results, names, "The angles in radians.", specialValues, SineCosine.ErrorBoundInUlp,
            $"OnCircle<{kernel}>", $"SingleOnCircle<{kernel}>", "Proved")
        {
            Intervals = AllAngles,
        };

    private static ElementaryFunction Logarithm<TFunction>(string result, string landmark, double pole = 0)
        where TFunction : struct, ILogarithm
    {
        string name = typeof(TFunction).Name, of = pole == 0 ? "±0" : "−1", below = pole == 0 ? "Negative arguments" : "Arguments below −1";
        return new(
            name, [result], [], "The arguments.", $"{landmark}. {of} gives −∞, ∞ gives ∞. {below} and NaN give NaN.",
            TFunction.ErrorBoundInUlp, $"Logarithm<{name}>", $"SingleLogarithm<{name}>", "ProvedLogarithm")
        {
            Domain = new(pole, double.MaxValue),
            Intervals = [new(pole, 1000), pole == 0 ? new(0.9, 1.1) : new(-0.1, 0.1)],
        };
    }

    private static ElementaryFunction Exponential<TFunction>(
        double ordinary, double ordinarySingles, string result, string specialValues) where TFunction : struct, IExponential
    {
        string name = typeof(TFunction).Name;
        return new(
            name, [result], [], "The exponents.", specialValues, TFunction.ErrorBoundInUlp,
            $"Exponential<{name}>", $"SingleExponential<{name}>", $"ProvedExponential<{name}>")
        {
            Domain = new(TFunction.Vanishing, TFunction.LargestFinite),
            Intervals = [new(-ordinary, ordinary), new(-1, 1)],
            OrdinarySingles = new(-ordinarySingles, ordinarySingles),
            SubnormalResults = TFunction.IsLessOne ? null : new(TFunction.Vanishing, TFunction.LeastNormal),
        };
    }
}
