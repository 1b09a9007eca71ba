using System.Text.RegularExpressions;

namespace Kernels.Tests.Repository;

/// <summary>The folders are layers, and a file mentions only what its own layer or a lower one declares.</summary>
public partial class LayerTests
{
    // From the bottom. The last is what lies in the project's folder itself, and what reads calls of it.
    private static readonly string[][] Layers =
        [["Lanes"], ["Functions", "Curves"], ["Loops"], ["Threading"], ["Programs"], ["", "Lambdas"]];

    [Fact]
    public void Dependencies_point_down()
    {
        HashSet<string>[] declared = [.. Layers.Select(folders => folders.SelectMany(Files).SelectMany(Declared).ToHashSet())];
        Assert.All(declared, names => Assert.NotEmpty(names));
        var offences =
            from layer in Enumerable.Range(0, Layers.Length)
            from file in Layers[layer].SelectMany(Files)
            from name in Identifiers().Matches(Code(file)).Select(match => match.Value).Distinct()
            where Enumerable.Range(layer + 1, Layers.Length - layer - 1).Any(above => declared[above].Contains(name))
                && !Enumerable.Range(0, layer + 1).Any(below => declared[below].Contains(name))
            select $"{Path.GetFileName(file)} mentions {name}";
        Assert.Empty(offences);
    }

    [Fact]
    public void Kernels_see_no_span_pointer_or_width()
    {
        var offences =
            from file in Layers[1].SelectMany(Files)
            from match in Regex.Matches(Code(file), @"\bSpan<|\bVector(128|256|512)\b|\bunsafe\b|\bDouble[1248]\b|\bSingle(1|4|8|16)\b")
            select $"{Path.GetFileName(file)} mentions {match.Value}";
        Assert.Empty(offences);
    }

    [Fact]
    public void Only_lanes_and_loops_are_unsafe_and_only_they_know_widths()
    {
        var offences =
            from folder in (string[])["Functions", "Curves", "Threading"]
            from file in Files(folder)
            where Regex.IsMatch(Code(file), @"\bunsafe\b|\bVector(128|256|512)\b")
            select Path.GetFileName(file);
        Assert.Empty(offences);
    }

    [Fact]
    public void No_source_file_is_longer_than_four_hundred_lines()
    {
        foreach (string file in TestRepository.SourceFiles())
            Assert.True(file.EndsWith(".g.cs", StringComparison.Ordinal) || File.ReadLines(file).Count() <= 400, file);
    }

    [Fact]
    public void The_library_has_no_package_and_no_project_beside_the_framework()
    {
        string project = TestRepository.Read("src", "Kernels", "Kernels.csproj");
        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
        Assert.All(
            Regex.Matches(project, "<PackageReference[^>]*>"),
            match => Assert.Contains("PrivateAssets=\"all\"", match.Value, StringComparison.Ordinal));
        Assert.All(
            typeof(Elementary).Assembly.GetReferencedAssemblies(),
            name => Assert.StartsWith("System.", name.Name, StringComparison.Ordinal));
    }

    private static string[] Files(string folder) => Directory.GetFiles(
        TestRepository.PathOf("src", "Kernels", folder),
        "*.cs",
        folder.Length > 0 ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly);

    private static IEnumerable<string> Declared(string file) =>
        Declarations().Matches(Code(file)).Select(match => match.Groups[1].Value);

    // Without comments and strings. The framework's Vector512 and its like stay.
    private static string Code(string file) => Comments().Replace(File.ReadAllText(file), " ");

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|""[^""\n]*""", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record)\s+([A-Z]\w*)")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Identifiers();
}
