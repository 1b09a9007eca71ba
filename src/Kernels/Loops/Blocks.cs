using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>Any function, block by block.</summary>
/// <remarks>
/// A block runs with near lanes, without a branch or a call, and keeps only whether a NaN came out. If one did (an argument beyond the near
/// lanes' domain, or a NaN of the function's own), the vectors concerned are done again with whole lanes, and their NaN made canonical.
/// Since every lane gets the same bits either way, a neighbour never notices. In place, a block's input is copied first.
/// </remarks>
internal readonly unsafe struct Blocks<TFunction>(TFunction function) : IOneToOne<double>
    where TFunction : IFunction
{
    private readonly TFunction _function = function;

    public ulong FunctionKey => Loops.FunctionKey.Of(_function);

    [SkipLocalsInit]
    public long EvaluateAll<VNear, VWhole>(double* x, double* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        double* copy = stackalloc double[Block.Length];
        int tick = Ticks.Now;
        for (long i = 0; i < count; i += Block.Length)
        {
            int n = (int)Math.Min(Block.Length, count - i);
            double* input = x == y ? Block.Copy(x + i, copy, n) : x + i;
            var (done, hasNaN) = EvaluateNear<VNear, double>(_function, input, y + i, n, tick);
            if (hasNaN)
                done = EvaluateAgain<VWhole, double>(_function, input, y + i, done, tick);
            if (done < n)
            {
                if (x == y)
                    Block.Copy(copy + done, y + i + done, n - done);
                return i + done;
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V> => _function.Evaluate(x);

    // The hot loop. How many elements are done, and whether some result is NaN.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static (int Done, bool HasNaN) EvaluateNear<V, T>(TFunction function, T* x, T* y, int count, int tick)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        int i = 0;
        V sum = 0;
        do
        {
            V value = function.Evaluate(V.Load(x + i));
            V.Store(value, y + i);
            sum += value;
            i += V.Count;
        }
        while (i < count && Ticks.Now == tick);

        return (i, V.AnyNaN(sum));
    }

    // Vectors with NaN. How many elements are right then.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static int EvaluateAgain<V, T>(TFunction function, T* x, T* y, int count, int tick)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        int i = 0;
        do
        {
            if (V.AnyNaN(V.Load(y + i)))
                V.Store(V.CanonicalizeNaN(function.Evaluate(V.Load(x + i))), y + i);
            i += V.Count;
        }
        while (i < count && Ticks.Now == tick);

        return i;
    }
}

/// <summary>Any curve, block by block: see <see cref="Blocks{TFunction}"/>.</summary>
internal readonly unsafe struct PairBlocks<TCurve>(TCurve curve) : IOneToTwo<double>
    where TCurve : ICurve
{
    private readonly TCurve _curve = curve;

    public ulong FunctionKey => Loops.FunctionKey.Of(_curve);

    [SkipLocalsInit]
    public long EvaluateAll<VNear, VWhole>(double* t, double* x, double* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        double* copy = stackalloc double[Block.Length];
        int tick = Ticks.Now;
        for (long i = 0; i < count; i += Block.Length)
        {
            int n = (int)Math.Min(Block.Length, count - i);
            bool isInPlace = t == x || t == y;
            double* input = isInPlace ? Block.Copy(t + i, copy, n) : t + i;
            var (done, hasNaN) = EvaluateNear<VNear, double>(_curve, input, x + i, y + i, n, tick);
            if (hasNaN)
                done = EvaluateAgain<VWhole, double>(_curve, input, x + i, y + i, done, tick);
            if (done < n)
            {
                if (isInPlace)
                    Block.Copy(copy + done, t + i + done, n - done);
                return i + done;
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) Evaluate<V>(V t)
        where V : struct, IDoubleLanes<V>, ILanes<V> => _curve.Evaluate(t);

    // The hot loop. How many elements are done, and whether some result is NaN.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static (int Done, bool HasNaN) EvaluateNear<V, T>(TCurve curve, T* t, T* x, T* y, int count, int tick)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        int i = 0;
        V sum = 0;
        do
        {
            var (pointX, pointY) = curve.Evaluate(V.Load(t + i));
            V.Store(pointX, x + i);
            V.Store(pointY, y + i);
            sum += pointX + pointY;
            i += V.Count;
        }
        while (i < count && Ticks.Now == tick);

        return (i, V.AnyNaN(sum));
    }

    // Vectors with NaN. How many elements are right then.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static int EvaluateAgain<V, T>(TCurve curve, T* t, T* x, T* y, int count, int tick)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        int i = 0;
        do
        {
            if (V.AnyNaN(V.Load(x + i) + V.Load(y + i)))
            {
                var (pointX, pointY) = curve.Evaluate(V.Load(t + i));
                V.Store(V.CanonicalizeNaN(pointX), x + i);
                V.Store(V.CanonicalizeNaN(pointY), y + i);
            }

            i += V.Count;
        }
        while (i < count && Ticks.Now == tick);

        return i;
    }
}
