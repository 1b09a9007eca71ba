namespace Kernels.Loops;

/// <summary>Blocks between columns and bodies.</summary>
internal static unsafe class Stage
{
    /// <summary>Brings elements of a column, whatever its format, into a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gather<V, T>(in RawColumn column, long first, int count, T* block) where V : struct, ILanes<V> where T : unmanaged
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
    public static void Scatter<V, T>(T* block, in RawColumn column, long first, int count, bool streams)
        where V : struct, ILanes<V> where T : unmanaged
    {
        if (column.Is<double>() && typeof(T) == typeof(double))
        {
            Write<V, double>((double*)block, (double*)column.Address + first, count, streams);
        }
        else if (column.Is<float>())
        {
            // Into the beginning of the same memory: what is written has been read.
            for (int i = 0; typeof(T) == typeof(double) && i < count; i += V.Count)
                V.StoreSingles(V.Load((double*)block + i), (float*)block + i);
            Write<V, float>((float*)block, (float*)column.Address + first, count, streams);
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

    public static void Write<V, T>(T* block, T* destination, int count, bool streams) where V : struct, ILanes<V> where T : unmanaged
    {
        if (streams)
            Streaming.Copy<V, T>(block, destination, count);
        else
            new ReadOnlySpan<T>(block, count).CopyTo(new Span<T>(destination, count));
    }

    private static void Convert<TFrom, TTo>(byte* source, nint sourceStride, byte* destination, nint stride, int count)
        where TFrom : unmanaged where TTo : unmanaged
    {
        for (int i = 0; i < count; i++)
        {
            Unsafe.WriteUnaligned(destination, To<TFrom, TTo>(Unsafe.ReadUnaligned<TFrom>(source)));
            source += sourceStride;
            destination += stride;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TTo To<TFrom, TTo>(TFrom value) where TFrom : unmanaged where TTo : unmanaged
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
        where V : struct, ILanes<V> where T : unmanaged
    {
        for (int i = 0; i < count; i += V.Count)
            Element.Store(V.FusedMultiplyAdd((first + i) + V.LaneNumbers, step, start), block + i);
    }
}
