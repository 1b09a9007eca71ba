using System.Numerics;
using System.Runtime.InteropServices;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The reference itself, against MPFR and against known values.</summary>
public partial class ReferenceTests
{
    private const string Mpfr = "libmpfr.so.6";

    [Fact]
    public void Reference_agrees_with_MPFR()
    {
        if (!NativeLibrary.TryLoad(Mpfr, out _))
            Assert.Skip($"{Mpfr} is missing (Debian's package libmpfr6).");
        double[] inputs = [.. Inputs.BitSpaced(2000), .. Inputs.Uniform(500, 100), .. Inputs.Hard()];
        foreach (double x in inputs)
        {
            var (sin, cos) = Exact.SinCos(x);
            CheckClose(WithMpfr(x, Sin), sin);
            CheckClose(WithMpfr(x, Cos), cos);
        }
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
    public void Pi_is_pi() =>
        Assert.Equal(BigInteger.Parse("3243F6A8885A308D313198A2E03707344A4093822299F31D0082EFA98EC4E6C8", System.Globalization.NumberStyles.HexNumber, null), Exact.Pi(252));

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

    // Relative difference at most 2^-120: well beyond what any test asks of the reference.
    private static void CheckClose(Fixed expected, Fixed actual)
    {
        int bits = Math.Max(expected.FractionBits, actual.FractionBits);
        BigInteger left = expected.Units << (bits - expected.FractionBits), right = actual.Units << (bits - actual.FractionBits);
        Assert.True(BigInteger.Abs(left - right) << 120 <= BigInteger.Abs(left));
    }

    private static Fixed WithMpfr(double x, Func<nint, nint, int> function)
    {
        const int Precision = 200;
        nint number = Marshal.AllocHGlobal(32);
        Initialize(number, Precision);
        _ = SetDouble(number, x, 0);
        function(number, number);
        nint text = GetString(0, out nint exponent, 16, 0, number, 0);
        string digits = Marshal.PtrToStringUTF8(text)!;
        FreeString(text);
        Clear(number);
        Marshal.FreeHGlobal(number);

        // 0.d₁d₂…·16^exponent
        bool negative = digits[0] == '-';
        string hexadecimal = negative ? digits[1..] : digits;
        var units = BigInteger.Parse("0" + hexadecimal, System.Globalization.NumberStyles.HexNumber, null);
        int fractionBits = 4 * (hexadecimal.Length - (int)exponent);
        return new Fixed(negative ? -units : units, fractionBits);
    }

    private static int Sin(nint result, nint x) => MpfrSin(result, x, 0);

    private static int Cos(nint result, nint x) => MpfrCos(result, x, 0);

    [LibraryImport(Mpfr, EntryPoint = "mpfr_init2")]
    private static partial void Initialize(nint number, long precision);

    [LibraryImport(Mpfr, EntryPoint = "mpfr_set_d")]
    private static partial int SetDouble(nint number, double value, int rounding);

    [LibraryImport(Mpfr, EntryPoint = "mpfr_sin")]
    private static partial int MpfrSin(nint result, nint x, int rounding);

    [LibraryImport(Mpfr, EntryPoint = "mpfr_cos")]
    private static partial int MpfrCos(nint result, nint x, int rounding);

    [LibraryImport(Mpfr, EntryPoint = "mpfr_get_str")]
    private static partial nint GetString(nint buffer, out nint exponent, int digitBase, nuint digits, nint number, int rounding);

    [LibraryImport(Mpfr, EntryPoint = "mpfr_free_str")]
    private static partial void FreeString(nint text);

    [LibraryImport(Mpfr, EntryPoint = "mpfr_clear")]
    private static partial void Clear(nint number);
}
