using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The kernels of the exponential functions against exact arithmetic, on single doubles and on vectors of each width.</summary>
public class ExponentialTests(ITestOutputHelper output)
{
    private const int Count = 10_000;

    public static TheoryData<string> Names => ["Exp", "Exp2", "Exp10", "ExpM1"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Errors_stay_within_the_bound(string name)
    {
        var function = ExponentialFunction.Of(name);
        double[] inputs = function.Inputs(Count);
        var results = function.Run<AnyArgument>(inputs);
        var worst = ErrorSearch.Largest(inputs, i => (Error(function.Reference, inputs[i], results[i].First), 0));
        output.WriteLine($"{inputs.Length} inputs: {worst.First}; bound {function.ErrorBoundInUlp}");
        Assert.True(worst.First.Error <= function.ErrorBoundInUlp, $"{name}: {worst.First}");
        Assert.True(worst.First.Error > 0.4999, "nothing was measured");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_phases_have_the_bits_of_both_at_once(string name)
    {
        var function = ExponentialFunction.Of(name);
        double[] inputs = [.. function.Near(function.Inputs(Count)), 0.0, -0.0];
        var whole = function.Run<AnyArgument>(inputs);
        var phases = function.Run<TwoPhases>(inputs);
        for (int i = 0; i < inputs.Length; i++)
            BitsAssert.Equal(whole[i].First, phases[i].First, $"{name}({HardCases.Hex(inputs[i])})");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_rounding_tests_decide_is_the_nearest(string name)
    {
        var function = ExponentialFunction.Of(name);
        double[] inputs = function.Inputs(Count), near = function.Near(inputs);
        int whole = Undecided(function, inputs, function.Run<TestedAnyArgument<Declared>>(inputs));
        int phases = Undecided(function, near, function.Run<TestedTwoPhases<Declared>>(near));
        int precise = Undecided(function, inputs, function.Run<Precise<Declared>>(inputs));
        output.WriteLine($"undecided of {inputs.Length}: {whole}; of {near.Length}: {phases}; in double-double: {precise}");

        // Of the listed hard cases all are undecided at first; beside 0 powers less 1 are less precise.
        int hard = function.Reference.HardCases.Count;
        Assert.True(whole >= 10 && whole < hard + (inputs.Length / 500), "the first test is too wide, or not made");
        Assert.True(phases >= 10 && phases < hard + (inputs.Length / 500), "the first test is too wide, or not made");
        Assert.True(precise >= 1 && precise < hard, "the second test is too wide, or not made");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_a_rounding_test_results_are_wrong(string name)
    {
        var function = ExponentialFunction.Of(name);
        double[] inputs = [.. function.Reference.HardCases.Select(point => point.X)], near = function.Near(inputs);
        Assert.NotEqual(0, Wrong(inputs, function.Run<TestedAnyArgument<LeftOut>>(inputs)));
        Assert.NotEqual(0, Wrong(near, function.Run<TestedTwoPhases<LeftOut>>(near)));
        Assert.NotEqual(0, Wrong(inputs, function.Run<Precise<LeftOut>>(inputs)));

        int Wrong(double[] arguments, (double First, double Second)[] results) => arguments.Zip(results)
            .Count(pair => pair.Second.First.Equals(pair.Second.Second) && pair.Second.First != function.Reference.Nearest(pair.First));
    }

    // Of the least numbers what is left below the last place is half of it, and rounded. For that tests allow 2²⁰ and 2⁴³ times the bound:
    // 2⁻¹⁰ of what is left, of large bounds, so that one argument in a thousand is undecided. (Of the bounds themselves none is.)
    [Theory]
    [InlineData("Exp")]
    [InlineData("Exp2")]
    [InlineData("Exp10")]
    public void Rounding_tests_allow_for_what_is_rounded_below_the_least_number(string name)
    {
        var function = ExponentialFunction.Of(name);
        var (nearLimit, vanishing, _, _) = function.Limits;
        double[] inputs = [.. Inputs.Uniform(10 * Count, 1).Select(x => vanishing + ((x + 1) * nearLimit / 1021))];
        int first = function.Run<TestedAnyArgument<Large>>(inputs).Count(ends => ends.First != ends.Second);
        int precise = function.Run<Precise<Large>>(inputs).Count(ends => ends.First != ends.Second);
        output.WriteLine($"undecided of {inputs.Length}: {first}; in double-double: {precise}");
        Assert.InRange(first, inputs.Length / 3000, inputs.Length / 300);
        Assert.InRange(precise, inputs.Length / 3000, inputs.Length / 300);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Published_hard_cases_stay_within_the_bound_and_are_decided_rightly(string name)
    {
        var function = ExponentialFunction.Of(name);
        double[] inputs = Inputs.Published(name);
        var results = function.Run<AnyArgument>(inputs);
        var worst = ErrorSearch.Largest(inputs, i => (Error(function.Reference, inputs[i], results[i].First), 0));
        int first = Undecided(function, inputs, function.Run<TestedAnyArgument<Declared>>(inputs));
        int precise = Undecided(function, inputs, function.Run<Precise<Declared>>(inputs));
        output.WriteLine($"{inputs.Length} inputs: {worst.First}; undecided {first}, in double-double {precise}");
        Assert.True(worst.First.Error <= function.ErrorBoundInUlp, $"{name}: {worst.First}");
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
        var function = ExponentialFunction.Of(name);
        BitsAssert.Equal(expected, function.Run<AnyArgument>([x])[0].First, $"{name}({x})");
        if (!double.IsFinite(x) || x is 23 or -37.42994775023705)
            return;

        // Exact values and those beyond thresholds cost no second stage.
        var (nearest, other) = function.Run<TestedAnyArgument<Declared>>([x])[0];
        BitsAssert.Equal(expected, nearest, $"{name}({x})");
        BitsAssert.Equal(expected, other, $"{name}({x})");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Zeros_give_1_or_keep_their_sign(string name)
    {
        var function = ExponentialFunction.Of(name);
        foreach (double zero in (double[])[0.0, -0.0])
        {
            double expected = name == "ExpM1" ? zero : 1;
            BitsAssert.Equal(expected, function.Run<AnyArgument>([zero])[0].First, $"{name}({zero})");
            BitsAssert.Equal(expected, function.Run<TwoPhases>([zero])[0].First, $"{name}({zero})");
            var (nearest, other) = function.Run<TestedTwoPhases<Declared>>([zero])[0];
            BitsAssert.Equal(expected, nearest, $"{name}({zero})");
            BitsAssert.Equal(expected, other, $"{name}({zero})");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Not_a_number_gives_not_a_number_and_spoils_no_neighbour(string name)
    {
        var function = ExponentialFunction.Of(name);
        double[] inputs = [double.NaN, 0.5, -double.NaN, -745, 800, BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0001), -900, 3];
        var results = function.Run<AnyArgument>(inputs);
        for (int i = 0; i < inputs.Length; i++)
        {
            double expected = double.IsNaN(inputs[i]) ? double.NaN : function.Reference.Nearest(inputs[i]);
            BitsAssert.Equal(expected, results[i].First, $"{name}({inputs[i]})");
        }
    }

    // The thresholds from exact arithmetic.
    [Theory]
    [MemberData(nameof(Names))]
    public void Limits_are_where_the_results_change(string name)
    {
        var function = ExponentialFunction.Of(name);
        var (_, vanishing, leastNormal, largestFinite) = function.Limits;
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
        var function = ExponentialFunction.Of(name);
        double limit = function.Limits.NearLimit;
        double[] near = [0, -0.0, 5e-324, 1, -100, Math.BitDecrement(limit), -Math.BitDecrement(limit)];
        double[] far =
        [
            limit, -limit, 1100, -1100, 1e300, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, -double.NaN,
        ];
        Assert.All(near, x => Assert.True(function.IsNear(x)));
        Assert.All(far, x => Assert.False(function.IsNear(x)));
        Assert.True(function.IsNear(near));
        Assert.All(far, x => Assert.False(function.IsNear([.. near, x, .. near])));

        // So results are normal, but for powers less 1.
        Assert.True(name == "ExpM1" || double.IsNormal(function.Reference.Nearest(-limit)));
        Assert.True(double.IsFinite(function.Reference.Nearest(limit)));
    }

    private static double Error(ReferenceFunction reference, double x, double result)
    {
        double nearest = reference.Nearest(x);
        return double.IsFinite(nearest) && double.IsFinite(result)
            ? reference.ErrorInUlp(result, x)
            : nearest.Equals(result) ? 0 : double.PositiveInfinity;
    }

    // Those of which both results are not the same; where they are, they must be the nearest.
    private static int Undecided(ExponentialFunction function, double[] inputs, (double First, double Second)[] results)
    {
        string name = function.Reference.Name;
        int undecided = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (results[i].First.Equals(results[i].Second))
                BitsAssert.Equal(function.Reference.Nearest(inputs[i]), results[i].First, $"{name}({HardCases.Hex(inputs[i])})");
            else
                undecided++;
        }

        return undecided;
    }
}
