using System.CommandLine;
using Kernels.Yardsticks.CommandLine;

namespace Kernels.Versions;

/// <summary>What the command line asks for.</summary>
/// <param name="Old">A folder with the old build of the library and of the examples.</param>
/// <param name="New">The same of the new build.</param>
/// <param name="Rows">The calls that are timed.</param>
/// <param name="Processes">How many processes time them.</param>
/// <param name="IsChild">Whether this is one of them.</param>
internal sealed record Request(string Old, string New, IReadOnlyList<string> Rows, int Processes, bool IsChild);

/// <summary>The command line.</summary>
internal sealed class Options
{
    private readonly Option<string> _old = Folder("--old", "Folder with the old Kernels.dll and Kernels.Examples.dll.");

    private readonly Option<string> _new = Folder("--new", "Folder with the new ones.");

    private readonly Option<string[]> _rows = new("--rows")
    {
        Description = "Calls to time, as sin@4096, or sin@4096/16 with one argument of 16 far out; all by default that both have. "
            + $"They are: {string.Join(", ", Call.Operations)}.",
        HelpName = "CALL@LENGTH",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            string[] rows = [.. result.Tokens.Select(token => token.Value)];
            if (Array.Find(rows, row => !Call.IsRow(row)) is { } wrong)
                result.AddError($"--rows takes a call and a length, as sin@4096, not '{wrong}'");
            return rows;
        },
    };

    private readonly Option<int> _processes = Choice.WholeNumber("--processes", "Processes; 10 by default.", 10, 1, 1000);

    private readonly Option<bool> _child = new("--child") { Description = "Time in this process and print plain numbers." };

    public RootCommand Command(Func<Request, int> run)
    {
        var root = new RootCommand(
            "Times two builds of the library, loaded side by side and called in turns, in several processes: "
                + "the median of the ratios of minima, and the same of the old build against itself.")
        {
            _old, _new, _rows, _processes, _child,
        };
        root.SetAction(parsed => run(new(
            Checked(parsed.GetValue(_old)!),
            Checked(parsed.GetValue(_new)!),
            parsed.GetValue(_rows) is { Length: > 0 } rows ? rows : Call.Rows,
            parsed.GetValue(_processes),
            parsed.GetValue(_child))));
        return root;
    }

    private static Option<string> Folder(string name, string description) =>
        new(name) { Description = description, HelpName = "FOLDER", Required = true };

    private static string Checked(string folder) =>
        File.Exists(Path.Combine(folder, Build.Library)) && File.Exists(Path.Combine(folder, Build.Examples))
            ? Path.GetFullPath(folder)
            : throw new UsageException($"{folder} must have {Build.Library} and {Build.Examples}");
}
