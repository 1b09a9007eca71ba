using System.Numerics;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The reference itself, against MPFR and against known values.</summary>
public class ReferenceTests
{
    public static TheoryData<string> Functions => [.. ReferenceFunction.All.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Reference_agrees_with_MPFR(string name)
    {
        if (!Mpfr.IsAvailable)
            Assert.Skip($"{Mpfr.Library} is missing (Debian's package libmpfr6).");
        var function = ReferenceFunction.Of(name);
        foreach (var (x, y) in Arguments(function, 2000))
        {
            if (!function.HasValue(x, y) || IsBeyondExponents(function.Name, x, y))
                continue;

            // Well beyond what any test asks of the reference.
            Fixed exact = function.Exact(x, y), mpfr = function.ByMpfr(x, y, 200);
            Assert.True(mpfr.AgreesWith(exact, 120), $"{HardCases.Hex(x)} {HardCases.Hex(y)}");
        }
    }

    // There the reference of exponentials and powers stands for all larger arguments.
    internal static bool IsBeyondExponents(string name, double x, double y) =>
        name == "Pow" ? Math.Abs(y * Math.Log(Math.Abs(x))) > 4095
            : name.StartsWith("Exp", StringComparison.Ordinal) && Math.Abs(x) > 4096;

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_quick_reference_agrees_with_the_exact_one(string name)
    {
        var function = ReferenceFunction.Of(name);
        long before = Nearest.ExactCalls;
        Parallel.ForEach(Arguments(function, 30_000), argument =>
        {
            var (x, y) = argument;
            string what = $"{HardCases.Hex(x)} {HardCases.Hex(y)}";
            if (function.HasValue(x, y))
                BitsAssert.Equal(SignedAs(function.Exact(x, y, 200).Round(), x, y), function.Nearest(x, y), what);
            float single = (float)x, other = (float)y;
            if (function.HasValue(single, other))
            {
                float rounded = function.Exact(single, other, 200).RoundToSingle();
                BitsAssert.Equal(SignedAs(rounded, single, other), function.Nearest(single, other), $"float {what}");
            }
        });

        // The middles between doubles are beyond it.
        Assert.True(Nearest.ExactCalls >= before + 10, $"{Nearest.ExactCalls - before} exact calls");

        // Integers have no negative zero; it comes of odd functions and odd powers alone.
        T SignedAs<T>(T value, T x, T y)
            where T : IFloatingPointIeee754<T> =>
            value == T.Zero && (name is "Sin" or "ExpM1" or "LogP1" or "Cbrt" || (name == "Pow" && x == T.Zero && T.IsOddInteger(y)))
                ? T.CopySign(value, x)
                : value;
    }

    // Of results that are the nearest, and next to it.
    [Theory]
    [MemberData(nameof(Functions))]
    public void The_quick_error_agrees_with_the_exact_one(string name)
    {
        var function = ReferenceFunction.Of(name);
        Parallel.ForEach(Arguments(function, 4000), argument =>
        {
            var (x, y) = argument;
            // Beyond the largest number both have but a value that stands for all.
            double nearest = function.Nearest(x, y);
            if (!double.IsFinite(nearest))
                return;
            foreach (double computed in (double[])[nearest, Math.BitIncrement(nearest), Math.BitDecrement(nearest)])
                Check(function.ErrorInUlp(computed, x, y), function.QuickErrorInUlp(computed, x, y), x);
            float single = (float)x, other = (float)y;
            if (!float.IsFinite(single) || !float.IsFinite(other))
                return;
            float nearestSingle = function.Nearest(single, other);
            if (!float.IsFinite(nearestSingle))
                return;
            foreach (float computed in (float[])[nearestSingle, MathF.BitIncrement(nearestSingle), MathF.BitDecrement(nearestSingle)])
                Check(function.ErrorInUlp(computed, single, other), function.QuickErrorInUlp(computed, single, other), single);
        });

        // Of tiny arguments 128 bits may not tell a value from 1, below which the last place is half of that above.
        void Check(double exact, double quick, double x) =>
            Assert.True(
                exact == quick || Math.Abs(exact - quick) < 4e-6 * Math.Max(exact, 1) || (Math.Abs(x) < 1e-18 && quick == 2 * exact),
                $"{name} {HardCases.Hex(x)}: {quick}, exactly {exact}");
    }

    // Special values are those of IEEE 754.
    [Theory]
    [InlineData("Sin", double.NaN, double.NaN, 0)]
    [InlineData("Cos", double.NaN, double.NaN, 1)]
    [InlineData("Exp", 0, double.PositiveInfinity, 1)]
    [InlineData("Exp2", 0, double.PositiveInfinity, 1)]
    [InlineData("Exp10", 0, double.PositiveInfinity, 1)]
    [InlineData("ExpM1", -1, double.PositiveInfinity, 0)]
    [InlineData("Log", double.NaN, double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData("Log2", double.NaN, double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData("Log10", double.NaN, double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData("LogP1", double.NaN, double.PositiveInfinity, 0)]
    [InlineData("Cbrt", double.NegativeInfinity, double.PositiveInfinity, 0)]
    public void The_quick_reference_knows_what_comes_of_special_arguments(string name, double ofMinus, double ofPlus, double ofZero)
    {
        var function = ReferenceFunction.Of(name);
        double[] arguments = [double.NaN, double.NegativeInfinity, double.PositiveInfinity, 0, -0.0];
        double[] results = [double.NaN, ofMinus, ofPlus, ofZero, ofZero == 0 ? -0.0 : ofZero];
        for (int i = 0; i < arguments.Length; i++)
        {
            BitsAssert.Equal(results[i], function.Nearest(arguments[i]), $"{name} {arguments[i]}");
            BitsAssert.Equal((float)results[i], function.Nearest((float)arguments[i]), $"{name} {arguments[i]}, float");
        }
    }

    [Theory]
    [InlineData("Exp", 709.782712893384, 0x7FEFFFFFFFFFFF2AL)]
    [InlineData("ExpM1", 709.782712893384, 0x7FEFFFFFFFFFFF2AL)]
    [InlineData("Exp", -745.2, 0)]
    [InlineData("Exp2", -1075, 0)]
    [InlineData("Exp2", -1074, 1)]
    [InlineData("Exp2", -1074.9999999999998, 1)]
    [InlineData("Exp10", 23, 0x44B52D02C7E14AF6)]
    [InlineData("Exp10", 22, 0x4480F0CF064DD592)]
    [InlineData("Exp10", -3, 0x3F50624DD2F1A9FC)]
    public void Landmarks_are_known(string name, double x, long bits)
    {
        var function = ReferenceFunction.Of(name);
        double expected = BitConverter.Int64BitsToDouble(bits);
        BitsAssert.Equal(expected, function.Nearest(x), "nearest");
        BitsAssert.Equal(expected, function.Exact(x).Round(), "exact");
        Assert.InRange(function.ErrorInUlp(expected, x), 0, 0.5);
        Assert.InRange(function.ErrorInUlp(Math.BitIncrement(expected), x), 0.5, 1.5);
    }

    [Fact]
    public void Overflow_is_an_error_only_where_the_nearest_is_finite()
    {
        var function = ReferenceFunction.Of("Exp");
        double largest = HardCases.Hex("0x1.62e42fefa39efp+9");
        Assert.Equal(double.PositiveInfinity, function.ErrorInUlp(double.PositiveInfinity, largest));
        Assert.Equal(0, function.ErrorInUlp(double.PositiveInfinity, Math.BitIncrement(largest)));
        Assert.Equal(double.PositiveInfinity, function.ErrorInUlp(double.NegativeInfinity, Math.BitIncrement(largest)));
        Assert.Equal(0, function.ErrorInUlp(float.PositiveInfinity, 89f));
        Assert.Equal(double.PositiveInfinity, function.ErrorInUlp(float.PositiveInfinity, 88f));
    }

    [Fact]
    public void Hard_cases_are_read_by_the_name_of_the_function()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "expm1-hard.txt"), "0x1.8p+1\n\n-0x1p-3 \n");
            File.WriteAllText(Path.Combine(folder, "exp-hard.txt"), "0x1.8p+1 0x1p+0\n");
            Assert.Equal([(3, 0), (-0.125, 0)], ReferenceFunction.Of("ExpM1").Published(folder));
            Assert.Empty(ReferenceFunction.Of("ExpM1").Published(folder, ofSingles: true));
            Assert.Empty(ReferenceFunction.Of("Exp2").Published(folder));
            Assert.Throws<InvalidDataException>(() => ReferenceFunction.Of("Exp").Published(folder).ToList());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<(double X, double Y)> Arguments(ReferenceFunction function, int count)
    {
        double[] inputs =
        [
            .. Inputs.BitSpaced(count), .. Inputs.Uniform(count / 4, 100), .. Inputs.Uniform(count / 4, 1),
            .. Inputs.Uniform(count / 10, 1e9), .. Inputs.Uniform(count / 4, 800), 5e-324, 1e-9, -1e-8, 1e300, -1e300, 0, -0.0,
        ];

        // Each with another one, of whatever size.
        double Second(int i) => function.Inputs == 1 ? 0 : inputs[(int)(((long)i * 7919) % inputs.Length)];
        return [.. inputs.Select((x, i) => (x, Second(i))), .. function.HardCases];
    }

    [Fact]
    public void The_nearest_approach_of_all_doubles_is_among_the_generated()
    {
        double x = HardCases.Hex("0x1.6ac5b262ca1ffp+849");
        Assert.Contains(x, HardCases.NearestToMultiplesOfHalfPi());
        var (_, cos) = Exact.SinCos(x);
        Assert.Equal(HardCases.Hex("-0x1.14ae72e6ba22fp-61"), cos.Round());
    }

    [Fact]
    public void Pi_is_pi()
    {
        const string Digits = "3243F6A8885A308D313198A2E03707344A4093822299F31D0082EFA98EC4E6C8";
        Assert.Equal(BigInteger.Parse(Digits, System.Globalization.NumberStyles.HexNumber, null), Exact.Pi(252));
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-1.9999999999999998)]
    [InlineData(5e-324)]
    [InlineData(1e300)]
    public void Errors_are_measured_in_ulp_of_the_exact_value(double value)
    {
        var (mantissa, exponent) = Exact.Decompose(value);
        var exact = new Fixed(mantissa << (1200 + exponent), 1200);
        Assert.Equal(value, exact.Round());
        Assert.Equal(0, exact.ErrorInUlp(value));
        Assert.Equal(1, exact.ErrorInUlp(Math.BitIncrement(value)));
        Assert.Equal(double.PositiveInfinity, exact.ErrorInUlp(double.NaN));
    }
}
