using Kernels.Yardsticks;
using Kernels.Yardsticks.Contenders;
using Kernels.Yardsticks.Racing;
using Kernels.Yardsticks.Results;

namespace Kernels.Compare;

/// <summary>Runs the races of a plan.</summary>
internal sealed class Comparer(Plan plan, CancellationToken token)
{
    /// <param name="progress">Told the number of finished races.</param>
    /// <param name="raced">Told the rows of each race when it is over; a race without a contender has none and is not told.</param>
    public Comparison Run(IProgress<long> progress, Action<IReadOnlyList<ComparisonRow>> raced)
    {
        var field = Field.Gather(plan.WithNative);
        var limits = Limits.Measure(token);
        var rows = new List<ComparisonRow>();
        long races = 0;
        foreach (var (precision, operation, interval, length) in plan.Races)
        {
            var race = Race(field, precision, operation, interval, length);
            rows.AddRange(race);
            if (race.Count > 0)
                raced(race);
            progress.Report(++races);
        }

        return Comparison.OfThisMachine(limits, field.Missing, rows);
    }

    private List<ComparisonRow> Race(Field field, Precision precision, Operation operation, Interval interval, int length)
    {
        double[] arguments = interval.Sample(length);
        var workloads = Enumerable.Range(0, length <= Plan.LongLength ? Plan.Places : 1).Select(place => new Workload(arguments, precision, place)).ToList();
        var entrants = field.Contenders
            .Select(contender => (Contender: contender, Calls: workloads.Select(workload => contender.Bind(operation, workload)).OfType<Action>().ToArray()))
            .Where(entrant => entrant.Calls.Length > 0)
            .ToList();
        var timings = Yardsticks.Racing.Race.Run([.. entrants.Select(entrant => entrant.Calls)], token);
        return [.. entrants.Select((entrant, i) =>
        {
            // All contenders write to the same arrays: whose results are judged computes them again.
            entrant.Calls[0]();
            var error = Errors.Largest(operation, workloads[0], Plan.ErrorSamples);
            return new ComparisonRow(
                entrant.Contender.Name,
                operation.Name(),
                precision.Name(),
                interval.Name,
                length,
                entrant.Contender.AllCores,
                timings[i].Best / length,
                timings[i].Median / length,
                error.First,
                error.Second);
        })];
    }
}
