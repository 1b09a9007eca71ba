using System.Text.RegularExpressions;
using Kernels.Lanes;
using Kernels.Yardsticks.Racing;

namespace Kernels.Tests.Repository;

/// <summary>What the compiler makes of the hot loops: everything inlined, nothing spilled on the path of ordinary arguments.</summary>
public partial class DisassemblyTests
{
    [Theory]
    [InlineData("HeartCurve", true)]
    [InlineData("SineCosineFunction", true)]
    [InlineData("Lissajous", true)]
    [InlineData("Rose", false)]
    public void Hot_loops_call_nothing_and_spill_nothing_that_fits(string curve, bool fitsIntoRegisters)
    {
        string[] lines = Instructions(curve);
        Assert.Contains(lines, line => line.StartsWith("vfmadd", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("call", StringComparison.Ordinal));
        if (fitsIntoRegisters)
            Assert.DoesNotContain(lines, line => Regex.IsMatch(line, @"[xyz]mmword ptr \[r[bs]p"));
    }

    [Theory]
    [InlineData("HeartCurve", OperationCounts.Heart)]
    [InlineData("SineCosineFunction", OperationCounts.SinCos)]
    public void Loops_multiply_as_often_as_the_comparison_says(string curve, int multiplications) =>
        Assert.Equal(multiplications, Instructions(curve).Count(line => Regex.IsMatch(line, "^v(fn?m|mul)")));

    private static string[] Instructions(string curve)
    {
        if (!FusedMultiplyAdd.IsHardware)
            Assert.Skip("Without fused multiply-add the loops call its emulation.");
        string listing = Listings.Value.Single(text => text.Contains($"{curve}]:EvaluateNear", StringComparison.Ordinal));
        return [.. listing.Split('\n').Where(line => Instruction().IsMatch(line)).Select(line => line.Trim())];
    }

    private static readonly Lazy<string[]> Listings = new(() =>
    {
        string file = Path.GetTempFileName();
        try
        {
            var child = Child.Run(Child.Program("examples", "Kernels.Examples"), [], new()
            {
                ["DOTNET_JitDisasm"] = "EvaluateNear",
                ["DOTNET_JitStdOutFile"] = file,
            });
            Assert.Equal(0, child.ExitCode);
            return File.ReadAllText(file).Split("; Assembly listing for method");
        }
        finally
        {
            File.Delete(file);
        }
    });

    [GeneratedRegex(@"^\s+[a-z]+[a-z0-9]*\s")]
    private static partial Regex Instruction();
}
