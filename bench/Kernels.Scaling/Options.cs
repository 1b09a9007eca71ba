using System.CommandLine;
using Kernels.Yardsticks.CommandLine;

namespace Kernels.Scaling;

/// <summary>What the command line asks for.</summary>
/// <param name="Sections">The questions.</param>
/// <param name="Length">Elements of a large array.</param>
/// <param name="OutFile">Where the result goes; null for nowhere.</param>
/// <param name="Json">Print one JSON object instead of tables.</param>
internal sealed record Request(IReadOnlyList<Section> Sections, int Length, string? OutFile, bool Json);

/// <summary>The command line.</summary>
internal sealed class Options
{
    private readonly Option<Section[]> _sections = Choice.Several(
        "--sections",
        $"Questions: {string.Join(", ", Section.All.Select(section => section.Name))}; all by default.",
        Section.All.ToDictionary(section => section.Name));

    private readonly Option<int> _length = Choice.WholeNumber(
        "--length", "Elements of a large array; 16777216 by default.", 1 << 24, 1, 1 << 28);

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object and nothing else." };

    private readonly Option<string?> _out = Choice.File(
        "--out", "File for the result, as JSON; scaling.json under bench/results is what is published.");

    public RootCommand Command(Func<Request, int> run)
    {
        var root = new RootCommand(
            "Measures large arrays, all cores, grids and Fourier curves: how far from the machine's limits, "
                + "and what a parallel call costs where it does not pay.")
        {
            _sections, _length, _json, _out,
        };
        root.SetAction(parsed => run(new(
            parsed.GetValue(_sections).Or(Section.All), parsed.GetValue(_length), parsed.GetValue(_out), parsed.GetValue(_json))));
        return root;
    }
}
