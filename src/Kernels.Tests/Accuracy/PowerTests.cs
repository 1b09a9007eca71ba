using System.Globalization;
using System.Numerics;
using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;
using Kernels.Yardsticks.Verifying;

namespace Kernels.Tests.Accuracy;

/// <summary>Powers: what users check first, exact ones and middles between two doubles, special values, hard ones.</summary>
public class PowerTests(ITestOutputHelper output)
{
    private static readonly int Count = Lanes.FusedMultiplyAdd.IsHardware ? 40_000 : 2_000;

    private static readonly double[] Specials =
    [
        0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon,
        -double.Epsilon, double.MaxValue, double.MinValue, 1e-310, -1e-310, Math.BitDecrement(1), Math.BitIncrement(1),
        -Math.BitDecrement(1),
        4503599627370495, 4503599627370497, 9007199254740991, -9007199254740991, 9007199254740992, 18014398509481984, 1e300, -1e300,
        4503599627370495.5, 0.1, -0.1, 1023, 1024, -1022, -1074, -1075, -1076, 22, -22, 2.5, 10, 1.5,
    ];

    [Fact]
    public void Special_values_are_those_of_IEEE_754()
    {
        var pairs = Specials.SelectMany(x => Specials.Select(y => (x, y))).ToArray();
        Check([.. pairs.Select(pair => pair.x)], [.. pairs.Select(pair => pair.y)]);
        float[] xs = [.. pairs.Select(pair => (float)pair.x)], ys = [.. pairs.Select(pair => (float)pair.y)];
        CheckSingles(xs, ys);
    }

    [Fact]
    public void Powers_of_negative_numbers_are_exact()
    {
        double[] x = [-1, -2, -3, -4], result = new double[4];
        Elementary.Pow(x, 3, result);
        Assert.Equal([-1, -8, -27, -64], result);
        CorrectlyRounded.Pow(x, 3, result);
        Assert.Equal([-1, -8, -27, -64], result);
    }

    // 141322⁻¹ is not 7.076039116344235e-06: that is 0.50004 ULP from it.
    [Theory]
    [InlineData(141322, -1, 7.0760391163442356e-06)]
    [InlineData(10, 68, 1e68)]
    [InlineData(2, double.MinValue, 0)]
    [InlineData(-1, double.MinValue, 1)]
    [InlineData(double.Epsilon, 1, double.Epsilon)]
    [InlineData(1, 1e35, 1)]
    public void Users_powers_are_right(double x, double y, double expected)
    {
        BitsAssert.Equal(expected, CorrectlyRounded.Pow(x, y), $"{x}, {y}");
        BitsAssert.Equal(expected, Elementary.Pow(x, y), $"{x}, {y}");
    }

    [Fact]
    public void Powers_of_10_are_the_doubles_nearest_to_them()
    {
        for (int i = -323; i <= 308; i++)
            BitsAssert.Equal(double.Parse($"1e{i}", CultureInfo.InvariantCulture), CorrectlyRounded.Pow(10, i), $"10^{i}");
        for (int i = 0; i <= 22; i++)
            BitsAssert.Equal(double.Parse($"1e{i}", CultureInfo.InvariantCulture), Elementary.Pow(10, i), $"10^{i}");
    }

    [Fact]
    public void Large_powers_beside_1_are_right()
    {
        double[] e = [.. Enumerable.Range(26, 29).Select(n => -Math.ScaleB(1, n))];
        Check([.. e.Select(_ => Math.BitDecrement(1))], e);
    }

    [Fact]
    public void Exact_powers_and_middles_go_to_the_even_double()
    {
        var powers = new ExactPowers(11, isSingle: false);
        (double X, double Y)[] pairs = [.. powers.Few().Where((_, i) => i % (100_000 / Count) == 0), .. powers.Many(Count / 20)];
        double[] x = [.. pairs.Select(pair => pair.X)], y = [.. pairs.Select(pair => pair.Y)];
        int exact = pairs.Count(pair => ExactPower.Dyadic(pair.X, pair.Y, FloatingPointFormat.Double) is not null);

        // Odd where they have 54 bits, so that whoever rounds otherwise than to even is wrong.
        var middles = pairs.Where(pair => double.IsNormal(Nearest.Pow(pair.X, pair.Y)) && double.IsInteger(pair.Y) && pair.Y < 35)
            .Count(pair => pair.Y > 1 && BigInteger.Pow(Odd(pair.X), (int)pair.Y).GetBitLength() == 54);
        output.WriteLine($"{pairs.Length} pairs, {exact} exact powers, {middles} middles between two normal doubles");
        Assert.Equal(pairs.Length, exact);
        Assert.InRange(middles, pairs.Length / 50, pairs.Length);
        Check(x, y);

        // And what is just not: to negative exponents, and of bases that are twice as large.
        Check(x, [.. y.Select(exponent => -exponent)]);
        Check([.. x.Select(number => 2 * number)], y);

        static BigInteger Odd(double number)
        {
            BigInteger mantissa = BigInteger.Abs(Exact.Decompose(number).Mantissa);
            return mantissa / (mantissa & -mantissa);
        }
    }

    // In calls of their own, so that no other element sends them to whole lanes: squares of which half are middles between two subnormal
    // floats; and subnormal powers just beyond what near lanes take.
    [Fact]
    public void Subnormal_powers_of_ordinary_numbers_are_right()
    {
        float[] odd = [.. Enumerable.Range(1, 2047).Select(k => (float)Math.ScaleB((2 * k) + 1, -75))];
        CheckSingles(odd, [.. odd.Select(_ => 2f)]);
        double[] exponents = [.. Enumerable.Range(0, 4096).Select(i => -1022 - (i / 4500.0))];
        Check([.. exponents.Select(_ => 2.0)], exponents);
    }

    // Powers of 2 to a fraction that is not one of their exponent's, of squares times an odd power of 2, of no squares; or with more bits.
    [Theory]
    [InlineData(8, 341.3333333333333)]
    [InlineData(2, 0.5)]
    [InlineData(18, 0.5)]
    [InlineData(15, 0.5)]
    [InlineData(81, 0.125)]
    [InlineData(3, -1)]
    [InlineData(3, 35)]
    [InlineData(94906267, 3)]
    public void Other_powers_are_no_such_numbers(double x, double y) =>
        Assert.Null(ExactPower.Dyadic(x, y, FloatingPointFormat.Double));

    [Fact]
    public void Exact_powers_of_floats_and_middles_go_to_the_even_float()
    {
        (float X, float Y)[] pairs = [.. new ExactPowers(12, isSingle: true).Few()
            .Where((_, i) => i % (4_000_000 / Count) == 0).Select(pair => ((float)pair.X, (float)pair.Y))];
        Assert.InRange(pairs.Length, Count / 4, 10 * Count);
        CheckSingles([.. pairs.Select(pair => pair.X)], [.. pairs.Select(pair => pair.Y)]);
    }

    [Fact]
    public void Powers_of_integers_are_right()
    {
        var random = new Random(12);
        double[] x = [.. Enumerable.Range(0, Count).Select(_ => (double)random.Next(-3000, 3000))];
        Check(x, [.. x.Select(_ => (double)random.Next(-30, 60))]);
        float[] odd = [.. Enumerable.Range(2048, 850).Select(n => (2 * n) + 1f)];
        CheckSingles(odd, [.. odd.Select(_ => 2f)]);
        float[] small = [.. Enumerable.Range(0, Count).Select(_ => (float)random.Next(-10_000, 10_000))];
        CheckSingles(small, [.. small.Select(_ => (float)random.Next(-10, 12))]);
    }

    [Theory]
    [InlineData(0.1, 10, false)]
    [InlineData(double.Epsilon, double.MaxValue, true)]
    [InlineData(0.999, 1.001, true)]
    public void Finite_powers_are_right(double from, double to, bool isSpread)
    {
        var random = new Random(13);
        double[] x = new double[Count], y = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            x[i] = isSpread && to == double.MaxValue
                ? BitConverter.Int64BitsToDouble(random.NextInt64(BitConverter.DoubleToInt64Bits(double.MaxValue)))
                : from + ((to - from) * random.NextDouble());
            double span = isSpread ? 760 / Math.Max(Math.Abs(Math.Log(x[i])), 1e-16) : 10;
            y[i] = span * ((2 * random.NextDouble()) - 1);
        }

        Check(x, y);
        CheckSingles([.. x.Select(value => (float)value)], [.. y.Select(value => (float)(value / 8))]);
    }

    [Fact]
    public void Without_the_rounding_test_results_are_wrong()
    {
        var hard = ReferenceFunction.Of("Pow").HardCases;
        double[] x = [.. hard.Select(pair => pair.X)], y = [.. hard.Select(pair => pair.Y)], results = new double[x.Length];
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Correct<Power, Untested>>), (ReadOnlySpan<double>)x, y, results, default(CallingThread));
        int wrong = Enumerable.Range(0, x.Length).Count(i => results[i] != Nearest.Pow(x[i], y[i]));
        output.WriteLine($"{wrong} of {x.Length}");
        Assert.InRange(wrong, 1, x.Length);
        Check(x, y);
    }

    // What is taken and added is the bound for 1 and for each unit of |y·ln x|, of powers that are below 2 before they are scaled: twice
    // that at most, and on whole lanes more, for what lies below the last place of subnormal powers.
    [Fact]
    public void The_rounding_tests_take_the_bound_by_the_size_of_the_exponent()
    {
        var random = new Random(15);
        for (int i = 0; i < 5000; i++)
        {
            double x = 0.5 + random.NextDouble(), y = 700 * ((2 * random.NextDouble()) - 1) / Math.Log(x);
            double bound = 2 * Coarse.Error * (1 + Math.Abs(y * Math.Log(x))) * Math.Pow(x, y);
            var (lower, upper) = Ends<Double1<Near>>(x, y);
            Assert.InRange((upper.Value - lower.Value) / bound, 0.99, 2.01);
            var (wholeLower, wholeUpper) = Ends<Double1<Whole>>(x, y);
            Assert.True((wholeUpper.Value - wholeLower.Value) / bound > 0.99);
            var (offsets, parts, _, _) = Power.Begin<Double1<Whole>>(x, y, default, default);
            var (preciseLower, preciseUpper, _, _) = Power.EvaluatePrecisely<Double1<Whole>, Coarse>(x, y, offsets, parts, y);
            Assert.InRange((preciseUpper.Value - preciseLower.Value) / bound, 0.99, 2.01);
        }

        static (V Lower, V Upper) Ends<V>(V x, V y)
            where V : struct, ILanes<V>
        {
            var (exponent, excess, row) = ExponentOf(x, y);
            return default(Power).Finish<V, Coarse>(x, row, exponent, excess, Power.ConstantsOfLast<V>()).First;
        }
    }

    // Of floats, before they are rounded; and the last place by which they may be off is as large.
    [Fact]
    public void Powers_of_floats_keep_within_their_bound_and_come_near_it()
    {
        var random = new Random(16);
        var reference = ReferenceFunction.Of("Pow");
        double worst = 0;
        for (int i = 0; i < 5000; i++)
        {
            float x = (float)Math.Exp(20 * (random.NextDouble() - 0.5));
            float y = (float)(86 * ((2 * random.NextDouble()) - 1) / Math.Log(x));
            var (offsets, parts, second, _) = SinglePower.Begin<Double1<Near>>(x, y, default, default);
            var (r, logarithm) = TableReads.Pairs(in SinglePower.Table, offsets);
            var ((steps, rest), next) = SinglePower.Middle<Double1<Near>>(
                x, new(r, logarithm, default, default), parts, second, SinglePower.ConstantsOfSecond<Double1<Near>>());
            var (point, shift) = TableReads.Pairs(in SinglePower.LastTable, next);
            double power = default(SinglePower).Finish<Double1<Near>, Untested>(
                x, new(point, shift, default, default), steps, rest, SinglePower.ConstantsOfLast<Double1<Near>>()).First.Nearest.Value;
            var exact = reference.Exact(x, y, 120);
            worst = Math.Max(worst, exact.AbsoluteError(power) / power);
        }

        output.WriteLine($"2^{Math.Log2(worst):F2}");
        Assert.InRange(worst, ProvedSinglePower.RelativeError / 64, ProvedSinglePower.RelativeError);
        Assert.True(Math.ScaleB(1, SinglePower.ErrorBits - 53) >= 2 * ProvedSinglePower.RelativeError);
    }

    // Before the last rounding: docs/accuracy.md derives 2⁻⁷²·³ + 2⁻⁷⁰·|y·ln x| for the bound of 2⁻⁶⁹·(1 + |y·ln x|); and in double-double
    // arithmetic, for that of 2⁻⁹³. Errors of the logarithm, which y multiplies, are largest in the row after that of 1.
    [Fact]
    public void Powers_keep_within_their_bounds_and_come_near_them()
    {
        var random = new Random(14);
        var reference = ReferenceFunction.Of("Pow");
        int count = Count / 2;
        double[] shares = new double[count], preciseShares = new double[count];
        (double X, double Y)[] pairs = [.. Enumerable.Range(0, count).Select(i =>
        {
            double x = (i % 4) switch
            {
                0 => KernelInputs.LeastOf(LogTable.RowOf1 + 1) + (random.NextDouble() / 512),
                1 => 1 + ((random.NextDouble() - 0.5) / 256),
                2 => 0.5 + random.NextDouble(),
                _ => Math.Exp(100 * (random.NextDouble() - 0.5)),
            };
            return (x, 700 * ((2 * random.NextDouble()) - 1) / Math.Log(x));
        })];
        Parallel.For(0, count, i =>
        {
            var (x, y) = pairs[i];
            var exact = reference.Exact(x, y, 200);
            double size = 1 + Math.Abs(y * Math.Log(x));
            shares[i] = ErrorOf(Parts(x, y)) / size / Power.RelativeError;
            preciseShares[i] = ErrorOf(PreciseParts(x, y)) / size / Power.PreciseRelativeError;

            double ErrorOf((double High, double Low, int Exponent) power)
            {
                int grid = exact.FractionBits + 1200;
                BigInteger wanted = exact.Units << 1200;
                BigInteger value = Exact.Units(power.High, power.Exponent + grid) + Exact.Units(power.Low, power.Exponent + grid);
                BigInteger error = BigInteger.Abs(value - wanted);
                return Math.Exp(BigInteger.Log(error + 1) - BigInteger.Log(wanted));
            }
        });
        output.WriteLine($"largest share of the bound: {shares.Max()}; in double-double arithmetic: {preciseShares.Max()}");
        Assert.InRange(shares.Max(), 0.05, 0.5);
        Assert.InRange(preciseShares.Max(), 0.0005, 0.5);
        BitsAssert.Equal(Math.ScaleB(1, -69), Power.RelativeError, "the bound");
        BitsAssert.Equal(Math.ScaleB(1, -93), Power.PreciseRelativeError, "in double-double arithmetic");

        static (double High, double Low, int Exponent) Parts(double x, double y)
        {
            var (exponent, excess, row) = ExponentOf<Double1<Near>>(x, y);
            var steps = Power.Steps(exponent);
            var (leading, small) = Power.Parts(exponent, excess, steps, row, Power.ConstantsOfLast<Double1<Near>>());
            return (leading.Value, -small.Value, BinadeOf(ExpTable.Exponents(steps).Value));
        }

        static (double High, double Low, int Exponent) PreciseParts(double x, double y)
        {
            var (offsets, parts, _, _) = Power.Begin<Double1<Near>>(x, y, default, default);
            var row = TableReads.Row<Double1<Near>, Power>(offsets);
            var logarithm = PreciseLogarithm.Of<Double1<Near>, Log>(x, LogTable.Exponent(parts), parts, row);
            var exponent = logarithm * new DoubleDouble<Double1<Near>>(y, 0);
            var (power, exponents) = PreciseExponential.Power<Double1<Near>, Exp>(exponent.High, exponent.Low);
            return (power.High.Value, power.Low.Value, BinadeOf(exponents.Value));
        }

        // At its place among a double's bits.
        static int BinadeOf(double bits) => (int)(BitConverter.DoubleToInt64Bits(bits) >> 52);
    }

    // Beyond 192 bits: the hardest pairs known.
    [Theory]
    [InlineData("0x1.ffffffffffffcp-1", "0x1.fffffffffffffp-2")]
    [InlineData("0x1.ffffffffffffcp-1", "-0x1.ffffffffffffdp-2")]
    [InlineData("0x1.ffffffffffffp-1", "-0x1.ffffffffffff6p-3")]
    [InlineData("0x1.ffffffffffff8p-1", "-0x1.ffffffffffffbp-3")]
    public void The_hardest_powers_are_decided(string x, string y)
    {
        double first = HardCases.Hex(x), second = HardCases.Hex(y);
        BitsAssert.Equal(Nearest.Pow(first, second), CorrectlyRounded.Pow(first, second), $"{x}, {y}");
    }

    // y·ln x as a difference, and the row of its exponential.
    private static (V Exponent, V Excess, TableRow<V> Row) ExponentOf<V>(V x, V y)
        where V : struct, ILanes<V>
    {
        var (offsets, parts, _, _) = Power.Begin(x, y, default, default);
        var ((exponent, excess), next) = Power.Middle(x, TableReads.Row<V, Power>(offsets), parts, y, default);
        var (point, shift) = TableReads.Pairs(in ExpTable.First, next);
        return (exponent, excess, new(point, shift, default, default));
    }

    private static void Check(double[] x, double[] y)
    {
        var reference = ReferenceFunction.Of("Pow");
        double[] declared = Operations.Named<double>("Pow").Evaluate(x, y)[0];
        double[] correct = Operations.Named<double>("CorrectPow").Evaluate(x, y)[0];
        for (int i = 0; i < x.Length; i++)
        {
            double nearest = Nearest.Pow(x[i], y[i]);
            BitsAssert.Equal(nearest, correct[i], $"{HardCases.Hex(x[i])}, {HardCases.Hex(y[i])}");
            if (BitConverter.DoubleToInt64Bits(declared[i]) != BitConverter.DoubleToInt64Bits(nearest))
                Assert.InRange(reference.ErrorInUlp(declared[i], x[i], y[i]), 0, Power.ErrorBoundInUlp);
        }
    }

    private static void CheckSingles(float[] x, float[] y)
    {
        float[] actual = Operations.Named<float>("Pow").Evaluate(x, y)[0];
        for (int i = 0; i < x.Length; i++)
            BitsAssert.Equal(Nearest.Pow(x[i], y[i]), actual[i], $"{x[i]:R}, {y[i]:R}");
    }
}
