namespace Kernels.Yardsticks;

/// <summary>The errors of an operation's results, in the unit of each. Zero for a second one that is not there.</summary>
public readonly record struct PointError(double First, double Second);

/// <summary>Errors of what a contender left in a workload, against exact arithmetic.</summary>
public static class Errors
{
    /// <summary>What the library promises of an operation.</summary>
    public static PointError Bounds(Operation operation, Precision precision) =>
        Of(operation, (output, _) => output.BoundIn(precision));

    /// <summary>The error at one index. The argument is the workload's own, rounded to its precision.</summary>
    public static PointError At(Operation operation, Workload workload, int index)
    {
        var (x, y) = workload.Arguments(index);
        return Of(operation, (output, i) => output.Error(output.Exact(x, y), workload.Result(i, index), workload.Precision));
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

    private static PointError Of(Operation operation, Func<Output, int, double> value) =>
        new(value(operation.Outputs[0], 0), operation.Outputs is [_, var second] ? value(second, 1) : 0);
}
