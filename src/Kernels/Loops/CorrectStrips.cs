using System.Runtime.CompilerServices;
using Kernels.Functions;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>
/// A correctly rounded function, strip by strip: as <see cref="Strips{TKernel}"/>, and what it could not decide is done again.
/// </summary>
/// <remarks>
/// A result comes with another one, which it might be as well. Where they differ, in about one element of two thousand, that element alone
/// is computed again, in more precision. Its neighbours keep what they have.
/// </remarks>
internal readonly unsafe struct CorrectStrips<TKernel, TTest> : IOneToOne<double>
    where TKernel : struct, ICorrectKernel
    where TTest : struct, IRoundingTest
{
    public ulong FunctionKey => 0;

    public long EvaluateAll<VNear, VWhole>(double* x, double* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> => EvaluateStrips<VWhole>(x, y, count);

    public V Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        double* memory = stackalloc double[2 * V.Count], results = memory + V.Count;
        V.Store(x, memory);
        EvaluateStrips<V>(memory, results, V.Count);
        return V.Load(results);
    }

    // The hot loop.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long EvaluateStrips<V>(double* x, double* y, long count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        double* memory = stackalloc double[Strip.ScratchLength + Strip.Length], waiting = stackalloc double[Undecided.WaitingLength];
        double* scratch = CacheLine.Align(memory), copy = scratch + Strip.ScratchLength - Strip.AlignmentLength;
        int found = 0;
        double* begin = y;
        int tick = Ticks.Now;
        long done = 0;
        do
        {
            nint n = (nint)Math.Min(Strip.Length, count - done);
            double* input = x == y ? Block.Copy(x, copy, (int)n) : x;
            V range = 0;
            for (nint j = 0; j < n; j += V.Count)
                range = Strip.Reduce(V.Load(input + j), scratch + j, range);
            bool isFinite = CircleReduction.IsNear(range) || Strip.ReduceExactly<V>(input, scratch, n);
            V undecided = 0;
            for (nint j = 0; j < n; j += V.Count)
            {
                var (sine, cosine, high, low) = Strip.Load<V>(scratch + j);
                var (nearest, other) = TKernel.Evaluate<V, TTest>(sine, cosine, high, low);
                V difference = V.Xor(nearest, other);
                V.Store(nearest, y + j);
                V.Store(difference, Undecided.Differences(scratch) + j);
                undecided = V.Or(undecided, difference);
            }

            if (!Undecided.IsNone(undecided))
                found = Undecided.Collect(input, scratch, n, done, waiting, found);
            if (found >= V.Count)
                found = DoAgain<V>(waiting, found, begin);
            if (!isFinite)
                Strip.Canonicalize<V>(y, n);
            done += n;
            x += n;
            y += n;
        }
        while (done < count && Ticks.Now == tick);

        if (found > 0)
        {
            Undecided.FillUp<V>(waiting, found);
            DoAgain<V>(waiting, V.Count, begin);
        }

        return done;
    }

    // Whole vectors of those that wait. Returns how many are left.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DoAgain<V>(double* waiting, int found, double* y)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        int done = 0;
        for (; done <= found - V.Count; done += V.Count)
        {
            var (sine, cosine) = Undecided.Evaluate<V>(waiting + done);
            Undecided.WriteRounded<V, TKernel, TTest>(TKernel.Of(sine, cosine), waiting + done, y);
        }

        return Undecided.KeepRest(waiting, found, done);
    }
}

/// <summary>Sine and cosine, correctly rounded: see <see cref="CorrectStrips{TKernel, TTest}"/>.</summary>
internal readonly unsafe struct CorrectPairStrips<TTest> : IOneToTwo<double>
    where TTest : struct, IRoundingTest
{
    public ulong FunctionKey => 0;

    public long EvaluateAll<VNear, VWhole>(double* t, double* x, double* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> => EvaluateStrips<VWhole>(t, x, y, count);

    public (V First, V Second) Evaluate<V>(V t)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        double* memory = stackalloc double[3 * V.Count], sines = memory + V.Count, cosines = sines + V.Count;
        V.Store(t, memory);
        EvaluateStrips<V>(memory, sines, cosines, V.Count);
        return (V.Load(sines), V.Load(cosines));
    }

    // The hot loop.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long EvaluateStrips<V>(double* t, double* x, double* y, long count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        double* memory = stackalloc double[Strip.ScratchLength + Strip.Length], waiting = stackalloc double[Undecided.WaitingLength];
        double* scratch = CacheLine.Align(memory), copy = scratch + Strip.ScratchLength - Strip.AlignmentLength;
        int found = 0;
        double* beginX = x, beginY = y;
        int tick = Ticks.Now;
        long done = 0;
        do
        {
            nint n = (nint)Math.Min(Strip.Length, count - done);
            double* input = t == x || t == y ? Block.Copy(t, copy, (int)n) : t;
            V range = 0;
            for (nint j = 0; j < n; j += V.Count)
                range = Strip.Reduce(V.Load(input + j), scratch + j, range);
            bool isFinite = CircleReduction.IsNear(range) || Strip.ReduceExactly<V>(input, scratch, n);
            V undecided = 0;
            for (nint j = 0; j < n; j += V.Count)
            {
                var (tableSine, tableCosine, high, low) = Strip.Load<V>(scratch + j);
                var (sine, otherSine, cosine, otherCosine) = SineCosine.RoundBoth<V, TTest>(tableSine, tableCosine, high, low);
                V difference = V.OrDifference(V.Xor(sine, otherSine), cosine, otherCosine);
                V.Store(sine, x + j);
                V.Store(cosine, y + j);
                V.Store(difference, Undecided.Differences(scratch) + j);
                undecided = V.Or(undecided, difference);
            }

            if (!Undecided.IsNone(undecided))
                found = Undecided.Collect(input, scratch, n, done, waiting, found);
            if (found >= V.Count)
                found = DoAgain<V>(waiting, found, beginX, beginY);
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

        if (found > 0)
        {
            Undecided.FillUp<V>(waiting, found);
            DoAgain<V>(waiting, V.Count, beginX, beginY);
        }

        return done;
    }

    // Whole vectors of those that wait. Returns how many are left.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int DoAgain<V>(double* waiting, int found, double* x, double* y)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        int done = 0;
        for (; done <= found - V.Count; done += V.Count)
        {
            var (sine, cosine) = Undecided.Evaluate<V>(waiting + done);
            Undecided.WriteRounded<V, CorrectSine, TTest>(sine, waiting + done, x);
            Undecided.WriteRounded<V, CorrectCosine, TTest>(cosine, waiting + done, y);
        }

        return Undecided.KeepRest(waiting, found, done);
    }
}
