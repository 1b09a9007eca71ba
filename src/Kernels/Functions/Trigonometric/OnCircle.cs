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
    public static int Results => TResults.Count;

    public static ref readonly double Table => ref CircleTable.First;

    public static bool BeginsAgain => true;

    public static ref readonly double TableOfAgain => ref PayneHanek.First;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, Constants<V> constants)
        where V : struct, ILanes<V>
    {
        if (V.IsWhole)
        {
            var (offsets, begun, times) = CircleReduction<V>.Reduce(x);
            return (offsets, begun, times, range);
        }

        var (steps, first, multiple) = CircleReduction<V>.ReduceNear(x);
        return (CircleTable.Offsets(steps), first, multiple, CircleReduction<V>.NoteRange(range, steps));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range)
        where V : struct, ILanes<V> => CircleReduction<V>.IsNear(range);

    // NaN has its sign set or not: it goes through either reduction.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exceptional<V>(V x)
        where V : struct, ILanes<V> => PayneHanek.Far(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V Argument) BeginAgain<V>(V x)
        where V : struct, ILanes<V>
    {
        V argument = CircleReduction<V>.FarOnly(x);
        return (PayneHanek.Offsets(argument), argument);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second) EndAgain<V>(V argument, TableRow<V> row, V offsets, V first, V multiple)
        where V : struct, ILanes<V> => CircleReduction<V>.ReplaceFar(argument, row, offsets, first, multiple);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, TableRow<V> row, V first, V second, Constants<V> constants)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (leading, small, secondLeading, secondSmall) = Parts(row, first, second);
        return (RoundingTest.Round<V, TTest>(leading, small),
            TResults.Count > 1 ? RoundingTest.Round<V, TTest>(secondLeading, secondSmall) : default);
    }

    /// <summary>The results before the last rounding, as differences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Leading, V Small, V SecondLeading, V SecondSmall) Parts<V>(TableRow<V> row, V first, V multiple)
        where V : struct, ILanes<V>
    {
        var (high, low) = CircleReduction<V>.Finish(first - row.Third, multiple);
        var (sine, cosine) = SineCosine.Remainder(high, low);
        return TResults.Parts(row.First, row.Second, high, sine, cosine);
    }

    /// <summary>The same of any arguments at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Leading, V Small, V SecondLeading, V SecondSmall) Parts<V>(V x)
        where V : struct, ILanes<V>
    {
        var (offsets, first, multiple) = CircleReduction<V>.Reduce(x);
        var (sine, cosine, shift, _) = V.Rows(in CircleTable.First, offsets);
        return Parts(new(sine, cosine, shift, default), first, multiple);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(V x, V y)
        where V : struct, ILanes<V>
    {
        var (leading, small, secondLeading, secondSmall) = Parts(x);
        return (leading - small, TResults.Count > 1 ? secondLeading - secondSmall : default);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(
        V x, V y, V offsets, V begun, V secondBegun)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (sine, cosine) = PreciseSineCosine.Both(offsets, begun, secondBegun);
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
