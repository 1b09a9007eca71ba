using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>How the shape y[i] = f(x[i]) goes over whole vectors, and f itself for what is left.</summary>
internal unsafe interface IOneToOne<T>
    where T : unmanaged
{
    /// <param name="x">The input; it may be <paramref name="y"/>.</param>
    /// <param name="y">The destination.</param>
    /// <param name="count">A multiple of the lanes.</param>
    /// <returns>How many are done; in place the input is as it was from there on.
    /// It is less than all if <see cref="Ticks"/> has moved.</returns>
    long EvaluateAll<VNear, VWhole>(T* x, T* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>;

    /// <inheritdoc cref="ILoop.FunctionKey"/>
    ulong FunctionKey { get; }

    /// <summary>One vector of whole lanes.</summary>
    V Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>;
}

/// <summary>The shape y[i] = f(x[i]): checks the arguments, chooses the loop, has the runner do the work.</summary>
internal static unsafe class OneToOne
{
    /// <summary>With the arguments of an array.</summary>
    public static void Evaluate<TBody, T, TRunner>(
        TBody body,
        ReadOnlySpan<T> x,
        Span<T> destination,
        TRunner runner,
        [CallerArgumentExpression(nameof(destination))] string name = "")
        where TBody : struct, IOneToOne<T>
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        Shape.CheckLength(x.Length, destination.Length, name);
        fixed (T* input = x, output = destination)
        {
            Shape.CheckInput(input, output, x.Length, name);
            if (Streaming.Pays<T>(x.Length) && input != output)
                Stream(body, input, output, x.Length, runner);
            else
                runner.Run(new OneToOneLoop<TBody, T>(body, input, output), x.Length);
        }
    }

    // Apart, since it would burden the short calls' frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stream<TBody, T, TRunner>(TBody body, T* x, T* y, long count, TRunner runner)
        where TBody : struct, IOneToOne<T>
        where T : unmanaged
        where TRunner : struct, IRunner =>
        runner.Run(new StagedOneToOne<ArraySource<T>, TBody, T>(body, new(x), y, streams: true), count);

    /// <summary>With the arguments of a grid.</summary>
    public static void Sample<TBody, T, TRunner>(TBody body, double start, double step, long first, Span<T> destination, TRunner runner)
        where TBody : struct, IOneToOne<T>
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        Grid<T>.Check(first, destination.Length);
        fixed (T* output = destination)
        {
            runner.Run(
                new StagedOneToOne<Grid<T>, TBody, T>(body, new(start, step, first), output, Streaming.Pays<T>(destination.Length)),
                destination.Length);
        }
    }
}

/// <summary>From an array into another, directly.</summary>
internal readonly unsafe struct OneToOneLoop<TBody, T>(TBody body, T* x, T* y) : ILoop
    where TBody : struct, IOneToOne<T>
    where T : unmanaged
{
    private readonly TBody _body = body;
    private readonly T* _x = x;
    private readonly T* _y = y;

    public long Run<VNear, VWhole>(long first, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> =>
        EvaluateRange<VNear, VWhole>(_body, _x + first, _y + first, count);

    public ulong FunctionKey => _body.FunctionKey;

    public static int ElementBytes => sizeof(T);

    public void Finish()
    {
    }

    public long ElementsToBorder(long first, int bytes) => CacheLine.ElementsTo(_y + first, bytes);

    /// <summary>Whole vectors, then what is left.</summary>
    /// <returns>How many elements are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long EvaluateRange<VNear, VWhole>(TBody body, T* x, T* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        long whole = count & -VNear.Count;
        int tick = Ticks.Now;
        if (whole > 0)
        {
            long done = body.EvaluateAll<VNear, VWhole>(x, y, whole);
            if (done < whole || (whole < count && Ticks.Now != tick))
                return done;
        }

        if (count > whole)
            EvaluateRest<VWhole>(body, x + whole, y + whole, (int)(count - whole));
        return count;
    }

    // Less than a vector.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EvaluateRest<V>(TBody body, T* x, T* y, int count)
        where V : struct, IDoubleLanes<V>, ILanes<V> =>
        Element.StorePart(V.CanonicalizeNaN(body.Evaluate(Element.LoadPart<V, T>(x, count))), y, count);
}
