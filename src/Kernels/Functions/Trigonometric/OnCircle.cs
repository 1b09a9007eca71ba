using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Functions;

/// <summary>Which of sine and cosine are wanted.</summary>
internal interface ICircleResults
{
    static abstract int Count { get; }

    /// <summary>From the point of the circle, the remainder, and sin r − r and cos r − 1 of that: see <see cref="SineCosine"/>.</summary>
    static abstract (V Leading, V Small, V SecondLeading, V SecondSmall) Parts<V>(
        V tableSine, V tableCosine, V high, V sine, V cosine)
        where V : struct, ILanes<V>;

    /// <summary>Of floats: see <see cref="SingleSineCosine"/>.</summary>
    static abstract (V First, V Second) Singles<V>(V tableSine, V tableCosine, V sine, V cosine)
        where V : struct, ILanes<V>;

    /// <summary>Of the two results, those that are wanted.</summary>
    static abstract (T First, T Second) Choose<T>(T sine, T cosine);

    /// <summary>Whether a result is the cosine.</summary>
    static abstract bool IsCosine(int result);
}

/// <summary>Sine, cosine or both of doubles: the argument's reduction, then what <see cref="SineCosine"/> makes of it.</summary>
internal readonly struct OnCircle<TResults> : ICorrectFunction
    where TResults : struct, ICircleResults
{
    // The columns: offsets of rows and what the reduction has so far; for the exact reduction, offsets and arguments.
    private const int Offsets = 0, First = 1, Multiple = 2;

    private const int FarOffsets = 0, Argument = 1;

    public static int Inputs => 1;

    public static int Results => TResults.Count;

    public static ref readonly double Table => ref CircleTable.First;

    public static bool BeginsAgain => true;

    public static ref readonly double TableOfAgain => ref PayneHanek.First;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Begin<V>(V x, V y, V range, Scratch<V> scratch, Constants<V> constants)
        where V : struct, ILanes<V>
    {
        var (steps, first, multiple) = CircleReduction<V>.ReduceNear(x);
        scratch[Offsets] = CircleTable.Offsets(steps);
        scratch[First] = first;
        scratch[Multiple] = multiple;
        return CircleReduction<V>.NoteRange(range, steps);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range)
        where V : struct, ILanes<V> => CircleReduction<V>.IsNear(range);

    // NaN has its sign set or not: it goes through either reduction.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exceptional<V>(V x, V y)
        where V : struct, ILanes<V> => PayneHanek.Far(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void BeginAgain<V>(V x, Scratch<V> spare)
        where V : struct, ILanes<V>
    {
        V argument = CircleReduction<V>.FarOnly(x);
        spare[FarOffsets] = PayneHanek.Offsets(argument);
        spare[Argument] = argument;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EndAgain<V>(Scratch<V> spare, Scratch<V> scratch, ref readonly double table)
        where V : struct, ILanes<V>
    {
        (scratch[Offsets], scratch[First], scratch[Multiple]) = CircleReduction<V>.Replace(
            spare[Argument], spare.Rows(in table, FarOffsets), scratch[Offsets], scratch[First], scratch[Multiple]);
    }

    public void Middle<V>(Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Nearest, V Other, V SecondNearest, V SecondOther) Finish<V, TTest>(
        Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (tableSine, tableCosine, shift, _) = scratch.Rows(in table, Offsets);
        var (high, low) = CircleReduction<V>.Finish(scratch[First] - shift, scratch[Multiple]);
        var (sine, cosine) = SineCosine.Remainder(high, low);
        return Round<V, TTest>(TResults.Parts(tableSine, tableCosine, high, sine, cosine));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Nearest, V Other, V SecondNearest, V SecondOther) Round<V, TTest>(
        (V Leading, V Small, V SecondLeading, V SecondSmall) parts)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (nearest, other) = RoundingTest.Round<V, TTest>(parts.Leading, parts.Small);
        var (secondNearest, secondOther) =
            TResults.Count > 1 ? RoundingTest.Round<V, TTest>(parts.SecondLeading, parts.SecondSmall) : default;
        return (nearest, other, secondNearest, secondOther);
    }

    /// <summary>The results before the last rounding, as differences, of any arguments at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Leading, V Small, V SecondLeading, V SecondSmall) Parts<V>(V x)
        where V : struct, ILanes<V>
    {
        var (offsets, first, multiple) = CircleReduction<V>.Reduce(x);
        var (tableSine, tableCosine, shift, _) = V.Rows(in CircleTable.First, offsets);
        var (high, low) = CircleReduction<V>.Finish(first - shift, multiple);
        var (sine, cosine) = SineCosine.Remainder(high, low);
        return TResults.Parts(tableSine, tableCosine, high, sine, cosine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(V x, V y)
        where V : struct, ILanes<V>
    {
        var (leading, small, secondLeading, secondSmall) = Parts(x);
        return (leading - small, TResults.Count > 1 ? secondLeading - secondSmall : default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Nearest, V Other, V SecondNearest, V SecondOther) Evaluate<V, TTest>(V x, V y)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest => Round<V, TTest>(Parts(x));

    public static (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(V x, V y, Scratch<V> begun)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (sine, cosine) = PreciseSineCosine.Both(begun[Offsets], begun[First], begun[Multiple]);
        var (first, second) = TResults.Choose(sine, cosine);
        var (lower, upper) = PreciseSineCosine.Ends<V, TTest>(first);
        var (secondLower, secondUpper) = PreciseSineCosine.Ends<V, TTest>(second);
        return (lower, upper, secondLower, secondUpper);
    }

    public static double Round<TTest>(double x, double y, int result)
        where TTest : struct, IRoundingTest =>
        TResults.IsCosine(result) ? LastStages<CosineStages>.Round<TTest>(x) : LastStages<SineStages>.Round<TTest>(x);
}

/// <summary>sin x.</summary>
internal readonly struct Sine : ICircleResults
{
    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Leading, V Small, V SecondLeading, V SecondSmall) Parts<V>(
        V tableSine, V tableCosine, V high, V sine, V cosine)
        where V : struct, ILanes<V>
    {
        var (leading, small) = SineCosine.SineParts(tableSine, tableCosine, high, sine, cosine);
        return (leading, small, default, default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Singles<V>(V tableSine, V tableCosine, V sine, V cosine)
        where V : struct, ILanes<V> => (SingleSineCosine.Sine(tableSine, tableCosine, sine, cosine), default);

    public static (T First, T Second) Choose<T>(T sine, T cosine) => (sine, cosine);

    public static bool IsCosine(int result) => false;
}

/// <summary>cos x.</summary>
internal readonly struct Cosine : ICircleResults
{
    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Leading, V Small, V SecondLeading, V SecondSmall) Parts<V>(
        V tableSine, V tableCosine, V high, V sine, V cosine)
        where V : struct, ILanes<V>
    {
        var (leading, small) = SineCosine.CosineParts(tableSine, tableCosine, high, sine, cosine);
        return (leading, small, default, default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Singles<V>(V tableSine, V tableCosine, V sine, V cosine)
        where V : struct, ILanes<V> => (SingleSineCosine.Cosine(tableSine, tableCosine, sine, cosine), default);

    public static (T First, T Second) Choose<T>(T sine, T cosine) => (cosine, sine);

    public static bool IsCosine(int result) => true;
}

/// <summary>sin x and cos x.</summary>
internal readonly struct SineAndCosine : ICircleResults
{
    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Leading, V Small, V SecondLeading, V SecondSmall) Parts<V>(
        V tableSine, V tableCosine, V high, V sine, V cosine)
        where V : struct, ILanes<V>
    {
        var (leading, small) = SineCosine.SineParts(tableSine, tableCosine, high, sine, cosine);
        var (secondLeading, secondSmall) = SineCosine.CosineParts(tableSine, tableCosine, high, sine, cosine);
        return (leading, small, secondLeading, secondSmall);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Singles<V>(V tableSine, V tableCosine, V sine, V cosine)
        where V : struct, ILanes<V> => (
        SingleSineCosine.Sine(tableSine, tableCosine, sine, cosine), SingleSineCosine.Cosine(tableSine, tableCosine, sine, cosine));

    public static (T First, T Second) Choose<T>(T sine, T cosine) => (sine, cosine);

    public static bool IsCosine(int result) => result == 1;
}
