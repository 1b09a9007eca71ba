using Kernels.Functions;

namespace Kernels.Loops;

/// <summary>A function by tables, strip by strip: see <see cref="ITableFunction"/>.</summary>
/// <remarks>Results of the correct tier that are in doubt are collected over strips and done again: see <see cref="Undecided"/>.</remarks>
internal readonly unsafe struct TableBody<TFunction, TTier>(TFunction function) : IBody
    where TFunction : struct, ITableFunction where TTier : struct, ITier
{
    /// <summary>Vectors that are not worth a strip.</summary>
    private const int ShortVectors = 4;

    private readonly TFunction _function = function;

    public static int Inputs => TFunction.Inputs;

    public static int Results => TFunction.Results;

    public static bool IsForDoubles => TTier.IsForDoubles;

    public ulong FunctionKey => Loops.FunctionKey.Of(_function);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Evaluate<VNear, VWhole, T>(T** columns, long first, long count, bool streams)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> where T : unmanaged
    {
        long done = count <= ShortVectors * VNear.Count ? EvaluateShort<VNear, T>(_function, columns, first, (nint)count) : 0;
        return done == count ? count : done + EvaluateStrips<VNear, VWhole, T>(columns, first + done, count - done, streams);
    }

    // A few vectors, each by itself; as many as have ordinary arguments and nothing in doubt.
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static nint EvaluateShort<V, T>(TFunction function, T** columns, long first, nint count)
        where V : struct, ILanes<V> where T : unmanaged
    {
        T* x = columns[0] + first, u = columns[Inputs] + first;
        T* y = Inputs > 1 ? columns[1] + first : null, v = Results > 1 ? columns[Inputs + 1] + first : null;
        ref readonly double table = ref TFunction.Table, lastTable = ref TFunction.LastTable;
        nint i = 0;
        do
        {
            V second = Inputs > 1 ? Element.Load<V, T>(y + i) : default;
            var (a, b) = Strip.EvaluateVector<TFunction, TTier, V>(
                function, Element.Load<V, T>(x + i), second, in table, in lastTable, out bool isNear);
            if (!isNear || (TTier.IsCorrect && !Strip.IsDecided(Strip.Doubt<TFunction, V>(a, b))))
                break;
            Element.Store(a.Nearest, u + i);
            if (Results > 1)
                Element.Store(b.Nearest, v + i);
            i += V.Count;
        }
        while (i < count);

        return i;
    }

    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private long EvaluateStrips<VNear, VWhole, T>(T** columns, long first, long count, bool streams)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> where T : unmanaged
    {
        T* xs = columns[0] + first, us = columns[Inputs] + first;
        T* ys = Inputs > 1 ? columns[1] + first : null, vs = Results > 1 ? columns[Inputs + 1] + first : null;
        double* memory = stackalloc double[Strip.MemoryLength<T>()], scratch = CacheLine.Align(memory);
        double* waiting = stackalloc double[TTier.WaitingLength<T>()];
        int found = 0, tick = Ticks.Now;
        long done = 0;

        // Results wait for the end of their strip where they go past the caches, and where inputs are read again that they would replace.
        long length = streams ? Strip.StreamedLength<T>() : Strip.LengthOf<T>();
        bool wait = streams || (TTier.IsCorrect && Tail.IsInPlace<TableBody<TFunction, TTier>, T>(columns));
        do
        {
            nint n = (nint)Math.Min(length, count - done);
            T* x = xs + done, u = us + done, y = Inputs > 1 ? ys + done : null, v = Results > 1 ? vs + done : null;
            T* nextU = wait ? (T*)(scratch + Strip.Place<T>(Strip.Results)) : u;
            T* nextV = Results == 1 ? null : wait ? nextU + Strip.LengthOf<T>() : v;
            var outcome = Strip.Evaluate<TFunction, TTier, VNear, T>(_function, x, y, scratch, nextU, nextV, n);
            if (outcome == Outcome.NotOrdinary)
                outcome = Strip.Evaluate<TFunction, TTier, VWhole, T>(_function, x, y, scratch, nextU, nextV, n);
            if (TTier.IsCorrect && outcome == Outcome.InDoubt)
                found = Undecided.Collect<TFunction, T>(x, y, u, v, scratch, n, waiting, found);
            if (wait)
            {
                Stage.Write<VWhole, T>(nextU, u, (int)n, streams);
                if (Results > 1)
                    Stage.Write<VWhole, T>(nextV, v, (int)n, streams);
            }

            if (TTier.IsCorrect && found >= VWhole.Count)
                found = TTier.DoAgain<VWhole, T>(waiting, found);
            done += n;
        }
        while (done < count && Ticks.Now == tick);

        if (TTier.IsCorrect && found > 0)
        {
            Undecided.FillUp<VWhole, T>(waiting, found);
            TTier.DoAgain<VWhole, T>(waiting, VWhole.Count);
        }

        return done;
    }
}

/// <summary>How results are rounded: once, within a declared bound, or to the nearest double whatever it takes.</summary>
internal unsafe interface ITier
{
    /// <summary>Whether results that are in doubt are done again.</summary>
    static abstract bool IsCorrect { get; }

    /// <summary>Whether columns of floats are to be widened before.</summary>
    static virtual bool IsForDoubles => false;

    /// <summary>Doubles of memory for elements that wait to be done again.</summary>
    static abstract int WaitingLength<T>() where T : unmanaged;

    /// <summary>The function's last phase.</summary>
    static abstract ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<TFunction, V>(
        TFunction function, V x, in TableRow<V> row, V first, V second, in Constants<V> constants)
        where TFunction : struct, ITableFunction where V : struct, ILanes<V>;

    /// <summary>Does whole vectors of those again that wait.</summary>
    /// <returns>How many wait now.</returns>
    static abstract int DoAgain<V, T>(double* waiting, int found) where V : struct, ILanes<V> where T : unmanaged;
}

/// <summary>Rounded once.</summary>
internal readonly unsafe struct Declared : ITier
{
    public static bool IsCorrect => false;

    public static int WaitingLength<T>() where T : unmanaged => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<TFunction, V>(
        TFunction function, V x, in TableRow<V> row, V first, V second, in Constants<V> constants)
        where TFunction : struct, ITableFunction
        where V : struct, ILanes<V> => function.Finish<V, Untested>(x, row, first, second, constants);

    public static int DoAgain<V, T>(double* waiting, int found) where V : struct, ILanes<V> where T : unmanaged => 0;
}

/// <summary>Rounded correctly, by what has been proved of the function.</summary>
internal readonly unsafe struct Correct<TFunction, TTest> : ITier
    where TFunction : struct, ICorrectFunction where TTest : struct, IRoundingTest
{
    public static bool IsCorrect => true;

    public static bool IsForDoubles => TFunction.Format == FloatingPointFormat.Double;

    public static int WaitingLength<T>() where T : unmanaged => Undecided.WaitingLength<T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<TAny, V>(
        TAny function, V x, in TableRow<V> row, V first, V second, in Constants<V> constants)
        where TAny : struct, ITableFunction where V : struct, ILanes<V> => function.Finish<V, TTest>(x, row, first, second, constants);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int DoAgain<V, T>(double* waiting, int found) where V : struct, ILanes<V> where T : unmanaged
    {
        for (; found >= V.Count; found -= V.Count)
            Undecided.Evaluate<TFunction, TTest, V, T>(waiting + found - V.Count);
        return found;
    }
}
