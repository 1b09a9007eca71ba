using System.CommandLine;
using Kernels.Accuracy.Arguments;
using Kernels.Accuracy.Output;
using Kernels.Yardsticks;
using Kernels.Yardsticks.CommandLine;

namespace Kernels.Accuracy;

/// <summary>The command line.</summary>
internal sealed class Options
{
    private const int MaxSamples = 100_000_000;

    private readonly Option<int> _samples = Choice.WholeNumber(
        "--samples", "Arguments for each interval; 1e6 may be written for a million. Of the hard cases, all.", 20_000, 1, MaxSamples);

    private readonly Option<Operation[]> _functions = Choice.Several(
        "--function",
        "Functions: sin, cos, sincos, heart; all by default.",
        Enum.GetValues<Operation>().ToDictionary(value => value.Name()));

    private readonly Option<string[]> _intervals = Choice.Several(
        "--interval",
        "Arguments: 2pi (0 to 2π), 100 (±100), 1e6, 1e300 (double only); bits (evenly spaced in their bit patterns, both signs), "
            + "subnormal, hard (nearest to multiples of π/2, worst for other libraries, and the hexadecimal numbers in the .txt files of "
            + "the folder "
            + $"${HardArguments.FolderVariable}); all by default.",
        ArgumentSet.Names.ToDictionary(name => name));

    private readonly Option<Precision> _precision = Choice.One(
        "--precision", "double or float; double by default.", Enum.GetValues<Precision>().ToDictionary(value => value.Name()));

    private readonly Option<string[]> _contenders = new("--contender")
    {
        Description = "Part of a contender's name, or a whole one, which then means no other. "
            + "By default all that have bits of their own: no forced widths, no threads, no Math.NET.",
        HelpName = "TEXT",
    };

    private readonly Option<int> _seed = Choice.WholeNumber("--seed", "Other arguments of the same kind.", 1, 0, int.MaxValue);

    private readonly Option<string?> _picture = Choice.File("--picture", "Picture of error against argument, .png or .svg.");

    private readonly Option<string?> _out = Choice.File(
        "--out", "File for the full result, as JSON; accuracy.json under bench/results is what is published.");

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object and nothing else." };

    public RootCommand Command(Func<Request, int> run)
    {
        var root = new RootCommand(
            "Measures the errors of Kernels and of the libraries a user would take instead against exact arithmetic, in ULP. "
                + "The options with a NAME or TEXT take several.")
        {
            _samples, _functions, _intervals, _precision, _contenders, _seed, _picture, _out, _json,
        };
        root.SetAction(parsed => run(Read(parsed)));
        return root;
    }

    private Request Read(ParseResult parsed)
    {
        var precision = parsed.GetValue(_precision);
        var names = parsed.GetValue(_intervals) is { Length: > 0 } chosen ? chosen : null;
        var sets = ArgumentSet.All(precision);
        if (names?.FirstOrDefault(name => sets.All(set => set.Name != name)) is { } beyond)
            throw new UsageException($"--interval {beyond} is beyond the largest {precision.Name()}");
        string[] contenders = parsed.GetValue(_contenders) ?? [];
        if (contenders.Contains(""))
            throw new UsageException("--contender must be part of a name, not empty");
        string? picture = parsed.GetValue(_picture);
        if (picture is not null && !Picture.IsPng(picture) && !Picture.IsSvg(picture))
            throw new UsageException($"--picture must name a file that ends in .png or .svg, not '{picture}'");
        return new(
            parsed.GetValue(_functions).Or(Enum.GetValues<Operation>()),
            [.. sets.Where(set => names is null || names.Contains(set.Name))],
            precision,
            contenders,
            parsed.GetValue(_samples),
            parsed.GetValue(_seed),
            picture,
            parsed.GetValue(_out),
            parsed.GetValue(_json));
    }
}
