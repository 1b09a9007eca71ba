using System.Numerics;
using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>
/// Correct rounding: no result but the nearest double, over all doubles; and what happens if a rounding test is left out.
/// </summary>
public class CorrectRoundingTests(ITestOutputHelper output)
{
    [Fact]
    public void Bit_spaced_inputs_are_rounded_correctly() => Assert.Equal(0, Misrounded(Inputs.BitSpaced(500_000)));

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1e6)]
    [InlineData(1e300)]
    public void Uniform_inputs_are_rounded_correctly(double range) => Assert.Equal(0, Misrounded(Inputs.Uniform(50_000, range)));

    [Fact]
    public void Hard_cases_are_rounded_correctly() =>
        Assert.Equal(0, Misrounded([.. Inputs.Hard(), .. HardCases.NearestToMultiplesOfTableStep(), .. Inputs.Special]));

    [Theory]
    [InlineData("Sin")]
    [InlineData("Cos")]
    public void Published_hard_cases_are_rounded_correctly(string name) => Assert.Equal(0, Misrounded(Inputs.Published(name)));

    [Fact]
    public void The_last_resort_agrees_with_the_wide_integers()
    {
        double[] inputs = [.. Inputs.Hard().Where((_, i) => i % 40 == 0), .. Inputs.BitSpaced(300), .. Inputs.Uniform(300, 100)];
        foreach (double x in inputs)
        {
            if (x == 0 || Math.Abs(x) < 1e-8)
                continue;
            Assert.Equal(LastStages<OnCircle<Sine>>.Round<Proved>(x, 0, 0), LastStages<OnCircle<Sine>>.RoundExactly(x));
            Assert.Equal(LastStages<OnCircle<Cosine>>.Round<Proved>(x, 0, 0), LastStages<OnCircle<Cosine>>.RoundExactly(x));
        }
    }

    [Fact]
    public void Without_the_test_of_the_vectors_results_are_wrong() =>
        Assert.NotEqual(0, Misrounded(Inputs.Uniform(200_000, 100), (x, sine, cosine) =>
            SinCos<NoTest>(x, sine, cosine)));

    [Fact]
    public void Without_the_test_of_double_double_arithmetic_results_are_wrong() =>
        Assert.NotEqual(0, Misrounded(HardCases.Midpoints, (x, sine, cosine) =>
            SinCos<NoPreciseTest>(x, sine, cosine)));

    [Fact]
    public void Every_stage_hands_on_what_it_cannot_decide()
    {
        long before = Calls();
        double[] inputs = [.. HardCases.Midpoints, .. Inputs.Uniform(1000, 100)];
        Assert.Equal(0, Misrounded(inputs, (x, sine, cosine) =>
            SinCos<Doubtful>(x, sine, cosine)));
        Assert.True(Calls() > before);

        static long Calls() => LastStages<OnCircle<SineAndCosine>>.ExactCalls;
    }

    // In place the argument is gone when an element is done again: with bounds that send all of them through every stage.
    [Fact]
    public void In_place_too_what_is_undecided_is_done_again()
    {
        double[] inputs = [.. HardCases.Midpoints, .. Inputs.Uniform(1000, 100), .. Inputs.Hard()];
        double[] sine = [.. inputs.Select(x => Exact.SinCos(x, 160).Sin.Round())];
        double[] cosine = [.. inputs.Select(x => Exact.SinCos(x, 160).Cos.Round())];
        double[] x = [.. inputs], y = new double[inputs.Length];
        SinCos<Doubtful>(x, x, y);
        BitsAssert.Equal(sine, x, "sines in place");
        BitsAssert.Equal(cosine, y, "cosines beside them");
        x = [.. inputs];
        SinCos<Doubtful>(x, y, x);
        BitsAssert.Equal(sine, y, "sines beside");
        BitsAssert.Equal(cosine, x, "cosines in place");
        x = [.. inputs];
        Driver.Evaluate(default(TableBody<OnCircle<Sine>, Correct<OnCircle<Sine>, Doubtful>>), x, x, default, default(CallingThread));
        BitsAssert.Equal(sine, x, "sines alone");
        x = [.. inputs];
        Driver.Evaluate(default(TableBody<OnCircle<Cosine>, Correct<OnCircle<Cosine>, Doubtful>>), x, x, default, default(CallingThread));
        BitsAssert.Equal(cosine, x, "cosines alone");
    }

    [Fact]
    public void The_vectors_keep_within_their_bound_and_come_near_it()
    {
        double[] inputs =
        [
            .. Inputs.Uniform(100_000, 100), .. Inputs.Uniform(100_000, 1e6), .. Inputs.Uniform(50_000, 1e300), .. Inputs.Hard(),
            .. HardCases.NearestToMultiplesOfTableStep(), 665169.1363453667,
        ];
        var shares = new double[inputs.Length];
        Parallel.For(0, inputs.Length, i =>
        {
            var (offsets, first, multiple) = CircleReduction.Reduce(inputs[i]);
            var (tableSine, tableCosine, shift, _) = TableReads.Rows(in CircleTable.First, offsets);
            var (high, low) = CircleReduction.Finish(first - shift, multiple);
            var (sine, cosine) = SineCosine.Remainder(high, low);
            var (exactSine, exactCosine) = Exact.SinCos(inputs[i], 160);
            shares[i] = Math.Max(
                Share(exactSine, SineCosine.SineParts(tableSine, tableCosine, high, sine, cosine)),
                Share(exactCosine, SineCosine.CosineParts(tableSine, tableCosine, high, sine, cosine)));
        });
        output.WriteLine($"largest share of the bound: {shares.Max()}");
        Assert.InRange(shares.Max(), 0.35, 0.9);

        static double Share(Fixed exact, (Double1<Whole> Leading, Double1<Whole> Small) parts) =>
            Relative(
                Exact.Units(parts.Leading.Value, exact.FractionBits) - Exact.Units(parts.Small.Value, exact.FractionBits), exact)
            / Proved.RelativeError;
    }

    [Fact]
    public void Double_double_arithmetic_keeps_within_its_bound_and_comes_near_it()
    {
        double[] inputs =
        [
            .. Inputs.Uniform(40_000, 100), .. Inputs.Uniform(10_000, 1e300), .. Inputs.BitSpaced(20_000), .. Inputs.Hard(),
            .. HardCases.Midpoints, .. HardCases.NearestToMultiplesOfTableStep(),
        ];
        var shares = new double[inputs.Length];
        Parallel.For(0, inputs.Length, i =>
        {
            var (offsets, first, multiple) = CircleReduction.Reduce(inputs[i]);
            var (sine, cosine) = PreciseSineCosine.Both(offsets, first, multiple);
            var (exactSine, exactCosine) = Exact.SinCos(inputs[i], 200);
            shares[i] = Math.Max(Share(sine, exactSine), Share(cosine, exactCosine));
        });
        output.WriteLine($"largest share of the bound: {shares.Max()} at {HardCases.Hex(inputs[Array.IndexOf(shares, shares.Max())])}");
        Assert.InRange(shares.Max(), 0.02, 0.25);

        static double Share(DoubleDouble<Double1<Whole>> value, Fixed exact)
        {
            // Numbers below those that double-double arithmetic can hold are decided by the vectors.
            if (Math.Abs(value.High.Value) < 1e-200)
                return 0;
            BigInteger sum = Exact.Units(value.High.Value, exact.FractionBits) + Exact.Units(value.Low.Value, exact.FractionBits);
            BigInteger error = BigInteger.Abs(sum - exact.Units);
            return Math.Exp(BigInteger.Log(error + 1) - (exact.FractionBits * Math.Log(2)))
                / PreciseSineCosine.ErrorBound<Double1<Whole>, Proved>(value).Value;
        }
    }

    private static double Relative(BigInteger units, Fixed exact) =>
        Math.Exp(BigInteger.Log(BigInteger.Abs(units - exact.Units) + 1) - BigInteger.Log(BigInteger.Abs(exact.Units)));

    private static long Misrounded(double[] inputs) => Misrounded(inputs, (x, sine, cosine) => CorrectlyRounded.SinCos(x, sine, cosine));

    private static long Misrounded(double[] inputs, Action<double[], double[], double[]> evaluate)
    {
        double[] sine = new double[inputs.Length], cosine = new double[inputs.Length];
        evaluate(inputs, sine, cosine);
        long wrong = 0;
        Parallel.For(0, inputs.Length, i =>
        {
            if (!double.IsFinite(inputs[i]))
                return;
            var (exactSine, exactCosine) = Exact.SinCos(inputs[i], 160);
            bool right = sine[i] == exactSine.Round() && cosine[i] == exactCosine.Round();
            if (!right)
                Interlocked.Increment(ref wrong);
        });
        return wrong;
    }

    private static void SinCos<TTest>(ReadOnlySpan<double> x, Span<double> sine, Span<double> cosine)
        where TTest : struct, IRoundingTest =>
        Driver.Evaluate(
            default(TableBody<OnCircle<SineAndCosine>, Correct<OnCircle<SineAndCosine>, TTest>>), x, sine, cosine, default(CallingThread));

    /// <summary>As if the vectors' results were known exactly.</summary>
    private readonly struct NoTest : IRoundingTest
    {
        public static double RelativeError => 0;

        public static double PreciseRelativeError => Proved.PreciseRelativeError;
    }

    /// <summary>As if those in double-double arithmetic were known exactly.</summary>
    private readonly struct NoPreciseTest : IRoundingTest
    {
        public static double RelativeError => Proved.RelativeError;

        public static double PreciseRelativeError => 0;
    }

    /// <summary>As if nothing were known of either, and the integers had but 100 bits.</summary>
    private readonly struct Doubtful : IRoundingTest
    {
        public static double RelativeError => 1e-14;

        public static double PreciseRelativeError => 1e-14;

        public static UInt192 WideError => new(0, 1ul << 36, 0);
    }
}
