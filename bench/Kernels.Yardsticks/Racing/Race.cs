using System.Diagnostics;
using MathNet.Numerics.Statistics;

namespace Kernels.Yardsticks.Racing;

/// <summary>The time of one call in nanoseconds: the best and the median of all rounds.</summary>
public readonly record struct Timing(double Best, double Median);

/// <summary>
/// Times several calls against one another. Each round times every call once, so that a slow spell of the machine hits all of them; the
/// order turns from round to round, so that none always follows the same one.
/// </summary>
public static class Race
{
    /// <summary>The least number of rounds that best and median are taken of.</summary>
    public const int Rounds = 25;

    /// <summary>A sample this long drowns the clock's own cost, and short ones have fewer interruptions to suffer.</summary>
    private static readonly TimeSpan Sample = TimeSpan.FromMicroseconds(200);

    // The runtime compiles a method again after 30 calls, once it has had 100 ms of peace; what it then inlines may need another round.
    private const int WarmUps = 5;

    private const int CallsToOptimise = 32;

    private static readonly TimeSpan OptimisingPause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromMilliseconds(100);

    public static Timing[] Run(IReadOnlyList<Action> calls, CancellationToken token)
    {
        int[] repetitions = WarmUp(calls, token);
        var samples = calls.Select(_ => new double[Rounds]).ToArray();
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < calls.Count; i++)
            {
                token.ThrowIfCancellationRequested();
                int entrant = (i + round) % calls.Count;
                samples[entrant][round] = Time(calls[entrant], repetitions[entrant]);
            }
        }

        return [.. samples.Select(times => new Timing(times.Min(), times.Median()))];
    }

    private static int[] WarmUp(IReadOnlyList<Action> calls, CancellationToken token)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            foreach (Action call in calls)
                Repeat(call);
            Thread.Sleep(OptimisingPause);
        }

        return [.. calls.Select(RepetitionsForSample)];

        void Repeat(Action call)
        {
            var watch = Stopwatch.StartNew();
            for (int i = 0; i < CallsToOptimise && watch.Elapsed < LongestWarmUp; i++)
            {
                token.ThrowIfCancellationRequested();
                call();
            }
        }
    }

    private static int RepetitionsForSample(Action call)
    {
        int repetitions = 1;
        while (Time(call, repetitions) * repetitions < Sample.TotalNanoseconds)
            repetitions *= 2;
        return repetitions;
    }

    // In ticks of the clock: TimeSpan has only a tenth of a microsecond.
    private static double Time(Action call, int repetitions)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repetitions; i++)
            call();
        return (Stopwatch.GetTimestamp() - start) * (1e9 / Stopwatch.Frequency) / repetitions;
    }
}
