using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kernels.Lanes;

namespace Kernels.Elementary;

/// <summary>
/// Payne and Hanek's reduction modulo π/256 for arguments of any size, on all lanes at once: of the product x·256/π only what matters is
/// formed, modulo 512.
/// </summary>
/// <remarks>
/// <para>
/// x = m·2^(4g − 1020) with 4g the biased exponent without its last two bits, and 1/8 ≤ |m| &lt; 2. Multiples of 2⁶⁴ in 2^(4g − 1020)·256/π give
/// multiples of 512 in the product, since m is a multiple of 2⁻⁵⁵. What is left, between −2⁶³ and 2⁶³, stands in a row of the table as
/// Q1 + Q2 + Q3 + Q4: Q1 a multiple of 2¹⁵, the others of 53 bits each, the rest below 2⁻¹⁴⁴.
/// </para>
/// <para>
/// m·Q1, m·Q2 and m·Q3 are formed exactly, as sums of two doubles. Of m·Q1 a multiple of 2¹³ goes; with the nearest integer k taken off, the
/// fraction is left as a sum of doubles, whose leading part and rest are found by exact additions. Its error is below 2⁻¹⁴⁰. The fraction is
/// never below 2⁻⁵⁷ (no double is nearer than 2⁻⁶³ to a multiple of π/256 other than 0), so its relative error is below 2⁻⁸³ there.
/// </para>
/// </remarks>
internal static partial class PayneHanek
{
    /// <summary>The least magnitude that the table serves: 2¹⁷.</summary>
    public const double LeastArgument = 131072;

    /// <summary>4g for that magnitude.</summary>
    internal const int LeastExponent = 1040;

    internal const double StepHigh = 0.01227184630308513;    // 0x1.921fb54442d18p-7
    internal const double StepLow = 4.783776559169348e-19;   // 0x1.1a62633145c07p-61

    // 3·2⁶⁴: a sum with a number between −2⁶⁴ and 2⁶⁴ is a multiple of 2¹³.
    private const double CoarseMagic = 55340232221128654848.0;

    /// <param name="x">Of at least LeastArgument in magnitude, or infinite, or NaN.</param>
    /// <returns>k in the last bits of Steps; the two parts of r, NaN if x is not finite.</returns>
    public static (V Steps, V High, V Low) Reduce<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        // The biased exponent without its last two bits is the row's offset; the mantissa keeps them, less 1020.
        V offsets = V.AddBits(V.ShiftLeft(V.ShiftRight(V.Abs(x), 54), 2), -LeastExponent);
        V m = V.AddBits(V.And(x, BitConverter.UInt64BitsToDouble(0x803F_FFFF_FFFF_FFFF)), 0x3FC0_0000_0000_0000);
        var (q1, q2, q3, q4) = V.Rows(in MemoryMarshal.GetReference(Rows), offsets);

        V high1 = m * q1, low1 = V.FusedNegatedMultiplyAdd(m, q1, high1);
        V high2 = m * q2, low2 = V.FusedNegatedMultiplyAdd(m, q2, high2);
        V high3 = m * q3, low3 = V.FusedNegatedMultiplyAdd(m, q3, high3);

        // Low parts have the opposite sign. Exact: both are multiples of 2⁻⁴⁰ below 2¹³.
        V first = high1 - (high1 + CoarseMagic - CoarseMagic) - low1;
        V steps = first + high2 + CircleReduction.RoundingMagic;
        V integer = steps - CircleReduction.RoundingMagic;

        var (sum, sumError) = ExactSum(first - integer, high2);
        var (tail, tailError) = ExactSum(high3, -low2);
        var (fraction, fractionError) = ExactSum(sum, tail);
        V rest = sumError + fractionError + (tailError + V.FusedMultiplyAdd(m, q4, -low3));

        // Times π/256; x − x is NaN where x is not finite.
        V high = fraction * StepHigh;
        V low = V.FusedMultiplyAdd(fraction, StepLow, rest * StepHigh) - V.FusedNegatedMultiplyAdd(fraction, StepHigh, high);
        return (steps, high, low + (x - x));
    }

    // Knuth's: the sum and its rounding error, whatever the order of the two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Sum, V Error) ExactSum<V>(V a, V b)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V sum = a + b;
        V bRounded = sum - a;
        return (sum, a - (sum - bRounded) + (b - bRounded));
    }
}
