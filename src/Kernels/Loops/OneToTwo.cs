using System.Runtime.CompilerServices;

namespace Kernels.Loops;

/// <summary>The shape (x[i], y[i]) = f(t[i]). See <see cref="Block"/> for the two steps.</summary>
internal readonly unsafe struct OneToTwo<TCurve> : ILoop
    where TCurve : ICurve
{
    private readonly TCurve _curve;
    private readonly double* _t;
    private readonly double* _x;
    private readonly double* _y;

    public OneToTwo(TCurve curve, double* t, double* x, double* y)
    {
        _curve = curve;
        _t = t;
        _x = x;
        _y = y;
    }

    /// <summary>Checks the arguments, then has the runner do the work.</summary>
    public static void Run<TRunner>(
        TCurve curve,
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
            runner.Run(new OneToTwo<TCurve>(curve, input, outputX, outputY), t.Length);
        }
    }

    [SkipLocalsInit]
    public void Run<VNear, VWhole>(long first, long count)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
    {
        double* scratch = stackalloc double[Block.Length];
        long whole = count & -VNear.Count;
        for (long i = 0; i < whole; i += Block.Length)
        {
            double* t = _t + first + i, x = _x + first + i, y = _y + first + i;
            int n = (int)Math.Min(Block.Length, whole - i);
            if (t == x || t == y)
            {
                Block.Copy(t, scratch, n);
                t = scratch;
            }

            Evaluate<VNear, VWhole>(t, x, y, n);
        }

        if (count > whole)
        {
            double* padded = scratch, x = scratch + VNear.Count, y = x + VNear.Count;
            int rest = (int)(count - whole);
            Block.CopyPadded(_t + first + whole, padded, rest, VNear.Count);
            Evaluate<VNear, VWhole>(padded, x, y, VNear.Count);
            Block.Copy(x, _x + first + whole, rest);
            Block.Copy(y, _y + first + whole, rest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Evaluate<VNear, VWhole>(double* t, double* x, double* y, int count)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
    {
        if (EvaluateNear<VNear>(_curve, t, x, y, count))
            EvaluateAgain<VWhole>(_curve, t, x, y, count);
    }

    // The hot loop. Whether some result is NaN.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool EvaluateNear<V>(TCurve curve, double* t, double* x, double* y, int count)
        where V : struct, ILanes<V>
    {
        V sum = 0;
        for (int i = 0; i < count; i += V.Count)
        {
            var (pointX, pointY) = curve.Evaluate(V.Load(t + i));
            V.Store(pointX, x + i);
            V.Store(pointY, y + i);
            sum += pointX + pointY;
        }

        return V.AnyNaN(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EvaluateAgain<V>(TCurve curve, double* t, double* x, double* y, int count)
        where V : struct, ILanes<V>
    {
        for (int i = 0; i < count; i += V.Count)
        {
            if (!V.AnyNaN(V.Load(x + i) + V.Load(y + i)))
                continue;
            var (pointX, pointY) = curve.Evaluate(V.Load(t + i));
            V.Store(V.CanonicalizeNaN(pointX), x + i);
            V.Store(V.CanonicalizeNaN(pointY), y + i);
        }
    }
}
