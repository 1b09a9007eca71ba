using System.Runtime.Versioning;

namespace Kernels.Tests.CommandLine;

/// <summary>A folder of its own for each test, and the command line run in it.</summary>
public abstract class TemporaryFolder : IDisposable
{
    private protected string Folder { get; } = Directory.CreateTempSubdirectory("kernels-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static string Program => Child.Program("src", "Kernels.Cli");

    /// <summary>Runs the command line on few points.</summary>
    private protected Child Run(params string[] arguments) =>
        Child.Run(Program, ["curve", .. arguments, "--points", "1000"], folder: Folder);

    /// <summary>Fits a curve to an outline of the folder.</summary>
    private protected Child RunOutline(string outline, params string[] arguments) =>
        Child.Run(Program, ["curve", "fourier", "--outline", outline, .. arguments, "--points", "1000"], folder: Folder);

    private protected Child Shell(string command) => Child.Run("bash", ["-c", command], new() { ["kernels"] = Program }, Folder);

    private protected string PathOf(string file) => Path.Combine(Folder, file);

    private protected void Write(string file, string content) => File.WriteAllText(PathOf(file), content);

    private protected string Read(string file) => File.ReadAllText(PathOf(file));

    private protected void WriteOutline(string file) => Write(file, Outline);

    private protected void Link(string link, string target) => File.CreateSymbolicLink(PathOf(link), target);

    private protected string[] Files() => [.. Directory.GetFileSystemEntries(Folder).Select(file => Path.GetFileName(file)).Order()];

    private protected static string Outline => "x,y\n0,0\n1,0\n1,1\n0,1\n";

    /// <summary>A file of points has the bytes that it should have.</summary>
    private protected void CheckPoints(string file) => Assert.Equal(128 + (24 * 1000), new FileInfo(PathOf(file)).Length);

    private protected static void CheckSuccess(Child child) => Assert.Equal((0, ""), (child.ExitCode, child.Error));

    private protected static void CheckMistake(Child child, int exitCode, params string[] named)
    {
        Assert.Equal("", child.Output);
        string line = Assert.Single(child.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("kernels: ", line, StringComparison.Ordinal);
        foreach (string text in named)
            Assert.Contains(text, line, StringComparison.Ordinal);
        Assert.Equal(exitCode, child.ExitCode);
    }

    /// <summary>Whether there are modes, pipes and a shell.</summary>
    [UnsupportedOSPlatformGuard("windows")]
    private protected static bool IsPosix => !OperatingSystem.IsWindows();
}
