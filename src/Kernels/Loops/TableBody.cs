using Kernels.Functions;

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

    public ulong FunctionKey => Loops.FunctionKey.Of(_function);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public long Evaluate<VNear, VWhole, T>(T** columns, long first, long count, bool streams)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
        where T : unmanaged
    {
        T* x = columns[0] + first, y = Inputs > 1 ? columns[1] + first : null;
        T* u = columns[Inputs] + first, v = Results > 1 ? columns[Inputs + 1] + first : null;
        double* memory = stackalloc double[Strip.MemoryLength], scratch = CacheLine.Align(memory);
        double* waiting = stackalloc double[TTier.WaitingLength];
        int found = 0, tick = Ticks.Now;
        long done = 0;

        // Results wait for the end of their strip where they go past the caches, and where inputs are read again that they would replace.
        bool isInPlace = x == u || x == v || (Inputs > 1 && (y == u || y == v));
        bool wait = streams || (TTier.IsCorrect && isInPlace);
        do
        {
            nint n = (nint)Math.Min(Strip.Length, count - done);
            T* nextU = wait ? (T*)(scratch + Strip.Results) : u, nextV = wait ? nextU + Strip.Length : v;
            bool isDecided = Strip.Begin<TFunction, VNear, T>(x, y, scratch, n)
                ? EvaluateRest<VNear, T>(_function, x, scratch, nextU, nextV, n)
                : EvaluateWhole<VWhole, T>(_function, x, y, scratch, nextU, nextV, n);
            if (TTier.IsCorrect && !isDecided)
                found = Undecided.Collect<TFunction>((double*)x, (double*)y, (double*)u, (double*)v, scratch, n, waiting, found);
            if (wait)
            {
                Stage.Write<VWhole, T>(nextU, u, (int)n, streams);
                if (Results > 1)
                    Stage.Write<VWhole, T>(nextV, v, (int)n, streams);
            }

            if (TTier.IsCorrect && found >= VWhole.Count)
                found = TTier.DoAgain<VWhole>(waiting, found);
            done += n;
            x += n;
            y += n;
            u += n;
            v += n;
        }
        while (done < count && Ticks.Now == tick);

        if (TTier.IsCorrect && found > 0)
            TTier.DoLast<VWhole>(waiting, found);
        return done;
    }

    // The phases after the first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool EvaluateRest<V, T>(TFunction function, T* x, double* scratch, T* u, T* v, nint count)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        if (TFunction.HasMiddle)
            Strip.Middle<TFunction, V, T>(x, scratch, u, v, count);
        return Strip.Finish<TFunction, TTier, V, T>(function, x, scratch, u, v, count);
    }

    // A strip with arguments that are not ordinary, from the first phase on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static bool EvaluateWhole<V, T>(TFunction function, T* x, T* y, double* scratch, T* u, T* v, nint count)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        if (TFunction.BeginsAgain)
            Strip.BeginAgain<TFunction, V, T>(x, scratch, count);
        else
            Strip.Begin<TFunction, V, T>(x, y, scratch, count);
        bool isDecided = EvaluateRest<V, T>(function, x, scratch, u, v, count);
        Strip.Canonicalize<V, T>(u, count);
        if (Results > 1)
            Strip.Canonicalize<V, T>(v, count);
        return isDecided;
    }
}
