using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>The shape (x[i], y[i]) = f(t[i]), block by block: see <see cref="StagedOneToOne{TSource, TBody}"/>.</summary>
internal readonly unsafe struct StagedOneToTwo<TSource, TBody>(TBody body, TSource source, double* x, double* y, bool streams) : ILoop
    where TSource : struct, ISource
    where TBody : struct, IOneToTwo
{
    private readonly TBody _body = body;
    private readonly TSource _source = source;
    private readonly double* _x = x;
    private readonly double* _y = y;
    private readonly bool _streams = streams;

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
    public void Run<VNear, VWhole>(long first, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        double* memory = stackalloc double[Block.StagesLength];
        double* made = CacheLine.Align(memory), firsts = made + Block.StageLength, seconds = firsts + Block.StageLength;
        for (long i = first, end = first + count; i < end;)
        {
            double* x = _x + i, y = _y + i;
            int n = (int)Math.Min(Block.StageLength - CacheLine.ElementsFrom(x), end - i);
            double* arguments = _source.Arguments<VNear>(i, n, made);
            OneToTwoLoop<TBody>.EvaluateRange<VNear, VWhole>(_body, arguments, _streams ? firsts : x, _streams ? seconds : y, n);
            if (_streams)
            {
                Streaming.Copy<VNear>(firsts, x, n);
                Streaming.Copy<VNear>(seconds, y, n);
            }

            i += n;
        }
    }
}
