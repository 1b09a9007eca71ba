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
        $"Functions: {string.Join(", ", Operation.All.Select(operation => operation.Name))}; all by default.",
        Operation.ByName(Operation.All));

    private readonly Option<string[]> _intervals = Choice.Several(
        "--interval",
        $"Arguments, of each function those that it has: {string.Join(", ", ArgumentSet.Names)}, where bits are evenly spaced in their "
            + "bit patterns, with both signs, and hard are those nearest to the middle between two numbers, worst for other libraries, and "
            + $"of the file NAME-hard.txt of the folder ${HardArguments.FolderVariable}; all by default.",
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
        var functions = parsed.GetValue(_functions).Or(Operation.All);
        string[] names = parsed.GetValue(_intervals) ?? [];
        if (names.FirstOrDefault(name => functions.All(function => ArgumentSet.Of(function, precision).All(set => set.Name != name)))
            is { } beyond)
        {
            throw new UsageException($"--interval {beyond} is of none of these functions, or beyond the largest {precision.Name()}");
        }

        string[] contenders = parsed.GetValue(_contenders) ?? [];
        if (contenders.Contains(""))
            throw new UsageException("--contender must be part of a name, not empty");
        string? picture = parsed.GetValue(_picture);
        if (picture is not null && !Picture.IsPng(picture) && !Picture.IsSvg(picture))
            throw new UsageException($"--picture must name a file that ends in .png or .svg, not '{picture}'");
        return new(
            functions,
            names,
            precision,
            contenders,
            parsed.GetValue(_samples),
            parsed.GetValue(_seed),
            picture,
            parsed.GetValue(_out),
            parsed.GetValue(_json));
    }
}
