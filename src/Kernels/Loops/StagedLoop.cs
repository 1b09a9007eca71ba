namespace Kernels.Loops;

/// <summary>
/// Columns of any format, block by block through the first-level cache: gathered or made before, scattered, or sent past the caches, after.
/// </summary>
/// <param name="body">What is done.</param>
/// <param name="columns">The input columns, then the result columns: in memory that outlives the call.</param>
/// <param name="streams">Whether results go past the caches.</param>
/// <typeparam name="TBody">What is done.</typeparam>
/// <typeparam name="T">The format in which it is done.</typeparam>
internal readonly unsafe struct StagedLoop<TBody, T>(TBody body, RawColumn* columns, bool streams) : ILoop
    where TBody : struct, IBody where T : unmanaged
{
    private readonly TBody _body = body;
    private readonly RawColumn* _columns = columns;
    private readonly bool _streams = streams;

    private static int Columns => TBody.Inputs + TBody.Results;

    private static int MemoryLength => (Columns * Block.Length) + CacheLine.Length<T>();

    public ulong FunctionKey => _body.FunctionKey;

    public static int ElementBytes => sizeof(T);

    public long ElementsToBorder(long first, int bytes) => _columns[TBody.Inputs].ElementsTo(first, bytes);

    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public long Run<VNear, VWhole>(long first, long count) where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>
    {
        T* memory = stackalloc T[MemoryLength], blocks = CacheLine.Align(memory);
        T** own = stackalloc T*[Columns];
        uint staged = 0;
        for (int column = 0; column < Columns; column++)
        {
            own[column] = blocks + (column * Block.Length);
            staged |= _columns[column].Is<T>() ? 0 : 1u << column;
            if (column < TBody.Inputs && _columns[column].IsNumber)
                Stage.Gather<VNear, T>(_columns[column], first, (int)Math.Min(Block.Length, count), own[column]);
        }

        int tick = Ticks.Now;
        long i = first, end = first + count;
        do
        {
            // The first block ends at a cache line of the first result, so that the others consist of whole ones.
            int n = (int)Math.Min(Block.Length - _columns[TBody.Inputs].ElementsFromLine(i), end - i);
            for (int column = 0; column < Columns; column++)
            {
                if ((staged >> column & 1) == 0)
                    own[column] = (T*)_columns[column].Address + i;
                else if (column < TBody.Inputs && !_columns[column].IsNumber)
                    Stage.Gather<VNear, T>(_columns[column], i, n, own[column]);
            }

            int done = (int)Tail.EvaluateRange<TBody, VNear, VWhole, T>(_body, own, 0, n, _streams && staged >> TBody.Inputs == 0);
            for (int column = TBody.Inputs; column < Columns; column++)
            {
                if ((staged >> column & 1) != 0)
                    Stage.Scatter<VNear, T>(own[column], _columns[column], i, done, _streams);
            }

            i += done;
        }
        while (i < end && Ticks.Now == tick);

        if (_streams)
            Streaming.Fence();
        return i - first;
    }
}
