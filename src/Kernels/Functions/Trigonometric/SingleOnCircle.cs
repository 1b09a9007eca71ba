namespace Kernels.Functions;

/// <summary>Sine, cosine or both of floats in double precision, to be rounded to float.</summary>
/// <remarks>
/// <para>
/// x = k·π/256 + r with |r| ≤ π/512, by Cody and Waite's method with fused multiply-adds: k·Step1 cancels exactly against x, and what Step1
/// and StepLow leave out, times k, is below 2⁻⁸⁵. sin(a + r) = S + (C·sin r + S·(cos r − 1)) with S = sin a and C = cos a of 512 points of
/// the circle; the cosine is that with C and −S in their place.
/// </para>
/// <para>
/// The error is about 2⁻⁵³ of the result. No float is rounded to the wrong side for it: docs/accuracy.md. Beyond 2²² the kernel for doubles
/// serves, rounded to odd.
/// </para>
/// </remarks>
internal readonly struct SingleOnCircle<TResults> : ITableFunction where TResults : struct, ICircleResults
{
    public static int Results => TResults.Count;

    public static int Columns => 2;

    public static ref readonly double Table => ref CircleTable.FirstPair;

    public static int RowLength => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfBegin<V>() where V : struct, ILanes<V> => new(
        [
            CircleReduction<V>.StepsPerRadian, SingleSineCosine.RoundingMagic, CircleReduction<V>.Step1, PayneHanek.StepLow,
            CircleTable.OffsetBitsOfPairs,
        ]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfSecond<V>()
        where V : struct, ILanes<V> => new([SingleSineCosine.Sin3, SingleSineCosine.Sin5, -0.5, SingleSineCosine.Cos4, 0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V roundingMagic = constants.Second, steps = V.FusedMultiplyAdd(x, constants.First, roundingMagic), k = steps - roundingMagic;
        V remainder = V.FusedNegatedMultiplyAdd(k, constants.Fourth, V.FusedNegatedMultiplyAdd(k, constants.Third, x));
        return (V.And(V.ShiftLeft(steps, 1), constants.Fifth), remainder, default, V.OrDifference(range, steps, roundingMagic));
    }

    // Perhaps not, if one has more than MostSteps.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range) where V : struct, ILanes<V> => V.AllBitsLess(V.ShiftRight(range, 1), SingleSineCosine.MostSteps);

    /// <remarks>The sums with 0 make +0 of −0: so the signs of zeros come out right.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V r, V unused, in Constants<V> constants) where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        // sin r and cos r − 1.
        V square = r * r, zero = constants.Fifth;
        V sine = V.FusedMultiplyAdd(V.FusedMultiplyAdd(r, square, zero), V.FusedMultiplyAdd(square, constants.Second, constants.First), r);
        V cosine = V.FusedMultiplyAdd(square, V.FusedMultiplyAdd(square, constants.Fourth, constants.Third), zero);
        var (tableSine, tableCosine) = (row.First, row.Second);
        V first = V.FusedMultiplyAdd(tableCosine, sine, V.FusedMultiplyAdd(tableSine, cosine, tableSine));
        V second = V.FusedNegatedMultiplyAdd(tableSine, sine, V.FusedMultiplyAdd(tableCosine, cosine, tableCosine));
        first = TResults.IsCosine(0) ? second : first;
        if (V.IsWhole && !V.AllBitsLess(Near(x), 0))
            (first, second) = ReplaceFar(x, first, second);
        return ((first, first), (second, second));
    }

    // Negative in lanes within the method's range.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Near<V>(V x) where V : struct, ILanes<V> => V.Abs(x) - SingleSineCosine.Border;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static (V First, V Second) ReplaceFar<V>(V x, V first, V second) where V : struct, ILanes<V>
    {
        var (leading, small, secondLeading, secondSmall) = OnCircle<TResults>.Parts(x);
        V near = Near(x);
        return (
            V.SelectBySign(near, first, SineCosine.ToOdd(leading, small)),
            TResults.Count > 1 ? V.SelectBySign(near, second, SineCosine.ToOdd(secondLeading, secondSmall)) : default);
    }
}

/// <summary>What sine and cosine of floats share.</summary>
internal static class SingleSineCosine
{
    /// <summary>The largest |x| that the method serves.</summary>
    public const float LargestArgument = 4194304;

    // sin r − r ≈ Sin3·r³ + Sin5·r⁵, relative error of sin r 2⁻⁶¹.
    internal const double Sin3 = -0.1666666666665455;      // -0x1.5555555554448p-3
    internal const double Sin5 = 0.008333322932416077;     //  0x1.1110fabb1a187p-7

    // cos r − 1 ≈ −r²/2 + Cos4·r⁴, absolute error 2⁻⁵⁶·⁸.
    internal const double Cos4 = 0.04166661991279279;      //  0x1.55553c3b87a36p-5

    /// <summary>A number between the largest argument and the next float.</summary>
    public const double Border = LargestArgument + 0.25;

    /// <summary>The steps of all arguments up to 3,294,198.</summary>
    public const long MostSteps = 1 << 28;

    // 1.5·2⁵² + MostSteps: see CircleReduction.RoundingMagic.
    internal const double RoundingMagic = 6755399709491200;
}
