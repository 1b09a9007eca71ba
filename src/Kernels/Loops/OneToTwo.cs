using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>How the shape (x[i], y[i]) = f(t[i]) goes over whole vectors, and f itself for what is left.</summary>
internal unsafe interface IOneToTwo<T>
    where T : unmanaged
{
    /// <param name="t">The input; it may be one of the destinations.</param>
    /// <param name="x">The first destination.</param>
    /// <param name="y">The second destination.</param>
    /// <param name="count">A multiple of the lanes.</param>
    /// <returns>How many are done; in place the input is as it was from there on.
    /// It is less than all if <see cref="Ticks"/> has moved.</returns>
    long EvaluateAll<VNear, VWhole>(T* t, T* x, T* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>;

    /// <inheritdoc cref="ILoop.FunctionKey"/>
    ulong FunctionKey { get; }

    /// <summary>One vector of whole lanes.</summary>
    (V First, V Second) Evaluate<V>(V t)
        where V : struct, IDoubleLanes<V>, ILanes<V>;
}

/// <summary>The shape (x[i], y[i]) = f(t[i]): checks the arguments, chooses the loop, has the runner do the work.</summary>
internal static unsafe class OneToTwo
{
    /// <summary>With the arguments of an array.</summary>
    public static void Evaluate<TBody, T, TRunner>(
        TBody body,
        ReadOnlySpan<T> t,
        Span<T> x,
        Span<T> y,
        TRunner runner,
        [CallerArgumentExpression(nameof(x))] string nameOfX = "",
        [CallerArgumentExpression(nameof(y))] string nameOfY = "")
        where TBody : struct, IOneToTwo<T>
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        Shape.CheckLength(t.Length, x.Length, nameOfX);
        Shape.CheckLength(t.Length, y.Length, nameOfY);
        fixed (T* input = t, outputX = x, outputY = y)
        {
            Shape.CheckInput(input, outputX, t.Length, nameOfX);
            Shape.CheckInput(input, outputY, t.Length, nameOfY);
            Shape.CheckDestinations(outputX, outputY, t.Length, nameOfY);
            if (Streaming.Pays<T>(2L * t.Length) && input != outputX && input != outputY)
                Stream(body, input, outputX, outputY, t.Length, runner);
            else
                runner.Run(new OneToTwoLoop<TBody, T>(body, input, outputX, outputY), t.Length);
        }
    }

    // Apart, since it would burden the short calls' frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stream<TBody, T, TRunner>(TBody body, T* t, T* x, T* y, long count, TRunner runner)
        where TBody : struct, IOneToTwo<T>
        where T : unmanaged
        where TRunner : struct, IRunner =>
        runner.Run(new StagedOneToTwo<ArraySource<T>, TBody, T>(body, new(t), x, y, streams: true), count);

    /// <summary>With the arguments of a grid, as many as <paramref name="x"/> has room for.</summary>
    public static void Sample<TBody, T, TRunner>(
        TBody body,
        double start,
        double step,
        long first,
        Span<T> x,
        Span<T> y,
        TRunner runner,
        [CallerArgumentExpression(nameof(y))] string nameOfY = "")
        where TBody : struct, IOneToTwo<T>
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        Shape.CheckLength(x.Length, y.Length, nameOfY);
        Grid<T>.Check(first, x.Length);
        fixed (T* outputX = x, outputY = y)
        {
            Shape.CheckDestinations(outputX, outputY, x.Length, nameOfY);
            var grid = new Grid<T>(start, step, first);
            runner.Run(new StagedOneToTwo<Grid<T>, TBody, T>(body, grid, outputX, outputY, Streaming.Pays<T>(2L * x.Length)), x.Length);
        }
    }
}

/// <summary>From an array into two others, directly.</summary>
internal readonly unsafe struct OneToTwoLoop<TBody, T>(TBody body, T* t, T* x, T* y) : ILoop
    where TBody : struct, IOneToTwo<T>
    where T : unmanaged
{
    private readonly TBody _body = body;
    private readonly T* _t = t;
    private readonly T* _x = x;
    private readonly T* _y = y;

    public long Run<VNear, VWhole>(long first, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> =>
        EvaluateRange<VNear, VWhole>(_body, _t + first, _x + first, _y + first, count);

    public ulong FunctionKey => _body.FunctionKey;

    public static int ElementBytes => sizeof(T);

    public void Finish()
    {
    }

    public long ElementsToBorder(long first, int bytes) => CacheLine.ElementsTo(_x + first, bytes);

    /// <summary>Whole vectors, then what is left.</summary>
    /// <returns>How many elements are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long EvaluateRange<VNear, VWhole>(TBody body, T* t, T* x, T* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        long whole = count & -VNear.Count;
        int tick = Ticks.Now;
        if (whole > 0)
        {
            long done = body.EvaluateAll<VNear, VWhole>(t, x, y, whole);
            if (done < whole || (whole < count && Ticks.Now != tick))
                return done;
        }

        if (count > whole)
            EvaluateRest<VWhole>(body, t + whole, x + whole, y + whole, (int)(count - whole));
        return count;
    }

    // Less than a vector.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EvaluateRest<V>(TBody body, T* t, T* x, T* y, int count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (first, second) = body.Evaluate(Element.LoadPart<V, T>(t, count));
        Element.StorePart(V.CanonicalizeNaN(first), x, count);
        Element.StorePart(V.CanonicalizeNaN(second), y, count);
    }
}
