namespace Kernels.Tests.Repository;

/// <summary>The gate counts what it reads.</summary>
public class GateTests
{
    [Fact]
    public void What_the_gate_reads_is_English_whatever_language_the_user_has()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("There is no bash.");
        string[] gate = TestRepository.Read(".ci", "run").Split('\n');
        string export = Assert.Single(gate, line => line.StartsWith("export ", StringComparison.Ordinal));
        var child = Child.Run("bash", ["-c", $"{export}; dotnet --help"], new() { ["LC_ALL"] = "de_DE.UTF-8" });
        Assert.Contains("Usage:", child.Output, StringComparison.Ordinal);
    }
}
