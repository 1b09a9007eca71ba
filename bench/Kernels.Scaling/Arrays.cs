using Kernels.Yardsticks;
using Kernels.Yardsticks.Racing;
using Kernels.Yardsticks.Results;

namespace Kernels.Scaling;

/// <summary>The public calls on arrays of all sizes.</summary>
internal static class Arrays
{
    private const int InCache = 4096;

    private const int OwnCalls = 2000;

    private static readonly ParallelOptions Options = new();

    private static readonly Workload[] Own =
        [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Workload(Arguments(InCache), [], Precision.Double))];

    private static double[] Arguments(int length) => Interval.Hundred.Sample(length);

    public static IReadOnlyList<ScalingRow> Large(int length, CancellationToken token)
    {
        var large = new Workload(Arguments(length), [], Precision.Double);
        var small = new Workload(Arguments(InCache), [], Precision.Double);
        var (t, x, y) = large.Double;
        var (smallT, smallX, smallY) = small.Double;
        using var stream = new MemoryLimit(length);
        return Rows.Race(
            [
                ("heart in cache, one core", InCache, () => Curve.Evaluate(new HeartCurve(), smallT, smallX, smallY)),
                ("heart in cache, all cores, arrays of their own", OwnCalls * Environment.ProcessorCount * InCache, OnArraysOfTheirOwn),
                ("heart, one core", length, () => Curve.Evaluate(new HeartCurve(), t, x, y)),
                ("heart, all cores", length, () => Curve.Evaluate(new HeartCurve(), t, x, y, Options)),
                ("sine and cosine in cache, one core", InCache, () => Elementary.SinCos(smallT, smallX, smallY)),
                ("sine and cosine, one core", length, () => Elementary.SinCos(t, x, y)),
                ("sine and cosine, all cores", length, () => Elementary.SinCos(t, x, y, Options)),
                ("streaming limit, one in, two out, one core", length, () => stream.Copy(1)),
                ("streaming limit, one in, two out, all cores", length, () => stream.Copy(Environment.ProcessorCount)),
            ],
            new Dictionary<string, string>
            {
                ["heart in cache, all cores, arrays of their own"] = "heart in cache, one core",
                ["heart, one core"] = "heart in cache, one core",
                ["heart, all cores"] = "heart, one core",
                ["sine and cosine, one core"] = "sine and cosine in cache, one core",
                ["sine and cosine, all cores"] = "sine and cosine, one core",
                ["streaming limit, one in, two out, one core"] = "heart, one core",
                ["streaming limit, one in, two out, all cores"] = "heart, all cores",
            },
            token);
    }

    // What the processor's cores can do together at most: nothing shared, no memory.
    private static void OnArraysOfTheirOwn() => Parallel.For(0, Environment.ProcessorCount, core =>
    {
        var (t, x, y) = Own[core].Double;
        for (int call = 0; call < OwnCalls; call++)
            Curve.Evaluate(new HeartCurve(), t, x, y);
    });

    public static IReadOnlyList<ScalingRow> Grid(int length, CancellationToken token)
    {
        var (_, x, y) = new Workload(new double[length], [], Precision.Double).Double;
        var (_, smallX, smallY) = new Workload(new double[InCache], [], Precision.Double).Double;
        using var stream = new MemoryLimit(length);
        const double Start = -100;
        double step = 200.0 / length, smallStep = 200.0 / InCache;
        return Rows.Race(
            [
                ("heart in cache, one core", InCache, () => Curve.Sample(new HeartCurve(), Start, smallStep, smallX, smallY)),
                ("heart, one core", length, () => Curve.Sample(new HeartCurve(), Start, step, x, y)),
                ("heart, all cores", length, () => Curve.Sample(new HeartCurve(), Start, step, x, y, Options)),
                ("streaming limit, two out, one core", length, () => stream.Write(1)),
                ("streaming limit, two out, all cores", length, () => stream.Write(Environment.ProcessorCount)),
            ],
            new Dictionary<string, string>
            {
                ["heart, one core"] = "streaming limit, two out, one core",
                ["heart, all cores"] = "streaming limit, two out, all cores",
            },
            token);
    }

    // Times of a whole call here.
    public static IReadOnlyList<ScalingRow> Small(CancellationToken token)
    {
        var rows = new List<ScalingRow>();
        foreach (int n in (int[])[1, 4, 16, 64, 128, 256, 512, 1024, 2048, 4096])
        {
            var (t, x, y) = new Workload(Arguments(n), [], Precision.Double).Double;
            rows.AddRange(Rows.Race(
                [
                    ($"{n} without options", 1, () => Curve.Evaluate(new HeartCurve(), t, x, y)),
                    ($"{n} with options", 1, () => Curve.Evaluate(new HeartCurve(), t, x, y, Options)),
                ],
                new Dictionary<string, string> { [$"{n} with options"] = $"{n} without options" },
                token));
        }

        return rows;
    }
}
