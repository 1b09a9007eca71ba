using System.Runtime.CompilerServices;
using Kernels.Functions;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>A function by tables, strip by strip: see <see cref="ITableFunction"/>.</summary>
/// <remarks>Results of the correct tier that are in doubt are collected over strips and done again: see <see cref="Undecided"/>.</remarks>
internal readonly unsafe struct TableBody<TFunction, TTier>(TFunction function) : IBody
    where TFunction : struct, ITableFunction
    where TTier : struct, ITier
{
    private readonly TFunction _function = function;

    public static int Inputs => TFunction.Inputs;

    public static int Results => TFunction.Results;

    // A strip's inputs have been read when its results are written, but for elements that are done again after that.
    public static bool ReadsAgain => TTier.IsCorrect || !TFunction.BeginsAgain;

    public ulong FunctionKey => Loops.FunctionKey.Of(_function);

    public long Evaluate<VNear, VWhole, T>(T** columns, long first, long count)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
        where T : unmanaged => EvaluateStrips<VWhole, T>(_function, columns, first, count);

    // The hot loop.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long EvaluateStrips<V, T>(TFunction function, T** columns, long first, long count)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        T* x = columns[0] + first, y = Inputs > 1 ? columns[1] + first : null;
        T* u = columns[Inputs] + first, v = Results > 1 ? columns[Inputs + 1] + first : null;
        double* memory = stackalloc double[Strip.MemoryLength], scratch = CacheLine.Align(memory);
        double* waiting = stackalloc double[TTier.WaitingLength];
        ref readonly double table = ref TFunction.Table;
        int found = 0, tick = Ticks.Now;
        long done = 0;
        do
        {
            nint n = (nint)Math.Min(Strip.Length, count - done);
            V range = TFunction.NothingNoted<V>(), doubts = 0;
            var begin = TFunction.ConstantsOfBegin<V>();
            for (nint j = 0; j < n; j += V.Count)
            {
                V second = Inputs > 1 ? Element.Load<V, T>(y + j) : default;
                range = TFunction.Begin(Element.Load<V, T>(x + j), second, range, new Scratch<V>(scratch + j), begin);
                if (TFunction.Phases == 1)
                    doubts = Finish(function, scratch + j, in table, default, u + j, v + j, doubts);
            }

            bool isNear = TFunction.IsNear(range);
            if (TFunction.BeginsAgain && !isNear)
                Strip.BeginAgain<TFunction, V, T>(x, scratch, n);
            if (TFunction.Phases > 2)
            {
                var middle = TFunction.ConstantsOfMiddle<V>();
                for (nint j = 0; j < n; j += V.Count)
                {
                    // The last phase is short: it would wait for the lines that it writes to.
                    function.Middle(new Scratch<V>(scratch + j), in table, middle);
                    CacheLine.Prefetch(u + j);
                    if (Results > 1)
                        CacheLine.Prefetch(v + j);
                }
            }

            if (TFunction.Phases > 1)
            {
                // Nothing that a call between the phases would have to keep.
                doubts = 0;
                var finish = TFunction.ConstantsOfFinish<V>();
                for (nint j = 0; j < n; j += V.Count)
                    doubts = Finish(function, scratch + j, in table, finish, u + j, v + j, doubts);
            }

            if (!TFunction.BeginsAgain && !isNear)
                ExceptionalElements.Evaluate<TFunction, TTier, V, T>(function, x, y, u, v, Strip.Differences(scratch), n);
            if (TTier.IsCorrect && (!isNear || !Undecided.IsNone(doubts)))
                found = TTier.DoAgain<V>((double*)x, (double*)y, (double*)u, (double*)v, scratch, n, waiting, found);
            if (!isNear)
            {
                Strip.Canonicalize<V, T>(u, n);
                if (Results > 1)
                    Strip.Canonicalize<V, T>(v, n);
            }

            done += n;
            x += n;
            y += n;
            u += n;
            v += n;
        }
        while (done < count && Ticks.Now == tick);

        if (TTier.IsCorrect && found > 0)
            TTier.DoLast<V>(waiting, found);
        return done;
    }

    // A vector of results. Returns the doubts about those before and about these.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Finish<V, T>(
        TFunction function, double* scratch, ref readonly double table, Constants<V> constants, T* u, T* v, V doubts)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        var (nearest, other, secondNearest, secondOther) = TTier.Finish(function, new Scratch<V>(scratch), in table, constants);
        Element.Store(nearest, u);
        if (Results > 1)
            Element.Store(secondNearest, v);
        if (!TTier.IsCorrect)
            return doubts;
        V doubt = V.Xor(nearest, other);
        if (Results > 1)
            doubt = V.OrDifference(doubt, secondNearest, secondOther);
        V.Store(doubt, Strip.Differences(scratch));
        return V.Or(doubts, doubt);
    }
}
