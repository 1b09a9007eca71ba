namespace Kernels.Loops;

/// <summary>Blocks between columns and bodies.</summary>
internal static unsafe class Stage
{
    /// <summary>Brings elements of a column, whatever its format, into a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gather<V, T>(in Column column, long first, int count, T* block)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        byte* address = column.Address + ((nint)first * column.Stride);
        switch (column.Format)
        {
            case ColumnFormat.Grid:
                Fill<V, T>(column.Start, column.Step, column.First + first, count, block);
                break;
            case ColumnFormat.Double:
                Convert<double, T>(address, column.Stride, (byte*)block, sizeof(T), count);
                break;
            case ColumnFormat.Single:
                Convert<float, T>(address, column.Stride, (byte*)block, sizeof(T), count);
                break;
            case ColumnFormat.Int32:
                Convert<int, T>(address, column.Stride, (byte*)block, sizeof(T), count);
                break;
            default:
                Convert<long, T>(address, column.Stride, (byte*)block, sizeof(T), count);
                break;
        }
    }

    /// <summary>Brings a block into elements of a column, past the caches if they lie one after the other and that is wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Scatter<V, T>(T* block, in Column column, long first, int count, bool streams)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        if (column.Is<double>() && typeof(T) == typeof(double))
        {
            Write<V, double>((double*)block, (double*)column.Address + first, count, streams);
        }
        else if (column.Is<float>())
        {
            float* singles = (float*)block;
            if (typeof(T) == typeof(double))
                Narrow<V>((double*)block, singles, count);
            Write<V, float>(singles, (float*)column.Address + first, count, streams);
        }
        else
        {
            byte* address = column.Address + ((nint)first * column.Stride);
            if (column.Format == ColumnFormat.Double)
                Convert<T, double>((byte*)block, sizeof(T), address, column.Stride, count);
            else
                Convert<T, float>((byte*)block, sizeof(T), address, column.Stride, count);
        }
    }

    public static void Write<V, T>(T* block, T* destination, int count, bool streams)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        if (streams)
            Streaming.Copy<V, T>(block, destination, count);
        else
            Block.Copy(block, destination, count);
    }

    // Into the beginning of the same memory: what is written has been read.
    private static void Narrow<V>(double* block, float* singles, int count)
        where V : struct, ILanes<V>
    {
        for (int i = 0; i < count; i += V.Count)
            V.StoreSingles(V.Load(block + i), singles + i);
    }

    private static void Convert<TFrom, TTo>(byte* source, nint sourceStride, byte* destination, nint stride, int count)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        for (int i = 0; i < count; i++)
        {
            Unsafe.WriteUnaligned(destination, To<TFrom, TTo>(Unsafe.ReadUnaligned<TFrom>(source)));
            source += sourceStride;
            destination += stride;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TTo To<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        if (typeof(TFrom) == typeof(TTo))
            return Unsafe.BitCast<TFrom, TTo>(value);

        // Each by itself to double: together they would become floats.
        double number = typeof(TFrom) == typeof(double) ? Unsafe.BitCast<TFrom, double>(value)
            : typeof(TFrom) == typeof(float) ? (double)Unsafe.BitCast<TFrom, float>(value)
            : typeof(TFrom) == typeof(int) ? (double)Unsafe.BitCast<TFrom, int>(value)
            : (double)Unsafe.BitCast<TFrom, long>(value);
        return typeof(TTo) == typeof(double) ? Unsafe.BitCast<double, TTo>(number) : Unsafe.BitCast<float, TTo>((float)number);
    }

    // Evenly spaced numbers.
    private static void Fill<V, T>(double start, double step, double first, int count, T* block)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        // Four chains: one alone would wait for its own additions.
        V index0 = first + V.LaneNumbers, index1 = index0 + V.Count, index2 = index1 + V.Count, index3 = index2 + V.Count;
        for (int i = 0; i < count; i += 4 * V.Count)
        {
            Element.Store(V.FusedMultiplyAdd(index0, step, start), block + i);
            Element.Store(V.FusedMultiplyAdd(index1, step, start), block + i + V.Count);
            Element.Store(V.FusedMultiplyAdd(index2, step, start), block + i + (2 * V.Count));
            Element.Store(V.FusedMultiplyAdd(index3, step, start), block + i + (3 * V.Count));
            index0 += 4 * V.Count;
            index1 += 4 * V.Count;
            index2 += 4 * V.Count;
            index3 += 4 * V.Count;
        }
    }
}
