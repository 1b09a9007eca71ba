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
        var progress = request.Intervals.Select(set => stages.Begin(set.Name, set.Count(request.Samples))).ToList();
        List<Entry> entries = [.. request.Intervals.SelectMany((set, i) => Measure(set, progress[i]))];
        foreach (var entry in entries)
        {
            if (entry.Map is { } map)
                Maps.Add(map);
        }

        return
        [
            .. from function in request.Functions
               from quantity in Quantity.Of(function)
               from set in request.Intervals
               from entry in entries
               where entry.Quantity == quantity && entry.Set == set
               select Row(entry),
        ];
    }

    private List<Entry> Measure(ArgumentSet set, IProgress<long> progress)
    {
        var entries = new Dictionary<(Contender, Quantity), Entry>();
        long done = 0;
        foreach (double[] block in set.Generate(request.Samples, request.Seed).Chunk(BlockLength))
        {
            var exact = new ExactValues(block, request.Precision, request.Functions, token);
            var workload = new Workload(block, request.Precision);
            foreach (var function in request.Functions)
            {
                foreach (var contender in contenders)
                {
                    if (contender.Bind(function, workload) is not { } call)
                        continue;

                    // What it does not write must not be another's.
                    workload.Double.First.AsSpan().Fill(double.NaN);
                    workload.Double.Second.AsSpan().Fill(double.NaN);
                    workload.Single.First.AsSpan().Fill(float.NaN);
                    workload.Single.Second.AsSpan().Fill(float.NaN);
                    call();
                    foreach (var quantity in Quantity.Of(function))
                    {
                        if (!entries.TryGetValue((contender, quantity), out var entry))
                            entries.Add((contender, quantity), entry = new(contender.Name, quantity, set, request.PictureFile is not null));
                        Add(entry, exact, workload, block);
                    }
                }
            }

            progress.Report(done += block.Length);
        }

        return [.. entries.Values];
    }

    private void Add(Entry entry, ExactValues exact, Workload workload, double[] block)
    {
        var judged = new (double Error, bool IsNearest)[block.Length];
        Parallel.For(0, block.Length, new() { CancellationToken = token }, i => judged[i] = exact.Judge(entry.Quantity, workload, i));
        for (int i = 0; i < block.Length; i++)
        {
            entry.Tally.Add(block[i], judged[i].Error, judged[i].IsNearest);
            entry.Map?.Add(block[i], judged[i].Error);
        }
    }

    private AccuracyRow Row(Entry entry) => new(
        entry.Contender,
        entry.Quantity.Function.Name(),
        entry.Quantity.Name,
        entry.Quantity.Unit,
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
