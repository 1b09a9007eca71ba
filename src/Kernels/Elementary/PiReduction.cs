using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Elementary;

/// <summary>
/// Argument reduction modulo π/2: |x| = k·π/2 + r with r = High + Low and |r| ≤ π/4, or beyond it by the rounding of |x|·2/π.
/// </summary>
/// <remarks>
/// <para>
/// Below 2²⁰, Cody and Waite's method with fused multiply-adds. π/2 stands in three parts of 53, 33 and 53 bits: k·HalfPi1 cancels
/// exactly against |x|, k·HalfPi2 is exact (k has at most 20 bits), and what the three leave out, times k, is below 2⁻¹²¹. High is
/// rounded once; Low is its error less k·HalfPi3, rounded to 53 bits. No double below 2²⁰ is nearer than 2⁻⁶³ to a nonzero
/// multiple of π/2, so High + Low has a relative error below 2⁻⁵⁷ there and, on the whole, far below that.
/// </para>
/// <para>
/// From 2²⁰ on, <see cref="PayneHanek"/> for the lanes concerned: at once in whole lanes; near lanes give NaN instead.
/// </para>
/// </remarks>
internal static class PiReduction
{
    /// <summary>The least magnitude that takes the exact reduction: 2²⁰.</summary>
    public const double Limit = 1048576;

    internal const double TwoOverPi = 0.6366197723675814;  // 0x1.45f306dc9c883p-1
    internal const double HalfPi1 = 1.5707963267948966;    // 0x1.921fb54442d18p+0
    internal const double HalfPi2 = 6.12323399538461e-17;  // 0x1.1a626331p-54
    internal const double HalfPi3 = 3.5215598651832e-27;   // 0x1.1701b839a252p-88

    // 1.5·2⁵²: the sum with a smaller number has the nearest integer in its last bits.
    private const double RoundingMagic = 6755399441055744;

    // 2¹⁰⁰⁴: times a magnitude of Limit or more it overflows.
    private const double OverflowAtLimit = 1.7144137714980277e+302;

    /// <returns>k in the last two bits of Quadrant; the two parts of r; and High².</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Quadrant, V High, V Low, V Square) Reduce<V>(V magnitude)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V quadrant = V.FusedMultiplyAdd(magnitude, TwoOverPi, RoundingMagic);
        V k = quadrant - RoundingMagic;
        V first = V.FusedNegatedMultiplyAdd(k, HalfPi1, magnitude);
        V high = V.FusedNegatedMultiplyAdd(k, HalfPi2, first);
        V low = V.FusedNegatedMultiplyAdd(k, HalfPi3, V.FusedNegatedMultiplyAdd(k, HalfPi2, first - high));
        if (!V.IsWhole)
        {
            // From Limit on, overflow less itself: NaN. Below, the square plus zero.
            V overflow = magnitude * OverflowAtLimit;
            return (quadrant, high, low, V.FusedMultiplyAdd(high, high, overflow - overflow));
        }

        if (!V.AllLess(magnitude, Limit))
            ReduceFar(magnitude, ref quadrant, ref high, ref low);
        return (quadrant, high, low, high * high);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReduceFar<V>(V magnitude, ref V quadrant, ref V high, ref V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        for (int lane = 0; lane < V.Count; lane++)
        {
            double element = V.GetLane(magnitude, lane);
            if (element < Limit)
                continue;
            var reduced = double.IsFinite(element) ? PayneHanek.Reduce(element) : (Quadrant: 0, High: double.NaN, Low: 0);
            quadrant = V.WithLane(quadrant, lane, RoundingMagic + reduced.Quadrant);
            high = V.WithLane(high, lane, reduced.High);
            low = V.WithLane(low, lane, reduced.Low);
        }
    }
}
