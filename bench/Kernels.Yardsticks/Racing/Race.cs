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
    private const int Rounds = 25;

    /// <summary>What best and median are taken of at least: long calls need fewer rounds to have seen the machine's quiet moments.</summary>
    private const int FewestRounds = 15;

    private static readonly TimeSpan LongRound = TimeSpan.FromSeconds(0.5);

    /// <summary>A sample this long drowns the clock's own cost, and short ones have fewer interruptions to suffer.</summary>
    private static readonly TimeSpan Sample = TimeSpan.FromMicroseconds(200);

    // The programs that race compile every method fully optimised at its first call, so that warm means: caches, branches, clock frequency.
    private const int WarmUps = 3;

    public static Timing[] Run(IReadOnlyList<Action> calls, CancellationToken token)
    {
        int[] repetitions = WarmUp(calls, token);
        var samples = calls.Select(_ => new List<double>(Rounds)).ToArray();
        var watch = Stopwatch.StartNew();
        for (int round = 0; round < FewestRounds || (round < Rounds && watch.Elapsed < LongRound * FewestRounds); round++)
        {
            for (int i = 0; i < calls.Count; i++)
            {
                token.ThrowIfCancellationRequested();
                int entrant = (i + round) % calls.Count;
                samples[entrant].Add(Time(calls[entrant], repetitions[entrant]));
            }
        }

        return [.. samples.Select(times => new Timing(times.Min(), times.Median()))];
    }

    private static int[] WarmUp(IReadOnlyList<Action> calls, CancellationToken token)
    {
        foreach (Action call in calls)
        {
            for (int i = 0; i < WarmUps; i++)
            {
                token.ThrowIfCancellationRequested();
                call();
            }
        }

        return [.. calls.Select(RepetitionsForSample)];
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
