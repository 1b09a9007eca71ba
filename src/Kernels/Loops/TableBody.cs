using Kernels.Functions;

namespace Kernels.Loops;

/// <summary>A function by tables, strip by strip: see <see cref="ITableFunction"/>.</summary>
/// <remarks>Results of the correct tier that are in doubt are collected over strips and done again: see <see cref="Undecided"/>.</remarks>
internal readonly unsafe struct TableBody<TFunction, TTier>(TFunction function) : IBody
    where TFunction : struct, ITableFunction
    where TTier : struct, ITier
{
    private readonly TFunction _function = function;

    public static int Inputs => TFunction.Inputs;

    public static int Results => TFunction.Results;

    public static bool IsForDoubles => TTier.IsCorrect;

    public ulong FunctionKey => Loops.FunctionKey.Of(_function);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public long Evaluate<VNear, VWhole, T>(T** columns, long first, long count, bool streams)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
        where T : unmanaged
    {
        T* xs = columns[0] + first, us = columns[Inputs] + first;
        T* ys = Inputs > 1 ? columns[1] + first : null, vs = Results > 1 ? columns[Inputs + 1] + first : null;
        double* memory = stackalloc double[Strip.MemoryLength], scratch = CacheLine.Align(memory);
        double* waiting = stackalloc double[TTier.WaitingLength];
        int found = 0, tick = Ticks.Now;
        long done = 0;

        // Results wait for the end of their strip where they go past the caches, and where inputs are read again that they would replace.
        bool isInPlace = xs == us || (Results > 1 && xs == vs) || (Inputs > 1 && (ys == us || (Results > 1 && ys == vs)));
        bool wait = streams || (TTier.IsCorrect && isInPlace);
        do
        {
            nint n = (nint)Math.Min(Strip.Length, count - done);
            T* x = xs + done, u = us + done, y = Inputs > 1 ? ys + done : null, v = Results > 1 ? vs + done : null;
            T* nextU = wait ? (T*)(scratch + Strip.Results) : u, nextV = Results == 1 ? null : wait ? nextU + Strip.Length : v;
            bool isDecided = Strip.Begin<TFunction, VNear, T>(x, y, scratch, n)
                ? EvaluateRest<VNear, T>(_function, x, scratch, nextU, nextV, n)
                : EvaluateWhole<VWhole, T>(_function, x, y, scratch, nextU, nextV, n);
            if (TTier.IsCorrect && !isDecided)
                found = Undecided.Collect<TFunction>((double*)x, (double*)y, (double*)u, (double*)v, scratch, n, waiting, found);
            if (wait)
            {
                Stage.Write<VWhole, T>(nextU, u, (int)n, streams);
                if (Results > 1)
                    Stage.Write<VWhole, T>(nextV, v, (int)n, streams);
            }

            if (TTier.IsCorrect && found >= VWhole.Count)
                found = TTier.DoAgain<VWhole>(waiting, found);
            done += n;
        }
        while (done < count && Ticks.Now == tick);

        if (TTier.IsCorrect && found > 0)
            TTier.DoLast<VWhole>(waiting, found);
        return done;
    }

    // The phases after the first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool EvaluateRest<V, T>(TFunction function, T* x, double* scratch, T* u, T* v, nint count)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        if (TFunction.HasMiddle)
            Strip.Middle<TFunction, V, T>(x, scratch, u, v, count);
        return Strip.Finish<TFunction, TTier, V, T>(function, x, scratch, u, v, count);
    }

    // A strip with arguments that are not ordinary, from the first phase on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static bool EvaluateWhole<V, T>(TFunction function, T* x, T* y, double* scratch, T* u, T* v, nint count)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        if (TFunction.BeginsAgain)
            Strip.BeginAgain<TFunction, V, T>(x, scratch, count);
        else
            Strip.Begin<TFunction, V, T>(x, y, scratch, count);
        bool isDecided = EvaluateRest<V, T>(function, x, scratch, u, v, count);
        Strip.Canonicalize<V, T>(u, count);
        if (Results > 1)
            Strip.Canonicalize<V, T>(v, count);
        return isDecided;
    }
}

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
