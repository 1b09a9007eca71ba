using System.Diagnostics;
using System.Runtime.CompilerServices;
using MathNet.Numerics.Statistics;

namespace Kernels.Yardsticks.Racing;

/// <summary>The time of one call in nanoseconds: the best and the median of all rounds.</summary>
public readonly record struct Timing(double Best, double Median);

/// <summary>
/// Times several calls against one another. Each round times every call once, so that a slow spell of the machine hits all of them; the
/// order changes from round to round, so that none always follows the same one: after scalar code the clock is another than after vectors.
/// </summary>
public sealed class Race
{
    /// <summary>Rounds of a race that is run at once.</summary>
    private const int Rounds = 40;

    /// <summary>
    /// What best and median are taken of at least: long calls need fewer rounds to have seen the machine's quiet moments.
    /// </summary>
    private const int FewestRounds = 15;

    private static readonly TimeSpan LongRound = TimeSpan.FromSeconds(0.5);

    /// <summary>A stretch this long drowns the clock's own cost, and short ones have fewer interruptions to suffer.</summary>
    private static readonly TimeSpan Stretch = TimeSpan.FromMicroseconds(12);

    /// <summary>
    /// Places of the stack: each way to lie to cache lines, over a whole page. A sample has a stretch at each, a long call one a round.
    /// </summary>
    private const int StackDepths = 16;

    private const int DepthBytes = (4096 / StackDepths) + 16;

    private static readonly TimeSpan LongCall = TimeSpan.FromMilliseconds(0.5);

    // The programs that race compile every method fully optimised at its first call, so that warm means: caches, branches, clock frequency.
    private const int WarmUps = 3;

    private const int Looks = 5;

    private readonly IReadOnlyList<Action[]> _calls;
    private readonly int[] _repetitions;
    private readonly List<double>[] _samples;
    private readonly int[] _depths;
    private readonly int[] _order;
    private readonly Random _shuffles = new(1);
    private int _round;

    /// <param name="calls">The entrants; of each the same call on arrays in several places, which rounds take in turn: how arrays lie to
    /// one another, and to the pages, is an accident of a process, and nobody's merit.</param>
    /// <param name="token">Stops the warming up.</param>
    public Race(IReadOnlyList<Action[]> calls, CancellationToken token)
    {
        _calls = calls;
        _order = [.. Enumerable.Range(0, calls.Count)];
        _repetitions = WarmUp(calls, token);
        _depths = [.. calls.Zip(_repetitions, (places, repetitions) =>
            Time(places[0], repetitions) < LongCall.TotalNanoseconds ? StackDepths : 1)];
        _samples = [.. calls.Select(_ => new List<double>(Rounds))];
    }

    /// <summary>What has been timed so far.</summary>
    public Timing[] Timings => [.. _samples.Select(times => new Timing(times.Min(), times.Median()))];

    /// <summary>How many times as long as one of them each entrant takes.</summary>
    public double[] Ratios(int of) => QuietRounds.Ratios(_samples, of);

    /// <summary>A whole race at once.</summary>
    public static Race Run(IReadOnlyList<Action> calls, CancellationToken token)
    {
        var race = new Race([.. calls.Select(call => new[] { call })], token);
        race.Run(token);
        return race;
    }

    /// <summary>All rounds, or as many as fit into a few seconds.</summary>
    public void Run(CancellationToken token)
    {
        var watch = Stopwatch.StartNew();
        for (int round = 0; round < FewestRounds || (round < Rounds && watch.Elapsed < LongRound * FewestRounds); round++)
            RunRound(token);
    }

    /// <summary>One round.</summary>
    public void RunRound(CancellationToken token)
    {
        _shuffles.Shuffle(_order);
        foreach (int entrant in _order)
        {
            token.ThrowIfCancellationRequested();
            var places = _calls[entrant];
            _samples[entrant].Add(TimeAtDepths(_round, _depths[entrant], places[_round % places.Length], _repetitions[entrant]));
        }

        _round++;
    }

    private static int[] WarmUp(IReadOnlyList<Action[]> calls, CancellationToken token)
    {
        foreach (Action call in calls.SelectMany(places => places))
        {
            for (int i = 0; i < WarmUps; i++)
            {
                token.ThrowIfCancellationRequested();
                call();
            }
        }

        return [.. calls.Select(places => RepetitionsForStretch(places[0]))];
    }

    // Of several looks the shortest counts: an interruption would otherwise leave a fast call with a single repetition,
    // cold in every round.
    private static int RepetitionsForStretch(Action call)
    {
        int repetitions = 1;
        while (Enumerable.Range(0, Looks).Min(_ => Time(call, repetitions)) * repetitions < Stretch.TotalNanoseconds)
            repetitions *= 2;
        return repetitions;
    }

    // Where the stack lies is such an accident too: code that keeps vectors there is slower where they straddle cache lines, and takes two
    // to six times as long where they straddle pages.
    private static double TimeAtDepths(int first, int count, Action call, int repetitions)
    {
        double[] times = new double[count];
        for (int i = 0; i < count; i++)
            times[i] = TimeAtDepth((first + i) % StackDepths, call, repetitions);
        return times.Median();
    }

    [SkipLocalsInit]
    private static unsafe double TimeAtDepth(int depth, Action call, int repetitions)
    {
        byte* shift = stackalloc byte[1 + (DepthBytes * depth)];
        *shift = 0;
        return Time(call, repetitions);
    }

    // In ticks of the clock: TimeSpan has only a tenth of a microsecond.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Time(Action call, int repetitions)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repetitions; i++)
            call();
        return (Stopwatch.GetTimestamp() - start) * (1e9 / Stopwatch.Frequency) / repetitions;
    }
}
