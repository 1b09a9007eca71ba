using System.Runtime.CompilerServices;

namespace Kernels.Loops;

/// <summary>The shape y[i] = f(x[i]). See <see cref="Block"/> for the two steps.</summary>
internal readonly unsafe struct OneToOne<TFunction> : ILoop
    where TFunction : IFunction
{
    private readonly TFunction _function;
    private readonly double* _x;
    private readonly double* _y;

    public OneToOne(TFunction function, double* x, double* y)
    {
        _function = function;
        _x = x;
        _y = y;
    }

    /// <summary>Checks the arguments, then has the runner do the work.</summary>
    public static void Run<TRunner>(
        TFunction function,
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
            runner.Run(new OneToOne<TFunction>(function, input, output), x.Length);
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
            double* x = _x + first + i, y = _y + first + i;
            int n = (int)Math.Min(Block.Length, whole - i);
            if (x == y)
            {
                Block.Copy(x, scratch, n);
                x = scratch;
            }

            Evaluate<VNear, VWhole>(x, y, n);
        }

        if (count > whole)
        {
            double* padded = scratch, result = scratch + VNear.Count;
            int rest = (int)(count - whole);
            Block.CopyPadded(_x + first + whole, padded, rest, VNear.Count);
            Evaluate<VNear, VWhole>(padded, result, VNear.Count);
            Block.Copy(result, _y + first + whole, rest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Evaluate<VNear, VWhole>(double* x, double* y, int count)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
    {
        if (EvaluateNear<VNear>(_function, x, y, count))
            EvaluateAgain<VWhole>(_function, x, y, count);
    }

    // The hot loop. Whether some result is NaN.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool EvaluateNear<V>(TFunction function, double* x, double* y, int count)
        where V : struct, ILanes<V>
    {
        V sum = 0;
        for (int i = 0; i < count; i += V.Count)
        {
            V value = function.Evaluate(V.Load(x + i));
            V.Store(value, y + i);
            sum += value;
        }

        return V.AnyNaN(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EvaluateAgain<V>(TFunction function, double* x, double* y, int count)
        where V : struct, ILanes<V>
    {
        for (int i = 0; i < count; i += V.Count)
        {
            if (V.AnyNaN(V.Load(y + i)))
                V.Store(V.CanonicalizeNaN(function.Evaluate(V.Load(x + i))), y + i);
        }
    }
}
