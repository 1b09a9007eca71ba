using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>
/// The shape y[i] = f(x[i]), block by block through the first-level cache:
/// arguments may be made there, results may go from there to memory.
/// </summary>
internal readonly unsafe struct StagedOneToOne<TSource, TBody, T>(TBody body, TSource source, T* y, bool streams) : ILoop
    where TSource : struct, ISource<T>
    where TBody : struct, IOneToOne<T>
    where T : unmanaged
{
    private readonly TBody _body = body;
    private readonly TSource _source = source;
    private readonly T* _y = y;
    private readonly bool _streams = streams;

    public ulong FunctionKey => _body.FunctionKey;

    public static int ElementBytes => sizeof(T);

    // A method of its own, so that a test can look for the fence.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Finish()
    {
        if (_streams)
            Streaming.Fence();
    }

    public long ElementsToBorder(long first, int bytes) => CacheLine.ElementsTo(_y + first, bytes);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public long Run<VNear, VWhole>(long first, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        T* memory = stackalloc T[Block.StagesLength];
        T* made = CacheLine.Align(memory), results = made + Block.StageLength;
        int tick = Ticks.Now;
        for (long i = first, end = first + count; i < end;)
        {
            // The first block ends at a cache line, so that the others consist of whole ones.
            T* y = _y + i;
            int n = (int)Math.Min(Block.StageLength - CacheLine.ElementsFrom(y), end - i);
            T* arguments = _source.Arguments<VNear>(i, n, made);
            int done = (int)OneToOneLoop<TBody, T>.EvaluateRange<VNear, VWhole>(_body, arguments, _streams ? results : y, n);
            if (_streams)
                Streaming.Copy<VNear, T>(results, y, done);
            i += done;
            if (Ticks.Now != tick)
                return i - first;
        }

        return count;
    }
}
