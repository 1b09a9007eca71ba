using Kernels.Functions;

namespace Kernels.Loops;

/// <summary>The phases of a function over a strip: the hot loops of <see cref="TableBody{TFunction, TTier}"/>.</summary>
/// <remarks>
/// All but the first are methods of their own, since the compiler inlines only so much into one, even of what is never reached: in one
/// method the loops of the exponential functions called their operations, and took four times as long.
/// </remarks>
internal static unsafe class Strip
{
    /// <summary>Elements of a strip; the scratch and the table stay in the first-level cache.</summary>
    public const int Length = 128;

    // Where the columns of the scratch begin: what the first phase leaves, beside that what the middle one does (it would wait for its own
    // stores), and in which bits the two doubles that an element might be differ.
    public const int Offsets = 0, First = Length, Second = 2 * Length;

    private const int FirstOfMiddle = 3 * Length, SecondOfMiddle = 4 * Length;

    public const int Differences = 5 * Length;

    // Of vectors that begin again: one after the other.
    private const int OffsetsOfAgain = 6 * Length, ArgumentOfAgain = 7 * Length;

    /// <summary>Where results wait, in the place of those two.</summary>
    public const int Results = OffsetsOfAgain;

    /// <summary>Doubles of scratch, with room to align it.</summary>
    public const int MemoryLength = (8 * Length) + (CacheLine.Bytes / sizeof(double));

    /// <summary>The first phase.</summary>
    /// <returns>Whether all arguments are ordinary.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Begin<TFunction, V, T>(T* x, T* y, double* scratch, nint count)
        where TFunction : struct, ITableFunction
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        V range = TFunction.NothingNoted<V>();
        var constants = TFunction.ConstantsOfBegin<V>();
        for (nint i = 0; i < count; i += V.Count)
        {
            V other = TFunction.Inputs > 1 ? Element.Load<V, T>(y + i) : default;
            (V offsets, V first, V second, range) = TFunction.Begin(Element.Load<V, T>(x + i), other, range, constants);
            V.Store(offsets, scratch + Offsets + i);
            V.Store(first, scratch + First + i);
            if (TFunction.Columns > 2)
                V.Store(second, scratch + Second + i);
        }

        return TFunction.IsNear(range);
    }

    /// <summary>Begins again, all at once, with vectors that have arguments that are not ordinary.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void BeginAgain<TFunction, V, T>(T* x, double* scratch, nint count)
        where TFunction : struct, ITableFunction
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        ref readonly double table = ref TFunction.TableOfAgain;

        // Which vectors, without a branch: where they are is as good as random.
        nint* concerned = stackalloc nint[Length / V.Count];
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
            V.Store(offsets, scratch + OffsetsOfAgain + (j * V.Count));
            V.Store(argument, scratch + ArgumentOfAgain + (j * V.Count));
        }

        for (nint j = 0; j < vectors; j++)
        {
            double* place = scratch + concerned[j];
            V argument = V.Load(scratch + ArgumentOfAgain + (j * V.Count));
            var (q1, q2, q3, q4) = V.Rows(in table, (long*)(scratch + OffsetsOfAgain + (j * V.Count)));
            var (offsets, first, second) = TFunction.EndAgain(
                argument, new(q1, q2, q3, q4), V.Load(place + Offsets), V.Load(place + First), V.Load(place + Second));
            V.Store(offsets, place + Offsets);
            V.Store(first, place + First);
            V.Store(second, place + Second);
        }
    }

    /// <summary>The middle phase.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Middle<TFunction, V, T>(T* x, double* scratch, T* u, T* v, nint count)
        where TFunction : struct, ITableFunction
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        ref readonly double table = ref TFunction.Table;
        var constants = TFunction.ConstantsOfSecond<V>();
        for (nint i = 0; i < count; i += V.Count)
        {
            V argument = V.IsWhole || TFunction.ReadsArgumentAgain ? Element.Load<V, T>(x + i) : default;
            V second = TFunction.Columns > 2 ? V.Load(scratch + Second + i) : default;
            var (u1, v1) = TFunction.Middle(
                argument, Row<TFunction, V>(scratch + Offsets + i, in table), V.Load(scratch + First + i), second, constants);
            V.Store(u1, scratch + FirstOfMiddle + i);
            V.Store(v1, scratch + SecondOfMiddle + i);

            // The last phase is short: it would wait for the lines that it writes to.
            CacheLine.Prefetch(u + i);
            if (TFunction.Results > 1)
                CacheLine.Prefetch(v + i);
        }
    }

    /// <summary>The last phase.</summary>
    /// <returns>Whether the rounding of all results is decided.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static bool Finish<TFunction, TTier, V, T>(TFunction function, T* x, double* scratch, T* u, T* v, nint count)
        where TFunction : struct, ITableFunction
        where TTier : struct, ITier
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        ref readonly double table = ref TFunction.Table;
        var constants = TFunction.HasMiddle ? default : TFunction.ConstantsOfSecond<V>();
        V doubts = 0;
        for (nint i = 0; i < count; i += V.Count)
        {
            V argument = V.IsWhole || TFunction.ReadsArgumentAgain ? Element.Load<V, T>(x + i) : default;
            var row = TFunction.HasMiddle ? default : Row<TFunction, V>(scratch + Offsets + i, in table);
            V first = V.Load(scratch + (TFunction.HasMiddle ? FirstOfMiddle : First) + i);
            V second = TFunction.HasMiddle ? V.Load(scratch + SecondOfMiddle + i)
                : TFunction.Columns > 2 ? V.Load(scratch + Second + i) : default;
            var (nearest, other, secondNearest, secondOther) = TTier.Finish(function, argument, row, first, second, constants);
            Element.Store(nearest, u + i);
            if (TFunction.Results > 1)
                Element.Store(secondNearest, v + i);
            if (TTier.IsCorrect)
            {
                V doubt = V.Xor(nearest, other);
                if (TFunction.Results > 1)
                    doubt = V.OrDifference(doubt, secondNearest, secondOther);
                V.Store(doubt, scratch + Differences + i);
                doubts = V.Or(doubts, doubt);
            }
        }

        // No bit of any lane is set, but for signs.
        return V.AllBitsLess(V.Abs(doubts), 1);
    }

    /// <summary>Gives every NaN the bits of <see cref="double.NaN"/> or <see cref="float.NaN"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Canonicalize<V, T>(T* y, nint count)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        for (nint i = 0; i < count; i += V.Count)
            Element.Store(V.CanonicalizeNaN(Element.Load<V, T>(y + i)), y + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TableRow<V> Row<TFunction, V>(double* offsets, ref readonly double table)
        where TFunction : struct, ITableFunction
        where V : struct, ILanes<V>
    {
        if (TFunction.RowLength == 4)
        {
            var (first, second, third, fourth) = V.Rows(in table, (long*)offsets);
            return new(first, second, third, fourth);
        }

        if (TFunction.RowLength == 2)
        {
            var (first, second) = V.Pairs(in table, (long*)offsets);
            return new(first, second, default, default);
        }

        return default;
    }

    /// <summary>The rows of a vector by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TableRow<V> Row<TFunction, V>(V offsets)
        where TFunction : struct, ITableFunction
        where V : struct, ILanes<V>
    {
        if (TFunction.RowLength == 4)
        {
            var (first, second, third, fourth) = V.Rows(in TFunction.Table, offsets);
            return new(first, second, third, fourth);
        }

        var (left, right) = V.Pairs(in TFunction.Table, offsets);
        return new(left, right, default, default);
    }
}
