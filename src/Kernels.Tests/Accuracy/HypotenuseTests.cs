using System.Numerics;
using System.Reflection;
using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>Hypotenuses: constants, the derived bound, ties, thresholds, and what happens if a rounding test is left out.</summary>
public class HypotenuseTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> Output = TestRepository.Read("tools", "hypot.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => parts[1]);

    [Theory]
    [InlineData("First1")]
    [InlineData("First2")]
    public void Constants_are_those_of_the_script(string name)
    {
        var field = typeof(SquareRoot).GetField(name, BindingFlags.Static | BindingFlags.NonPublic);
        BitsAssert.Equal(HardCases.Hex(Output[name]), (double)field!.GetRawConstantValue()!, name);
    }

    // From 1 to 4, after which all begins again but for exponents: between the script's ends, and after the step as near as it says.
    [Fact]
    public void Estimates_are_as_near_as_the_script_supposes()
    {
        const int Count = 400_000;
        double least = 1, most = -1, worst = 0;
        var constants = SquareRoot.Constants<Double1<Whole>>();
        for (int i = 0; i <= 3 * Count; i++)
        {
            double x = 1 + ((double)i / Count), bits = BitConverter.Int64BitsToDouble(
                SquareRoot.Magic - 1 - (BitConverter.DoubleToInt64Bits(x) >> 1));
            double error = 0.5 - (2 * x * bits * bits);
            (least, most) = (Math.Min(least, error), Math.Max(most, error));
            worst = Math.Max(worst, Math.Abs((2 * Math.Sqrt(x) * SquareRoot.Estimate<Double1<Whole>>(x, constants).Value) - 1));
        }

        output.WriteLine($"{least} to {most}, then {Math.Log2(worst)}");
        Assert.InRange(least, -0.0347, -0.0346);
        Assert.InRange(most, 0.0335, 0.0347);
        Assert.InRange(Math.Log2(worst), -15.3, Number("FirstError"));
        Assert.True(Number("SecondError") < -43.67 && Number("SingleError") < -29.4);
    }

    // Before the last rounding: docs/accuracy.md derives 2⁻⁸⁶·⁷ for the bound of 2⁻⁸⁵.
    [Fact]
    public void The_vectors_keep_within_their_bound_and_come_near_it()
    {
        double[] x =
        [
            .. Inputs.Uniform(100_000, 100), .. Inputs.Uniform(20_000, 1e-120), .. Inputs.Uniform(20_000, 1e150),
            .. Enumerable.Range(0, 200_000).Select(i => 1 + (i / 2e5)),
        ];
        double[] y =
        [
            .. Inputs.Uniform(100_000, 100, seed: 2), .. Inputs.Uniform(20_000, 1e-125, seed: 3), .. Inputs.Uniform(20_000, 1e148, seed: 4),
            .. Inputs.Uniform(200_000, 2, seed: 5),
        ];
        double[] shares = new double[x.Length];
        Parallel.For(0, x.Length, i =>
        {
            var constants = SquareRoot.Constants<Double1<Whole>>();
            var (high, low) = Hypotenuse.SumOfSquares<Double1<Whole>>(x[i], y[i]);
            var (leading, small) = Hypotenuse.Parts(high, low, SquareRoot.Estimate(high, constants), constants);
            var exact = Exact.Hypot(x[i], y[i], 200);
            BigInteger value = Exact.Units(leading.Value, exact.FractionBits) - Exact.Units(small.Value, exact.FractionBits);
            BigInteger error = BigInteger.Abs(value - exact.Units);
            shares[i] = Math.Exp(BigInteger.Log(error + 1) - BigInteger.Log(exact.Units)) / SquareRoot.RelativeError;
        });
        output.WriteLine($"largest share of the bound: {shares.Max()}");
        Assert.InRange(shares.Max(), 0.1, 0.31);
        BitsAssert.Equal(Math.ScaleB(1, -85), SquareRoot.RelativeError, "the bound");
        BitsAssert.Equal(SquareRoot.RelativeError, ProvedHypotenuse.RelativeError, "what the rounding test takes");
    }

    [Theory]
    [InlineData(3.0, 4.0, 5.0)]
    [InlineData(1, -1e20, 1e20)]
    [InlineData(1e308, 1e308, 1.4142135623730951e308)]
    [InlineData(double.MaxValue, 0, double.MaxValue)]
    [InlineData(double.MaxValue, double.MaxValue, double.PositiveInfinity)]
    [InlineData(double.MaxValue, 1e300, double.MaxValue)]
    [InlineData(double.PositiveInfinity, double.NaN, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0, double.PositiveInfinity)]
    [InlineData(double.NaN, 0, double.NaN)]
    [InlineData(1, double.NaN, double.NaN)]
    [InlineData(double.Epsilon, 0, double.Epsilon)]
    [InlineData(-0.0, -0.0, 0.0)]
    [InlineData(double.Epsilon, double.Epsilon, double.Epsilon)]
    [InlineData(2 * double.Epsilon, double.Epsilon, 2 * double.Epsilon)]
    [InlineData(3 * double.Epsilon, -4 * double.Epsilon, 5 * double.Epsilon)]
    [InlineData(-3e-320, 4e-320, 5e-320)]
    [InlineData(2.2250738585072014e-308, double.Epsilon, 2.2250738585072014e-308)]
    public void Values_are_as_they_should_be(double x, double y, double expected)
    {
        foreach (var (a, b) in ((double, double)[])[(x, y), (y, x), (-x, y), (x, -y)])
        {
            BitsAssert.Equal(expected, Elementary.Hypot(a, b), $"{a}, {b}");
            BitsAssert.Equal(expected, CorrectlyRounded.Hypot(a, b), $"{a}, {b}");
            foreach (string name in (string[])["Hypot", "CorrectHypot"])
            {
                foreach (int length in (int[])[1, 200])
                {
                    double[] xs = [.. Enumerable.Repeat(a, length)], ys = [.. Enumerable.Repeat(b, length)];
                    Assert.All(Operations.Named<double>(name).Evaluate(xs, ys)[0], value => BitsAssert.Equal(expected, value, name));
                }
            }
        }
    }

    [Fact]
    public void Integral_triangles_are_exact_at_every_scale()
    {
        foreach (var (x, y, z) in ((double, double, double)[])[(3, 4, 5), (5, 12, 13), (20, 21, 29), (119, 120, 169), (4059, 4060, 5741)])
        {
            double[] scales = [.. Enumerable.Range(-1074, 2085).Select(n => Math.ScaleB(1, n))];
            foreach (string name in (string[])["Hypot", "CorrectHypot"])
            {
                double[] actual = Operations.Named<double>(name)
                    .Evaluate([.. scales.Select(scale => x * scale)], [.. scales.Select(scale => -y * scale)])[0];
                BitsAssert.Equal([.. scales.Select(scale => z * scale)], actual, $"{x}, {y}");
            }
        }
    }

    // (p² − q², 2pq, p² + q²) with a hypotenuse of 54 bits that is odd: the middle between two doubles.
    [Fact]
    public void Ties_are_rounded_to_even_and_what_is_beside_them_is_not()
    {
        var (x, y, nearest) = Ties(1L << 52, 20_000, [-1074, -1073, -500, -27, 0, 1, 300, 969]);
        double[] actual = Operations.Named<double>("CorrectHypot").Evaluate(x, y)[0];
        BitsAssert.Equal(nearest, actual, "ties");
        for (int i = 0; i < x.Length; i += 50)
            BitsAssert.Equal(nearest[i], CorrectlyRounded.Hypot(y[i], -x[i]), "a tie alone");

        // One place more or less moves the value to that side.
        double[] up = Operations.Named<double>("CorrectHypot").Evaluate([.. x.Select(Math.BitIncrement)], y)[0];
        double[] down = Operations.Named<double>("CorrectHypot").Evaluate(x, [.. y.Select(Math.BitDecrement)])[0];
        for (int i = 0; i < x.Length; i++)
        {
            Assert.True(down[i] < up[i] && (nearest[i] == down[i] || nearest[i] == up[i]), $"{x[i]:r}, {y[i]:r}");
            BitsAssert.Equal(Nearest.Hypot(Math.BitIncrement(x[i]), y[i]), up[i], "above a tie");
            BitsAssert.Equal(Nearest.Hypot(x[i], Math.BitDecrement(y[i])), down[i], "below a tie");
        }
    }

    [Fact]
    public void Ties_of_floats_are_rounded_to_even()
    {
        var (x, y, nearest) = Ties(1L << 23, 20_000, [-149, -148, -20, 0, 1, 50, 102]);
        float[] expected = [.. nearest.Select(value => (float)value)];
        BitsAssert.Equal(nearest, [.. expected.Select(value => (double)value)], "floats");
        foreach (int bits in ForcedWidth.All)
        {
            float[] actual = new float[x.Length];
            Operations.Named<float>("Hypot")
                .Run([.. x.Select(value => (float)value)], [.. y.Select(value => (float)value)], actual, [], new ForcedWidth(bits));
            BitsAssert.Equal<float>(expected, actual, $"ties at {bits} bits");
        }
    }

    // The middle between two numbers is √(x² + x·u + u²/4), u the last place of x: y next to the root of the rest leaves the sum beside its
    // square, or at it but for what the sum of squares is rounded by.
    [Fact]
    public void What_is_beside_the_middle_goes_to_its_side()
    {
        const int Count = 40_000;
        double place = Math.ScaleB(1, -52), singlePlace = Math.ScaleB(1, -23);
        double[] x = [.. Enumerable.Range(1, Count).Select(i => 1 + (((i * 7919L) % (1L << 40)) * place))];
        double[] y = [.. x.Select(value => Math.Sqrt((value * place) + (place * place / 4)))];
        BitsAssert.Equal(
            x.Zip(y, Nearest.Hypot).ToArray(), Operations.Named<double>("CorrectHypot").Evaluate(x, y)[0], "doubles beside the middle");
        float[] singleX = [.. Enumerable.Range(1, Count).Select(i => 1 + (i * (float)singlePlace))];
        float[] singleY = [.. singleX.Select(value => (float)Math.Sqrt((value * singlePlace) + (singlePlace * singlePlace / 4)))];

        // Of some the sum of squares is that of the middle once it is rounded, and not before.
        int rounded = singleX.Zip(singleY).Count(pair =>
        {
            double middle = pair.First + (singlePlace / 2), square = (double)pair.Second * pair.Second;
            return ((double)pair.First * pair.First) + square == middle * middle
                && square != (pair.First * singlePlace) + (singlePlace * singlePlace / 4);
        });
        Assert.InRange(rounded, 20, Count);
        BitsAssert.Equal<float>(
            [.. singleX.Zip(singleY, Nearest.Hypot)], Operations.Named<float>("Hypot").Evaluate(singleX, singleY)[0], "floats");
    }

    [Fact]
    public void Integers_decide_as_the_reference_does()
    {
        (double X, double Y)[] pairs =
        [
            .. ReferenceFunction.Of("Hypot").HardCases.Where(pair => double.IsFinite(pair.X) && double.IsFinite(pair.Y)),
            .. Inputs.BitSpaced(3000).Zip(Inputs.Partners<double>(Inputs.BitSpaced(3000))).Where(pair => double.IsFinite(pair.Second)),
            .. Inputs.Uniform(3000, 1).Zip(Inputs.Uniform(3000, 1, seed: 9)),
            .. Inputs.Uniform(3000, 1e-316).Zip(Inputs.Uniform(3000, 1e-316, seed: 9)),
        ];
        foreach (var (x, y) in pairs)
            BitsAssert.Equal(Nearest.Hypot(x, y), LastStages<Hypotenuse>.Round<ProvedHypotenuse>(x, y, 0), $"{x:r}, {y:r}");
    }

    // Where lanes begin to scale, on both sides; and where results become subnormal or infinite.
    [Fact]
    public void Thresholds_are_seamless()
    {
        var random = new Random(81);
        double[] borders =
        [
            Math.ScaleB(1, -420), Math.ScaleB(1, 510), Math.ScaleB(1, -422), Math.ScaleB(1, -1022), Math.ScaleB(1, 1023), double.MaxValue,
            Math.ScaleB(1, -540), Math.ScaleB(1, 424),
        ];
        List<(double X, double Y)> pairs = [];
        foreach (double border in borders)
        {
            for (int i = 0; i < 4000; i++)
            {
                // Of a point of the circle around 0, and a little off it.
                double angle = random.NextDouble() * Math.PI / 2;
                double radius = 1 - ((random.NextDouble() - 0.5) * Math.ScaleB(1, -random.Next(53)));
                double x = border * (radius * Math.Cos(angle)), y = border * (radius * Math.Sin(angle));
                pairs.Add(i % 4 == 0 ? (border, Math.ScaleB(y, -random.Next(60))) : (x, y));
            }
        }

        (double X, double Y)[] sorted = [.. pairs.Where(pair => double.IsFinite(pair.X) && double.IsFinite(pair.Y))];
        double[] xs = [.. sorted.Select(pair => pair.X)], ys = [.. sorted.Select(pair => pair.Y)];
        double[] expected = [.. sorted.Select(pair => Nearest.Hypot(pair.X, pair.Y))];
        BitsAssert.Equal(expected, Operations.Named<double>("CorrectHypot").Evaluate(xs, ys)[0], "correct");

        // Strips of near lanes, and the whole ones of single numbers.
        double[] declared = Operations.Named<double>("Hypot").Evaluate(xs, ys)[0];
        for (int i = 0; i < xs.Length; i++)
            BitsAssert.Equal(declared[i], Elementary.Hypot(xs[i], ys[i]), $"{xs[i]:r}, {ys[i]:r}");
    }

    [Fact]
    public void Without_the_rounding_test_results_are_wrong()
    {
        var (x, y, nearest) = Ties(1L << 52, 20_000, [0]);
        Assert.NotEqual(0, Run<NoTest>(x, y).Zip(nearest).Count(pair => pair.First != pair.Second));
        Assert.Equal(0, Run<ProvedHypotenuse>(x, y).Zip(nearest).Count(pair => pair.First != pair.Second));
    }

    // With a bound that sends everything to the integers, in the place of either input.
    [Fact]
    public void In_place_too_what_is_undecided_is_done_again()
    {
        double[] x = Inputs.Mixed(3000, seed: 82), y = Inputs.Partners<double>(x), expected = [.. x.Zip(y, Nearest.Hypot)];
        BitsAssert.Equal(expected, Run<Doubtful>(x, y), "apart");
        double[] inPlace = [.. x];
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Correct<Hypotenuse, Doubtful>>), inPlace.AsSpan(), y, inPlace, default(CallingThread));
        BitsAssert.Equal(expected, inPlace, "in the first input's place");
        inPlace = [.. y];
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Correct<Hypotenuse, Doubtful>>), x.AsSpan(), inPlace, inPlace, default(CallingThread));
        BitsAssert.Equal(expected, inPlace, "in the second input's place");
    }

    private static double[] Run<TTest>(double[] x, double[] y)
        where TTest : struct, IRoundingTest
    {
        double[] results = new double[x.Length];
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Correct<Hypotenuse, TTest>>), x.AsSpan(), y, results, default(CallingThread));
        return results;
    }

    // Hypotenuses from 2·limit to 4·limit, which have a bit more than numbers that reach to there; scaled, and what they round to.
    private static (double[] X, double[] Y, double[] Nearest) Ties(long limit, int count, int[] exponents)
    {
        List<(double X, double Y, double Nearest)> ties = [];
        var random = new Random(83);
        int upwards = 0;
        while (ties.Count < count)
        {
            long p = (long)(Math.Sqrt(4.0 * limit) * random.NextDouble()), q = (long)(Math.Sqrt(4.0 * limit) * random.NextDouble());
            (p, q) = (Math.Max(p, q), Math.Min(p, q));
            long x = (p * p) - (q * q), y = 2 * p * q, z = (p * p) + (q * q);
            if (z % 2 == 0 || z < 2 * limit / 3 || z >= 4 * limit || Math.Max(x, y) >= 2 * limit || Math.Min(x, y) == 0)
                continue;

            // Hypotenuses of primitive triples are 1 more than a multiple of 4; three times that is 1 less.
            if (3 * z < 4 * limit && 3 * Math.Max(x, y) < 2 * limit)
                (x, y, z) = (3 * x, 3 * y, 3 * z);
            if (z < 2 * limit)
                continue;
            int exponent = exponents[ties.Count % exponents.Length];
            upwards += z % 4 == 3 ? 1 : 0;

            // To the multiple of 2 whose half is even.
            double nearest = Math.ScaleB(z % 4 == 1 ? z - 1 : z + 1, exponent);
            ties.Add((Math.ScaleB(x, exponent), Math.ScaleB(y, exponent), nearest));
        }

        Assert.InRange(upwards, count / 20, count / 2);
        return ([.. ties.Select(tie => tie.X)], [.. ties.Select(tie => tie.Y)], [.. ties.Select(tie => tie.Nearest)]);
    }

    private static double Number(string name) => double.Parse(Output[name], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As if the vectors' results were known exactly.</summary>
    private readonly struct NoTest : IRoundingTest
    {
        public static double RelativeError => 0;

        public static double PreciseRelativeError => 0;
    }

    /// <summary>As if nothing were known.</summary>
    private readonly struct Doubtful : IRoundingTest
    {
        public static double RelativeError => 1e-14;

        public static double PreciseRelativeError => 0;
    }
}
