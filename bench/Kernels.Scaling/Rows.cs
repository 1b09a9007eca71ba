using Kernels.Yardsticks.Results;

namespace Kernels.Scaling;

/// <summary>Entrants of a race that become rows.</summary>
internal static class Rows
{
    /// <summary>Races calls, and gives the time of each per element.</summary>
    /// <param name="entrants">Names, elements of a call, calls.</param>
    /// <param name="ratios">Which row is divided by which, by their names.</param>
    /// <param name="token">Stops the race.</param>
    public static IReadOnlyList<ScalingRow> Race(
        IReadOnlyList<(string Name, long Elements, Action Call)> entrants, IReadOnlyDictionary<string, string> ratios, CancellationToken token)
    {
        var timings = Yardsticks.Racing.Race.Run([.. entrants.Select(entrant => entrant.Call)], token);
        double Best(string name) => entrants.Zip(timings).Where(pair => pair.First.Name == name).Select(pair => pair.Second.Best / pair.First.Elements).Single();
        return [.. entrants.Zip(timings, (entrant, timing) => new ScalingRow(
            entrant.Name,
            timing.Best / entrant.Elements,
            timing.Median / entrant.Elements,
            "ns",
            ratios.TryGetValue(entrant.Name, out string? of) ? Best(entrant.Name) / Best(of) : null,
            ratios.GetValueOrDefault(entrant.Name)))];
    }
}
