using System.Globalization;
using System.Text.RegularExpressions;
using Kernels.Functions;

namespace Kernels.Tests.Repository;

/// <summary>The README shows what compiles, prints what it says, and states the declared bounds.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = TestRepository.Read("README.md");

    [Fact]
    public void Examples_are_those_that_compile()
    {
        var regions = (
            from file in Directory.GetFiles(TestRepository.PathOf("examples", "Kernels.Examples"), "*.cs").Select(File.ReadAllText)
            from region in Regions().Matches(file)
            select (Name: region.Groups["name"].Value, Code: Dedent(region.Groups["code"].Value), Usings: Usings(file)))
            .ToDictionary(region => region.Name);
        var shown = Examples().Matches(Readme);
        Assert.True(shown.Count >= 5);
        Assert.Equal(shown.Count, Readme.Split("```csharp").Length - 1);
        foreach (Match example in shown)
        {
            var parts = example.Groups["names"].Value.Split(' ').Select(name => regions[name]).ToArray();

            // System first, as the format asks.
            var usings = parts
                .SelectMany(part => part.Usings)
                .Distinct()
                .OrderByDescending(line => line.Contains(" System", StringComparison.Ordinal));
            string pasted = string.Join("\n\n", parts.Select(part => part.Code).Prepend(string.Join('\n', usings)));
            Assert.Equal(pasted, example.Groups["code"].Value.TrimEnd());
        }
    }

    [Fact]
    public void Examples_print_what_the_README_says()
    {
        var child = Child.Run(Child.Program("examples", "Kernels.Examples"), [], new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" });
        Assert.Equal(0, child.ExitCode);
        var shown = Outputs().Matches(Readme);
        Assert.True(shown.Count >= 5);
        string expected = string.Concat(shown.Select(match => match.Groups["text"].Value));
        Assert.StartsWith(expected, child.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_are_the_declared_ones()
    {
        string byHarmonic = Number(FourierCurve.ErrorBoundByHarmonic), byCoefficient = Number(FourierCurve.ErrorBoundByCoefficient);
        string table = $"""
            <!-- bounds -->
            | function | largest error, over all doubles |
            |---|---|
            {string.Join('\n', FunctionTable.All.Select(f => $"| `Elementary.{f.Name}` | {Number(f.ErrorBoundInUlp)} ULP |"))}
            | `CorrectlyRounded`, all of them | none: always the nearest double |
            | `Elementary` and `CorrectlyRounded` over floats | none: always the nearest float, checked for every float, proved for pairs |
            | `HeartCurve`, x | {Number(HeartCurve.ErrorBoundOfXInUlp)} ULP |
            | `HeartCurve`, y | {Number(HeartCurve.ErrorBoundOfYInUlpOf17)} ULP of 17 |
            | `HeartCurve` over floats, x and y | {Number(HeartCurve.ErrorBoundInSingleUlp)} ULP, of 17 for y |
            | `FourierCurve`, each coordinate | 2⁻⁵³·Σ ({byHarmonic}k + {byCoefficient})(\|aₖ\| + \|bₖ\|) |
            <!-- end of bounds -->
            """.ReplaceLineEndings("\n");
        Assert.Contains(table, Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_and_pages_state_the_declared_bounds()
    {
        foreach (var function in FunctionTable.All)
        {
            string file = TestRepository.Read("src", "Kernels", Kernels.Overloads.OverloadSource.FileOf(function));
            var stated = StatedBounds().Matches(file);
            Assert.Equal(function.Parameters.Length == 1 ? 7 : 11, stated.Count);
            Assert.All(stated, match => Assert.Equal(Number(function.ErrorBoundInUlp), match.Groups["bound"].Value));
        }

        string heart = TestRepository.Read("src", "Kernels", "Curves", "HeartCurve.cs");
        string ofX = $"x at most {Number(HeartCurve.ErrorBoundOfXInUlp)} ULP";
        string ofY = $"y at most {Number(HeartCurve.ErrorBoundOfYInUlpOf17)} ULP of 17";
        Assert.Contains($"{ofX}; {ofY}", heart, StringComparison.Ordinal);
        Assert.Contains($"at most {Number(HeartCurve.ErrorBoundInSingleUlp)} ULP, of 17 for y", heart, StringComparison.Ordinal);
        string page = TestRepository.Read("docs", "accuracy.md");
        Assert.Contains($"| sine | {Number(SineCosine.ErrorBoundInUlp)} ULP |", page, StringComparison.Ordinal);
        Assert.Contains($"| cosine | {Number(SineCosine.ErrorBoundInUlp)} ULP |", page, StringComparison.Ordinal);
        string ofSingles = $"{Number(HeartCurve.ErrorBoundInSingleUlp)} ULP, of 17 for y";
        Assert.Contains($"| heart of floats, x and y | {ofSingles} |", page, StringComparison.Ordinal);
        Assert.Equal(16, FourierCurve.SingleFactor);
        Assert.Contains("½ ULP and 2⁻⁴⁹·Σ (10k + 8)", page, StringComparison.Ordinal);
        Assert.Contains($"| heart, x | {Number(HeartCurve.ErrorBoundOfXInUlp)} ULP |", page, StringComparison.Ordinal);
        Assert.Contains($"| heart, y | {Number(HeartCurve.ErrorBoundOfYInUlpOf17)} ULP of 17 |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_the_same_everywhere()
    {
        string version = Version().Match(TestRepository.Read("Directory.Build.props")).Groups["version"].Value;
        Assert.Matches(@"^\d+\.\d+\.\d+$", version);
        Assert.Contains($"\nversion: {version}\n", TestRepository.Read("CITATION.cff"), StringComparison.Ordinal);
        Assert.Contains($"\n## {version}\n", TestRepository.Read("CHANGELOG.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_lead_somewhere()
    {
        string[] pages =
        [
            "README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/your-own-function.md", "docs/architecture.md", "docs/accuracy.md",
            "docs/benchmarking.md",
        ];
        foreach (string page in pages)
        {
            string folder = Path.GetDirectoryName(TestRepository.PathOf(page))!;
            foreach (Match link in Links().Matches(TestRepository.Read(page)))
                Assert.True(File.Exists(Path.Combine(folder, link.Groups["target"].Value)), $"{page}: {link.Value}");
        }
    }

    // The lines without which a file does not compile: the build refuses a using that nothing needs.
    private static string[] Usings(string file) =>
        [.. file.Split('\n').TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal))];

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Dedent(string code)
    {
        string[] lines = code.TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : ""));
    }

    [GeneratedRegex(@"// README: (?<name>\w+)\n(?<code>.*?)\n\s*// README: end", RegexOptions.Singleline)]
    private static partial Regex Regions();

    [GeneratedRegex(@"<!-- example (?<names>[\w ]+) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();

    [GeneratedRegex(@"<!-- output (?<name>\w+) -->\n```text\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Outputs();

    [GeneratedRegex(@"(?<bound>[0-9.]+) ULP")]
    private static partial Regex StatedBounds();

    [GeneratedRegex(@"<VersionPrefix>(?<version>.*)</VersionPrefix>")]
    private static partial Regex Version();

    [GeneratedRegex(@"\]\((?<target>[^)#:]+)\)")]
    private static partial Regex Links();
}
