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
        var workload = new Workload(interval.Sample(length), precision);
        var entrants = field.Contenders
            .Select(contender => (Contender: contender, Call: contender.Bind(operation, workload)))
            .Where(entrant => entrant.Call is not null)
            .ToList();
        var timings = Yardsticks.Racing.Race.Run([.. entrants.Select(entrant => entrant.Call!)], token);
        return [.. entrants.Select((entrant, i) =>
        {
            // All contenders write to the same arrays: whose results are judged computes them again.
            entrant.Call!();
            var error = Errors.Largest(operation, workload, Plan.ErrorSamples);
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
