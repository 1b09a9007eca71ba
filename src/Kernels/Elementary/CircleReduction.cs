using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Elementary;

/// <summary>
/// Argument reduction modulo π/256: x = k·π/256 + r with r = High + Low and |r| ≤ π/512, or beyond it by the rounding of x·256/π. Of k there
/// remain its last nine bits, as the offset of a row of <see cref="CircleTable"/>.
/// </summary>
/// <remarks>
/// <para>
/// For |k| ≤ 2²⁴, that is below 205,887, Cody and Waite's method with fused multiply-adds. π/256 stands in three parts of 53, 29 and 53
/// bits: k·Step1 cancels exactly against x, k·Step2 is exact (k has at most 24 bits), and what the three leave out, times k, is below
/// 2⁻¹²². High is rounded once; Low is its error less k·Step3, rounded to 53 bits.
/// </para>
/// <para>
/// Beyond, <see cref="PayneHanek"/> for the lanes concerned. One rule for all loops and lanes, |k| ≤ 2²⁴, decides which an element takes.
/// </para>
/// </remarks>
internal static class CircleReduction
{
    /// <summary>The largest |k| of the fast reduction.</summary>
    public const double MaxSteps = 1 << 24;

    internal const double StepsPerRadian = 81.48733086305042;  // 0x1.45f306dc9c883p+6
    internal const double Step1 = 0.01227184630308513;         // 0x1.921fb54442d18p-7
    internal const double Step2 = 4.783776557884485e-19;       // 0x1.1a62633p-61
    internal const double Step3 = 1.2848638231503326e-28;      // 0x1.45c06e0e68948p-93

    // 1.5·2⁵²: the sum with a smaller number has the nearest integer in its last bits.
    internal const double RoundingMagic = 6755399441055744;

    // 2¹⁰⁰⁰(1 − 2⁻³⁰): times more than MaxSteps, or less than −MaxSteps, it overflows.
    private const double Overflowing = 1.0715086061883472e+301;

    /// <summary>The fast reduction alone: right where |k| ≤ MaxSteps; with the steps, k + RoundingMagic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Steps, V High, V Low) ReduceNear<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V steps = V.FusedMultiplyAdd(x, StepsPerRadian, RoundingMagic);
        V k = steps - RoundingMagic;
        V first = V.FusedNegatedMultiplyAdd(k, Step1, x);
        V high = V.FusedNegatedMultiplyAdd(k, Step2, first);
        V low = V.FusedNegatedMultiplyAdd(k, Step3, V.FusedNegatedMultiplyAdd(k, Step2, first - high));
        return (steps, high, low);
    }

    /// <summary>A number for each lane that, combined by or with others, still tells whether all of them are near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Reach<V>(V steps)
        where V : struct, IDoubleLanes<V>, ILanes<V> =>
        V.AddBits(steps, (long)MaxSteps - BitConverter.DoubleToInt64Bits(RoundingMagic));

    /// <summary>Whether |k| ≤ MaxSteps for all from which the number comes; perhaps not, if one is MaxSteps itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V reach)
        where V : struct, IDoubleLanes<V>, ILanes<V> =>
        V.AllLess(V.Abs(reach), BitConverter.Int64BitsToDouble(2 * (long)MaxSteps));

    /// <summary>The reduction in whole lanes; in near lanes NaN beyond the fast reduction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V High, V Low) Reduce<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (steps, high, low) = ReduceNear(x);
        V offsets = CircleTable.Offsets(steps);
        V k = steps - RoundingMagic;
        if (!V.IsWhole)
        {
            // Overflow less itself is NaN; any other number less itself is nothing.
            V overflow = k * Overflowing;
            return (offsets, high, low + (overflow - overflow));
        }

        if (!AllNear(k))
            ReplaceFar(x, k, ref offsets, ref high, ref low);
        return (offsets, high, low);
    }

    /// <summary>Takes the shift of the table's point off the remainder. (Exact but where the shift is the larger: there only absolute accuracy counts.)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V High, V Low) Shift<V>(V high, V low, V shift)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V shifted = high - shift;
        return (shifted, low + (high - shifted - shift));
    }

    /// <summary>Does the lanes beyond the fast reduction again, if there are any.</summary>
    /// <returns>Whether there are.</returns>
    public static bool Mend<V>(V x, ref V offsets, ref V high, ref V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V k = V.FusedMultiplyAdd(x, StepsPerRadian, RoundingMagic) - RoundingMagic;
        if (AllNear(k))
            return false;
        ReplaceFar(x, k, ref offsets, ref high, ref low);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AllNear<V>(V k)
        where V : struct, IDoubleLanes<V>, ILanes<V> => V.AllLess(V.Abs(k), MaxSteps + 1);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReplaceFar<V>(V x, V k, ref V offsets, ref V high, ref V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        // Negative in far lanes. NaN may fall on either side: it is NaN on both.
        V far = MaxSteps - V.Abs(k);
        var (farSteps, farHigh, farLow) = PayneHanek.Reduce(V.SelectBySign(far, x, PayneHanek.LeastArgument));
        offsets = V.SelectBySign(far, CircleTable.Offsets(farSteps), offsets);
        high = V.SelectBySign(far, farHigh, high);
        low = V.SelectBySign(far, farLow, low);
    }
}
