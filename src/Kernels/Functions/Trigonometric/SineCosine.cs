using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Functions;

/// <summary>Sine and cosine of an angle that has been reduced: a point of the circle and what is left, r = high + low.</summary>
/// <remarks>
/// <para>
/// sin(a + r) = S + C·r + (C·(sin r − r) + S·(cos r − 1)) with S = sin a and C = cos a of the table. S + C·high is rounded once and its
/// error is kept; everything small is added to the error, and the sum of the two is rounded last. The cosine likewise: C − S·r + ….
/// </para>
/// <para>
/// Small parts are formed with the opposite sign and subtracted, so that a remainder of −0 leaves −0. Polynomials by tools/sincos.sollya.
/// </para>
/// </remarks>
internal static class SineCosine
{
    /// <summary>The largest error of either result over all doubles, in ULP; <c>docs/accuracy.md</c> derives it.</summary>
    public const double ErrorBoundInUlp = 0.501;

    // sin r − r ≈ Sin3·r³ + Sin5·r⁵ + Sin7·r⁷, relative error of sin r 2⁻⁷⁴·⁵.
    internal const double Sin3 = -0.16666666666666666;     // -0x1.5555555555555p-3
    internal const double Sin5 = 0.008333333332631664;     //  0x1.11111110ae50cp-7
    internal const double Sin7 = -0.00019840018248146158;  // -0x1.a0134972eb7f6p-13

    // cos r − 1 ≈ −r²/2 + Cos4·r⁴ + Cos6·r⁶, absolute error 2⁻⁷⁹·⁸.
    internal const double Cos4 = 0.04166666666664636;      //  0x1.55555555549e7p-5
    internal const double Cos6 = -0.001388887433459234;    // -0x1.6c16a86b0aa48p-10

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sine<V>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine) = Remainder(high, low);
        var (leading, small) = SineParts(tableSine, tableCosine, high, sine, cosine);
        return leading - small;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosine<V>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine) = Remainder(high, low);
        var (leading, small) = CosineParts(tableSine, tableCosine, high, sine, cosine);
        return leading - small;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Sine, V Cosine) Both<V>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine) = Remainder(high, low);
        var (sineLeading, sineSmall) = SineParts(tableSine, tableCosine, high, sine, cosine);
        var (cosineLeading, cosineSmall) = CosineParts(tableSine, tableCosine, high, sine, cosine);
        return (sineLeading - sineSmall, cosineLeading - cosineSmall);
    }

    /// <summary>
    /// Both, rounded to odd: of the two doubles around the value the one whose last bit is set. Rounded once more, to float, they give what
    /// the value itself would give; the nearest double, if it lies half-way between two floats, might not.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Sine, V Cosine) BothToOdd<V>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine) = Remainder(high, low);
        var (sineLeading, sineSmall) = SineParts(tableSine, tableCosine, high, sine, cosine);
        var (cosineLeading, cosineSmall) = CosineParts(tableSine, tableCosine, high, sine, cosine);
        return (ToOdd(sineLeading, sineSmall), ToOdd(cosineLeading, cosineSmall));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ToOdd<V>(V leading, V small)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V nearest = leading - small, error = leading - nearest - small;
        V other = V.SelectBySign(V.Xor(error, nearest), V.AddBits(nearest, -1), V.AddBits(nearest, 1));
        return V.SelectBySign(V.ShiftLeft(nearest, 63), nearest, other);
    }

    /// <summary>
    /// The double nearest to the sine as it is known, and another one if the nearest to the exact sine may be: see Round.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Nearest, V Other) RoundSine<V, TTest>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (sine, cosine) = Remainder(high, low);
        var (leading, small) = SineParts(tableSine, tableCosine, high, sine, cosine);
        return Round<V, TTest>(leading, small);
    }

    /// <summary>The same of the cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Nearest, V Other) RoundCosine<V, TTest>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (sine, cosine) = Remainder(high, low);
        var (leading, small) = CosineParts(tableSine, tableCosine, high, sine, cosine);
        return Round<V, TTest>(leading, small);
    }

    /// <summary>The same of both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Sine, V OtherSine, V Cosine, V OtherCosine) RoundBoth<V, TTest>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (sine, cosine) = Remainder(high, low);
        var (sineLeading, sineSmall) = SineParts(tableSine, tableCosine, high, sine, cosine);
        var (cosineLeading, cosineSmall) = CosineParts(tableSine, tableCosine, high, sine, cosine);
        var (nearestSine, otherSine) = Round<V, TTest>(sineLeading, sineSmall);
        var (nearestCosine, otherCosine) = Round<V, TTest>(cosineLeading, cosineSmall);
        return (nearestSine, otherSine, nearestCosine, otherCosine);
    }

    /// <summary>
    /// Ziv's rounding test: half the last place is at least 2⁻⁵⁴ of the value, so what the value is off by is at most e·2⁵⁴ of it. Where
    /// the rounding error, stretched by 1/(1 − e·2⁵⁴), does not lead to another double, it leaves that much room.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Nearest, V Other) Round<V, TTest>(V leading, V small)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        V nearest = leading - small, error = small - (leading - nearest);
        return (nearest, V.FusedNegatedMultiplyAdd(error, Stretch<TTest>(), nearest));
    }

    // 2⁵⁴; and what makes another double of any error, for bounds beyond half the last place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Stretch<TTest>()
        where TTest : struct, IRoundingTest =>
        TTest.RelativeError < 1 / 18014398509481984.0 ? 1 / (1 - (TTest.RelativeError * 18014398509481984.0)) : 1e300;

    /// <summary>sin r − high and cos r − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Sine, V Cosine) Remainder<V>(V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V square = high * high;
        V sine = V.FusedMultiplyAdd(V.FusedMultiplyAdd(Sin7, square, Sin5), square, Sin3);
        V cosine = V.FusedMultiplyAdd(V.FusedMultiplyAdd(Cos6, square, Cos4), square, -0.5);
        return (V.FusedMultiplyAdd(high * square, sine, low), square * cosine);
    }

    /// <summary>The sine, not yet rounded, as a difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Small) SineParts<V>(V tableSine, V tableCosine, V high, V sine, V cosine)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V leading = V.FusedMultiplyAdd(tableCosine, high, tableSine);
        V small = V.FusedNegatedMultiplyAdd(tableCosine, high, leading - tableSine);
        small = V.FusedNegatedMultiplyAdd(tableSine, cosine, small);
        return (leading, V.FusedNegatedMultiplyAdd(tableCosine, sine, small));
    }

    /// <summary>The cosine likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Small) CosineParts<V>(V tableSine, V tableCosine, V high, V sine, V cosine)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V leading = V.FusedNegatedMultiplyAdd(tableSine, high, tableCosine);
        V small = V.FusedMultiplyAdd(tableSine, high, leading - tableCosine);
        small = V.FusedNegatedMultiplyAdd(tableCosine, cosine, small);
        return (leading, V.FusedMultiplyAdd(tableSine, sine, small));
    }
}
