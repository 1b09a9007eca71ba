using Kernels.Accuracy.Arguments;
using Kernels.Accuracy.Output;
using Kernels.Yardsticks;
using Kernels.Yardsticks.Contenders;
using Kernels.Yardsticks.Results;

namespace Kernels.Accuracy.Measuring;

/// <summary>Measures the errors of all contenders, a block of arguments at a time: memory does not grow with their number.</summary>
internal sealed class Measurer(Request request, IReadOnlyList<Contender> contenders, CancellationToken token)
{
    /// <summary>
    /// The exact values of a block take a few megabytes; a multiple of every vector's length, so that few elements are remainders.
    /// </summary>
    private const int BlockLength = 2048;

    /// <summary>What a picture needs; empty if none was asked for.</summary>
    public List<ErrorMap> Maps { get; } = [];

    public IReadOnlyList<AccuracyRow> Run(Stages stages)
    {
        var progress = (
            from function in request.Functions
            from set in request.SetsOf(function)
            select (function, set, Progress: stages.Begin($"{function.Name}, {set.Name}", set.Count(request.Samples)))).ToList();
        var rows = new List<AccuracyRow>();
        foreach (var ofFunction in progress.GroupBy(entry => entry.function))
        {
            List<Entry> entries = [.. ofFunction.SelectMany(entry => Measure(entry.function, entry.set, entry.Progress))];
            Maps.AddRange(entries.Select(entry => entry.Map).OfType<ErrorMap>());
            foreach (var quantity in Quantity.Of(ofFunction.Key))
                rows.AddRange(entries.Where(entry => entry.Quantity == quantity).Select(Row));
        }

        return rows;
    }

    private List<Entry> Measure(Operation operation, ArgumentSet set, IProgress<long> progress)
    {
        var entries = new Dictionary<(Contender, Quantity), Entry>();
        long done = 0;
        foreach (var block in set.Generate(request.Samples, request.Seed).Chunk(BlockLength))
        {
            double[] x = [.. block.Select(point => point.X)], y = [.. block.Select(point => point.Y)];
            var workload = new Workload(x, operation.Inputs == 2 ? y : [], request.Precision);
            var exact = new ExactValues(operation, workload, token);
            foreach (var contender in contenders)
            {
                if (contender.Bind(operation, workload) is not { } call)
                    continue;

                // What it does not write must not be another's.
                workload.Clear();
                call();
                foreach (var quantity in Quantity.Of(operation))
                {
                    if (!entries.TryGetValue((contender, quantity), out var entry))
                        entries.Add((contender, quantity), entry = new(contender.Name, quantity, set, request.PictureFile is not null));
                    Add(entry, exact, x);
                }
            }

            progress.Report(done += block.Length);
        }

        return [.. entries.Values];
    }

    private void Add(Entry entry, ExactValues exact, double[] x)
    {
        var judged = new (double Error, bool IsNearest)[x.Length];
        Parallel.For(0, x.Length, new() { CancellationToken = token }, i => judged[i] = exact.Judge(entry.Quantity, i));
        for (int i = 0; i < x.Length; i++)
        {
            entry.Tally.Add(x[i], judged[i].Error, judged[i].IsNearest);
            entry.Map?.Add(x[i], judged[i].Error);
        }
    }

    private AccuracyRow Row(Entry entry) => new(
        entry.Contender,
        entry.Quantity.Operation.Name,
        entry.Quantity.Name,
        entry.Quantity.Output.Unit,
        request.Precision.Name(),
        entry.Set.Name,
        entry.Tally.Tried,
        SixDigits(entry.Tally.Largest),
        entry.Tally.LargestAt,
        SixDigits(entry.Tally.Mean),
        SixDigits(entry.Tally.ShareNearest),
        entry.Tally.NonFinite,
        entry.Tally.Histogram);

    // More would be noise of the sample.
    private static double SixDigits(double value) => Math.Round(value, 6);

    private sealed class Entry(string contender, Quantity quantity, ArgumentSet set, bool withMap)
    {
        public string Contender => contender;

        public Quantity Quantity => quantity;

        public ArgumentSet Set => set;

        public Tally Tally { get; } = new();

        public ErrorMap? Map { get; } = withMap ? new(contender, quantity, set) : null;
    }
}
