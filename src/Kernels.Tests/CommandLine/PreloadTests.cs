using System.Text.Json;

namespace Kernels.Tests.CommandLine;

/// <summary>The command line in a process whose threads flush subnormals to zero: it says and writes the same.</summary>
public sealed class PreloadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernels-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("-3", "3")]
    [InlineData("0", "1e-310")]
    [InlineData("1e300", "1.1e300")]
    public void A_preloaded_library_with_fast_mathematics_changes_nothing(string from, string to)
    {
        FloatingPointState.Require();
        var (usual, points) = Run(from, to, new());
        var (flushed, flushedPoints) = Run(from, to, new() { ["LD_PRELOAD"] = FloatingPointState.FastMathLibrary()! });
        Assert.Equal(points, flushedPoints);
        Assert.Equal(usual, flushed);
    }

    private (string Deviation, string Points) Run(string from, string to, Dictionary<string, string> environment)
    {
        string name = $"{Guid.NewGuid()}.csv";
        string[] arguments = ["curve", "--points", "3000", "--from", from, "--to", to, "--json", "--out", name, "--plot", "none"];
        var child = Child.Run(Child.Program("src", "Kernels.Cli"), arguments, environment, _folder);
        Assert.Equal((0, ""), (child.ExitCode, child.Error));
        using var document = JsonDocument.Parse(child.Output);
        return (document.RootElement.GetProperty("deviation").GetRawText(), File.ReadAllText(Path.Combine(_folder, name)));
    }
}
