using System.Numerics;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The reference of logarithms, roots and powers: what the tests of all references do not ask.</summary>
public class LogarithmReferenceTests
{
    private const double NaN = double.NaN, Infinity = double.PositiveInfinity;

    public static TheoryData<string> Functions => ["Log", "Log2", "Log10", "LogP1", "Cbrt", "Hypot", "Pow"];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Values_agree_with_MPFR_to_200_bits(string name)
    {
        if (!Mpfr.IsAvailable)
            Assert.Skip($"{Mpfr.Library} is missing (Debian's package libmpfr6).");
        var function = ReferenceFunction.Of(name);
        int compared = 0;
        foreach (var (x, y) in Arguments(function))
        {
            if (ReferenceTests.IsBeyondExponents(name, x, y))
                continue;
            Assert.True(function.ByMpfr(x, y, 280).AgreesWith(function.Exact(x, y, 200), 200), $"{HardCases.Hex(x)} {HardCases.Hex(y)}");
            compared++;
        }

        Assert.InRange(compared, 500, int.MaxValue);
    }

    // More bits give the same double: 128 are enough to round all of these, and to find the side of every middle.
    [Theory]
    [MemberData(nameof(Functions))]
    public void The_nearest_numbers_are_those_of_exact_values_of_any_precision(string name)
    {
        var function = ReferenceFunction.Of(name);
        foreach (var (x, y) in Arguments(function))
        {
            double nearest = function.Nearest(x, y);
            foreach (int bits in (int[])[128, 400])
                Assert.True(nearest == function.Exact(x, y, bits).Round(), $"{HardCases.Hex(x)} {HardCases.Hex(y)}, {bits} bits");
        }

        foreach (var (x, y) in function.HardSingles.Where(point => function.HasValue(point.X, point.Y)))
        {
            foreach (int bits in (int[])[128, 400])
                Assert.True(function.Nearest(x, y) == function.Exact(x, y, bits).RoundToSingle(), $"float {x:R} {y:R}, {bits} bits");
        }
    }

    // So a test of a kernel on them is one of its last resort, too.
    [Theory]
    [MemberData(nameof(Functions))]
    public void Hard_cases_are_next_to_middles(string name)
    {
        var function = ReferenceFunction.Of(name);
        int near = function.HardCases.Count(point => DistanceFromMiddle(function.Exact(point.X, point.Y, 300)) < Math.ScaleB(1, -47));
        Assert.InRange(near, 12, int.MaxValue);

        // In units of the last place, of normal values: of what follows 53 bits, less a half.
        static double DistanceFromMiddle(Fixed value)
        {
            BigInteger units = BigInteger.Abs(value.Units) << 64;
            int rest = Math.Max((int)units.GetBitLength() - 53, 1);
            BigInteger half = BigInteger.One << (rest - 1), fraction = units & ((half << 1) - 1);
            return (double)(BigInteger.Abs(fraction - half) >> (rest - 64)) * Math.ScaleB(1, -64);
        }
    }

    [Fact]
    public void Logarithms_of_powers_are_integers()
    {
        for (int n = -1074; n <= 1023; n++)
        {
            AssertExact(n, Exact.Log2(Math.ScaleB(1, n)));
            Assert.Equal(n, Nearest.Log2(Math.ScaleB(1, n)));
        }

        for (int n = 0; n <= 22; n++)
        {
            AssertExact(n, Exact.Log10((double)BigInteger.Pow(10, n)));
            Assert.Equal(n, Nearest.Log10((double)BigInteger.Pow(10, n)));
        }

        // 10²³ is no double, and so no logarithm of one is 23.
        Assert.False(Exact.Log10(1e23).Units << 1 == (BigInteger)46 << Exact.Log10(1e23).FractionBits);
        AssertExact(0, Exact.Log(1));
        AssertExact(0, Exact.LogP1(0));
    }

    [Fact]
    public void Roots_that_come_out_are_exact()
    {
        foreach (int n in (int[])[0, 1, 2, 3, 10, 4097, 131_071, 208_063])
        {
            AssertExact(n, Exact.Cbrt((double)n * n * n));
            AssertExact(-n, Exact.Cbrt(-(double)n * n * n));
        }

        AssertExact(Math.ScaleB(1, -358), Exact.Cbrt(double.Epsilon));
        AssertExact(5, Exact.Hypot(-3, 4));
        AssertExact(Math.ScaleB(13, -1074), Exact.Hypot(Math.ScaleB(5, -1074), Math.ScaleB(-12, -1074)));
        AssertExact(0, Exact.Hypot(0, -0.0));
        AssertExact(double.MaxValue, Exact.Hypot(0, double.MinValue));
    }

    // p² + q² of 54 bits is no double.
    [Theory]
    [InlineData(80_000_000L, 60_000_001L)]
    [InlineData(80_000_000L, 60_000_003L)]
    [InlineData(80_000_001L, 55_000_000L)]
    public void Hypotenuses_half_way_between_doubles_are_rounded_to_even(long p, long q)
    {
        long hypotenuse = (p * p) + (q * q);
        double x = (p * p) - (q * q), y = 2 * p * q, expected = hypotenuse;
        var exact = Exact.Hypot(x, y);
        Assert.Equal((BigInteger)hypotenuse << exact.FractionBits, exact.Units);
        Assert.Equal(0.5, exact.ErrorInUlp(expected));
        Assert.Equal(expected, exact.Round());
        Assert.Equal(expected, Nearest.Hypot(x, y));
        Assert.Equal(Math.ScaleB(expected, -400), Nearest.Hypot(Math.ScaleB(y, -400), Math.ScaleB(x, -400)));

        // And others are not.
        Assert.Equal(hypotenuse + 1, Nearest.Hypot(x, Math.BitIncrement(y)));
        Assert.Equal(hypotenuse - 1, Nearest.Hypot(x, Math.BitDecrement(y)));
    }

    // That of y and y² is below y² + 1/2 by 1/8y²: also with fewer bits than tell it apart.
    [Fact]
    public void Hypotenuses_next_to_the_middle_are_on_the_right_side_of_it()
    {
        double y = 67_108_865, x = y * y;
        foreach (int bits in (int[])[64, 128])
            Assert.Equal(x, Exact.Hypot(x, y, bits).Round());
        Assert.Equal(x, Nearest.Hypot(x, y));
        Assert.Equal(x + 1, Nearest.Hypot(x, y + 1));
        Assert.Equal(1, Exact.Hypot(1, Math.ScaleB(1, -600)).Round());
    }

    [Theory]
    [InlineData(3, 4, 81)]
    [InlineData(-3, 3, -27)]
    [InlineData(9, 0.5, 3)]
    [InlineData(81, 1.25, 243)]
    [InlineData(16, -0.75, 0.125)]
    [InlineData(2.25, 2.5, 7.59375)]
    [InlineData(-2, -1022, 2.2250738585072014E-308)]
    [InlineData(-1, 9007199254740991, -1)]
    [InlineData(-1, -9223372036854775808, 1)]
    [InlineData(1, 1e35, 1)]
    [InlineData(-7, 0, 1)]
    [InlineData(0, 2, 0)]
    public void Powers_that_are_dyadic_rationals_are_exact(double x, double y, double expected)
    {
        AssertExact(expected, Exact.Pow(x, y));
        Assert.Equal(expected, Nearest.Pow(x, y));
    }

    // They are odd integers of 54 bits.
    [Theory]
    [InlineData(94_906_267, 2)]
    [InlineData(134_217_727, 2)]
    [InlineData(-262_143, 3)]
    [InlineData(262_143.0 * 262_143, 1.5)]
    [InlineData(1781, 5)]
    [InlineData(5, 23)]
    public void Powers_half_way_between_doubles_are_rounded_to_even(double x, double y)
    {
        var (root, exponent) = y == 1.5 ? (Math.Sqrt(x), 3) : (x, (int)y);
        var exact = BigInteger.Pow((BigInteger)root, exponent);
        var even = exact + ((exact & 3) == 1 ? -1 : 1);
        Assert.Equal((double)even, Exact.Pow(x, y).Round());
        Assert.Equal((double)even, Nearest.Pow(x, y));
        Assert.Equal(0.5, Exact.Pow(x, y).ErrorInUlp((double)even));
        double less = Math.BitDecrement(Math.Abs(x)), more = Math.BitIncrement(Math.Abs(x));
        Assert.True(Math.Abs(Nearest.Pow(x < 0 ? -less : less, y)) < Math.Abs((double)exact));
        Assert.True(Math.Abs(Nearest.Pow(x < 0 ? -more : more, y)) > Math.Abs((double)exact));
    }

    [Theory]
    [InlineData(2, -1075, 0)]
    [InlineData(0.5, 1075, 0)]
    [InlineData(2, -1074.9999999999998, 1)]
    [InlineData(0.5, 1074, 1)]
    [InlineData(-0.5, 1073, -2)]
    [InlineData(5.697340647455879e-65, 5, 122)]
    public void Powers_half_way_between_subnormals_are_rounded_to_even(double x, double y, int units)
    {
        Assert.Equal(units * double.Epsilon, Exact.Pow(x, y).Round());
        BitsAssert.Equal(units * double.Epsilon, Nearest.Pow(x, y), $"{x} {y}");
    }

    [Fact]
    public void Powers_beyond_the_exponents_of_doubles_stand_for_infinite_ones_and_0()
    {
        Assert.Equal(Infinity, Exact.Pow(1e300, 1e300).Round());
        Assert.Equal(0, Exact.Pow(double.Epsilon, double.MaxValue).Round());
        Assert.Equal(-Infinity, Exact.Pow(-3, 9007199254740991).Round());
        Assert.Equal(0, Exact.Pow(2, -1e300).Round());
        BitsAssert.Equal(-0.0, Nearest.Pow(-3.0, -9007199254740991), "-0");
        Assert.Equal(-Infinity, Nearest.Pow(-3.0, 9007199254740991));
    }

    [Fact]
    public void Arguments_without_a_value_have_no_exact_one()
    {
        foreach (double x in (double[])[0, -0.0, -1, NaN, Infinity])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Exact.Log(x));
            Assert.Throws<ArgumentOutOfRangeException>(() => Exact.Log2(x));
            Assert.Throws<ArgumentOutOfRangeException>(() => Exact.Log10(x));
            Assert.False(ReferenceFunction.Of("Log").HasValue(x));
        }

        foreach (double x in (double[])[-1, -2, NaN, Infinity])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Exact.LogP1(x));
            Assert.False(ReferenceFunction.Of("LogP1").HasValue(x));
        }

        foreach (var (x, y) in ((double, double)[])[(-1, 0.5), (0, -1), (-0.0, -0.5), (1, NaN), (NaN, 0), (-1, Infinity)])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Exact.Pow(x, y));
            Assert.False(ReferenceFunction.Of("Pow").HasValue(x, y));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Exact.Cbrt(-Infinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Exact.Hypot(1, NaN));
    }

    public static TheoryData<double, double, double> SpecialPowers => new()
    {
        { NaN, 0, 1 }, { NaN, -0.0, 1 }, { -Infinity, 0, 1 }, { 0, -0.0, 1 }, { 0, -3, Infinity }, { -0.0, -3, -Infinity },
        { -0.0, -Infinity, Infinity }, { 0, -Infinity, Infinity }, { 0, Infinity, 0 }, { -0.0, Infinity, 0 }, { -0.0, -2, Infinity },
        { -0.0, -0.5, Infinity }, { -0.0, 3, -0.0 }, { -0.0, 2, 0 }, { -0.0, 0.5, 0 }, { -1, Infinity, 1 }, { -1, -Infinity, 1 },
        { 1, NaN, 1 }, { 1, -Infinity, 1 }, { -1, 0.5, NaN }, { -8, 0.25, NaN }, { -1, NaN, NaN }, { NaN, 1, NaN }, { 2, NaN, NaN },
        { 2, Infinity, Infinity }, { -2, Infinity, Infinity }, { 2, -Infinity, 0 }, { -2, -Infinity, 0 }, { 0.5, Infinity, 0 },
        { -0.5, -Infinity, Infinity }, { Infinity, 0.5, Infinity }, { Infinity, -0.5, 0 }, { -Infinity, 3, -Infinity },
        { -Infinity, 2, Infinity }, { -Infinity, 0.5, Infinity }, { -Infinity, -3, -0.0 }, { -Infinity, -2, 0 },
        { -Infinity, -Infinity, 0 }, { -Infinity, NaN, NaN },
    };

    // In the order of IEEE 754.
    [Theory]
    [MemberData(nameof(SpecialPowers))]
    public void Powers_of_special_arguments_are_those_of_IEEE_754(double x, double y, double expected)
    {
        BitsAssert.Equal(expected, Nearest.Pow(x, y), $"{x} {y}");
        BitsAssert.Equal((float)expected, Nearest.Pow((float)x, (float)y), $"{x} {y}, float");
    }

    [Theory]
    [InlineData(Infinity, NaN, Infinity)]
    [InlineData(NaN, -Infinity, Infinity)]
    [InlineData(-Infinity, 1, Infinity)]
    [InlineData(NaN, 0, NaN)]
    [InlineData(1, NaN, NaN)]
    [InlineData(-0.0, -0.0, 0)]
    [InlineData(0, -7, 7)]
    [InlineData(1, -1e20, 1e20)]
    public void Hypotenuses_of_special_arguments_are_those_of_IEEE_754(double x, double y, double expected)
    {
        BitsAssert.Equal(expected, Nearest.Hypot(x, y), $"{x} {y}");
        BitsAssert.Equal((float)expected, Nearest.Hypot((float)x, (float)y), $"{x} {y}, float");
    }

    // What others got wrong.
    [Theory]
    [InlineData("LogP1", 1.23e-15, 0, 1.2299999999999993e-15)]
    [InlineData("LogP1", 1.23e-20, 0, 1.23e-20)]
    [InlineData("LogP1", 1e308, 0, 709.1962086421661)]
    [InlineData("Log", 0.8181818181818182, 0, -0.2006706954621511)]
    [InlineData("Log2", 64, 0, 6)]
    [InlineData("Log10", 1000, 0, 3)]
    [InlineData("Cbrt", -27, 0, -3)]
    [InlineData("Pow", 141322, -1, 7.0760391163442356e-06)]
    [InlineData("Pow", 10, 68, 1e68)]
    [InlineData("Pow", 10, 308, 1e308)]
    [InlineData("Pow", 10, -3, 0.001)]
    [InlineData("Pow", 10, -324, 0)]
    [InlineData("Pow", double.Epsilon, 1, double.Epsilon)]
    public void Landmarks_are_known(string name, double x, double y, double expected) =>
        BitsAssert.Equal(expected, ReferenceFunction.Of(name).Nearest(x, y), $"{name} {x} {y}");

    private static void AssertExact(double expected, Fixed actual)
    {
        // All are multiples of 2⁻¹⁰⁷⁴.
        var (mantissa, exponent) = Exact.Decompose(expected);
        Assert.Equal(mantissa << (1100 + exponent), actual.Units << (1100 - actual.FractionBits));
    }

    // Hard cases, and numbers of all sizes in pairs.
    private static List<(double X, double Y)> Arguments(ReferenceFunction function)
    {
        double[] spaced = [.. Inputs.BitSpaced(1000), .. Inputs.Uniform(400, 50), .. Inputs.Uniform(200, 1)];
        var pairs = spaced.Select((x, i) => (X: x, Y: function.Inputs == 1 ? 0 : spaced[i * 331 % spaced.Length]));
        if (function.Name == "Pow")
            pairs = pairs.Concat(spaced.Select((x, i) => (Math.Abs(x), Math.ScaleB(1 + i % 7, 9 - (i % 11)) / Math.ILogB(x * x))));
        return [.. pairs.Concat(function.HardCases).Where(point => function.HasValue(point.X, point.Y))];
    }
}
