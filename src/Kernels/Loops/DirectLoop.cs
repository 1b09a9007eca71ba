using System.Runtime.InteropServices;

namespace Kernels.Loops;

/// <summary>Columns of the body's own format, used where they lie.</summary>
/// <param name="body">What is done.</param>
/// <param name="columns">The columns, in memory that outlives the call.</param>
internal readonly unsafe struct DirectLoop<TBody, T>(TBody body, DirectColumns<T>* columns) : ILoop
    where TBody : struct, IBody where T : unmanaged
{
    private readonly TBody _body = body;
    private readonly DirectColumns<T>* _columns = columns;

    public ulong FunctionKey => _body.FunctionKey;

    public static int ElementBytes => sizeof(T);

    /// <summary>Whether results go past the caches.</summary>
    public bool Streams => _columns->Stream;

    public long Run<VNear, VWhole>(long first, long count) where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>
    {
        return Streams
            ? RunPastCaches<VNear, VWhole>(_body, _columns, first, count)
            : Tail.EvaluateRange<TBody, VNear, VWhole, T>(_body, &_columns->First, first, count, streams: false);
    }

    // Whole lines go past the caches: what is before the first of them is done by itself. Not of the instance, whose address nobody takes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long RunPastCaches<VNear, VWhole>(TBody body, DirectColumns<T>* columns, long first, long count)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>
    {
        long head = Math.Min(count, CacheLine.ElementsTo((&columns->First)[TBody.Inputs] + first));
        long done = Tail.EvaluateRange<TBody, VNear, VWhole, T>(body, &columns->First, first, head, streams: false);
        if (done == head)
            done += Tail.EvaluateRange<TBody, VNear, VWhole, T>(body, &columns->First, first + head, count - head, streams: true);
        Streaming.Fence();
        return done;
    }

    public long ElementsToBorder(long first, int bytes) => CacheLine.ElementsTo((&_columns->First)[TBody.Inputs] + first, bytes);
}

/// <summary>The input columns, then the result columns, and whether results go past the caches.</summary>
/// <remarks>All in memory: a loop that had the last beside the others would be copied as a whole before its parts have arrived.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DirectColumns<T> where T : unmanaged
{
    public T* First, Second, Third;
    public bool Stream;
}

/// <summary>Ranges that are no multiple of the lanes.</summary>
internal static unsafe class Tail
{
    /// <summary>Whole vectors, then what is left.</summary>
    /// <returns>How many elements are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long EvaluateRange<TBody, VNear, VWhole, T>(TBody body, T** columns, long first, long count, bool streams)
        where TBody : struct, IBody where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> where T : unmanaged
    {
        long whole = count & -VNear.Count;
        int tick = Ticks.Now;
        if (whole > 0)
        {
            long done = body.Evaluate<VNear, VWhole, T>(columns, first, whole, streams);
            if (done < whole || (whole < count && Ticks.Now != tick))
                return done;
        }

        if (count > whole)
            EvaluateRest<TBody, VNear, VWhole, T>(body, columns, first + whole, (int)(count - whole), whole > 0);
        return count;
    }

    /// <summary>Whether some result replaces an input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsInPlace<TBody, T>(T** columns) where TBody : struct, IBody where T : unmanaged
    {
        bool isInPlace = false;
        for (int input = 0; input < TBody.Inputs; input++)
        {
            for (int result = TBody.Inputs; result < TBody.Inputs + TBody.Results; result++)
                isInPlace |= columns[input] == columns[result];
        }

        return isInPlace;
    }

    // Less than a vector: within one that ends with it, or, where there is none, with the last element repeated in memory for one.
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EvaluateRest<TBody, VNear, VWhole, T>(TBody body, T** columns, long first, int count, bool follows)
        where TBody : struct, IBody where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> where T : unmanaged
    {
        if (follows && !IsInPlace<TBody, T>(columns))
        {
            body.Evaluate<VNear, VWhole, T>(columns, first + count - VNear.Count, VNear.Count, streams: false);
            return;
        }

        T* vectors = stackalloc T[(TBody.Inputs + TBody.Results) * VNear.Count];
        T** own = stackalloc T*[TBody.Inputs + TBody.Results];
        for (int column = 0; column < TBody.Inputs + TBody.Results; column++)
            own[column] = vectors + (column * VNear.Count);
        for (int column = 0; column < TBody.Inputs; column++)
        {
            for (int i = 0; i < VNear.Count; i++)
                own[column][i] = columns[column][first + Math.Min(i, count - 1)];
        }

        body.Evaluate<VNear, VWhole, T>(own, 0, VNear.Count, streams: false);
        for (int column = TBody.Inputs; column < TBody.Inputs + TBody.Results; column++)
        {
            for (int i = 0; i < count; i++)
                columns[column][first + i] = own[column][i];
        }
    }
}
