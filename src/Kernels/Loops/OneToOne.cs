using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>How the shape y[i] = f(x[i]) goes over whole vectors, and f itself for what is left.</summary>
internal unsafe interface IOneToOne
{
    /// <param name="x">The input; it may be <paramref name="y"/>.</param>
    /// <param name="y">The destination.</param>
    /// <param name="count">A multiple of the lanes.</param>
    void EvaluateAll<VNear, VWhole>(double* x, double* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>;

    /// <summary>One vector of whole lanes.</summary>
    V Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>;
}

/// <summary>The shape y[i] = f(x[i]): checks the arguments, chooses the loop, has the runner do the work.</summary>
internal static unsafe class OneToOne
{
    /// <summary>With the arguments of an array.</summary>
    public static void Evaluate<TBody, TRunner>(
        TBody body,
        ReadOnlySpan<double> x,
        Span<double> destination,
        TRunner runner,
        [CallerArgumentExpression(nameof(destination))] string name = "")
        where TBody : struct, IOneToOne
        where TRunner : struct, IRunner
    {
        Shape.CheckLength(x.Length, destination.Length, name);
        fixed (double* input = x, output = destination)
        {
            Shape.CheckInput(input, output, x.Length, name);
            if (Streaming.Pays(x.Length) && input != output)
                Stream(body, input, output, x.Length, runner);
            else
                runner.Run(new OneToOneLoop<TBody>(body, input, output), x.Length);
        }
    }

    // Apart, since it would burden the short calls' frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stream<TBody, TRunner>(TBody body, double* x, double* y, long count, TRunner runner)
        where TBody : struct, IOneToOne
        where TRunner : struct, IRunner =>
        runner.Run(new StagedOneToOne<ArraySource, TBody>(body, new(x), y, streams: true), count);

    /// <summary>With the arguments of a grid.</summary>
    public static void Sample<TBody, TRunner>(TBody body, double start, double step, long first, Span<double> destination, TRunner runner)
        where TBody : struct, IOneToOne
        where TRunner : struct, IRunner
    {
        Grid.Check(first, destination.Length);
        fixed (double* output = destination)
        {
            runner.Run(
                new StagedOneToOne<Grid, TBody>(body, new(start, step, first), output, Streaming.Pays(destination.Length)),
                destination.Length);
        }
    }
}

/// <summary>From an array into another, directly.</summary>
internal readonly unsafe struct OneToOneLoop<TBody>(TBody body, double* x, double* y) : ILoop
    where TBody : struct, IOneToOne
{
    private readonly TBody _body = body;
    private readonly double* _x = x;
    private readonly double* _y = y;

    public void Run<VNear, VWhole>(long first, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> =>
        EvaluateRange<VNear, VWhole>(_body, _x + first, _y + first, count);

    public void Finish()
    {
    }

    public long ElementsToBorder(long first, int bytes) => CacheLine.ElementsTo(_y + first, bytes);

    /// <summary>Whole vectors, then what is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EvaluateRange<VNear, VWhole>(TBody body, double* x, double* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        long whole = count & -VNear.Count;
        if (whole > 0)
            body.EvaluateAll<VNear, VWhole>(x, y, whole);
        if (count > whole)
            EvaluateRest<VWhole>(body, x + whole, y + whole, (int)(count - whole));
    }

    // Less than a vector.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EvaluateRest<V>(TBody body, double* x, double* y, int count)
        where V : struct, IDoubleLanes<V>, ILanes<V> =>
        V.StorePart(V.CanonicalizeNaN(body.Evaluate(V.LoadPart(x, count))), y, count);
}
