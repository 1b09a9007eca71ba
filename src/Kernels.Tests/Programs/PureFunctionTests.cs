using Kernels.Programs;

namespace Kernels.Tests.Programs;

/// <summary>What is promised of functions given at run time, beside their bits.</summary>
public class PureFunctionTests
{
    private static readonly PureFunction Heart = Make(builder =>
    {
        ProgramValue t = builder.Input("t"), x = Times(builder, 16, builder.Power(builder.Apply(Operator.Sin, t), 3));
        ProgramValue y = Times(builder, 13, Cos(1));
        y = builder.Apply(Operator.Subtract, y, Times(builder, 5, Cos(2)));
        y = builder.Apply(Operator.Subtract, y, Times(builder, 2, Cos(3)));
        return [("x", x), ("y", builder.Apply(Operator.Subtract, y, Cos(4)))];

        ProgramValue Cos(double multiple) => builder.Apply(Operator.Cos, multiple == 1 ? t : Times(builder, multiple, t));
    });

    /// <summary>a·t + b.</summary>
    private static readonly PureFunction Line = Make(builder =>
    {
        ProgramValue t = builder.Input("t"), a = builder.Input("a"), b = builder.Input("b");
        return [("y", builder.Apply(Operator.Add, builder.Apply(Operator.Multiply, a, t), b))];
    });

    [Theory]
    [InlineData(Rounding.Declared)]
    [InlineData(Rounding.Correct)]
    public void The_heart_has_the_bits_of_a_loop_on_all_widths_and_any_number_of_threads(Rounding rounding)
    {
        var heart = new PureFunction(Again(Heart.Program, rounding));

        // Where multiply-adds are emulated an element takes microseconds.
        int count = Lanes.FusedMultiplyAdd.IsHardware ? 100_000 : 20_000;
        double[] t = Inputs.Uniform(count, 100), x = new double[count], y = new double[count];
        Func<double, double> sin = rounding == Rounding.Correct ? CorrectlyRounded.Sin : Elementary.Sin;
        Func<double, double> cos = rounding == Rounding.Correct ? CorrectlyRounded.Cos : Elementary.Cos;
        double[] expectedX = [.. t.Select(t => 16 * CorrectlyRounded.Pow(sin(t), 3))];
        double[] expectedY = [.. t.Select(t => (13 * cos(t)) - (5 * cos(2 * t)) - (2 * cos(3 * t)) - cos(4 * t))];
        heart.Evaluate(t, x, y);
        Check("sequential");
        foreach (int bits in ForcedWidth.All)
        {
            RunAt(bits);
            Check($"{bits} bits");
        }

        foreach (int threads in (int[])[1, 2, 3, 8])
        {
            heart.Evaluate(t, x, y, new ParallelOptions { MaxDegreeOfParallelism = threads });
            Check($"{threads} threads");
            heart.Evaluate([t], [x, y], new ParallelOptions { MaxDegreeOfParallelism = threads });
            Check($"columns, {threads} threads");
        }

        Span<double> point = stackalloc double[2];
        for (int i = 0; i < 100; i++)
        {
            heart.Invoke([t[i]], point);
            BitsAssert.Equal(expectedX[i], point[0], "x of a point");
            BitsAssert.Equal(expectedY[i], point[1], "y of a point");
        }

        unsafe void RunAt(int bits)
        {
            fixed (double* input = t, first = x, second = y)
            {
                RawColumn* columns = stackalloc RawColumn[] { RawColumn.Of(input), RawColumn.Of(first), RawColumn.Of(second) };
                heart.Run(columns, t.Length, new ForcedWidth(bits));
            }
        }

        void Check(string what)
        {
            BitsAssert.Equal<double>(expectedX, x, $"x, {what}");
            BitsAssert.Equal<double>(expectedY, y, $"y, {what}");
            Array.Fill(x, -1);
            Array.Fill(y, -1);
        }
    }

    [Fact]
    public void Columns_may_be_numbers_floats_and_parts_of_arrays()
    {
        double[] t = [1, 2, 3, 4, 5];
        float[] b = [0.5f, 1.5f, 2.5f], y = [-1, -1, -1, -1];
        Line.Evaluate([t.AsMemory(1, 3), 10, b], [y.AsMemory(1)]);
        Assert.Equal([-1, 20.5f, 31.5f, 42.5f], y);
        double[] all = [7, 7, 7];
        Line.Evaluate([2, 3, 4], [all.AsMemory(0, 2)]);
        Assert.Equal([10, 10, 7], all);
        Assert.Equal(10, Line.Invoke(2, 3, 4));
        Line.Evaluate([t, t, 1.0], [t]);
        Assert.Equal([2, 5, 10, 17, 26], t);
    }

    [Fact]
    public void An_input_that_is_replaced_by_one_result_is_still_there_for_the_next()
    {
        var function = PureFunction.Parse("x = 2*t; y = sin(t)");
        double[] t = Inputs.Uniform(1024, 10), x = new double[1024], y = new double[1024];
        double[] place = [.. t];
        function.Evaluate(t, x, y);
        double[] other = new double[1024];
        function.Evaluate([place], [place, other]);
        BitsAssert.Equal<double>(x, place, "the input's place");
        BitsAssert.Equal<double>(y, other, "the other result");
    }

    [Fact]
    public void Results_longer_than_inputs_keep_their_rest()
    {
        double[] t = [1, 2], y = [0, 0, 9];
        Line.Evaluate([t, 1, 1], [y]);
        Assert.Equal([2, 3, 9], y);
    }

    [Fact]
    public void Columns_that_do_not_fit_are_refused_by_name_and_nothing_is_written()
    {
        double[] t = new double[10], other = new double[9], y = new double[10];
        Array.Fill(y, 5);
        Refused("There are 2 columns for 3 inputs: 't', 'a', 'b'. (Parameter 'inputs')", [t, 1], [y]);
        Refused("There are 2 columns for 1 result: 'y'. (Parameter 'results')", [t, 1, 2], [y, y]);
        Refused("'t' has 10 elements and 'b' 9; they must be as many. (Parameter 'inputs')", [t, 1, other], [y]);
        Refused("The result 'y' has room for 9 elements, the inputs have 10. (Parameter 'results')", [t, 1, 2], [other]);
        Refused("The result 'y' is a number, not an array. (Parameter 'results')", [t, 1, 2], [3]);
        Refused("The result 'y' can only be read. (Parameter 'results')", [t, 1, 2], [(ReadOnlyMemory<double>)y]);
        Refused("The result 'y' has no column. (Parameter 'results')", [t, 1, 2], [default]);
        Refused("The input 'a' has no column. (Parameter 'inputs')", [t, default, 2], [y]);
        double[] both = new double[12];
        Refused(
            "The column 'y' overlaps column 't'. (Parameter 'results')", [both.AsMemory(0, 10), 1, 2], [both.AsMemory(1, 10)]);
        Assert.All(both, value => Assert.Equal(0, value));
        Assert.All(y, value => Assert.Equal(5, value));
        Assert.Throws<ArgumentNullException>(() => (Column)(double[])null!);
        var two = Assert.Throws<InvalidOperationException>(() => Line.Evaluate(t, y));
        Assert.Equal("This call is for 1 input and 1 result; the function has the inputs 't', 'a', 'b' and the results 'y': "
                + "Evaluate([…], […]) takes a column for each.", two.Message);
        Assert.Throws<ArgumentException>(() => Line.Invoke(1, 2));
        Assert.Throws<InvalidOperationException>(() => Heart.Invoke(1));

        static void Refused(string message, Column[] inputs, Column[] results) =>
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => Line.Evaluate(inputs, results)).Message);
    }

    [Fact]
    public void Every_overlap_but_the_same_elements_is_refused()
    {
        double[] memory = new double[40];
        for (int first = 0; first <= 20; first++)
        {
            for (int second = 0; second <= 20; second++)
            {
                Memory<double> t = memory.AsMemory(10, 10), x = memory.AsMemory(first, 10), y = memory.AsMemory(second, 10);
                bool isAllowed = (first == 10 || Math.Abs(first - 10) >= 10) && (second == 10 || Math.Abs(second - 10) >= 10)
                    && Math.Abs(first - second) >= 10;
                var exception = Record.Exception(() => Heart.Evaluate([t], [x, y]));
                Assert.Equal(isAllowed, exception is null);
                exception = Record.Exception(() => Heart.Evaluate(t.Span, x.Span, y.Span));
                Assert.Equal(isAllowed, exception is null);
            }
        }
    }

    [Fact]
    public void With_a_number_an_input_is_gone_and_what_depends_on_it_alone_is_computed()
    {
        var function = Make(builder =>
        {
            ProgramValue t = builder.Input("t"), a = builder.Input("a");
            return [("y", builder.Apply(Operator.Multiply, t, builder.Apply(Operator.Exp, a)))];
        });
        var half = function.With("a", 0.5);
        Assert.Equal(["t"], half.Inputs);
        Assert.Equal(["y"], half.Outputs);
        Assert.Equal([Elementary.Exp(0.5)], half.Program.Constants);
        Assert.Single(half.Program.Operations);
        BitsAssert.Equal(3 * Elementary.Exp(0.5), half.Invoke(3), "y");
        Assert.Equal(
            "There is no input 'b'; there is 't', 'a'. (Parameter 'input')",
            Assert.Throws<ArgumentException>(() => function.With("b", 1)).Message);
        var constant = half.With("t", 2);
        Assert.Empty(constant.Inputs);
        double[] three = new double[3];
        constant.Evaluate([], [three]);
        Assert.Equal([2 * Elementary.Exp(0.5), 2 * Elementary.Exp(0.5), 2 * Elementary.Exp(0.5)], three);
        Assert.Equal(2 * Elementary.Exp(0.5), constant.Invoke());
    }

    [Fact]
    public void A_power_with_a_number_as_exponent_remains_the_power_of_its_tier()
    {
        var power = Make(builder => [("y", builder.Apply(Operator.Pow, builder.Input("x"), builder.Input("n")))]);
        Assert.Equal(Operator.Pow, power.With("n", 2).Program.Operations[0].Operator);
    }

    [Fact]
    public void Constants_are_computed_by_the_lanes_own_operations()
    {
        var zeros = Make(builder => [("y", builder.Apply(Operator.Min, builder.Constant(0), builder.Constant(-0.0)))]);
        BitsAssert.Equal(-0.0, zeros.Program.Constants[0], "min(0, -0)");
        Assert.Empty(zeros.Program.Operations);
    }

    [Fact]
    public void What_is_equal_is_computed_once_and_what_nobody_reads_not_at_all()
    {
        var function = Make(builder =>
        {
            ProgramValue t = builder.Input("t"), sine = builder.Apply(Operator.Sin, t), again = builder.Apply(Operator.Sin, t);
            builder.Apply(Operator.Exp, t);
            return [("y", builder.Apply(Operator.Multiply, sine, again)), ("z", builder.Apply(Operator.Cos, t))];
        });
        Assert.Equal([Operator.Sin, Operator.Multiply, Operator.Cos], function.Program.Operations.Select(operation => operation.Operator));
        var plan = new Plan(function.Program);
        Assert.Equal([Operator.SinCos, Operator.Multiply], plan.Passes.Select(pass => pass.Operator!.Value));
    }

    [Fact]
    public void Samples_are_the_values_at_the_grids_points()
    {
        double[] t = [.. Enumerable.Range(0, 1000).Select(i => Math.FusedMultiplyAdd(i, 0.01, -3))];
        double[] x = new double[1000], y = new double[1000], sampledX = new double[1000], sampledY = new double[1000];
        Heart.Evaluate(t, x, y);
        Heart.Sample(-3, 0.01, sampledX, sampledY);
        BitsAssert.Equal<double>(x, sampledX, "x");
        BitsAssert.Equal<double>(y, sampledY, "y");
        Heart.Sample(-3, 0.01, sampledY, sampledX, new ParallelOptions());
        BitsAssert.Equal<double>(x, sampledY, "x, parallel");
        var identity = Make(builder => [("t", builder.Input("t"))]);
        double[] ends = identity.Sample(0.1, 0.7, 4)[0];
        Assert.Equal([0.1, Math.FusedMultiplyAdd(1, (0.7 - 0.1) / 3, 0.1), Math.FusedMultiplyAdd(2, (0.7 - 0.1) / 3, 0.1), 0.7], ends);
        Assert.Equal([-1.7e308, 0, 1.7e308], identity.Sample(-1.7e308, 1.7e308, 3)[0]);
        Assert.Equal([5], identity.Sample(5, 6, 1)[0]);
        BitsAssert.Equal(-0.0, identity.Sample(-0.0, 1, 3)[0][0], "the first argument");
        Assert.Empty(identity.Sample(5, 6, 0)[0]);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => identity.Sample(5, 6, -1));
        Assert.Throws<ArgumentOutOfRangeException>("last", () => identity.Sample(5, double.NaN, 2));
    }

    [Fact]
    public void A_cancelled_call_says_so_and_progress_ends_with_the_total()
    {
        double[] t = new double[300_000], x = new double[t.Length], y = new double[t.Length];
        using var source = new CancellationTokenSource();
        source.Cancel();
        var options = new ParallelOptions { CancellationToken = source.Token };
        Assert.Throws<OperationCanceledException>(() => Heart.Evaluate([t], [x, y], options));
        Assert.All(x, value => Assert.Equal(0, value));
        var progress = new Reports();
        Heart.Evaluate([t], [x, y], progress: progress);
        Assert.Equal(t.Length, progress.All[^1]);
        Assert.Equal(progress.All.Order().Distinct(), progress.All);
    }

    [Fact]
    public void An_empty_call_is_cancelled_and_reports_like_any_other()
    {
        using var source = new CancellationTokenSource();
        var progress = new Reports();
        Heart.Evaluate([], [], [], new ParallelOptions(), progress);
        Heart.Evaluate([], [], []);
        Assert.Equal([0], progress.All);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => Heart.Evaluate([], [], [], new ParallelOptions { CancellationToken = source.Token }));
    }

    [Theory]
    [InlineData(2.9802322387695312e-08)]
    [InlineData(-2.9802322387695312e-08)]
    [InlineData(4.1045368012983762e-289)]
    [InlineData(5e-324)]
    public void Constants_are_the_same_in_the_text(double constant)
    {
        var function = Make(builder => [("y", builder.Apply(Operator.Multiply, builder.Input("t"), builder.Constant(constant)))]);
        Assert.Equal(function, PureFunction.Parse(function.ToString()));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Texts_are_written_in_whatever_state_a_thread_is(string state)
    {
        FloatingPointState.Require();
        var function = PureFunction.Parse("t*1e-310 + 0.1");
        string text = function.ToString(), explanation = function.Explain(), actual = "", explained = "";
        FloatingPointState.Under(state, () => (actual, explained) = (function.ToString(), function.Explain()));
        Assert.Equal(text, actual);
        Assert.Equal(explanation, explained);
    }

    [Fact]
    public void Errors_are_short_whatever_the_text_is()
    {
        string names = string.Join(", ", Enumerable.Range(0, 100_000).Select(i => $"a{i}"));
        string values = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"a{i}=x\n"));
        foreach (string text in (string[])[$"({names}) -> x", values + "nothing", "x + \u001B[2J\u202E\u2028 $"])
        {
            var error = Assert.Throws<FormatException>(() => PureFunction.Parse(text, "x"));
            Assert.True(error.Message.Length < 1000, error.Message);
            Assert.DoesNotContain(error.Message, letter => letter != '\n' && (char.IsControl(letter) || letter is '\u202E' or '\u2028'));
        }
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        double[] t = [0.5], x = [0], y = [0];
        for (int i = 0; i < 100; i++)
            Call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Call();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Call()
        {
            Heart.Evaluate(t, x, y);
            Heart.Evaluate([t], [x, y]);
            Line.Invoke(1, 2, 3);
        }
    }

    public static TheoryData<string> States => [.. FloatingPointState.All];

    [Theory]
    [MemberData(nameof(States))]
    public void Functions_are_made_and_evaluated_in_whatever_state_a_thread_is(string state)
    {
        FloatingPointState.Require();
        byte[] bytes = Make(builder =>
        {
            ProgramValue t = builder.Input("t"), third = builder.Apply(Operator.Divide, builder.Constant(1), builder.Input("n"));
            return [("y", builder.Apply(Operator.Multiply, builder.Apply(Operator.Exp, t), third)), ("z", builder.Power(t, -3))];
        }).ToBytes();
        double[] t = Inputs.Mixed<double>(2000, seed: 5);
        var expected = PureFunction.FromBytes(bytes).With("n", 3);
        double[][] wanted = [new double[t.Length], new double[t.Length]], actual = [new double[t.Length], new double[t.Length]];
        expected.Evaluate([t], [wanted[0], wanted[1]]);
        FloatingPointState.Under(state, () =>
        {
            var function = PureFunction.FromBytes(bytes).With("n", 3);
            Assert.Equal(expected, function);
            function.Evaluate([t], [actual[0], actual[1]]);
            function.Evaluate(t.AsSpan(0, 1000), actual[0].AsSpan(0, 1000), actual[1].AsSpan(0, 1000), new ParallelOptions());
        });
        BitsAssert.Equal<double>(wanted[0], actual[0], state);
        BitsAssert.Equal<double>(wanted[1], actual[1], state);
    }

    [Fact]
    public void A_million_elements_past_the_caches_have_the_same_bits()
    {
        double[] t = Inputs.Uniform(3_000_000, 10), x = new double[t.Length], y = new double[t.Length], piece = new double[1000];
        Heart.Evaluate(t, x, y, new ParallelOptions());
        for (int first = 0; first < t.Length; first += 1000)
        {
            Heart.Evaluate(t.AsSpan(first, 1000), piece, new double[1000]);
            BitsAssert.Equal(piece, x.AsSpan(first, 1000), "x");
        }
    }

    private static PureFunction Make(Func<ProgramBuilder, (string, ProgramValue)[]> results)
    {
        var builder = new ProgramBuilder(Rounding.Declared);
        return new(builder.Build(results(builder)));
    }

    private static FunctionProgram Again(FunctionProgram program, Rounding rounding)
    {
        var builder = new ProgramBuilder(rounding);
        return builder.Build([.. program.Outputs.Zip(builder.Replay(program, [.. program.Inputs.Select(builder.Input)]))]);
    }

    private static ProgramValue Times(ProgramBuilder builder, double factor, ProgramValue value) =>
        builder.Apply(Operator.Multiply, builder.Constant(factor), value);

    private sealed class Reports : IProgress<long>
    {
        public List<long> All { get; } = [];

        public void Report(long value) => All.Add(value);
    }
}
