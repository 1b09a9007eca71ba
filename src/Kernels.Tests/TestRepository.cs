namespace Kernels.Tests;

/// <summary>The checkout that the tests run from.</summary>
internal static class TestRepository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Every C# file of the checkout that no build has made.</summary>
    public static IEnumerable<string> SourceFiles() => SourceFiles("*.cs");

    /// <summary>Every file of some patterns that no build has made.</summary>
    public static IEnumerable<string> SourceFiles(params string[] patterns) =>
        patterns.SelectMany(pattern => Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)).Where(IsSource);

    private static bool IsSource(string file) =>
        !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kernels.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run from within the repository.");
    }
}
