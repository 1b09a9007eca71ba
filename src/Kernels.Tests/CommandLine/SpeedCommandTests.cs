using System.Text.Json;

namespace Kernels.Tests.CommandLine;

/// <summary>What the command line says of speed: like is measured with like, and what is reported has been.</summary>
public sealed class SpeedCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernels-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Threads_that_are_not_used_are_not_reported()
    {
        using var report = Report("--points", "1000", "--threads", $"{32 * Environment.ProcessorCount}");
        Assert.Equal(Environment.ProcessorCount, report.RootElement.GetProperty("threads").GetInt32());
        string table = Run("--points", "1000", "--threads", $"{32 * Environment.ProcessorCount}", "--plot", "b.svg").Output;
        Assert.Contains($"all cores ({Environment.ProcessorCount})", table, StringComparison.Ordinal);
        Assert.Contains("Merely writing", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1_500_000)]
    public void One_core_all_cores_and_mere_writing_do_the_same(int points)
    {
        using var report = Report("--points", $"{points}");
        Assert.Equal(Points("oneCore"), Points("allCores"));
        Assert.Equal(Points("oneCore"), Points("writing"));
        Assert.Equal(points, Points("allPoints"));

        int Points(string row) => report.RootElement.GetProperty(row).GetProperty("points").GetInt32();
    }

    [Fact]
    public void Where_no_second_thread_has_been_asked_the_two_are_one()
    {
        foreach (string[] arguments in (string[][])[["--points", "1"], ["--points", "400000", "--threads", "1"]])
        {
            using var report = Report(arguments);
            Assert.Equal(Nanoseconds("oneCore"), Nanoseconds("allCores"));

            double Nanoseconds(string row) => report.RootElement.GetProperty(row).GetProperty("nanosecondsPerPoint").GetDouble();
        }
    }

    private JsonDocument Report(params string[] arguments)
    {
        var child = Run([.. arguments, "--plot", "a.svg", "--json"]);
        File.Delete(Path.Combine(_folder, "a.svg"));
        Assert.Equal((0, ""), (child.ExitCode, child.Error));
        return JsonDocument.Parse(child.Output);
    }

    private Child Run(params string[] arguments) => Child.Run(Child.Program("src", "Kernels.Cli"), arguments, folder: _folder);
}
