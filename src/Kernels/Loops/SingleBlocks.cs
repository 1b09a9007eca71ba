using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>Any function over floats, block by block: as <see cref="Blocks{TFunction}"/>, on lanes of float.</summary>
internal readonly unsafe struct SingleBlocks<TFunction>(TFunction function) : IOneToOne<float>
    where TFunction : IFunction
{
    private readonly TFunction _function = function;

    public ulong FunctionKey => Loops.FunctionKey.Of(_function);

    [SkipLocalsInit]
    public long EvaluateAll<VNear, VWhole>(float* x, float* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        float* copy = stackalloc float[Block.Length];
        int tick = Ticks.Now;
        for (long i = 0; i < count; i += Block.Length)
        {
            int n = (int)Math.Min(Block.Length, count - i);
            float* input = x == y ? Block.Copy(x + i, copy, n) : x + i;
            var action = new Pass(_function, input, y + i, n, tick);
            VNear.OnSingles(ref action);
            if (action.HasNaN)
                VWhole.OnSingles(ref action);
            if (action.Count < n)
            {
                if (x == y)
                    Block.Copy(copy + action.Count, y + i + action.Count, n - action.Count);
                return i + action.Count;
            }
        }

        return count;
    }

    public V Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        float* memory = stackalloc float[V.Count];
        V.StoreSingles(x, memory);
        var action = new Pass(_function, memory, memory, V.Count, Ticks.Now);
        V.OnSingles(ref action);
        return V.LoadSingles(memory);
    }

    // Once, and then again where a NaN came out.
    private struct Pass(TFunction function, float* x, float* y, int count, int tick) : ISingleAction
    {
        public bool HasNaN { get; private set; }

        /// <summary>Elements to be done, then those that are.</summary>
        public int Count { get; private set; } = count;

        public void Run<V>()
            where V : struct, ILanes<V>
        {
            int whole = Count & -V.Count, done = 0;
            if (whole > 0 && HasNaN)
                done = Blocks<TFunction>.EvaluateAgain<V, float>(function, x, y, whole, tick);
            else if (whole > 0)
                (done, HasNaN) = Blocks<TFunction>.EvaluateNear<V, float>(function, x, y, whole, tick);
            if (whole == Count || done < whole || (whole > 0 && Ticks.Now != tick))
                Count = done;
            else
                HasNaN |= EvaluateHalf<V>(function, x + whole, y + whole, Count - whole);
        }

        // A vector of as many doubles is half a one of floats.
        private static bool EvaluateHalf<V>(TFunction function, float* x, float* y, int count)
            where V : struct, ILanes<V>
        {
            float* memory = stackalloc float[V.Count];
            Element.Repeat(x, count, memory, V.Count);
            V value = function.Evaluate(V.Load(memory));
            V.Store(V.CanonicalizeNaN(value), memory);
            Block.Copy(memory, y, count);
            return V.AnyNaN(value);
        }
    }
}

/// <summary>Any curve over floats: see <see cref="SingleBlocks{TFunction}"/>.</summary>
internal readonly unsafe struct SinglePairBlocks<TCurve>(TCurve curve) : IOneToTwo<float>
    where TCurve : ICurve
{
    private readonly TCurve _curve = curve;

    public ulong FunctionKey => Loops.FunctionKey.Of(_curve);

    [SkipLocalsInit]
    public long EvaluateAll<VNear, VWhole>(float* t, float* x, float* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        float* copy = stackalloc float[Block.Length];
        int tick = Ticks.Now;
        for (long i = 0; i < count; i += Block.Length)
        {
            int n = (int)Math.Min(Block.Length, count - i);
            bool isInPlace = t == x || t == y;
            float* input = isInPlace ? Block.Copy(t + i, copy, n) : t + i;
            var action = new Pass(_curve, input, x + i, y + i, n, tick);
            VNear.OnSingles(ref action);
            if (action.HasNaN)
                VWhole.OnSingles(ref action);
            if (action.Count < n)
            {
                if (isInPlace)
                    Block.Copy(copy + action.Count, t + i + action.Count, n - action.Count);
                return i + action.Count;
            }
        }

        return count;
    }

    public (V First, V Second) Evaluate<V>(V t)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        float* x = stackalloc float[2 * V.Count], y = x + V.Count;
        V.StoreSingles(t, x);
        var action = new Pass(_curve, x, x, y, V.Count, Ticks.Now);
        V.OnSingles(ref action);
        return (V.LoadSingles(x), V.LoadSingles(y));
    }

    private struct Pass(TCurve curve, float* t, float* x, float* y, int count, int tick) : ISingleAction
    {
        public bool HasNaN { get; private set; }

        /// <summary>Elements to be done, then those that are.</summary>
        public int Count { get; private set; } = count;

        public void Run<V>()
            where V : struct, ILanes<V>
        {
            int whole = Count & -V.Count, done = 0;
            if (whole > 0 && HasNaN)
                done = PairBlocks<TCurve>.EvaluateAgain<V, float>(curve, t, x, y, whole, tick);
            else if (whole > 0)
                (done, HasNaN) = PairBlocks<TCurve>.EvaluateNear<V, float>(curve, t, x, y, whole, tick);
            if (whole == Count || done < whole || (whole > 0 && Ticks.Now != tick))
                Count = done;
            else
                HasNaN |= EvaluateHalf<V>(curve, t + whole, x + whole, y + whole, Count - whole);
        }

        private static bool EvaluateHalf<V>(TCurve curve, float* t, float* x, float* y, int count)
            where V : struct, ILanes<V>
        {
            float* memory = stackalloc float[V.Count];
            Element.Repeat(t, count, memory, V.Count);
            var (pointX, pointY) = curve.Evaluate(V.Load(memory));
            V.Store(V.CanonicalizeNaN(pointX), memory);
            Block.Copy(memory, x, count);
            V.Store(V.CanonicalizeNaN(pointY), memory);
            Block.Copy(memory, y, count);
            return V.AnyNaN(pointX + pointY);
        }
    }
}
