using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>
/// a·b + c with a single rounding on every machine: the processor's instruction where there is one, otherwise exact integer
/// arithmetic. The framework's own fallback calls the C library, which does not round once on every system.
/// </summary>
internal static class FusedMultiplyAdd
{
    /// <summary>Whether the processor multiplies and adds with one rounding; a constant once compiled.</summary>
    public static bool IsHardware
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b, double c) => IsHardware ? Math.FusedMultiplyAdd(a, b, c) : Emulate(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Of(Vector128<double> a, Vector128<double> b, Vector128<double> c) =>
        IsHardware ? Vector128.FusedMultiplyAdd(a, b, c) : Emulate(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Vector256.Create(
        Of(a.GetLower(), b.GetLower(), c.GetLower()), Of(a.GetUpper(), b.GetUpper(), c.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Vector512.Create(
        Of(a.GetLower(), b.GetLower(), c.GetLower()), Of(a.GetUpper(), b.GetUpper(), c.GetUpper()));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<double> Emulate(Vector128<double> a, Vector128<double> b, Vector128<double> c) =>
        Vector128.Create(Emulate(a[0], b[0], c[0]), Emulate(a[1], b[1], c[1]));

    /// <summary>Exact in 128-bit integers. A value is m·2^e; the part that falls below 128 bits is kept as one sticky bit.</summary>
    public static double Emulate(double a, double b, double c)
    {
        if (!double.IsFinite(a) || !double.IsFinite(b) || a == 0 || b == 0)
            return (a * b) + c;
        if (!double.IsFinite(c))
            return c;
        if (c == 0)
            return a * b;

        var (mantissaA, exponentA) = Decompose(a);
        var (mantissaB, exponentB) = Decompose(b);
        var (mantissaC, exponentC) = Decompose(c);
        var (product, productExponent) = Normalize((UInt128)mantissaA * mantissaB, exponentA + exponentB);
        var (addend, addendExponent) = Normalize(mantissaC, exponentC);
        bool productNegative = (a < 0) != (b < 0), addendNegative = c < 0;

        // Align the smaller exponent to the larger one. At least 20 low bits of each are free, so the sticky bit is never rounded upon.
        int exponent = Math.Max(productExponent, addendExponent);
        product = ShiftRightSticky(product, exponent - productExponent);
        addend = ShiftRightSticky(addend, exponent - addendExponent);
        if (productNegative == addendNegative)
            return Compose(productNegative, product + addend, exponent);
        return product >= addend
            ? Compose(productNegative && product != addend, product - addend, exponent)
            : Compose(addendNegative, addend - product, exponent);
    }

    private static (ulong Mantissa, int Exponent) Decompose(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        ulong fraction = bits & 0xF_FFFF_FFFF_FFFF;
        int biased = (int)(bits >> 52) & 0x7FF;
        return biased == 0 ? (fraction, -1074) : (fraction | 1UL << 52, biased - 1075);
    }

    // The highest set bit at position 125: one bit of room for the carry.
    private static (UInt128 Mantissa, int Exponent) Normalize(UInt128 mantissa, int exponent)
    {
        int shift = (int)UInt128.LeadingZeroCount(mantissa) - 2;
        return (mantissa << shift, exponent - shift);
    }

    private static UInt128 ShiftRightSticky(UInt128 value, int bits)
    {
        if (bits > 127)
            return UInt128.One;
        UInt128 shifted = value >> bits;
        return shifted << bits == value ? shifted : shifted | UInt128.One;
    }

    // Rounds magnitude·2^exponent to the nearest double, ties to even.
    private static double Compose(bool negative, UInt128 magnitude, int exponent)
    {
        if (magnitude == UInt128.Zero)
            return 0;
        int highest = 127 - (int)UInt128.LeadingZeroCount(magnitude);
        int lastPlace = Math.Max(highest + exponent - 52, -1074);
        int shift = lastPlace - exponent;

        // Two bits more than the mantissa: the half and the sticky bit.
        ulong extended = shift >= 2 ? (ulong)ShiftRightSticky(magnitude, shift - 2) : (ulong)(magnitude << (2 - shift));
        ulong mantissa = extended >> 2, below = extended & 3;
        if (below == 3 || (below == 2 && (mantissa & 1) == 1))
            mantissa++;

        // A mantissa of 2^52 or more carries its highest bit into the exponent field; 2^53 carries once more.
        ulong bits = Math.Min(((ulong)(lastPlace + 1074) << 52) + mantissa, 0x7FF0_0000_0000_0000);
        return BitConverter.UInt64BitsToDouble(bits | (negative ? 1UL << 63 : 0));
    }
}
