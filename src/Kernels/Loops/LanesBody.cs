namespace Kernels.Loops;

/// <summary>A function of a user's, or a curve: what a vector of arguments becomes.</summary>
internal interface ILanesFunction
{
    static abstract int Results { get; }

    ulong FunctionKey { get; }

    (V First, V Second) Evaluate<V>(V x)
        where V : struct, ILanes<V>;
}

/// <summary>A function, with one result.</summary>
internal readonly struct OfFunction<TFunction>(TFunction function) : ILanesFunction
    where TFunction : IFunction
{
    private readonly TFunction _function = function;

    public static int Results => 1;

    public ulong FunctionKey => Loops.FunctionKey.Of(_function);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) Evaluate<V>(V x)
        where V : struct, ILanes<V> => (_function.Evaluate(x), default);
}

/// <summary>A curve, with two.</summary>
internal readonly struct OfCurve<TCurve>(TCurve curve) : ILanesFunction
    where TCurve : ICurve
{
    private readonly TCurve _curve = curve;

    public static int Results => 2;

    public ulong FunctionKey => Loops.FunctionKey.Of(_curve);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) Evaluate<V>(V x)
        where V : struct, ILanes<V> => _curve.Evaluate(x);
}

/// <summary>Any function, inlined into a loop over a block.</summary>
/// <remarks>
/// A block runs with near lanes, without a branch or a call, and keeps only whether a NaN came out. If one did (an argument beyond the near
/// lanes' domain, or a NaN of the function's own), the vectors concerned are done again with whole lanes, and their NaN made canonical.
/// Since every lane gets the same bits either way, a neighbour never notices.
/// </remarks>
internal readonly unsafe struct LanesBody<TFunction>(TFunction function) : IBody
    where TFunction : struct, ILanesFunction
{
    private readonly TFunction _function = function;

    public static int Inputs => 1;

    public static int Results => TFunction.Results;

    public ulong FunctionKey => _function.FunctionKey;

    public long Evaluate<VNear, VWhole, T>(T** columns, long first, long count, bool streams)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
        where T : unmanaged
    {
        T* x = columns[0] + first, y = columns[1] + first, z = Results > 1 ? columns[2] + first : null;
        if (streams || x == y || x == z)
            return EvaluateBuffered<VNear, VWhole, T>(x, y, z, count, streams);
        int tick = Ticks.Now;
        for (long i = 0; i < count; i += Block.Length)
        {
            int n = (int)Math.Min(Block.Length, count - i), done = EvaluateBlock<VNear, VWhole, T>(x + i, y + i, z + i, n, tick);
            if (done < n)
                return i + done;
        }

        return count;
    }

    // Where an input may be read again, or results go past the caches: they wait in a block until it is done.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long EvaluateBuffered<VNear, VWhole, T>(T* x, T* y, T* z, long count, bool streams)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
        where T : unmanaged
    {
        T* memory = stackalloc T[(2 * Block.StageLength) + CacheLine.Length<T>()];
        T* first = CacheLine.Align(memory), second = first + Block.StageLength;
        int tick = Ticks.Now;
        for (long i = 0; i < count; i += Block.StageLength)
        {
            int n = (int)Math.Min(Block.StageLength, count - i), done = EvaluateBlock<VNear, VWhole, T>(x + i, first, second, n, tick);
            Stage.Write<VWhole, T>(first, y + i, done, streams);
            if (Results > 1)
                Stage.Write<VWhole, T>(second, z + i, done, streams);
            if (done < n)
                return i + done;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int EvaluateBlock<VNear, VWhole, T>(T* x, T* y, T* z, int count, int tick)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
        where T : unmanaged
    {
        var (done, hasNaN) = EvaluateNear<VNear, T>(_function, x, y, z, count, tick);
        return hasNaN ? EvaluateAgain<VWhole, T>(_function, x, y, z, done, tick) : done;
    }

    // The hot loop. How many elements are done, and whether some result is NaN.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static (int Done, bool HasNaN) EvaluateNear<V, T>(TFunction function, T* x, T* y, T* z, int count, int tick)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        int i = 0;
        V sum = 0;
        do
        {
            var (first, second) = function.Evaluate(Element.Load<V, T>(x + i));
            Element.Store(first, y + i);
            if (Results > 1)
                Element.Store(second, z + i);
            sum += Results > 1 ? first + second : first;
            i += V.Count;
        }
        while (i < count && Ticks.Now == tick);

        return (i, V.AnyNaN(sum));
    }

    // Vectors with NaN. How many elements are right then.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int EvaluateAgain<V, T>(TFunction function, T* x, T* y, T* z, int count, int tick)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        int i = 0;
        do
        {
            V results = Element.Load<V, T>(y + i);
            if (V.AnyNaN(Results > 1 ? results + Element.Load<V, T>(z + i) : results))
            {
                var (first, second) = function.Evaluate(Element.Load<V, T>(x + i));
                Element.Store(V.CanonicalizeNaN(first), y + i);
                if (Results > 1)
                    Element.Store(V.CanonicalizeNaN(second), z + i);
            }

            i += V.Count;
        }
        while (i < count && Ticks.Now == tick);

        return i;
    }
}
