using System.CommandLine;
using Kernels.Yardsticks;
using Kernels.Yardsticks.CommandLine;

namespace Kernels.Compare;

/// <summary>The command line.</summary>
internal sealed class Options
{
    private const int MaxLength = 1 << 28;

    private static readonly string[] IntervalNames =
        [.. Operation.All.SelectMany(operation => operation.Intervals).Select(interval => interval.Name).Distinct()];

    private readonly Option<Operation[]> _operations = Choice.Several(
        "--operations",
        $"Operations: {string.Join(", ", Operation.All.Select(operation => operation.Name))}; all by default.",
        Operation.ByName(Operation.All));

    private readonly Option<Precision[]> _precisions = Choice.Several(
        "--precisions", "Precisions: double, float; both by default.", Enum.GetValues<Precision>().ToDictionary(value => value.Name()));

    private readonly Option<string[]> _intervals = Choice.Several(
        "--intervals",
        $"Arguments, of each operation those that it has: {string.Join(", ", IntervalNames)}. By default 100 (±100) for angles, for powers "
            + "the interval of ordinary results (±700 for exp, ±87 of floats) and subnormal-third (every third result is subnormal).",
        IntervalNames.ToDictionary(name => name));

    private readonly Option<int[]> _lengths = Choice.WholeNumbers(
        "--lengths", $"Elements, for example {string.Join(' ', Plan.AllLengths)}; {Plan.DefaultLength} by default.", 1, MaxLength);

    private readonly Option<bool> _full = new("--full") { Description = "Every length and every interval: hours." };

    private readonly Option<bool> _withoutNative = new("--no-native") { Description = "Without SLEEF and libmvec." };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object and nothing else." };

    private readonly Option<string?> _out = Choice.File(
        "--out", "File for the full result, as JSON; compare.json and lengths.json under bench/results are what is published.");

    public RootCommand Command(Func<Request, int> run)
    {
        var root = new RootCommand(
            "Compares Kernels with the libraries a user would take instead: time and largest error on the same arguments in the same run. "
                + "The options with a NAME or N take several.")
        {
            _operations, _precisions, _intervals, _lengths, _full, _withoutNative, _json, _out,
        };
        root.SetAction(parsed => run(Read(parsed)));
        return root;
    }

    private Request Read(ParseResult parsed)
    {
        bool everything = parsed.GetValue(_full);
        var lengths = parsed.GetValue(_lengths);
        var intervals = parsed.GetValue(_intervals);
        if (everything && (lengths is { Length: > 0 } || intervals is { Length: > 0 }))
            throw new UsageException("--full has every length and interval: it goes with neither --lengths nor --intervals");
        var plan = new Plan(
            parsed.GetValue(_operations).Or(Operation.All),
            parsed.GetValue(_precisions).Or(Enum.GetValues<Precision>()),
            everything ? IntervalNames : intervals ?? [],
            everything ? Plan.AllLengths : lengths is { Length: > 0 } ? [.. lengths.Distinct().Order()] : [Plan.DefaultLength],
            !parsed.GetValue(_withoutNative));
        if (!plan.Races.Any())
            throw new UsageException("--intervals has none of an operation asked for, or goes beyond the largest float");
        return new(plan, parsed.GetValue(_out), parsed.GetValue(_json));
    }
}
