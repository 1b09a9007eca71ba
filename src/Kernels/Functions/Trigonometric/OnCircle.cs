using System.Numerics;

namespace Kernels.Functions;

/// <summary>Which of sine and cosine are wanted.</summary>
internal interface ICircleResults
{
    static virtual int Count => 1;

    /// <summary>Whether a result is the cosine.</summary>
    static abstract bool IsCosine(int result);
}

/// <summary>sin x.</summary>
internal readonly struct Sine : ICircleResults
{
    public static bool IsCosine(int result) => false;
}

/// <summary>cos x.</summary>
internal readonly struct Cosine : ICircleResults
{
    public static bool IsCosine(int result) => true;
}

/// <summary>sin x and cos x.</summary>
internal readonly struct SineAndCosine : ICircleResults
{
    public static int Count => 2;

    public static bool IsCosine(int result) => result == 1;
}

/// <summary>Sine, cosine or both of doubles: the argument's reduction, then what <see cref="SineCosine"/> makes of it.</summary>
internal readonly struct OnCircle<TResults> : ICorrectFunction where TResults : struct, ICircleResults
{
    public static int Results => TResults.Count;

    public static ref readonly double Table => ref CircleTable.First;

    public static bool BeginsAgain => true;

    public static ref readonly double TableOfAgain => ref PayneHanek.First;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        if (V.IsWhole)
        {
            var (offsets, begun, times) = CircleReduction<V>.Reduce(x);
            return (offsets, begun, times, range);
        }

        var (steps, first, multiple) = CircleReduction<V>.ReduceNear(x);
        return (CircleTable.Offsets(steps), first, multiple, V.OrDifference(range, steps, CircleReduction<V>.RoundingMagic));
    }

    // |k| ≤ MaxSteps; perhaps not, if one is MaxSteps itself. Less than 2·MaxSteps as an integer without sign: the shift takes that away.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range)
        where V : struct, ILanes<V> => V.AllBitsLess(V.ShiftRight(range, 1), (long)CircleReduction<V>.MaxSteps);

    // NaN has its sign set or not: it goes through either reduction.
    public static V Exceptional<V>(V x) where V : struct, ILanes<V> => PayneHanek.Far(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V Argument) BeginAgain<V>(V x) where V : struct, ILanes<V>
    {
        V argument = CircleReduction<V>.FarOnly(x);
        return (PayneHanek.Offsets(argument), argument);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second) EndAgain<V>(V argument, in TableRow<V> row, V offsets, V first, V multiple)
        where V : struct, ILanes<V> => CircleReduction<V>.ReplaceFar(argument, row, offsets, first, multiple);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V first, V second, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        var (leading, small, secondLeading, secondSmall) = Parts(row, first, second);
        return (RoundingTest.Round<V, TTest>(leading, small),
            TResults.Count > 1 ? RoundingTest.Round<V, TTest>(secondLeading, secondSmall) : default);
    }

    /// <summary>The results before the last rounding, as differences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Leading, V Small, V SecondLeading, V SecondSmall) Parts<V>(in TableRow<V> row, V first, V multiple)
        where V : struct, ILanes<V>
    {
        var (high, low) = CircleReduction<V>.Finish(first - row.Third, multiple);
        var (sine, cosine) = SineCosine.Remainder(high, low);
        var (leading, small) = SineCosine.SineParts(row.First, row.Second, high, sine, cosine);
        var (secondLeading, secondSmall) = SineCosine.CosineParts(row.First, row.Second, high, sine, cosine);
        return TResults.IsCosine(0) ? (secondLeading, secondSmall, default, default) : (leading, small, secondLeading, secondSmall);
    }

    /// <summary>The same of any arguments at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Leading, V Small, V SecondLeading, V SecondSmall) Parts<V>(V x) where V : struct, ILanes<V>
    {
        var (offsets, first, multiple) = CircleReduction<V>.Reduce(x);
        var (sine, cosine, shift, _) = V.Rows(in CircleTable.First, offsets);
        return Parts(new(sine, cosine, shift, default), first, multiple);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(V x, V y) where V : struct, ILanes<V>
    {
        var (leading, small, secondLeading, secondSmall) = Parts(x);
        return (leading - small, TResults.Count > 1 ? secondLeading - secondSmall : default);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(
        V x, V y, V offsets, V begun, V secondBegun) where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        var (sine, cosine) = PreciseSineCosine.Both(offsets, begun, secondBegun);
        var (lower, upper) = PreciseSineCosine.Ends<V, TTest>(TResults.IsCosine(0) ? cosine : sine);
        var (secondLower, secondUpper) = PreciseSineCosine.Ends<V, TTest>(cosine);
        return (lower, upper, secondLower, secondUpper);
    }

    // Below 2⁻²⁷ the sine is within 2⁻⁵⁶ of the angle, relative to it, and the cosine within 2⁻⁵⁵ of 1.
    public static double? Trivial(double x, double y, int result) =>
        Math.Abs(x) >= 1.0 / (1 << 27) ? null : TResults.IsCosine(result) ? 1 : x;

    public static (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y, int result) =>
        WideSineCosine.Evaluate(x, TResults.IsCosine(result));

    public static (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int result, int bits) =>
        (ExactSineCosine.SineOrCosine(x, TResults.IsCosine(result), bits), -bits);
}
