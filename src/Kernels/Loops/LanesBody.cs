using System.Runtime.CompilerServices;

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

    public static bool ReadsAgain => true;

    public ulong FunctionKey => _function.FunctionKey;

    public long Evaluate<VNear, VWhole, T>(T** columns, long first, long count)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
        where T : unmanaged
    {
        T* x = columns[0] + first, y = columns[1] + first, z = Results > 1 ? columns[2] + first : null;
        int tick = Ticks.Now;
        for (long i = 0; i < count; i += Block.Length)
        {
            int n = (int)Math.Min(Block.Length, count - i);
            var (done, hasNaN) = EvaluateNear<VNear, T>(_function, x + i, y + i, z + i, n, tick);
            if (hasNaN)
                done = EvaluateAgain<VWhole, T>(_function, x + i, y + i, z + i, done, tick);
            if (done < n)
                return i + done;
        }

        return count;
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
