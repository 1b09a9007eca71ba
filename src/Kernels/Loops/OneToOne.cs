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

/// <summary>The shape y[i] = f(x[i]).</summary>
internal readonly unsafe struct OneToOne<TBody> : ILoop
    where TBody : struct, IOneToOne
{
    private readonly TBody _body;
    private readonly double* _x;
    private readonly double* _y;

    public OneToOne(TBody body, double* x, double* y)
    {
        _body = body;
        _x = x;
        _y = y;
    }

    /// <summary>Checks the arguments, then has the runner do the work.</summary>
    public static void Run<TRunner>(
        TBody body,
        ReadOnlySpan<double> x,
        Span<double> destination,
        TRunner runner,
        [CallerArgumentExpression(nameof(destination))] string name = "")
        where TRunner : struct, IRunner
    {
        Shape.CheckLength(x.Length, destination.Length, name);
        fixed (double* input = x, output = destination)
        {
            Shape.CheckInput(input, output, x.Length, name);
            runner.Run(new OneToOne<TBody>(body, input, output), x.Length);
        }
    }

    public void Run<VNear, VWhole>(long first, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        double* x = _x + first, y = _y + first;
        long whole = count & -VNear.Count;
        if (whole > 0)
            _body.EvaluateAll<VNear, VWhole>(x, y, whole);
        if (count > whole)
            EvaluateRest<VWhole>(_body, x + whole, y + whole, (int)(count - whole));
    }

    // Less than a vector.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EvaluateRest<V>(TBody body, double* x, double* y, int count)
        where V : struct, IDoubleLanes<V>, ILanes<V> =>
        V.StorePart(V.CanonicalizeNaN(body.Evaluate(V.LoadPart(x, count))), y, count);
}
