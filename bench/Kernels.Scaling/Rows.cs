using Kernels.Yardsticks.Results;

namespace Kernels.Scaling;

/// <summary>Entrants of a race that become rows.</summary>
internal static class Rows
{
    /// <summary>Races calls, and gives the time of each per element.</summary>
    /// <param name="entrants">Names, elements of a call, calls.</param>
    /// <param name="ratios">Which row is divided by which, by their names: round by round, not best by best.</param>
    /// <param name="token">Stops the race.</param>
    public static IReadOnlyList<ScalingRow> Race(
        IReadOnlyList<(string Name, long Elements, Action Call)> entrants,
        IReadOnlyDictionary<string, string> ratios,
        CancellationToken token)
    {
        var race = Yardsticks.Racing.Race.Run([.. entrants.Select(entrant => entrant.Call)], token);
        var timings = race.Timings;
        var names = entrants.Select(entrant => entrant.Name).ToList();
        double Ratio(int entrant, int of) => race.Ratios(of)[entrant] * entrants[of].Elements / entrants[entrant].Elements;
        return [.. entrants.Select((entrant, i) => new ScalingRow(
            entrant.Name,
            timings[i].Best / entrant.Elements,
            timings[i].Median / entrant.Elements,
            "ns",
            ratios.TryGetValue(entrant.Name, out string? of) ? Ratio(i, names.IndexOf(of)) : null,
            of))];
    }
}
