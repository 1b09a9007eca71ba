using System.Runtime.CompilerServices;
using Kernels.Functions;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>
/// Functions of sine and cosine alone over floats, which are widened as they are read, and rounded to float as they are written.
/// </summary>
/// <remarks>
/// A strip whose arguments are all within the range of <see cref="SingleSineCosine"/> goes in two phases like those of
/// <see cref="Strips{TKernel}"/>, any other vector by vector. The sums of their squares tell; where many are near its end they may
/// be too large, and the strip goes vector by vector too. Both give the same bits. In place needs no care.
/// </remarks>
internal readonly unsafe struct SingleStrips<TKernel> : IOneToOne<float>
    where TKernel : struct, ICircleKernel
{
    public ulong FunctionKey => 0;

    public long EvaluateAll<VNear, VWhole>(float* x, float* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> => EvaluateStrips<VWhole>(x, y, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V> => OnCircle<TKernel>.EvaluateSingles(x);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long EvaluateStrips<V>(float* x, float* y, long count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        double* memory = stackalloc double[SingleStrip.ScratchLength];
        double* scratch = CacheLine.Align(memory);
        int tick = Ticks.Now;
        long done = 0;
        do
        {
            nint n = (nint)Math.Min(SingleStrip.Length, count - done);
            if (SingleStrip.TryReduce<V>(x, n, scratch))
                Finish<V>(scratch, y, n);
            else
                EvaluateWhole<V>(x, y, n);
            done += n;
            x += n;
            y += n;
        }
        while (done < count && Ticks.Now == tick);

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Finish<V>(double* scratch, float* y, nint count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        ref readonly double points = ref CircleTable.FirstPair;
        var polynomials = SinglePolynomials<V>.Repeated;
        for (nint i = 0; i < count; i += V.Count)
        {
            var (sine, cosine, remainder) = SingleStrip.Load<V>(in points, scratch + i);
            V.StoreSingles(TKernel.EvaluateSingles(polynomials, sine, cosine, remainder), y + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EvaluateWhole<V>(float* x, float* y, nint count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        for (nint i = 0; i < count; i += V.Count)
            V.StoreSingles(V.CanonicalizeNaN(OnCircle<TKernel>.EvaluateSingles(V.LoadSingles(x + i))), y + i);
    }
}

/// <summary>Two functions of sine and cosine alone over floats: see <see cref="SingleStrips{TKernel}"/>.</summary>
internal readonly unsafe struct SinglePairStrips<TMap>(TMap map) : IOneToTwo<float>
    where TMap : struct, ICircleMap
{
    private readonly TMap _map = map;

    public ulong FunctionKey => Loops.FunctionKey.Of(_map);

    public long EvaluateAll<VNear, VWhole>(float* t, float* x, float* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> => EvaluateStrips<VWhole>(_map, t, x, y, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) Evaluate<V>(V t)
        where V : struct, IDoubleLanes<V>, ILanes<V> => new PairOnCircle<TMap>(_map).EvaluateSingles(t);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long EvaluateStrips<V>(TMap map, float* t, float* x, float* y, long count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        double* memory = stackalloc double[SingleStrip.ScratchLength];
        double* scratch = CacheLine.Align(memory);
        int tick = Ticks.Now;
        long done = 0;
        do
        {
            nint n = (nint)Math.Min(SingleStrip.Length, count - done);
            if (SingleStrip.TryReduce<V>(t, n, scratch))
                Finish<V>(map, scratch, x, y, n);
            else
                EvaluateWhole<V>(map, t, x, y, n);
            done += n;
            t += n;
            x += n;
            y += n;
        }
        while (done < count && Ticks.Now == tick);

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Finish<V>(TMap map, double* scratch, float* x, float* y, nint count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        ref readonly double points = ref CircleTable.FirstPair;
        var polynomials = SinglePolynomials<V>.Repeated;
        for (nint i = 0; i < count; i += V.Count)
        {
            var (tableSine, tableCosine, remainder) = SingleStrip.Load<V>(in points, scratch + i);
            var (sine, cosine) = polynomials.Both(tableSine, tableCosine, remainder);
            var (first, second) = map.Map(sine, cosine);
            V.StoreSingles(first, x + i);
            V.StoreSingles(second, y + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EvaluateWhole<V>(TMap map, float* t, float* x, float* y, nint count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var kernel = new PairOnCircle<TMap>(map);
        for (nint i = 0; i < count; i += V.Count)
        {
            var (first, second) = kernel.EvaluateSingles(V.LoadSingles(t + i));
            V.StoreSingles(V.CanonicalizeNaN(first), x + i);
            V.StoreSingles(V.CanonicalizeNaN(second), y + i);
        }
    }
}

/// <summary>What both have in common.</summary>
internal static unsafe class SingleStrip
{
    /// <summary>
    /// Elements: so many that the loops' calls do not count, so few that one large argument among many concerns few others.
    /// </summary>
    public const int Length = 256;

    /// <summary>Doubles of the scratch between the phases, with room to align it.</summary>
    public const int ScratchLength = (2 * Length) + Strip.AlignmentLength;

    // A sum of squares of numbers beyond the range is larger.
    private const float Limit = SingleSineCosine.LargestArgument * SingleSineCosine.LargestArgument;

    /// <summary>Reduces a strip into the scratch.</summary>
    /// <returns>Whether all its arguments are within the range of the kernel for floats; perhaps not, if many come near its end.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static bool TryReduce<V>(float* x, nint count, double* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var reduction = SingleReduction<V>.Repeated;
        V sums = 0;
        nint i = 0;
        for (; i <= count - (2 * V.Count); i += 2 * V.Count)
        {
            sums = V.AddSquares(sums, x + i);
            Reduce(reduction, V.LoadSingles(x + i), scratch + i);
            Reduce(reduction, V.LoadSingles(x + i + V.Count), scratch + i + V.Count);
        }

        if (!V.AreSquaresLess(sums, Limit))
            return false;
        if (i == count)
            return true;
        V last = V.LoadSingles(x + i);
        Reduce(reduction, last, scratch + i);
        return SingleSineCosine.IsNear(last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Reduce<V>(SingleReduction<V> reduction, V x, double* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (offsets, remainder) = reduction.Reduce(x);
        V.Store(offsets, scratch);
        V.Store(remainder, scratch + Length);
    }

    /// <summary>A vector from the scratch: the point of the circle and the remainder.</summary>
    /// <param name="points"><see cref="CircleTable.FirstPair"/>, asked for before the loop,
    /// since the first to ask may have to make it.</param>
    /// <param name="scratch">Where the vector begins in the scratch.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Sine, V Cosine, V Remainder) Load<V>(ref readonly double points, double* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine) = V.Pairs(in points, (long*)scratch);
        return (sine, cosine, V.Load(scratch + Length));
    }
}
