using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>How the shape (x[i], y[i]) = f(t[i]) goes over whole vectors, and f itself for what is left.</summary>
internal unsafe interface IOneToTwo
{
    /// <param name="t">The input; it may be one of the destinations.</param>
    /// <param name="x">The first destination.</param>
    /// <param name="y">The second destination.</param>
    /// <param name="count">A multiple of the lanes.</param>
    void EvaluateAll<VNear, VWhole>(double* t, double* x, double* y, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>;

    /// <summary>One vector of whole lanes.</summary>
    (V First, V Second) Evaluate<V>(V t)
        where V : struct, IDoubleLanes<V>, ILanes<V>;
}

/// <summary>The shape (x[i], y[i]) = f(t[i]).</summary>
internal readonly unsafe struct OneToTwo<TBody> : ILoop
    where TBody : struct, IOneToTwo
{
    private readonly TBody _body;
    private readonly double* _t;
    private readonly double* _x;
    private readonly double* _y;

    public OneToTwo(TBody body, double* t, double* x, double* y)
    {
        _body = body;
        _t = t;
        _x = x;
        _y = y;
    }

    /// <summary>Checks the arguments, then has the runner do the work.</summary>
    public static void Run<TRunner>(
        TBody body,
        ReadOnlySpan<double> t,
        Span<double> x,
        Span<double> y,
        TRunner runner,
        [CallerArgumentExpression(nameof(x))] string nameOfX = "",
        [CallerArgumentExpression(nameof(y))] string nameOfY = "")
        where TRunner : struct, IRunner
    {
        Shape.CheckLength(t.Length, x.Length, nameOfX);
        Shape.CheckLength(t.Length, y.Length, nameOfY);
        fixed (double* input = t, outputX = x, outputY = y)
        {
            Shape.CheckInput(input, outputX, t.Length, nameOfX);
            Shape.CheckInput(input, outputY, t.Length, nameOfY);
            Shape.CheckDestinations(outputX, outputY, t.Length, nameOfY);
            runner.Run(new OneToTwo<TBody>(body, input, outputX, outputY), t.Length);
        }
    }

    public void Run<VNear, VWhole>(long first, long count)
        where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
        where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
    {
        double* t = _t + first, x = _x + first, y = _y + first;
        long whole = count & -VNear.Count;
        if (whole > 0)
            _body.EvaluateAll<VNear, VWhole>(t, x, y, whole);
        if (count > whole)
            EvaluateRest<VWhole>(_body, t + whole, x + whole, y + whole, (int)(count - whole));
    }

    // Less than a vector.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EvaluateRest<V>(TBody body, double* t, double* x, double* y, int count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (first, second) = body.Evaluate(V.LoadPart(t, count));
        V.StorePart(V.CanonicalizeNaN(first), x, count);
        V.StorePart(V.CanonicalizeNaN(second), y, count);
    }
}
