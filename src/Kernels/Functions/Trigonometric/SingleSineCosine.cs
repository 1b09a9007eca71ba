namespace Kernels.Functions;

/// <summary>Sine and cosine of floats in double precision, to be rounded to float.</summary>
/// <remarks>
/// <para>
/// x = k·π/256 + r with |r| ≤ π/512, by Cody and Waite's method with fused multiply-adds: k·Step1 cancels exactly against x, and what Step1
/// and StepLow leave out, times k, is below 2⁻⁸⁵. sin(a + r) = S + (C·sin r + S·(cos r − 1)) with S = sin a and C = cos a of 512 points of
/// the circle; the cosine likewise.
/// </para>
/// <para>
/// The error is about 2⁻⁵³ of the result: of a thousand million floats one or two might be rounded to the wrong side. None is, which a
/// command shows for every float (CONTRIBUTING.md); one of the points is moved for it (<see cref="CircleTable.Pairs"/>).
/// </para>
/// <para>Beyond 2²² the kernel for doubles serves, rounded to odd.</para>
/// </remarks>
internal static class SingleSineCosine
{
    /// <summary>The largest error of either result over all floats, in ULP of float, once it is rounded: it is the nearest float.</summary>
    public const double ErrorBoundInUlp = 0.5;

    /// <summary>The largest |x| that the method serves.</summary>
    public const float LargestArgument = 4194304;

    // sin r − r ≈ Sin3·r³ + Sin5·r⁵, relative error of sin r 2⁻⁶¹.
    internal const double Sin3 = -0.1666666666665455;      // -0x1.5555555554448p-3
    internal const double Sin5 = 0.008333322932416077;     //  0x1.1110fabb1a187p-7

    // cos r − 1 ≈ −r²/2 + Cos4·r⁴, absolute error 2⁻⁵⁶·⁸.
    internal const double Cos4 = 0.04166661991279279;      //  0x1.55553c3b87a36p-5

    // A number between the largest argument and the next float.
    private const double Border = LargestArgument + 0.25;

    /// <summary>The steps of all arguments up to 3,294,198.</summary>
    private const long MostSteps = 1 << 28;

    // 1.5·2⁵² + MostSteps: see CircleReduction.RoundingMagic.
    private const double RoundingMagic = 6755399709491200;

    /// <summary>The constants of the reduction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> Reduction<V>()
        where V : struct, ILanes<V> => new(
        [CircleReduction<V>.StepsPerRadian, RoundingMagic, CircleReduction<V>.Step1, PayneHanek.StepLow, CircleTable.OffsetBitsOfPairs]);

    /// <summary>The constants of sin r and cos r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> Polynomials<V>()
        where V : struct, ILanes<V> => new([Sin3, Sin5, -0.5, Cos4, 0]);

    /// <summary>The offset of the circle's point, the remainder, and in which bits the steps so far differ from RoundingMagic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V Remainder, V Range) Reduce<V>(V x, V range, Constants<V> constants)
        where V : struct, ILanes<V>
    {
        var (stepsPerRadian, roundingMagic, step1, stepLow, offsetBits) = constants;
        V steps = V.FusedMultiplyAdd(x, stepsPerRadian, roundingMagic);
        V k = steps - roundingMagic;
        return (
            V.And(V.ShiftLeft(steps, 1), offsetBits),
            V.FusedNegatedMultiplyAdd(k, stepLow, V.FusedNegatedMultiplyAdd(k, step1, x)),
            V.OrDifference(range, steps, roundingMagic));
    }

    /// <summary>Whether all that have been noted are within the method's range; perhaps not, if one has more than MostSteps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range)
        where V : struct, ILanes<V> => V.AllBitsLess(V.ShiftRight(range, 1), MostSteps);

    /// <summary>Negative in lanes within the method's range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Near<V>(V x)
        where V : struct, ILanes<V> => V.Abs(x) - Border;

    /// <summary>sin r and cos r − 1.</summary>
    /// <remarks>The sums with 0 make +0 of −0: so the signs of zeros come out right.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Sine, V Cosine) OfRemainder<V>(V r, Constants<V> constants)
        where V : struct, ILanes<V>
    {
        var (sin3, sin5, cos2, cos4, zero) = constants;
        V square = r * r;
        V sine = V.FusedMultiplyAdd(square, sin5, sin3);
        V cosine = V.FusedMultiplyAdd(square, cos4, cos2);
        return (V.FusedMultiplyAdd(V.FusedMultiplyAdd(r, square, zero), sine, r), V.FusedMultiplyAdd(square, cosine, zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sine<V>(V tableSine, V tableCosine, V sine, V cosine)
        where V : struct, ILanes<V> => V.FusedMultiplyAdd(tableCosine, sine, V.FusedMultiplyAdd(tableSine, cosine, tableSine));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosine<V>(V tableSine, V tableCosine, V sine, V cosine)
        where V : struct, ILanes<V> => V.FusedNegatedMultiplyAdd(tableSine, sine, V.FusedMultiplyAdd(tableCosine, cosine, tableCosine));
}
