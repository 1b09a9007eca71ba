using Kernels.Reference;

namespace Kernels.Yardsticks;

/// <summary>
/// The errors of one result: for sine and cosine in ULP, for the heart's y in ULP of 17. Zero for a second output that is not there.
/// </summary>
public readonly record struct PointError(double First, double Second)
{
    public double Larger => Math.Max(First, Second);
}

/// <summary>Errors of what a contender left in a workload, against exact arithmetic.</summary>
public static class Errors
{
    /// <summary>The exact values of an operation at one argument.</summary>
    public static (Fixed First, Fixed Second) Exactly(Operation operation, double x)
    {
        if (operation == Operation.Heart)
            return Exact.Heart(x);
        var (sin, cos) = Exact.SinCos(x);
        return operation == Operation.Cos ? (cos, sin) : (sin, cos);
    }

    /// <summary>The error at one index. The argument is the workload's own, rounded to its precision.</summary>
    public static PointError At(Operation operation, Workload workload, int index)
    {
        bool both = operation.Outputs() == 2;
        if (workload.Precision == Precision.Double)
        {
            var (input, first, second) = workload.Double;
            var exact = Exactly(operation, input[index]);
            return new(
                exact.First.ErrorInUlp(first[index]),
                !both ? 0
                    : operation == Operation.Heart ? exact.Second.ErrorInUlpOf(second[index], 17)
                    : exact.Second.ErrorInUlp(second[index]));
        }
        else
        {
            var (input, first, second) = workload.Single;
            var exact = Exactly(operation, input[index]);
            return new(
                exact.First.ErrorInUlp(first[index]),
                !both ? 0
                    : operation == Operation.Heart ? exact.Second.ErrorInUlpOf(second[index], 17f)
                    : exact.Second.ErrorInUlp(second[index]));
        }
    }

    /// <summary>The largest errors on at most <paramref name="samples"/> of the workload's arguments, evenly spread.</summary>
    public static PointError Largest(Operation operation, Workload workload, int samples)
    {
        int count = Math.Min(samples, workload.Length);
        var worst = default(PointError);
        var gate = new Lock();
        Parallel.For(0, count, () => default(PointError), (i, _, local) =>
        {
            var error = At(operation, workload, (int)((long)i * workload.Length / count));
            return new(Math.Max(local.First, error.First), Math.Max(local.Second, error.Second));
        }, local =>
        {
            lock (gate)
                worst = new(Math.Max(worst.First, local.First), Math.Max(worst.Second, local.Second));
        });
        return worst;
    }
}
