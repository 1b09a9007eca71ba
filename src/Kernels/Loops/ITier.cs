using Kernels.Functions;

namespace Kernels.Loops;

/// <summary>How results are rounded: once, within a declared bound, or to the nearest double whatever it takes.</summary>
internal unsafe interface ITier
{
    /// <summary>Whether results that are in doubt are done again.</summary>
    static abstract bool IsCorrect { get; }

    /// <summary>Doubles of memory for elements that wait to be done again.</summary>
    static abstract int WaitingLength { get; }

    /// <summary>The function's last phase.</summary>
    static abstract (V Nearest, V Other, V SecondNearest, V SecondOther) Finish<TFunction, V>(
        TFunction function, V x, TableRow<V> row, V first, V second, Constants<V> constants)
        where TFunction : struct, ITableFunction
        where V : struct, ILanes<V>;

    /// <summary>Does whole vectors of those again that wait.</summary>
    /// <returns>How many wait now.</returns>
    static abstract int DoAgain<V>(double* waiting, int found)
        where V : struct, ILanes<V>;

    /// <summary>Does those again that still wait.</summary>
    static abstract void DoLast<V>(double* waiting, int found)
        where V : struct, ILanes<V>;
}

/// <summary>Rounded once.</summary>
internal readonly unsafe struct Declared : ITier
{
    public static bool IsCorrect => false;

    public static int WaitingLength => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Nearest, V Other, V SecondNearest, V SecondOther) Finish<TFunction, V>(
        TFunction function, V x, TableRow<V> row, V first, V second, Constants<V> constants)
        where TFunction : struct, ITableFunction
        where V : struct, ILanes<V> => function.Finish<V, Untested>(x, row, first, second, constants);

    public static int DoAgain<V>(double* waiting, int found)
        where V : struct, ILanes<V> => 0;

    public static void DoLast<V>(double* waiting, int found)
        where V : struct, ILanes<V>
    {
    }
}

/// <summary>Rounded correctly, by what has been proved of the function.</summary>
internal readonly unsafe struct Correct<TFunction, TTest> : ITier
    where TFunction : struct, ICorrectFunction
    where TTest : struct, IRoundingTest
{
    public static bool IsCorrect => true;

    public static int WaitingLength => Undecided.WaitingLength;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Nearest, V Other, V SecondNearest, V SecondOther) Finish<TAny, V>(
        TAny function, V x, TableRow<V> row, V first, V second, Constants<V> constants)
        where TAny : struct, ITableFunction
        where V : struct, ILanes<V> => function.Finish<V, TTest>(x, row, first, second, constants);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int DoAgain<V>(double* waiting, int found)
        where V : struct, ILanes<V>
    {
        int done = 0;
        for (; done <= found - V.Count; done += V.Count)
            Undecided.Evaluate<TFunction, TTest, V>(waiting + done);
        return Undecided.KeepRest(waiting, found, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void DoLast<V>(double* waiting, int found)
        where V : struct, ILanes<V>
    {
        Undecided.FillUp<V>(waiting, found);
        Undecided.Evaluate<TFunction, TTest, V>(waiting);
    }
}
