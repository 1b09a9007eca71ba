using MathNet.Numerics.Statistics;

namespace Kernels.Yardsticks.Racing;

/// <summary>Ratios of entrants, from those rounds of a race in which the machine was quietest.</summary>
/// <remarks>
/// Whoever shares a core slows code that keeps all of its units busy more than code that waits: by a half, where the other loses a tenth.
/// So ratios beside a neighbour are not those of an idle core, and over all rounds the median is now of the one kind, now of the other.
/// </remarks>
public static class QuietRounds
{
    /// <summary>Neighbours that leave this share of a race idle do not show.</summary>
    private const double Share = 0.1;

    private const int Fewest = 5;

    /// <summary>How many times as long as one of them each entrant takes: the medians of the ratios within quiet rounds.</summary>
    /// <param name="samples">The times of each entrant, one a round.</param>
    /// <param name="of">The entrant that is 1.</param>
    public static double[] Ratios(IReadOnlyList<IReadOnlyList<double>> samples, int of)
    {
        var quiet = Choose(samples);
        return [.. samples.Select(times => quiet.Select(round => times[round] / samples[of][round]).Median())];
    }

    // Those in which all entrants together, each by its own measure, took the least time.
    private static List<int> Choose(IReadOnlyList<IReadOnlyList<double>> samples)
    {
        double[] medians = [.. samples.Select(times => times.Median())];
        int rounds = samples[0].Count;
        return [.. Enumerable.Range(0, rounds)
            .OrderBy(round => samples.Zip(medians, (times, median) => Math.Log(times[round] / median)).Sum())
            .Take(Math.Max(Fewest, (int)(rounds * Share)))];
    }
}
