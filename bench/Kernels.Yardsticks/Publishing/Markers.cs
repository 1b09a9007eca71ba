using System.Text.RegularExpressions;
using Kernels.Yardsticks.Results;

namespace Kernels.Yardsticks.Publishing;

/// <summary>
/// Tables between markers in a Markdown page: <c>&lt;!-- table NAME from FOLDER --&gt;</c> to <c>&lt;!-- end of table --&gt;</c>.
/// </summary>
public static partial class Markers
{
    /// <summary>The pages that have tables.</summary>
    public static readonly string[] Pages = ["README.md", "docs/accuracy.md", "docs/benchmarking.md"];

    /// <summary>Fills every table of a page anew.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="folder">Where the results come from, for tables of the same width; null for the folder that each marker names.</param>
    /// <param name="render">Makes a table from its name and its folder.</param>
    public static string Fill(string page, string? folder, Func<string, string, string> render) => Table().Replace(page, match =>
    {
        string name = match.Groups["name"].Value, from = match.Groups["folder"].Value;
        if (folder is not null && ResultFiles.WidthOf(folder) == ResultFiles.WidthOf(from))
            from = folder;
        return $"<!-- table {name} from {from} -->\n{render(name, from).TrimEnd()}\n<!-- end of table -->";
    });

    /// <summary>The names of a page's tables.</summary>
    public static IEnumerable<string> Names(string page) => Table().Matches(page).Select(match => match.Groups["name"].Value);

    /// <summary>Whether a page has a table from a folder.</summary>
    public static bool HasTableFrom(string page, string folder) =>
        Table().Matches(page).Any(match => match.Groups["folder"].Value == folder);

    [GeneratedRegex(@"<!-- table (?<name>[a-z-]+) from (?<folder>[a-z0-9-]+) -->\n.*?<!-- end of table -->", RegexOptions.Singleline)]
    private static partial Regex Table();
}
