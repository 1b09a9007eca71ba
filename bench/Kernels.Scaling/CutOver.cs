using System.Diagnostics;
using Kernels.Loops;
using Kernels.Threading;
using Kernels.Yardsticks;
using Kernels.Yardsticks.Results;
using MathNet.Numerics.Statistics;
using HeartBody = Kernels.Loops.TableBody<
    Kernels.Functions.Mapped<Kernels.Functions.OnCircle<Kernels.Functions.SineAndCosine>, Kernels.Curves.Heart>, Kernels.Loops.Declared>;

namespace Kernels.Scaling;

/// <summary>
/// Lengths at which all cores begin to pay: for calls that follow on one another, when helpers are awake, and for single ones,
/// when they are not.
/// </summary>
internal static class CutOver
{
    private const int Rounds = 25;

    /// <summary>Longer than threads of the pool stay awake.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMicroseconds(700);

    /// <summary>Calls in a row are timed together for so long.</summary>
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(3);

    private static readonly ParallelOptions Options = new();

    public static IReadOnlyList<ScalingRow> Measure(CancellationToken token)
    {
        var rows = new List<ScalingRow>();
        for (int n = 1024; n <= 1 << 19; n = n * 3 / 2)
            rows.AddRange(Measure(n, Compare, token));
        return rows;
    }

    public static IReadOnlyList<ScalingRow> Medium(CancellationToken token) =>
        Measure(262_144, (name, samples) =>
        [
            new(
                $"{name}, one core",
                samples[0].Min(),
                samples[0].Median(),
                "ns",
                samples[0].Median() / samples[2].Median(),
                "all cores, by medians"),
            new($"{name}, all cores", samples[2].Min(), samples[2].Median(), "ns", null, null),
        ], token);

    private static List<ScalingRow> Measure(
        int length, Func<string, List<double>[], IEnumerable<ScalingRow>> summary, CancellationToken token)
    {
        var (t, x, y) = new Workload(Interval.Hundred.Sample(length), [], Precision.Double).Double;
        Action[] calls =
        [
            () => Curve.Evaluate(new HeartCurve(), t, x, y),
            () => Driver.Evaluate(default(HeartBody), t, x, y, default(AllCoresAlways)),
            () => Curve.Evaluate(new HeartCurve(), t, x, y, Options),
        ];
        var rows = new List<ScalingRow>();
        foreach (var (name, time) in new (string, Func<Action, double>)[] { ("in a row", InARow), ("single", Single) })
        {
            var samples = calls.Select(_ => new List<double>()).ToArray();
            for (int turn = 0; turn < Rounds * calls.Length; turn++)
            {
                token.ThrowIfCancellationRequested();
                int i = (turn + (turn / calls.Length)) % calls.Length;
                samples[i].Add(time(calls[i]) / length);
            }

            rows.AddRange(summary($"{length}, {name}", samples));
        }

        return rows;
    }

    private static IEnumerable<ScalingRow> Compare(string name, List<double>[] samples)
    {
        double[] medians = [.. samples.Select(times => times.Median())];
        string better = medians[0] < medians[1] ? "one core" : "all cores";
        yield return new($"{name}, one core", samples[0].Min(), medians[0], "ns", null, null);
        yield return new($"{name}, all cores in any case", samples[1].Min(), medians[1], "ns", null, null);
        double speed = Math.Min(medians[0], medians[1]) / medians[2];
        yield return new(
            $"{name}, the public call", samples[2].Min(), medians[2], "ns", speed, $"its speed to that of {better}, by medians");
    }

    // The first calls wake helpers, or let them park.
    private static double InARow(Action call)
    {
        for (int i = 0; i < 10; i++)
            call();
        long start = Stopwatch.GetTimestamp();
        int calls = 0;
        for (; Stopwatch.GetElapsedTime(start) < Sample; calls++)
            call();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static double Single(Action call)
    {
        // A pause that keeps this core awake.
        long pause = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(pause) < Pause)
            Thread.SpinWait(20);
        long start = Stopwatch.GetTimestamp();
        call();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <summary>All cores, however little there is to do.</summary>
    private readonly struct AllCoresAlways : IRunner
    {
        /// <summary>Of an element of the heart, to begin with.</summary>
        private const float Nanoseconds = 2;

        public void Run<TLoop>(TLoop loop, long count)
            where TLoop : struct, ILoop
        {
            var pacer = new Pacer(Nanoseconds);
            var partition = new Partition(0, count, loop.ElementsToBorder(0, Partition.Page), TLoop.ElementBytes);
            int threads = Environment.ProcessorCount;
            Job<TLoop>.Run(loop, partition, ref pacer, threads, threads, Options, null);
        }
    }
}
