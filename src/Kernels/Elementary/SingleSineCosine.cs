using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kernels.Lanes;

namespace Kernels.Elementary;

/// <summary>Sine and cosine of floats in double precision, to be rounded to float.</summary>
/// <remarks>
/// <para>
/// x = k·π/8 + r with |r| ≤ π/16, by Cody and Waite's method with fused multiply-adds: k·Step1 cancels exactly against x, and what Step1 and Step2 leave out,
/// times k, is below 2⁻⁸⁴. sin(a + r) = S + (C·sin r + S·(cos r − 1)) with S = sin a and C = cos a of the sixteen points of the circle; the cosine likewise.
/// </para>
/// <para>
/// The error is about 2⁻⁵³ of the result: of a thousand million floats one or two might be rounded to the wrong side. None is, which a command shows
/// for every float (CONTRIBUTING.md). With the table's points as they are rounded sin 9830.398 would be; so the cosine of 7π/8 is the next double instead.
/// </para>
/// <para>Beyond 2²² the kernel for doubles serves, rounded to odd.</para>
/// </remarks>
internal static class SingleSineCosine
{
    /// <summary>The largest error of either result over all floats, in ULP of float, once it is rounded: it is the nearest float.</summary>
    public const double ErrorBoundInUlp = 0.5;

    /// <summary>The largest |x| that the method serves.</summary>
    public const float LargestArgument = 4194304;

    internal const double StepsPerRadian = 2.5464790894703255;     //  0x1.45f306dc9c883p+1
    internal const double Step1 = 0.39269908169872414;             //  0x1.921fb54442d18p-2
    internal const double Step2 = 1.5308084989341915e-17;          //  0x1.1a62633145c07p-56

    // sin r − r ≈ Sin3·r³ + … + Sin9·r⁹, relative error of sin r 2⁻⁵⁷·⁵.
    internal const double Sin3 = -0.1666666666666628;              // -0x1.55555555554cap-3
    internal const double Sin5 = 0.008333333332359368;             //  0x1.1111111087fe4p-7
    internal const double Sin7 = -0.00019841262215099492;          // -0x1.a019f724e1a5cp-13
    internal const double Sin9 = 2.753378145330569e-06;            //  0x1.718d5a4aa9109p-19

    // cos r − 1 ≈ −r²/2 + Cos4·r⁴ + Cos6·r⁶ + Cos8·r⁸, absolute error 2⁻⁵³·².
    internal const double Cos4 = 0.041666666661783196;             //  0x1.55555554a982fp-5
    internal const double Cos6 = -0.001388888289275791;            // -0x1.6c16b71ef66cbp-10
    internal const double Cos8 = 2.4778740524900534e-05;           //  0x1.9fb7e1542a6fap-16

    /// <summary>2¹⁰⁶(1 − 2⁻²⁴): times the largest argument it is the largest float, times more it overflows.</summary>
    public const float Overflowing = 8.112963358E+31f;

    // A number between the largest argument and the next float.
    private const double Border = LargestArgument + 0.25;

    /// <summary>Sines and cosines of the multiples of π/8, and both in pairs. The sine of 0 is −0, so that −0 leaves −0.</summary>
    internal static ReadOnlySpan<double> Points =>
    [
        -0.0, 0.3826834323650898, 0.7071067811865476, 0.9238795325112867, 1, 0.9238795325112867, 0.7071067811865476, 0.3826834323650898,
        0, -0.3826834323650898, -0.7071067811865476, -0.9238795325112867, -1, -0.9238795325112867, -0.7071067811865476, -0.3826834323650898,
        1, 0.9238795325112867, 0.7071067811865476, 0.3826834323650898, 0, -0.3826834323650898, -0.7071067811865476, -0.9238795325112868,
        -1, -0.9238795325112868, -0.7071067811865476, -0.3826834323650898, 0, 0.3826834323650898, 0.7071067811865476, 0.9238795325112867,
        -0.0, 1, 0.3826834323650898, 0.9238795325112867, 0.7071067811865476, 0.7071067811865476, 0.9238795325112867, 0.3826834323650898,
        1, 0, 0.9238795325112867, -0.3826834323650898, 0.7071067811865476, -0.7071067811865476, 0.3826834323650898, -0.9238795325112868,
        0, -1, -0.3826834323650898, -0.9238795325112868, -0.7071067811865476, -0.7071067811865476, -0.9238795325112867, -0.3826834323650898,
        -1, 0, -0.9238795325112867, 0.3826834323650898, -0.7071067811865476, 0.7071067811865476, -0.3826834323650898, 0.9238795325112867,
    ];

    /// <summary>Where the table begins.</summary>
    public static ref readonly double First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref MemoryMarshal.GetReference(Points);
    }

    /// <summary>The reduction: k in the last bits of Steps, and r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Steps, V Remainder) Reduce<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V steps = V.FusedMultiplyAdd(StepsPerRadian, x, CircleReduction.RoundingMagic);
        V k = steps - CircleReduction.RoundingMagic;
        return (steps, V.FusedNegatedMultiplyAdd(k, Step2, V.FusedNegatedMultiplyAdd(k, Step1, x)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sine<V>(V tableSine, V tableCosine, V remainder)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine) = Series(remainder);
        return V.FusedMultiplyAdd(tableCosine, sine, V.FusedMultiplyAdd(tableSine, cosine, tableSine));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosine<V>(V tableSine, V tableCosine, V remainder)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine) = Series(remainder);
        return V.FusedNegatedMultiplyAdd(tableSine, sine, V.FusedMultiplyAdd(tableCosine, cosine, tableCosine));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Sine, V Cosine) Both<V>(V tableSine, V tableCosine, V remainder)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine) = Series(remainder);
        return (
            V.FusedMultiplyAdd(tableCosine, sine, V.FusedMultiplyAdd(tableSine, cosine, tableSine)),
            V.FusedNegatedMultiplyAdd(tableSine, sine, V.FusedMultiplyAdd(tableCosine, cosine, tableCosine)));
    }

    /// <summary>Both phases at once, for any floats.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static (V Sine, V Cosine) Both<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (steps, remainder) = Reduce(x);
        var (tableSine, tableCosine) = V.OfSixteen(in First, steps);
        var (sine, cosine) = Both(tableSine, tableCosine, remainder);
        return IsNear(x) ? (sine, cosine) : ReplaceFar(x, sine, cosine);
    }

    /// <summary>Whether all lanes are within the method's reach.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V> => V.AllLess(V.Abs(x), Border);

    /// <summary>Sine and cosine in lanes beyond the method's reach, by the kernel for doubles; in the others what is given.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (V Sine, V Cosine) ReplaceFar<V>(V x, V nearSine, V nearCosine)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (offsets, first, multiple) = CircleReduction.Reduce(x);
        var (tableSine, tableCosine, shift, _) = V.Rows(in CircleTable.First, offsets);
        var (high, low) = CircleReduction.Finish(first, multiple, shift);
        var (farSine, farCosine) = SineCosine.BothToOdd(tableSine, tableCosine, high, low);
        V far = Border - V.Abs(x);
        return (V.SelectBySign(far, farSine, nearSine), V.SelectBySign(far, farCosine, nearCosine));
    }

    /// <summary>sin r and cos r − 1.</summary>
    /// <remarks>The sums with 0 make +0 of −0: so the signs of zeros come out right.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Sine, V Cosine) Series<V>(V r)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V square = r * r;
        V sine = V.FusedMultiplyAdd(V.FusedMultiplyAdd(V.FusedMultiplyAdd(Sin9, square, Sin7), square, Sin5), square, Sin3);
        V cosine = V.FusedMultiplyAdd(V.FusedMultiplyAdd(V.FusedMultiplyAdd(Cos8, square, Cos6), square, Cos4), square, -0.5);
        return (V.FusedMultiplyAdd(V.FusedMultiplyAdd(r, square, 0), sine, r), V.FusedMultiplyAdd(square, cosine, 0));
    }
}
