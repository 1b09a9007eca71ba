using System.Runtime.CompilerServices;

namespace Kernels.Loops;

/// <summary>Columns of the body's own format, used where they lie.</summary>
/// <param name="body">What is done.</param>
/// <param name="columns">The input columns, then the result columns: in memory that outlives the call.</param>
internal readonly unsafe struct DirectLoop<TBody, T>(TBody body, T** columns) : ILoop
    where TBody : struct, IBody
    where T : unmanaged
{
    private readonly TBody _body = body;
    private readonly T** _columns = columns;

    public ulong FunctionKey => _body.FunctionKey;

    public static int ElementBytes => sizeof(T);

    public long Run<VNear, VWhole>(long first, long count)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole> => Tail.EvaluateRange<TBody, VNear, VWhole, T>(_body, _columns, first, count);

    public void Finish()
    {
    }

    public long ElementsToBorder(long first, int bytes) => CacheLine.ElementsTo(_columns[TBody.Inputs] + first, bytes);
}

/// <summary>Ranges that are no multiple of the lanes.</summary>
internal static unsafe class Tail
{
    /// <summary>Whole vectors, then what is left.</summary>
    /// <returns>How many elements are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long EvaluateRange<TBody, VNear, VWhole, T>(TBody body, T** columns, long first, long count)
        where TBody : struct, IBody
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
        where T : unmanaged
    {
        long whole = count & -VNear.Count;
        int tick = Ticks.Now;
        if (whole > 0)
        {
            long done = body.Evaluate<VNear, VWhole, T>(columns, first, whole);
            if (done < whole || (whole < count && Ticks.Now != tick))
                return done;
        }

        if (count > whole)
            EvaluateRest<TBody, VNear, VWhole, T>(body, columns, first + whole, (int)(count - whole));
        return count;
    }

    // Less than a vector: with the last element repeated, in memory that has room for one.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EvaluateRest<TBody, VNear, VWhole, T>(TBody body, T** columns, long first, int count)
        where TBody : struct, IBody
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
        where T : unmanaged
    {
        T* vectors = stackalloc T[(TBody.Inputs + TBody.Results) * VNear.Count];
        T** own = stackalloc T*[TBody.Inputs + TBody.Results];
        for (int column = 0; column < TBody.Inputs + TBody.Results; column++)
            own[column] = vectors + (column * VNear.Count);
        for (int column = 0; column < TBody.Inputs; column++)
        {
            for (int i = 0; i < VNear.Count; i++)
                own[column][i] = columns[column][first + Math.Min(i, count - 1)];
        }

        body.Evaluate<VNear, VWhole, T>(own, 0, VNear.Count);
        for (int column = TBody.Inputs; column < TBody.Inputs + TBody.Results; column++)
        {
            for (int i = 0; i < count; i++)
                columns[column][first + i] = own[column][i];
        }
    }
}
