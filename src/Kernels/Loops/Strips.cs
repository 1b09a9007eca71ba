using System.Runtime.CompilerServices;
using Kernels.Functions;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>Functions of sine and cosine alone, in two phases: a strip is reduced into a small scratch, then finished from it.</summary>
/// <remarks>
/// In one phase a vector is a chain of more than twenty dependent operations, and the processor's window holds hardly three of them: a
/// third of the machine idles. Each phase has half the chain, and the second reads its table offsets as numbers from the scratch, where one
/// phase has to take them out of a vector register. Lanes beyond the fast reduction are replaced in the scratch, in between. Since a
/// strip's input has been read when its results are written, in place needs no care.
/// </remarks>
internal readonly unsafe struct Strips<TKernel> : IOneToOne<double>
    where TKernel : struct, ICircleKernel
{
    public ulong FunctionKey => 0;

    public long EvaluateAll<VNear, VWhole>(double* x, double* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> => EvaluateStrips<VWhole>(x, y, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V> => OnCircle<TKernel>.Evaluate(x);

    // The hot loop.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long EvaluateStrips<V>(double* x, double* y, long count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        double* memory = stackalloc double[Strip.ScratchLength];
        double* scratch = CacheLine.Align(memory);
        int tick = Ticks.Now;
        long done = 0;
        do
        {
            nint n = (nint)Math.Min(Strip.Length, count - done);
            V range = 0;
            for (nint j = 0; j < n; j += V.Count)
                range = Strip.Reduce(V.Load(x + j), scratch + j, range);
            bool isFinite = CircleReduction.IsNear(range) || Strip.ReduceExactly<V>(x, scratch, n);
            for (nint j = 0; j < n; j += V.Count)
            {
                var (sine, cosine, high, low) = Strip.Load<V>(scratch + j);
                V.Store(TKernel.Evaluate(sine, cosine, high, low), y + j);
            }

            if (!isFinite)
                Strip.Canonicalize<V>(y, n);
            done += n;
            x += n;
            y += n;
        }
        while (done < count && Ticks.Now == tick);

        return done;
    }
}

/// <summary>Two functions of sine and cosine alone: see <see cref="Strips{TKernel}"/>.</summary>
/// <remarks>What is made of sine and cosine is a third phase, on the destinations.</remarks>
internal readonly unsafe struct PairStrips<TMap>(TMap map) : IOneToTwo<double>
    where TMap : struct, ICircleMap
{
    private readonly TMap _map = map;

    public ulong FunctionKey => Loops.FunctionKey.Of(_map);

    public long EvaluateAll<VNear, VWhole>(double* t, double* x, double* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> => EvaluateStrips<VWhole>(_map, t, x, y, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) Evaluate<V>(V t)
        where V : struct, IDoubleLanes<V>, ILanes<V> => new PairOnCircle<TMap>(_map).Evaluate(t);

    // The hot loop.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long EvaluateStrips<V>(TMap map, double* t, double* x, double* y, long count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        double* memory = stackalloc double[Strip.ScratchLength];
        double* scratch = CacheLine.Align(memory);
        int tick = Ticks.Now;
        long done = 0;
        do
        {
            nint n = (nint)Math.Min(Strip.Length, count - done);
            V range = 0;
            for (nint j = 0; j < n; j += V.Count)
                range = Strip.Reduce(V.Load(t + j), scratch + j, range);
            bool isFinite = CircleReduction.IsNear(range) || Strip.ReduceExactly<V>(t, scratch, n);
            for (nint j = 0; j < n; j += V.Count)
            {
                var (tableSine, tableCosine, high, low) = Strip.Load<V>(scratch + j);
                var (sine, cosine) = SineCosine.Both(tableSine, tableCosine, high, low);
                V.Store(sine, x + j);
                V.Store(cosine, y + j);
            }

            if (!TMap.IsIdentity)
            {
                for (nint j = 0; j < n; j += V.Count)
                {
                    var (first, second) = map.Map(V.Load(x + j), V.Load(y + j));
                    V.Store(first, x + j);
                    V.Store(second, y + j);
                }
            }

            if (!isFinite)
            {
                Strip.Canonicalize<V>(x, n);
                Strip.Canonicalize<V>(y, n);
            }

            done += n;
            t += n;
            x += n;
            y += n;
        }
        while (done < count && Ticks.Now == tick);

        return done;
    }
}
