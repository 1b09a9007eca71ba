using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>The shape (x[i], y[i]) = f(t[i]), block by block: see <see cref="StagedOneToOne{TSource, TBody, T}"/>.</summary>
internal readonly unsafe struct StagedOneToTwo<TSource, TBody, T>(TBody body, TSource source, T* x, T* y, bool streams) : ILoop
    where TSource : struct, ISource<T>
    where TBody : struct, IOneToTwo<T>
    where T : unmanaged
{
    private readonly TBody _body = body;
    private readonly TSource _source = source;
    private readonly T* _x = x;
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

    public long ElementsToBorder(long first, int bytes) => CacheLine.ElementsTo(_x + first, bytes);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public long Run<VNear, VWhole>(long first, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        T* memory = stackalloc T[Block.StagesLength];
        T* made = CacheLine.Align(memory), firsts = made + Block.StageLength, seconds = firsts + Block.StageLength;
        int tick = Ticks.Now;
        for (long i = first, end = first + count; i < end;)
        {
            T* x = _x + i, y = _y + i;
            int n = (int)Math.Min(Block.StageLength - CacheLine.ElementsFrom(x), end - i);
            T* arguments = _source.Arguments<VNear>(i, n, made);
            int done = (int)OneToTwoLoop<TBody, T>.EvaluateRange<VNear, VWhole>(
                _body, arguments, _streams ? firsts : x, _streams ? seconds : y, n);
            if (_streams)
            {
                Streaming.Copy<VNear, T>(firsts, x, done);
                Streaming.Copy<VNear, T>(seconds, y, done);
            }

            i += done;
            if (Ticks.Now != tick)
                return i - first;
        }

        return count;
    }
}
