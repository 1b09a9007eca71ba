using System.CommandLine;
using Kernels.Yardsticks;
using Kernels.Yardsticks.CommandLine;

namespace Kernels.Compare;

/// <summary>The command line.</summary>
internal sealed class Options
{
    private const int MaxLength = 1 << 28;

    private readonly Option<Operation[]> _operations = Choice.Several(
        "--operations",
        "Operations: sin, cos, sincos, heart; all by default.",
        Enum.GetValues<Operation>().ToDictionary(value => value.Name()));

    private readonly Option<Precision[]> _precisions = Choice.Several(
        "--precisions", "Precisions: double, float; both by default.", Enum.GetValues<Precision>().ToDictionary(value => value.Name()));

    private readonly Option<Interval[]> _intervals = Choice.Several(
        "--intervals",
        "Arguments: 2pi (0 to 2π), 100 (±100), 1e6, and for doubles 1e300, binades (log-uniform over all), "
            + "mixed (±100, one in a hundred in ±1e300); 100 by default.",
        Interval.Timed.ToDictionary(value => value.Name));

    private readonly Option<int[]> _lengths = Choice.WholeNumbers(
        "--lengths", $"Elements, for example {string.Join(' ', Plan.AllLengths)}; {Plan.DefaultLength} by default.", 1, MaxLength);

    private readonly Option<bool> _full = new("--full") { Description = "Every length and every interval: an hour." };

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
            parsed.GetValue(_operations).Or(Enum.GetValues<Operation>()),
            parsed.GetValue(_precisions).Or(Enum.GetValues<Precision>()),
            everything ? Interval.Timed : intervals is { Length: > 0 } ? intervals.Or(Interval.Timed) : [Interval.All[1]],
            everything ? Plan.AllLengths : lengths is { Length: > 0 } ? [.. lengths.Distinct().Order()] : [Plan.DefaultLength],
            !parsed.GetValue(_withoutNative));
        if (!plan.Races.Any())
            throw new UsageException("--intervals goes beyond the largest float");
        return new(plan, parsed.GetValue(_out), parsed.GetValue(_json));
    }
}
