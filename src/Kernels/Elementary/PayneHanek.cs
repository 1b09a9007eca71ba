using Kernels.Lanes;

namespace Kernels.Elementary;

/// <summary>
/// Payne and Hanek's reduction modulo π/2 for arguments of any size: of the product x·2/π only those bits are formed that matter,
/// from the two above the binary point on.
/// </summary>
/// <remarks>
/// x = m·2^e with a 53-bit integer m. Bits of 2/π whose product with x is a multiple of 4 are skipped; the next 192 bits, W, give
/// m·W mod 2¹⁹²: two bits of quadrant and 190 of fraction. What follows W is worth less than 2⁵³ units of the last place, so the
/// fraction's error is below 2⁻¹³⁷. No double is nearer than 2⁻⁶² to a multiple of π/2, so its relative error is below 2⁻⁷⁴.
/// </remarks>
internal static class PayneHanek
{
    internal const double HalfPiHigh = 1.5707963267948966;    // 0x1.921fb54442d18p+0
    internal const double HalfPiLow = 6.123233995736766e-17;  // 0x1.1a62633145c07p-54

    /// <summary>The bits of 2/π, 64 before the binary point and 1,280 behind it.</summary>
    internal static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0x0000000000000000,
        0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0,
        0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484, 0xE99C7026B45F7E41, 0x3991D639835339F4,
        0x9C845F8BBDF9283B, 0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D,
        0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
    ];

    /// <param name="x">A finite number of at least <see cref="PiReduction.Limit"/>.</param>
    /// <returns>k mod 4 and the two parts of x − k·π/2, which lies in [−π/4, π/4].</returns>
    public static (int Quadrant, double High, double Low) Reduce(double x)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        ulong mantissa = (bits & 0xF_FFFF_FFFF_FFFF) | 1UL << 52;
        int exponent = (int)(bits >> 52) - 1075;

        // The bit behind the binary point worth 2^-j gives a multiple of 4 if j ≤ exponent − 2; the table has 64 bits before j = 1.
        int start = exponent - 1 + 63;
        ulong w0 = Word(start), w1 = Word(start + 64), w2 = Word(start + 128);

        // m·W mod 2¹⁹², in three words.
        UInt128 low = (UInt128)mantissa * w2;
        UInt128 middle = ((UInt128)mantissa * w1) + (ulong)(low >> 64);
        ulong p2 = (ulong)low;
        ulong p1 = (ulong)middle;
        ulong p0 = (mantissa * w0) + (ulong)(middle >> 64);

        // To the nearest multiple: a fraction of a half or more belongs to the next quadrant and is negative.
        int quadrant = (int)(p0 >> 62);
        UInt128 upper = new UInt128(p0, p1) << 2 | p2 >> 62;
        ulong lower = p2 << 2;
        bool negative = (upper >> 127) != UInt128.Zero;
        if (negative)
        {
            quadrant = (quadrant + 1) & 3;
            lower = unchecked(0 - lower);
            upper = ~upper + (lower == 0 ? UInt128.One : UInt128.Zero);
        }

        // The leading 106 bits of the fraction as two doubles, both exact.
        int zeros = (int)UInt128.LeadingZeroCount(upper);
        UInt128 fill = zeros <= 64 ? (UInt128)lower >> (64 - zeros) : (UInt128)lower << (zeros - 64);
        UInt128 leading = upper << zeros | fill;
        double fractionHigh = Math.ScaleB((ulong)(leading >> 75), -53 - zeros);
        double fractionLow = Math.ScaleB((ulong)(leading >> 22) & 0x1F_FFFF_FFFF_FFFF, -106 - zeros);

        // Times π/2 in two parts; then the low part is less than half an ulp of the high one.
        double product = fractionHigh * HalfPiHigh;
        double error = FusedMultiplyAdd.Of(fractionHigh, HalfPiHigh, -product);
        double rest = error + FusedMultiplyAdd.Of(fractionHigh, HalfPiLow, fractionLow * HalfPiHigh);
        double high = product + rest;
        rest -= high - product;
        return negative ? (quadrant, -high, -rest) : (quadrant, high, rest);
    }

    // The 64 bits of the table from a given bit on.
    private static ulong Word(int bit)
    {
        int index = bit >> 6, offset = bit & 63;
        ulong word = TwoOverPi[index] << offset;
        return offset == 0 ? word : word | TwoOverPi[index + 1] >> (64 - offset);
    }
}
