using System.Text.RegularExpressions;
using Kernels.Lanes;
using Kernels.Yardsticks.Racing;

namespace Kernels.Tests.Repository;

/// <summary>What the compiler makes of the hot loops: everything inlined, nothing spilled on the path of ordinary arguments.</summary>
public partial class DisassemblyTests
{
    [Theory]
    [InlineData("Heart]:EvaluateStrips", true)]
    [InlineData("SineAndCosine]:EvaluateStrips", true)]
    [InlineData("Sine]:EvaluateStrips", true)]
    [InlineData("Cosine]:EvaluateStrips", true)]
    [InlineData("CorrectSine,Kernels.Elementary.Proved]:EvaluateStrips", true)]
    [InlineData("CorrectCosine,Kernels.Elementary.Proved]:EvaluateStrips", true)]
    [InlineData("CorrectPairStrips`1[Kernels.Elementary.Proved]:EvaluateStrips", true)]
    [InlineData("Fourier]:EvaluateStrips", false)]
    [InlineData("Lissajous]:EvaluateNear", true)]
    [InlineData("Rose]:EvaluateNear", false)]
    public void Hot_loops_call_nothing_and_spill_nothing_that_fits(string method, bool fitsIntoRegisters)
    {
        string[] lines = HotLoops(method);
        Assert.Contains(lines, line => line.StartsWith("vfmadd", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("call", StringComparison.Ordinal));

        // A vector read back from the stack. (Table offsets are stored there, and read as numbers.)
        if (fitsIntoRegisters)
            Assert.DoesNotContain(lines, line => Regex.IsMatch(line, @",.*[xyz]mmword ptr \[r[bs]p"));
    }

    [Theory]
    [InlineData("Heart]:EvaluateStrips", OperationCounts.Heart)]
    [InlineData("SineAndCosine]:EvaluateStrips", OperationCounts.SinCos)]
    [InlineData("Sine]:EvaluateStrips", OperationCounts.Sin)]
    [InlineData("Cosine]:EvaluateStrips", OperationCounts.Sin)]
    public void Loops_multiply_as_often_as_the_comparison_says(string method, int multiplications) =>
        Assert.Equal(multiplications, HotLoops(method).Count(line => Regex.IsMatch(line, "^v(fn?m|mul)")));

    // Without it another thread may read what was there before; no test would ever see that.
    [Fact]
    public void Streamed_results_end_with_a_fence()
    {
        if (!System.Runtime.Intrinsics.X86.Sse.IsSupported)
            Assert.Skip("The fence is another instruction here.");
        foreach (string shape in (string[])["StagedOneToOne", "StagedOneToTwo"])
        {
            string[] finishing = [.. Listings.Value.Where(text => Regex.IsMatch(text, $@"{shape}\S+:Finish\("))];
            Assert.NotEmpty(finishing);
            Assert.All(finishing, text => Assert.Contains("sfence", text, StringComparison.Ordinal));
        }
    }

    // The instructions of the innermost loops: from a label to a jump back to it, with no other such pair between.
    private static string[] HotLoops(string method)
    {
        if (!FusedMultiplyAdd.IsHardware)
            Assert.Skip("Without fused multiply-add the loops call its emulation.");
        string[] lines = Listings.Value.Single(text => text.Contains($".{method}", StringComparison.Ordinal)).Split('\n');
        var labels = new Dictionary<string, int>();
        int after = 0;
        var instructions = new List<string>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (Label().Match(lines[i]) is { Success: true } label)
                labels[label.Value] = i;
            else if (Jump().Match(lines[i]) is { Success: true } jump && labels.TryGetValue(jump.Groups["label"].Value, out int start) && start >= after)
                instructions.AddRange(lines[start..(after = i)].Where(line => Instruction().IsMatch(line)).Select(line => line.Trim()));
        }

        return [.. instructions];
    }

    private static readonly Lazy<string[]> Listings = new(() =>
    {
        string file = Path.GetTempFileName();
        try
        {
            var child = Child.Run(Child.Program("examples", "Kernels.Examples"), ["1000"], new()
            {
                ["DOTNET_JitDisasm"] = "EvaluateNear EvaluateStrips Finish",
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

    [GeneratedRegex(@"^G_M\w+(?=:)")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s+j\w+\s+(SHORT )?(?<label>G_M\w+)")]
    private static partial Regex Jump();

    [GeneratedRegex(@"^\s+[a-z]+[a-z0-9]*\s")]
    private static partial Regex Instruction();
}
