using System.Globalization;
using System.Text.RegularExpressions;
using Kernels.Elementary;

namespace Kernels.Tests.Repository;

/// <summary>The README shows what compiles, prints what it says, and states the declared bounds.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = TestRepository.Read("README.md");

    [Fact]
    public void Examples_are_those_that_compile()
    {
        string sources = string.Join('\n', Directory.GetFiles(TestRepository.PathOf("examples", "Kernels.Examples"), "*.cs").Select(File.ReadAllText));
        var regions = Regions().Matches(sources).ToDictionary(match => match.Groups["name"].Value, match => Dedent(match.Groups["code"].Value));
        var shown = Examples().Matches(Readme);
        Assert.True(shown.Count >= 3);
        foreach (Match example in shown)
            Assert.Equal(regions[example.Groups["name"].Value], example.Groups["code"].Value.TrimEnd());
    }

    [Fact]
    public void Examples_print_what_the_README_says()
    {
        var child = Child.Run(Child.Program("examples", "Kernels.Examples"), [], new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" });
        Assert.Equal(0, child.ExitCode);
        var shown = Outputs().Matches(Readme);
        Assert.True(shown.Count >= 2);
        string expected = string.Concat(shown.Select(match => match.Groups["text"].Value));
        Assert.StartsWith(expected, child.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_are_the_declared_ones()
    {
        string table = $"""
            <!-- bounds -->
            | function | largest error, over all doubles |
            |---|---|
            | `Trig.Sin`, `Trig.Cos`, `Trig.SinCos` | {Number(SineCosine.ErrorBoundInUlp)} ULP |
            | `CorrectlyRounded.Sin`, `.Cos`, `.SinCos` | none: always the nearest double |
            | `Trig` and `CorrectlyRounded` over floats | none: always the nearest float, checked for every float |
            | `HeartCurve`, x | {Number(HeartCurve.ErrorBoundOfXInUlp)} ULP |
            | `HeartCurve`, y | {Number(HeartCurve.ErrorBoundOfYInUlpOf17)} ULP of 17 |
            | `HeartCurve` over floats, x and y | {Number(HeartCurve.ErrorBoundInSingleUlp)} ULP, of 17 for y |
            | `FourierCurve`, each coordinate | 2⁻⁵³·Σ ({Number(FourierCurve.ErrorBoundByHarmonic)}k + {Number(FourierCurve.ErrorBoundByCoefficient)})(\|aₖ\| + \|bₖ\|) |
            <!-- end of bounds -->
            """.ReplaceLineEndings("\n");
        Assert.Contains(table, Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_and_pages_state_the_declared_bounds()
    {
        var inTrig = StatedBounds().Matches(TestRepository.Read("src", "Kernels", "Trig.cs"));
        Assert.True(inTrig.Count > 10);
        Assert.All(inTrig, match => Assert.Equal(Number(SineCosine.ErrorBoundInUlp), match.Groups["bound"].Value));
        string heart = TestRepository.Read("src", "Kernels", "Curves", "HeartCurve.cs");
        Assert.Contains($"x at most {Number(HeartCurve.ErrorBoundOfXInUlp)} ULP; y at most {Number(HeartCurve.ErrorBoundOfYInUlpOf17)} ULP of 17", heart, StringComparison.Ordinal);
        Assert.Contains($"at most {Number(HeartCurve.ErrorBoundInSingleUlp)} ULP, of 17 for y", heart, StringComparison.Ordinal);
        string page = TestRepository.Read("docs", "accuracy.md");
        Assert.Contains($"| sine | {Number(SineCosine.ErrorBoundInUlp)} ULP |", page, StringComparison.Ordinal);
        Assert.Contains($"| cosine | {Number(SineCosine.ErrorBoundInUlp)} ULP |", page, StringComparison.Ordinal);
        Assert.Contains($"| heart of floats, x and y | {Number(HeartCurve.ErrorBoundInSingleUlp)} ULP, of 17 for y |", page, StringComparison.Ordinal);
        Assert.Equal(16, FourierCurve.SingleFactor);
        Assert.Contains("½ ULP and 2⁻⁴⁹·Σ (10k + 8)", page, StringComparison.Ordinal);
        Assert.Contains($"| heart, x | {Number(HeartCurve.ErrorBoundOfXInUlp)} ULP |", page, StringComparison.Ordinal);
        Assert.Contains($"| heart, y | {Number(HeartCurve.ErrorBoundOfYInUlpOf17)} ULP of 17 |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_lead_somewhere()
    {
        foreach (string page in (string[])["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/accuracy.md", "docs/benchmarking.md"])
        {
            string folder = Path.GetDirectoryName(TestRepository.PathOf(page))!;
            foreach (Match link in Links().Matches(TestRepository.Read(page)))
                Assert.True(File.Exists(Path.Combine(folder, link.Groups["target"].Value)), $"{page}: {link.Value}");
        }
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Dedent(string code)
    {
        string[] lines = code.TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : ""));
    }

    [GeneratedRegex(@"// README: (?<name>\w+)\n(?<code>.*?)\n\s*// README: end", RegexOptions.Singleline)]
    private static partial Regex Regions();

    [GeneratedRegex(@"<!-- example (?<name>\w+) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();

    [GeneratedRegex(@"<!-- output (?<name>\w+) -->\n```text\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Outputs();

    [GeneratedRegex(@"(?<bound>[0-9.]+) ULP")]
    private static partial Regex StatedBounds();

    [GeneratedRegex(@"\]\((?<target>[^)#:]+)\)")]
    private static partial Regex Links();
}
