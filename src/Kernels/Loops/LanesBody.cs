namespace Kernels.Loops;

/// <summary>How many results a user's function has, and how it is called.</summary>
internal interface IResults<TFunction>
{
    static abstract int Count { get; }

    /// <summary>Of a vector.</summary>
    /// <param name="function">By reference: it would be copied for each vector.</param>
    /// <param name="x">The arguments.</param>
    static abstract (V First, V Second) Evaluate<V>(ref TFunction function, V x) where V : struct, ILanes<V>;
}

/// <summary>A function has one.</summary>
internal readonly struct FunctionResult<TFunction> : IResults<TFunction> where TFunction : IFunction
{
    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(ref TFunction function, V x)
        where V : struct, ILanes<V> => (function.Evaluate(x), default);
}

/// <summary>A curve has two.</summary>
internal readonly struct CurveResults<TCurve> : IResults<TCurve> where TCurve : ICurve
{
    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(ref TCurve curve, V x) where V : struct, ILanes<V> => curve.Evaluate(x);
}

/// <summary>Any function, inlined into a loop over a block.</summary>
/// <remarks>
/// A block runs with near lanes, without a branch or a call, and keeps only whether a NaN came out. If one did (an argument beyond the near
/// lanes' domain, or a NaN of the function's own), the vectors concerned are done again with whole lanes, and their NaN made canonical.
/// Since every lane gets the same bits either way, a neighbour never notices.
/// </remarks>
internal readonly unsafe struct LanesBody<TFunction, TResults>(TFunction function) : IBody where TResults : struct, IResults<TFunction>
{
    private readonly TFunction _function = function;

    public static int Inputs => 1;

    public static int Results => TResults.Count;

    public ulong FunctionKey => Loops.FunctionKey.Of(_function);

    public long Evaluate<VNear, VWhole, T>(T** columns, long first, long count, bool streams)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> where T : unmanaged
    {
        T* x = columns[0] + first, y = columns[1] + first, z = Results > 1 ? columns[2] + first : null;
        if (streams || Tail.IsInPlace<LanesBody<TFunction, TResults>, T>(columns))
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

    // Where an input may be read again, or results go past the caches: they wait until the block, or what goes at once, is done.
    [SkipLocalsInit, MethodImpl(MethodImplOptions.NoInlining)]
    private long EvaluateBuffered<VNear, VWhole, T>(T* x, T* y, T* z, long count, bool streams)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> where T : unmanaged
    {
        T* memory = stackalloc T[(2 * Block.Length) + CacheLine.Length<T>()];
        T* first = CacheLine.Align(memory), second = first + Block.Length;
        int length = streams ? Strip.StreamedLength<T>() : Block.Length, tick = Ticks.Now;
        for (long i = 0; i < count; i += length)
        {
            int n = (int)Math.Min(length, count - i), done = EvaluateBlock<VNear, VWhole, T>(x + i, first, second, n, tick);
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
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole> where T : unmanaged
    {
        var (done, hasNaN) = EvaluateNear<VNear, T>(_function, x, y, z, count, tick);
        return hasNaN ? EvaluateAgain<VWhole, T>(_function, x, y, z, done, tick) : done;
    }

    // The hot loop. How many elements are done, and whether some result is NaN.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static (int Done, bool HasNaN) EvaluateNear<V, T>(TFunction function, T* x, T* y, T* z, int count, int tick)
        where V : struct, ILanes<V> where T : unmanaged
    {
        int i = 0;
        V sum = 0;
        do
        {
            var (first, second) = TResults.Evaluate(ref function, Element.Load<V, T>(x + i));
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
        where V : struct, ILanes<V> where T : unmanaged
    {
        int i = 0;
        do
        {
            V results = Element.Load<V, T>(y + i);
            if (V.AnyNaN(Results > 1 ? results + Element.Load<V, T>(z + i) : results))
            {
                var (first, second) = TResults.Evaluate(ref function, Element.Load<V, T>(x + i));
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
