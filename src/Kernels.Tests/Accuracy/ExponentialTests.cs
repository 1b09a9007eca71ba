using Kernels.Functions;

namespace Kernels.Tests.Accuracy;

/// <summary>What is the exponential functions' own: landmarks, thresholds, subnormal powers.</summary>
public class ExponentialTests(ITestOutputHelper output)
{
    private const int Count = 10_000;

    public static TheoryData<string> Names => ["Exp", "Exp2", "Exp10", "ExpM1"];

    // Of the least numbers what is left below the last place is half of it, and rounded. For that tests allow 2²⁰ and 2⁴³ times the bound:
    // 2⁻¹⁰ of what is left, of large bounds, so that one argument in a thousand is undecided. (Of the bounds themselves none is.)
    [Theory]
    [InlineData("Exp")]
    [InlineData("Exp2")]
    [InlineData("Exp10")]
    public void Rounding_tests_allow_for_what_is_rounded_below_the_least_number(string name)
    {
        var function = TestedKernel.Named(name);
        var (nearLimit, vanishing, _, _) = Limits(name);
        double[] inputs = [.. Inputs.Uniform(10 * Count, 1).Select(x => vanishing + ((x + 1) * nearLimit / 1021))];
        int first = function.Run<TestedAnyArgument<Large>>(inputs).Count(ends => ends.First != ends.Second);
        int precise = function.Run<Precise<Large>>(inputs).Count(ends => ends.First != ends.Second);
        output.WriteLine($"undecided of {inputs.Length}: {first}; in double-double: {precise}");
        Assert.InRange(first, inputs.Length / 3000, inputs.Length / 300);
        Assert.InRange(precise, inputs.Length / 3000, inputs.Length / 300);
    }

    [Theory]
    [InlineData("Exp", 0.0, 1.0)]
    [InlineData("Exp", double.Epsilon, 1.0)]
    [InlineData("Exp", double.NegativeInfinity, 0.0)]
    [InlineData("Exp", double.MinValue, 0.0)]
    [InlineData("Exp", double.MaxValue, double.PositiveInfinity)]
    [InlineData("Exp", -745.1332191019412, 0.0)]
    [InlineData("Exp", -745.1332191019411, double.Epsilon)]
    [InlineData("Exp", -709.5, 7.38014831401258e-309)]
    [InlineData("Exp", 709.782712893384, 1.7976931348622732e308)]
    [InlineData("Exp", 709.7827128933841, double.PositiveInfinity)]
    [InlineData("Exp2", -1075.0, 0.0)]
    [InlineData("Exp2", -1074.0, double.Epsilon)]
    [InlineData("Exp2", -1022.0, 2.2250738585072014e-308)]
    [InlineData("Exp2", 1023.0, 8.98846567431158e307)]
    [InlineData("Exp2", 1024.0, double.PositiveInfinity)]
    [InlineData("Exp10", 22.0, 1e22)]
    [InlineData("Exp10", 23.0, 1e23)]
    [InlineData("Exp10", 308.0, 1e308)]
    [InlineData("Exp10", -3.0, 0.001)]
    [InlineData("Exp10", 308.2547155599167, 1.7976931348620926e+308)]
    [InlineData("Exp10", 308.25471555991675, double.PositiveInfinity)]
    [InlineData("Exp10", -323.6072453387798, 0.0)]
    [InlineData("ExpM1", -double.Epsilon, -double.Epsilon)]
    [InlineData("ExpM1", 1e-300, 1e-300)]
    [InlineData("ExpM1", double.NegativeInfinity, -1.0)]
    [InlineData("ExpM1", -37.42994775023705, -1.0)]
    [InlineData("ExpM1", 709.782712893384, 1.7976931348622732e308)]
    [InlineData("ExpM1", 709.7827128933841, double.PositiveInfinity)]
    [InlineData("ExpM1", double.PositiveInfinity, double.PositiveInfinity)]
    public void Landmarks_are_exact(string name, double x, double expected)
    {
        var function = TestedKernel.Named(name);
        if (!double.IsFinite(x) || x is 23 or -37.42994775023705)
            BitsAssert.Equal(expected, function.Run<AnyArgument>([x])[0].First, $"{name}({x})");
        else
            KernelTests.CheckExact(name, x, expected);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Zeros_give_1_or_keep_their_sign(string name)
    {
        foreach (double zero in (double[])[0.0, -0.0])
            KernelTests.CheckExact(name, zero, name == "ExpM1" ? zero : 1);
    }

    // The thresholds from exact arithmetic.
    [Theory]
    [MemberData(nameof(Names))]
    public void Limits_are_where_the_results_change(string name)
    {
        var function = TestedKernel.Named(name);
        var (_, vanishing, leastNormal, largestFinite) = Limits(name);
        double vanished = name == "ExpM1" ? -1 : 0;
        Assert.Equal(vanished, function.Reference.Nearest(vanishing));
        Assert.NotEqual(vanished, function.Reference.Nearest(Math.BitIncrement(vanishing)));
        Assert.True(double.IsFinite(function.Reference.Nearest(largestFinite)));
        Assert.Equal(double.PositiveInfinity, function.Reference.Nearest(Math.BitIncrement(largestFinite)));
        if (name == "ExpM1")
            return;
        Assert.True(double.IsNormal(function.Reference.Nearest(leastNormal)));
        Assert.False(double.IsNormal(function.Reference.Nearest(Math.BitDecrement(leastNormal))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_those_within_the_fast_path_are_taken_for_near(string name)
    {
        var function = TestedKernel.Named(name);
        double limit = Limits(name).NearLimit;
        double[] near = [0, -0.0, 5e-324, 1, -100, Math.BitDecrement(limit), -Math.BitDecrement(limit)];
        double[] far =
        [
            limit, -limit, 1100, -1100, 1e300, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, -double.NaN,
        ];
        KernelTests.CheckNear(function, near, far);

        // So results are normal, but for powers less 1.
        Assert.True(name == "ExpM1" || double.IsNormal(function.Reference.Nearest(-limit)));
        Assert.True(double.IsFinite(function.Reference.Nearest(limit)));
    }

    private static (double NearLimit, double Vanishing, double LeastNormal, double LargestFinite) Limits(string name) => name switch
    {
        "Exp" => LimitsOf<Exp>(),
        "Exp2" => LimitsOf<Exp2>(),
        "Exp10" => LimitsOf<Exp10>(),
        _ => LimitsOf<ExpM1>(),
    };

    private static (double NearLimit, double Vanishing, double LeastNormal, double LargestFinite) LimitsOf<T>()
        where T : struct, IExponential => (T.ReductionConstants[^1], T.Vanishing, T.LeastNormal, T.LargestFinite);
}
