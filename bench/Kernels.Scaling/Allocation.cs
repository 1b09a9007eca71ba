using Kernels.Yardsticks.Results;

namespace Kernels.Scaling;

/// <summary>Bytes that a parallel call allocates, on all threads together.</summary>
internal static class Allocation
{
    private const int Calls = 200;

    private static readonly ParallelOptions Options = new();

    public static IReadOnlyList<ScalingRow> Measure(int length, CancellationToken token)
    {
        double[] x = new double[length], y = new double[length];
        return [.. new[] { 100, 262_144, length }.Where(n => n <= length).Select(n =>
        {
            Elementary.SinCos(x.AsSpan(0, n), x, y, Options);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int call = 0; call < Calls; call++)
            {
                token.ThrowIfCancellationRequested();
                Elementary.SinCos(x.AsSpan(0, n), x, y, Options);
            }

            double bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / Calls;
            return new ScalingRow($"{n} elements", bytes, bytes, "bytes", null, null);
        })];
    }
}
