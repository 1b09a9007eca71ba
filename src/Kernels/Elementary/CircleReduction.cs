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

        // Less than 2·MaxSteps as an integer without sign: the shift makes room for the comparison of doubles. (The absolute value would take
        // steps near −RoundingMagic, where the number has but its sign bit too much, for near ones.)
        V.AllLess(V.ShiftRight(reach, 1), BitConverter.Int64BitsToDouble((long)MaxSteps));

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

        return V.AllLess(V.Abs(k), MaxSteps + 1) ? (offsets, high, low) : ReplaceFar(x, offsets, high, low);
    }

    /// <summary>Takes the shift of the table's point off the remainder. (Exact but where the shift is the larger: there only absolute accuracy counts.)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V High, V Low) Shift<V>(V high, V low, V shift)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V shifted = high - shift;
        return (shifted, low + (high - shifted - shift));
    }

    /// <summary>The argument in lanes beyond the fast reduction; in the others the least one of the exact reduction, which none of them is.</summary>
    /// <remarks>NaN may count as either: it gives NaN in both.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FarOnly<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V k = V.FusedMultiplyAdd(x, StepsPerRadian, RoundingMagic) - RoundingMagic;
        return V.SelectBySign(MaxSteps - V.Abs(k), x, PayneHanek.LeastArgument);
    }

    // Out of the way of kernels in which the rest is inlined.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (V Offsets, V High, V Low) ReplaceFar<V>(V x, V offsets, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V argument = FarOnly(x), far = PayneHanek.Far(argument);
        var (q1, q2, q3, q4) = V.Rows(in PayneHanek.First, PayneHanek.Offsets(argument));
        var (farSteps, farHigh, farLow) = PayneHanek.Reduce(argument, q1, q2, q3, q4);
        return (
            V.SelectBySign(far, CircleTable.Offsets(farSteps), offsets),
            V.SelectBySign(far, farHigh, high),
            V.SelectBySign(far, farLow, low));
    }
}
