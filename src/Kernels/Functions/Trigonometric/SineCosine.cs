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

    /// <summary>
    /// A difference, rounded to odd: of the two doubles around the value the one whose last bit is set. Rounded once more, to float, it
    /// gives what the value itself would give; the nearest double, if it lies half-way between two floats, might not.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ToOdd<V>(V leading, V small) where V : struct, ILanes<V>
    {
        V nearest = leading - small, error = leading - nearest - small;
        V other = V.SelectBySign(V.Xor(error, nearest), V.AddBits(nearest, -1), V.AddBits(nearest, 1));
        return V.SelectBySign(V.ShiftLeft(nearest, 63), nearest, other);
    }

    /// <summary>sin r − high and cos r − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Sine, V Cosine) Remainder<V>(V high, V low) where V : struct, ILanes<V>
    {
        V square = high * high;
        V sine = V.FusedMultiplyAdd(V.FusedMultiplyAdd(Sin7, square, Sin5), square, Sin3);
        V cosine = V.FusedMultiplyAdd(V.FusedMultiplyAdd(Cos6, square, Cos4), square, -0.5);
        return (V.FusedMultiplyAdd(high * square, sine, low), square * cosine);
    }

    /// <summary>The sine, not yet rounded, as a difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Small) SineParts<V>(V tableSine, V tableCosine, V high, V sine, V cosine) where V : struct, ILanes<V>
    {
        V leading = V.FusedMultiplyAdd(tableCosine, high, tableSine);
        V small = V.FusedNegatedMultiplyAdd(tableCosine, high, leading - tableSine);
        small = V.FusedNegatedMultiplyAdd(tableSine, cosine, small);
        return (leading, V.FusedNegatedMultiplyAdd(tableCosine, sine, small));
    }

    /// <summary>The cosine likewise: the sine a quadrant on, where C stands for S, and −S for C.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Small) CosineParts<V>(V tableSine, V tableCosine, V high, V sine, V cosine) where V : struct, ILanes<V>
    {
        V leading = V.FusedNegatedMultiplyAdd(tableSine, high, tableCosine);
        V small = V.FusedMultiplyAdd(tableSine, high, leading - tableCosine);
        small = V.FusedNegatedMultiplyAdd(tableCosine, cosine, small);
        return (leading, V.FusedMultiplyAdd(tableSine, sine, small));
    }
}
