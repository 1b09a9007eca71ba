namespace Kernels.Functions;

/// <summary>
/// Argument reduction modulo π/256: x = k·π/256 + r with |r| ≤ π/512, or beyond it by the rounding of x·256/π. Of k the last nine bits
/// choose a row of <see cref="CircleTable"/>, and the shift of that row's point is taken off too: r − shift = High + Low.
/// </summary>
/// <remarks>
/// <para>
/// For |k| ≤ 2²⁴, that is below 205,887, Cody and Waite's method with fused multiply-adds. π/256 stands in three parts of 53, 29 and 53
/// bits: k·Step1 cancels exactly against x, k·Step2 is exact (k has at most 24 bits), and what the three leave out, times k, is below
/// 2⁻¹²². The shift comes off after Step1, where that is exact: both numbers are multiples of 2⁻⁶⁰ (where x is not, k and the shift are 0).
/// High is rounded once; Low is its error less k·Step3, rounded to 53 bits.
/// </para>
/// <para>
/// Beyond, <see cref="PayneHanek"/> for the lanes concerned. One rule for all loops and lanes, |k| ≤ 2²⁴, decides which an element takes.
/// </para>
/// </remarks>
internal static class CircleReduction<V> where V : struct, ILanes<V>
{
    /// <summary>The largest |k| of the fast reduction.</summary>
    public const double MaxSteps = 1 << 24;

    internal const double StepsPerRadian = 81.48733086305042;  // 0x1.45f306dc9c883p+6
    internal const double Step1 = 0.01227184630308513;         // 0x1.921fb54442d18p-7
    internal const double Step2 = 4.783776557884485e-19;       // 0x1.1a62633p-61
    internal const double Step3 = 1.2848638231503326e-28;      // 0x1.45c06e0e68948p-93

    // 1.5·2⁵² + MaxSteps: the sum with a smaller number has the nearest integer in its last bits,
    // and for −MaxSteps to MaxSteps − 1 no other bits change.
    internal const double RoundingMagic = 6755399457832960;

    // 2¹⁰⁰⁰(1 − 2⁻³⁰): times more than MaxSteps, or less than −MaxSteps, it overflows.
    private const double Overflowing = 1.0715086061883472e+301;

    /// <summary>The fast reduction's begin, right where |k| ≤ MaxSteps: k + RoundingMagic, x − k·Step1, and k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Steps, V First, V Multiple) ReduceNear(V x)
    {
        // The constant comes first, since the sum may have its register; x would have to be copied.
        V steps = V.FusedMultiplyAdd(StepsPerRadian, x, RoundingMagic);
        V multiple = steps - RoundingMagic;
        return (steps, V.FusedNegatedMultiplyAdd(multiple, Step1, x), multiple);
    }

    /// <summary>The end of either reduction, of First less the row's shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V High, V Low) Finish(V shifted, V multiple)
    {
        V high = V.FusedNegatedMultiplyAdd(multiple, Step2, shifted);
        return (high, V.FusedNegatedMultiplyAdd(multiple, Step3, V.FusedNegatedMultiplyAdd(multiple, Step2, shifted - high)));
    }

    /// <summary>The reduction's begin in whole lanes; in near lanes NaN beyond the fast reduction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Multiple) Reduce(V x)
    {
        var (steps, first, multiple) = ReduceNear(x);
        V offsets = CircleTable.Offsets(steps);
        if (!V.IsWhole)
        {
            // Overflow less itself is NaN; any other number less itself is nothing.
            V overflow = multiple * Overflowing;
            return (offsets, first, multiple + (overflow - overflow));
        }

        return V.AllLess(V.Abs(multiple), MaxSteps + 1) ? (offsets, first, multiple) : ReplaceFar(x, offsets, first, multiple);
    }

    /// <summary>
    /// The argument in lanes beyond the fast reduction; in the others the least one of the exact reduction, which none of them is.
    /// </summary>
    /// <remarks>NaN may count as either: it gives NaN in both.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FarOnly(V x)
    {
        V k = V.FusedMultiplyAdd(x, StepsPerRadian, RoundingMagic) - RoundingMagic;
        return V.SelectBySign(MaxSteps - V.Abs(k), x, PayneHanek.LeastArgument);
    }

    // Out of the way of kernels in which the rest is inlined.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static (V Offsets, V First, V Multiple) ReplaceFar(V x, V offsets, V first, V multiple)
    {
        V argument = FarOnly(x);
        var (q1, q2, q3, q4) = V.Rows(in PayneHanek.First, PayneHanek.Offsets(argument));
        return ReplaceFar(argument, new(q1, q2, q3, q4), offsets, first, multiple);
    }

    /// <summary>What the exact reduction begins with in lanes that need it, from its table's row; in others what is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Multiple) ReplaceFar(V argument, in TableRow<V> row, V offsets, V first, V multiple)
    {
        V far = PayneHanek.Far(argument);
        var (farSteps, farFirst, farMultiple) = PayneHanek.Reduce(argument, row.First, row.Second, row.Third, row.Fourth);
        return (
            V.SelectBySign(far, CircleTable.Offsets(farSteps), offsets), V.SelectBySign(far, farFirst, first),
            V.SelectBySign(far, farMultiple, multiple));
    }
}
