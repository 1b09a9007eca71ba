using Kernels.Functions;

namespace Kernels.Loops;

/// <summary>The phases of a function over a strip: the hot loops of <see cref="TableBody{TFunction, TTier}"/>.</summary>
internal static unsafe class Strip
{
    /// <summary>Elements of a strip of doubles; the scratch and the table stay in the first-level cache.</summary>
    public const int Length = 128;

    // The columns of the scratch: what the first phase leaves, beside that what the middle one does (it would wait for its own stores), in
    // which bits the two doubles that an element might be differ, and of vectors that begin again, one after the other, their two parts.
    private const int Offsets = 0, First = 1, Second = 2, FirstOfMiddle = 3, SecondOfMiddle = 4, OffsetsOfAgain = 6, ArgumentOfAgain = 7;

    private const int OffsetsOfMiddle = 8, Columns = 9;

    public const int Differences = 5;

    /// <summary>Where results wait, in the place of those two.</summary>
    public const int Results = OffsetsOfAgain;

    /// <summary>Elements of a strip: of floats, of which the phases keep less, twice as many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthOf<T>() where T : unmanaged => Length * sizeof(double) / sizeof(T);

    /// <summary>
    /// Elements of a strip whose results go past the caches: the longer the pieces, the longer the stores keep the next one waiting.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int StreamedLength<T>() where T : unmanaged => LengthOf<T>() / 2;

    /// <summary>Doubles of scratch, with room to align it.</summary>
    public static int MemoryLength<T>() where T : unmanaged => Place<T>(Columns) + CacheLine.Length<double>();

    /// <summary>Where a column begins. After each there is room for a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Place<T>(int column) where T : unmanaged => column * (LengthOf<T>() + CacheLine.Length<double>());

    /// <summary>A vector through all phases, none of which waits in the scratch.</summary>
    /// <returns>As the last phase.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ((V Nearest, V Other) First, (V Nearest, V Other) Second) EvaluateVector<TFunction, TTier, V>(
        TFunction function, V x, V y, ref readonly double table, ref readonly double lastTable, out bool isNear)
        where TFunction : struct, ITableFunction where TTier : struct, ITier where V : struct, ILanes<V>
    {
        var constants = TFunction.ConstantsOfSecond<V>();
        var (offsets, first, second, range) = TFunction.Begin(x, y, TFunction.NothingNoted<V>(), TFunction.ConstantsOfBegin<V>());
        var row = Row<V>(TFunction.RowLength, (double*)Unsafe.AsPointer(ref offsets), in table);
        if (TFunction.HasMiddle)
        {
            ((first, second), offsets) = TFunction.Middle(x, row, first, second, constants);
            range = TFunction.RangeOfMiddle(range, first);
            constants = TFunction.ConstantsOfLast<V>();
            if (TFunction.LastRowLength > 0)
                row = Row<V>(TFunction.LastRowLength, (double*)Unsafe.AsPointer(ref offsets), in lastTable);
        }

        isNear = V.IsWhole || TFunction.IsNear(range);
        var results = TTier.Finish(function, x, row, first, second, constants);
        return V.IsWhole && TFunction.Inputs > 1 ? (Special<TFunction, V>(x, y, results.First), results.Second) : results;
    }

    /// <summary>All phases; of near lanes the first only, or the first two, if there are arguments that are not ordinary.</summary>
    /// <remarks>
    /// Methods with as good as no calls, one for each phase, so that the loops keep their pointers in registers: all in one would be more
    /// than the compiler optimises. What phases return are pairs at most, of pairs if need be: whether the constructor of a longer tuple is
    /// inlined depends on what else the method does.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Outcome Evaluate<TFunction, TTier, V, T>(TFunction function, T* x, T* y, double* scratch, T* u, T* v, nint count)
        where TFunction : struct, ITableFunction where TTier : struct, ITier where V : struct, ILanes<V> where T : unmanaged
    {
        V range = TFunction.NothingNoted<V>();
        if (V.IsWhole && TFunction.BeginsAgain)
        {
            BeginAgain<TFunction, V, T>(x, scratch, count);
        }
        else
        {
            var constantsOfBegin = TFunction.ConstantsOfBegin<V>();
            for (nint i = 0; i < count; i += V.Count)
            {
                V other = TFunction.Inputs > 1 ? Element.Load<V, T>(y + i) : default;
                (V offsets, V first, V second, range) = TFunction.Begin(Element.Load<V, T>(x + i), other, range, constantsOfBegin);
                V.Store(offsets, scratch + Place<T>(Offsets) + i);
                V.Store(first, scratch + Place<T>(First) + i);
                if (TFunction.Columns > 2)
                    V.Store(second, scratch + Place<T>(Second) + i);
            }

            if (!V.IsWhole && !TFunction.IsNear(range))
                return Outcome.NotOrdinary;
        }

        if (TFunction.HasMiddle)
        {
            range = Middle<TFunction, V, T>(x, scratch, u, v, count, range);
            if (!V.IsWhole && !TFunction.IsNear(range))
                return Outcome.NotOrdinary;
        }

        V doubts = Last<TFunction, TTier, V, T>(function, x, y, scratch, u, v, count);
        return IsDecided(doubts) ? Outcome.Decided : Outcome.InDoubt;
    }

    // In which bits the two numbers that some result might be differ.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static V Last<TFunction, TTier, V, T>(TFunction function, T* x, T* y, double* scratch, T* u, T* v, nint count)
        where TFunction : struct, ITableFunction where TTier : struct, ITier where V : struct, ILanes<V> where T : unmanaged
    {
        int rowLength = TFunction.HasMiddle ? TFunction.LastRowLength : TFunction.RowLength;
        int offsetsOfRows = TFunction.HasMiddle ? OffsetsOfMiddle : Offsets;
        ref readonly double table = ref TFunction.HasMiddle ? ref TFunction.LastTable : ref TFunction.Table;
        var constants = TFunction.HasMiddle ? TFunction.ConstantsOfLast<V>() : TFunction.ConstantsOfSecond<V>();
        V doubts = 0;

        // After the last vector a row is read that nothing needs: the table's first.
        if (ReadsAhead<TFunction, V, T>())
            V.Store(0, scratch + Place<T>(offsetsOfRows) + count);
        TableRow<V> ahead = default;
        nint lead = ReadsAhead<TFunction, V, T>() ? V.Count : 0;
        for (nint i = -lead; i < count; i += V.Count)
        {
            double* offsets = scratch + Place<T>(offsetsOfRows) + i + lead;
            var read = TFunction.HasMiddle && rowLength == 0 ? default : Row<V>(rowLength, offsets, in table);
            var row = ReadsAhead<TFunction, V, T>() ? ahead : read;
            ahead = read;
            if (ReadsAhead<TFunction, V, T>() && i < 0)
                continue;
            V argument = V.IsWhole || TFunction.ReadsArgumentAgain ? Element.Load<V, T>(x + i) : default;
            V first = V.Load(scratch + Place<T>(TFunction.HasMiddle ? FirstOfMiddle : First) + i);
            V second = TFunction.HasMiddle ? V.Load(scratch + Place<T>(SecondOfMiddle) + i)
                : TFunction.Columns > 2 ? V.Load(scratch + Place<T>(Second) + i) : default;
            var (a, b) = TTier.Finish(function, argument, row, first, second, constants);
            if (V.IsWhole && TFunction.Inputs > 1)
                a = Special<TFunction, V>(argument, Element.Load<V, T>(y + i), a);
            Element.Store(V.IsWhole ? V.CanonicalizeNaN(a.Nearest) : a.Nearest, u + i);
            if (TFunction.Results > 1)
                Element.Store(V.IsWhole ? V.CanonicalizeNaN(b.Nearest) : b.Nearest, v + i);
            if (TTier.IsCorrect)
            {
                V doubt = Doubt<TFunction, V>(a, b);
                V.Store(doubt, scratch + Place<T>(Differences) + i);
                doubts = V.Or(doubts, doubt);
            }
        }

        return doubts;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Nearest, V Other) Special<TFunction, V>(V x, V y, (V Nearest, V Other) result)
        where TFunction : struct, ITableFunction where V : struct, ILanes<V> =>
        (TFunction.Special(x, y, result.Nearest), TFunction.Special(x, y, result.Other));

    // Whether the last phase reads each vector's rows while it is busy with the one before, for which nothing then waits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ReadsAhead<TFunction, V, T>()
        where TFunction : struct, ITableFunction where V : struct, ILanes<V> where T : unmanaged =>
        !V.IsWhole && (TFunction.HasMiddle ? TFunction.LastRowLength : TFunction.RowLength) > 0 && sizeof(T) == sizeof(double);

    // The first phase again, all at once, of vectors that have arguments that are not ordinary.
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void BeginAgain<TFunction, V, T>(T* x, double* scratch, nint count)
        where TFunction : struct, ITableFunction where V : struct, ILanes<V> where T : unmanaged
    {
        ref readonly double table = ref TFunction.TableOfAgain;

        // Which vectors, without a branch: where they are is as good as random.
        nint* concerned = stackalloc nint[LengthOf<T>() / V.Count];
        nint vectors = 0;
        for (nint i = 0; i < count; i += V.Count)
        {
            concerned[vectors] = i;
            V exceptional = TFunction.Exceptional(Element.Load<V, T>(x + i));
            vectors += V.AllBitsLess(V.ShiftRight(exceptional, 63), 1) ? 0 : 1;
        }

        for (nint j = 0; j < vectors; j++)
        {
            var (offsets, argument) = TFunction.BeginAgain(Element.Load<V, T>(x + concerned[j]));
            V.Store(offsets, scratch + Place<T>(OffsetsOfAgain) + (j * V.Count));
            V.Store(argument, scratch + Place<T>(ArgumentOfAgain) + (j * V.Count));
        }

        for (nint j = 0; j < vectors; j++)
        {
            double* place = scratch + concerned[j];
            V argument = V.Load(scratch + Place<T>(ArgumentOfAgain) + (j * V.Count));
            var (q1, q2, q3, q4) = V.Rows(in table, (long*)(scratch + Place<T>(OffsetsOfAgain) + (j * V.Count)));
            var (offsets, first, second) = TFunction.EndAgain(
                argument, new(q1, q2, q3, q4), V.Load(place + Place<T>(Offsets)), V.Load(place + Place<T>(First)),
                V.Load(place + Place<T>(Second)));
            V.Store(offsets, place + Place<T>(Offsets));
            V.Store(first, place + Place<T>(First));
            V.Store(second, place + Place<T>(Second));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static V Middle<TFunction, V, T>(T* x, double* scratch, T* u, T* v, nint count, V range)
        where TFunction : struct, ITableFunction where V : struct, ILanes<V> where T : unmanaged
    {
        ref readonly double table = ref TFunction.Table;
        var constants = TFunction.ConstantsOfSecond<V>();
        for (nint i = 0; i < count; i += V.Count)
        {
            V argument = V.IsWhole || TFunction.ReadsArgumentAgain ? Element.Load<V, T>(x + i) : default;
            V first = V.Load(scratch + Place<T>(First) + i);
            V second = TFunction.Columns > 2 ? V.Load(scratch + Place<T>(Second) + i) : default;
            var row = Row<V>(TFunction.RowLength, scratch + Place<T>(Offsets) + i, in table);
            var ((u1, v1), offsets) = TFunction.Middle(argument, row, first, second, constants);
            range = TFunction.RangeOfMiddle(range, u1);
            V.Store(u1, scratch + Place<T>(FirstOfMiddle) + i);
            V.Store(v1, scratch + Place<T>(SecondOfMiddle) + i);
            if (TFunction.LastRowLength > 0)
            {
                V.Store(offsets, scratch + Place<T>(OffsetsOfMiddle) + i);
                continue;
            }

            // A last phase without rows is short: it would wait for the lines that it writes to.
            CacheLine.Prefetch(u + i);
            if (TFunction.Results > 1)
                CacheLine.Prefetch(v + i);
        }

        return range;
    }

    /// <summary>In which bits the two numbers that a result might be differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Doubt<TFunction, V>((V Nearest, V Other) first, (V Nearest, V Other) second)
        where TFunction : struct, ITableFunction where V : struct, ILanes<V>
    {
        V doubt = V.Xor(first.Nearest, first.Other);
        return TFunction.Results > 1 ? V.OrDifference(doubt, second.Nearest, second.Other) : doubt;
    }

    /// <summary>Whether no bit of any lane is set, but for signs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDecided<V>(V doubts) where V : struct, ILanes<V> => V.AllBitsLess(V.Abs(doubts), 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TableRow<V> Row<V>(int length, double* offsets, ref readonly double table) where V : struct, ILanes<V>
    {
        if (length == 4)
        {
            var (first, second, third, fourth) = V.Rows(in table, (long*)offsets);
            return new(first, second, third, fourth);
        }

        if (length == 2)
        {
            var (first, second) = V.Pairs(in table, (long*)offsets);
            return new(first, second, default, default);
        }

        return new(V.Load(offsets), default, default, default);
    }
}

/// <summary>What has become of a strip.</summary>
internal enum Outcome
{
    /// <summary>All is done.</summary>
    Decided,

    /// <summary>All is done, but the rounding of some results is in doubt.</summary>
    InDoubt,

    /// <summary>Nothing is done: some argument is not ordinary.</summary>
    NotOrdinary,
}
