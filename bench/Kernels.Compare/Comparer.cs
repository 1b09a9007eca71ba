using System.Diagnostics;
using Kernels.Yardsticks;
using Kernels.Yardsticks.Contenders;
using Kernels.Yardsticks.Racing;
using Kernels.Yardsticks.Results;

namespace Kernels.Compare;

/// <summary>Runs the races of a plan.</summary>
/// <remarks>
/// On a shared machine the neighbours slow a core down for seconds, and some code more than other. So the rounds of all short races are
/// spread over the whole run: each contender has its chance at a quiet moment, whichever spells its own seconds would have been.
/// </remarks>
internal sealed class Comparer(Plan plan, CancellationToken token)
{
    /// <summary>Progress is told in so many parts of each race.</summary>
    public const int PartsOfRace = 1000;

    /// <summary>How often all short races are gone through at least: a multiple of the groups of places.</summary>
    private const int Passes = 40;

    /// <summary>For how long at least, times the number of races.</summary>
    private static readonly TimeSpan TimeForRace = TimeSpan.FromSeconds(7.5);

    /// <param name="progress">Told how many parts of races are finished.</param>
    /// <param name="raced">Told the rows of each race when it is over; a race without a contender has none and is not told.</param>
    public Comparison Run(IProgress<long> progress, Action<IReadOnlyList<ComparisonRow>> raced)
    {
        var field = Field.Gather(plan.WithNative);
        var limits = Limits.Measure(token);
        var rows = new List<ComparisonRow>();
        long done = 0;
        foreach (var group in plan.Races.GroupBy(race => race.Length))
        {
            // Long arrays are held one race at a time.
            foreach (var races in group.Chunk(group.Key <= Plan.LongLength ? int.MaxValue : 1))
            {
                var entries = races.Select(race => new Entry(field, race, token)).Where(entry => !entry.IsEmpty).ToList();
                RunTogether(entries, share => progress.Report(done + (long)(share * races.Length * PartsOfRace)));
                foreach (var result in entries.Select(entry => entry.Rows()))
                {
                    rows.AddRange(result);
                    raced(result);
                }

                progress.Report(done += races.Length * PartsOfRace);
            }
        }

        return Comparison.OfThisMachine(limits, field, rows);
    }

    private void RunTogether(List<Entry> entries, Action<double> progress)
    {
        if (entries.Count == 1 && entries[0].Length > Plan.LongLength)
        {
            entries[0].Race.Run(token);
            return;
        }

        // A fixed time for each race, however many there are.
        var watch = Stopwatch.StartNew();
        double share = 0;
        for (int pass = 0; share < 1; pass++)
        {
            foreach (var entry in entries)
                entry.Race.RunRound(token);
            share = Math.Min((pass + 1.0) / Passes, watch.Elapsed / (TimeForRace * entries.Count));
            progress(share);
        }
    }

    private sealed class Entry
    {
        private readonly (Precision Precision, Operation Operation, Interval Interval, int Length) _what;
        private readonly List<Workload> _workloads;
        private readonly List<(Contender Contender, Action[] Calls)> _entrants;
        private readonly int _elements;

        public Entry(Field field, (Precision Precision, Operation Operation, Interval Interval, int Length) what, CancellationToken token)
        {
            _what = what;
            double[] x = what.Interval.Sample(what.Length);
            double[] y = what.Operation.Inputs == 2 ? what.Interval.SampleSecond(what.Length) : [];
            bool isShort = what.Length <= Plan.ShortLength;
            int places = Plan.Places(what.Length);
            int workloads = isShort ? Plan.Groups * places : what.Length <= Plan.LongLength ? places : 1;
            _workloads = new(workloads);
            for (int place = 0; place < workloads; place++)
            {
                double[] reordered = [.. x], second = [.. y];
                new Random(place).Shuffle(reordered);
                new Random(place).Shuffle(second);
                bool isFirstOfGroup = !isShort || place % places == 0;
                _workloads.Add(new(reordered, second, what.Precision, place, isFirstOfGroup ? null : _workloads[^1]));
            }

            _entrants = [.. field.Contenders
                .Select(contender => (Contender: contender, Calls: Calls(contender)))
                .Where(entrant => entrant.Calls.Length > 0)];
            _elements = isShort ? places * what.Length : what.Length;
            Race = new(
                [.. _entrants.Select(entrant => isShort ? [.. entrant.Calls.Chunk(places).Select(InOneCall)] : entrant.Calls)], token);

            Action[] Calls(Contender contender) =>
                [.. _workloads.Select(workload => contender.Bind(what.Operation, workload)).OfType<Action>()];
        }

        public Race Race { get; }

        public int Length => _what.Length;

        public bool IsEmpty => _entrants.Count == 0;

        public List<ComparisonRow> Rows()
        {
            var timings = Race.Timings;
            int ours = _entrants.FindIndex(entrant => entrant.Contender.Name == "Kernels");
            double[] ratios = ours < 0 ? new double[_entrants.Count] : Race.Ratios(ours);
            return [.. _entrants.Select((entrant, i) =>
            {
                // All contenders write to the same arrays: whose results are judged computes them again.
                entrant.Calls[0]();
                var error = Errors.Largest(_what.Operation, _workloads[0], Plan.ErrorSamples);
                return new ComparisonRow(
                    entrant.Contender.Name,
                    _what.Operation.Name,
                    _what.Precision.Name(),
                    _what.Interval.Name,
                    _what.Length,
                    entrant.Contender.AllCores,
                    timings[i].Best / _elements,
                    timings[i].Median / _elements,
                    ratios[i],
                    error.First,
                    error.Second);
            })];
        }

        private static Action InOneCall(Action[] calls) => () =>
        {
            foreach (Action call in calls)
                call();
        };
    }
}
