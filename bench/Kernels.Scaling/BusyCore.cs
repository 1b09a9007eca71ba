using System.Diagnostics;
using Kernels.Yardsticks;
using Kernels.Yardsticks.Results;

namespace Kernels.Scaling;

/// <summary>A parallel call on a machine that has one core less than it seems.</summary>
internal static class BusyCore
{
    private static readonly ParallelOptions Options = new();

    public static IReadOnlyList<ScalingRow> Measure(int length, CancellationToken token)
    {
        var (t, x, y) = new Workload(Interval.Hundred.Sample(length), [], Precision.Double).Double;

        // Another process that does nothing but count, for as long as the race takes.
        using var busy = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "while :; do :; done"]))!;
        try
        {
            return Rows.Race(
                [
                    ("heart, one core", length, () => Curve.Evaluate(new HeartCurve(), t, x, y)),
                    ("heart, all cores", length, () => Curve.Evaluate(new HeartCurve(), t, x, y, Options)),
                ],
                new Dictionary<string, string> { ["heart, all cores"] = "heart, one core" },
                token);
        }
        finally
        {
            busy.Kill();
        }
    }
}
