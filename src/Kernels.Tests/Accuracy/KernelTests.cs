using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The kernels of doubles against exact arithmetic, on single doubles and on vectors of each width.</summary>
public class KernelTests(ITestOutputHelper output)
{
    private const int Count = 10_000;

    public static TheoryData<string> Names => [.. TestedKernel.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Errors_stay_within_the_bound(string name)
    {
        var function = TestedKernel.Named(name);
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
        var function = TestedKernel.Named(name);
        double[] inputs = function.Near([.. function.Inputs(Count), 0.0, -0.0]);
        var whole = function.Run<AnyArgument>(inputs);
        var phases = function.Run<TwoPhases>(inputs);
        for (int i = 0; i < inputs.Length; i++)
            BitsAssert.Equal(whole[i].First, phases[i].First, $"{name}({HardCases.Hex(inputs[i])})");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_rounding_tests_decide_is_the_nearest(string name)
    {
        var function = TestedKernel.Named(name);
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
        var function = TestedKernel.Named(name);
        double[] inputs = [.. function.Reference.HardCases.Select(point => point.X)], near = function.Near(inputs);
        Assert.NotEqual(0, Wrong(inputs, function.Run<TestedAnyArgument<LeftOut>>(inputs)));
        Assert.NotEqual(0, Wrong(near, function.Run<TestedTwoPhases<LeftOut>>(near)));
        Assert.NotEqual(0, Wrong(inputs, function.Run<Precise<LeftOut>>(inputs)));

        int Wrong(double[] arguments, (double First, double Second)[] results) => arguments.Zip(results)
            .Count(pair => pair.Second.First.Equals(pair.Second.Second) && pair.Second.First != function.Reference.Nearest(pair.First));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Published_hard_cases_stay_within_the_bound_and_are_decided_rightly(string name)
    {
        var function = TestedKernel.Named(name);
        double[] inputs = Inputs.Published(name);
        var results = function.Run<AnyArgument>(inputs);
        var worst = ErrorSearch.Largest(inputs, i => (Error(function.Reference, inputs[i], results[i].First), 0));
        int first = Undecided(function, inputs, function.Run<TestedAnyArgument<Declared>>(inputs));
        int precise = Undecided(function, inputs, function.Run<Precise<Declared>>(inputs));
        output.WriteLine($"{inputs.Length} inputs: {worst.First}; undecided {first}, in double-double {precise}");
        Assert.True(worst.First.Error <= function.ErrorBoundInUlp, $"{name}: {worst.First}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Not_a_number_gives_not_a_number_and_spoils_no_neighbour(string name)
    {
        var function = TestedKernel.Named(name);
        double[] inputs = [double.NaN, 0.5, -double.NaN, -745, 800, BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0001), -900, 3];
        var results = function.Run<AnyArgument>(inputs);
        for (int i = 0; i < inputs.Length; i++)
        {
            double expected = double.IsNaN(inputs[i]) ? double.NaN : function.Reference.Nearest(inputs[i]);
            BitsAssert.Equal(expected, results[i].First, $"{name}({inputs[i]})");
        }
    }

    /// <summary>What is exact, and what is beyond thresholds, costs no second stage.</summary>
    internal static void CheckExact(string name, double x, double expected)
    {
        var function = TestedKernel.Named(name);
        BitsAssert.Equal(expected, function.Run<AnyArgument>([x])[0].First, $"{name}({x})");
        var (nearest, other) = function.Run<TestedAnyArgument<Declared>>([x])[0];
        BitsAssert.Equal(expected, nearest, $"{name}({x})");
        BitsAssert.Equal(expected, other, $"{name}({x})");
        if (!function.IsNear(x))
            return;
        BitsAssert.Equal(expected, function.Run<TwoPhases>([x])[0].First, $"{name}({x})");
        (nearest, other) = function.Run<TestedTwoPhases<Declared>>([x])[0];
        BitsAssert.Equal(expected, nearest, $"{name}({x})");
        BitsAssert.Equal(expected, other, $"{name}({x})");
    }

    /// <summary>Only those within the fast path are taken for near, alone and one among others.</summary>
    internal static void CheckNear(TestedKernel function, double[] near, double[] far)
    {
        Assert.All(near, x => Assert.True(function.IsNear(x)));
        Assert.All(far, x => Assert.False(function.IsNear(x)));
        Assert.True(function.IsNear(near));
        Assert.All(far, x => Assert.False(function.IsNear([.. near, x, .. near])));
    }

    private static double Error(ReferenceFunction reference, double x, double result)
    {
        double nearest = reference.Nearest(x);
        return double.IsFinite(nearest) && double.IsFinite(result)
            ? reference.ErrorInUlp(result, x)
            : nearest.Equals(result) ? 0 : double.PositiveInfinity;
    }

    /// <summary>Those of which both results are not the same; where they are, they must be the nearest.</summary>
    internal static int Undecided(TestedKernel function, double[] inputs, (double First, double Second)[] results)
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
