using System.Text.RegularExpressions;
using Kernels.Lanes;
using Kernels.Yardsticks.Racing;

namespace Kernels.Tests.Repository;

/// <summary>What the compiler makes of the hot loops: everything inlined, nothing spilled on the path of ordinary arguments.</summary>
public partial class DisassemblyTests
{
    private const string Sine = "OnCircle`1[Kernels.Functions.Sine]";

    private const string Cosine = "OnCircle`1[Kernels.Functions.Cosine]";

    private const string SinCos = "OnCircle`1[Kernels.Functions.SineAndCosine]";

    private const string Heart = $"Mapped`2[Kernels.Functions.{SinCos},Kernels.Curves.Heart]";

    private const string Fourier = $"Mapped`2[Kernels.Functions.{SinCos},Kernels.Curves.Fourier]";

    private const string Exponential = "Exponential`1[Kernels.Functions.Exp]";

    private const string Exponential2 = "Exponential`1[Kernels.Functions.Exp2]";

    private const string Exponential10 = "Exponential`1[Kernels.Functions.Exp10]";

    private const string ExponentialLessOne = "Exponential`1[Kernels.Functions.ExpM1]";

    private const string Logarithm = "Logarithm`1[Kernels.Functions.Log]";

    private const string LogarithmPlusOne = "Logarithm`1[Kernels.Functions.LogP1]";

    private const string Power = "Power";

    private const string Hypotenuse = "Hypotenuse";

    private const string Cube = "CubeRoot";

    private const string Lissajous = "LanesBody`2[Examples.Lissajous,Kernels.Loops.CurveResults`1[Examples.Lissajous]]:EvaluateNear";

    private const string Rose = "LanesBody`2[Examples.Rose,Kernels.Loops.CurveResults`1[Examples.Rose]]:EvaluateNear";

    // Of the kernel for floats: multiplications and fused ones of a reduction and of both polynomials.
    private const int ReductionOfSingles = 3;

    private const int PolynomialsOfSingles = 6;

    [Theory]
    [InlineData(Heart, true)]
    [InlineData(SinCos, true)]
    [InlineData(Sine, true)]
    [InlineData(Cosine, true)]
    [InlineData(Sine, true, true)]
    [InlineData(Cosine, true, true)]
    [InlineData(SinCos, true, true)]
    [InlineData(Exponential, true)]
    [InlineData(Exponential, true, true)]
    [InlineData(ExponentialLessOne, true)]
    [InlineData(ExponentialLessOne, true, true)]
    [InlineData(Logarithm, true)]
    [InlineData(Logarithm, true, true)]
    [InlineData(LogarithmPlusOne, true)]
    [InlineData(Power, true)]
    [InlineData(Power, true, true)]
    [InlineData(Hypotenuse, true)]
    [InlineData(Hypotenuse, true, true)]
    [InlineData(Cube, true)]
    [InlineData(Cube, true, true)]
    [InlineData(Fourier, false)]
    [InlineData(Lissajous, true)]
    [InlineData(Rose, false)]
    public void Hot_loops_call_nothing_and_spill_nothing_that_fits(string method, bool fitsIntoRegisters, bool isCorrect = false) =>
        CheckLoops(method, "double", fitsIntoRegisters, isCorrect);

    [Theory]
    [InlineData(Heart, true)]
    [InlineData(SinCos, true)]
    [InlineData(Sine, true)]
    [InlineData(Cosine, true)]
    [InlineData(Fourier, false)]
    [InlineData(Exponential, true)]
    [InlineData(ExponentialLessOne, true)]
    [InlineData(Hypotenuse, true)]
    [InlineData(Cube, true)]
    [InlineData(Lissajous, true)]
    public void Hot_loops_over_floats_call_nothing_and_spill_nothing_that_fits(string method, bool fitsIntoRegisters) =>
        CheckLoops(method, "float", fitsIntoRegisters);

    private static void CheckLoops(string method, string format, bool fitsIntoRegisters, bool isCorrect = false)
    {
        string[] lines = HotLoops(method, format, isCorrect);
        Assert.Contains(lines, line => line.StartsWith("vfmadd", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("call", StringComparison.Ordinal));

        // Sixteen registers are too few for the constants of these and what they keep beside them.
        bool isLarge = format == "double" && (method == ExponentialLessOne || (isCorrect && method is Exponential or Power));

        // A vector read back from the stack. (Table offsets are stored there, and read as numbers.)
        if (fitsIntoRegisters && (!isLarge || Hardware.VectorBits == 512))
            Assert.DoesNotContain(lines, line => Regex.IsMatch(line, @",.*[xyz]mmword ptr \[r[bs]p"));
    }

    [Theory]
    [InlineData(Exponential, false)]
    [InlineData(Exponential, true)]
    [InlineData(Exponential2, false)]
    [InlineData(Exponential10, true)]
    [InlineData(ExponentialLessOne, false)]
    [InlineData(ExponentialLessOne, true)]
    [InlineData(Hypotenuse, false)]
    [InlineData(Hypotenuse, true)]
    [InlineData(Cube, false)]
    [InlineData(Cube, true)]
    public void Loops_for_all_arguments_call_nothing(string method, bool isCorrect)
    {
        string[] lines = HotLoops(method, "double", isCorrect, nameof(Whole));
        Assert.Contains(lines, line => line.StartsWith("vfmadd", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("call", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Heart)]
    [InlineData(SinCos)]
    [InlineData(Sine)]
    [InlineData(Exponential)]
    [InlineData(ExponentialLessOne)]
    [InlineData(Hypotenuse)]
    [InlineData(Cube)]
    public void Few_vectors_call_nothing(string function)
    {
        string[] lines = HotLoops($"TableBody`2[Kernels.Functions.{function},Kernels.Loops.Declared]:EvaluateShort", "double");
        Assert.Contains(lines, line => line.StartsWith("vfmadd", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("call", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Heart, OperationCounts.Heart)]
    [InlineData(SinCos, OperationCounts.SinCos)]
    [InlineData(Sine, OperationCounts.Sin)]
    [InlineData(Cosine, OperationCounts.Sin)]
    public void Loops_multiply_as_often_as_the_comparison_says(string method, int multiplications) =>
        Assert.Equal(multiplications, Multiplications(method, "double"));

    [Theory]
    [InlineData(Sine, ReductionOfSingles + PolynomialsOfSingles + 2)]
    [InlineData(Cosine, ReductionOfSingles + PolynomialsOfSingles + 2)]
    [InlineData(SinCos, ReductionOfSingles + PolynomialsOfSingles + 4)]
    [InlineData(Heart, ReductionOfSingles + PolynomialsOfSingles + 4 + 7)]
    public void Loops_over_floats_multiply_as_often_as_their_source(string method, int multiplications) =>
        Assert.Equal(multiplications, Multiplications(method, "float"));

    /// <summary>What the examples do not, for a disassembly of this program; elsewhere they are tested by their results.</summary>
    [Fact]
    public void Functions_go_through_the_loops()
    {
        float[] t = Inputs.Of<float>(Inputs.Uniform(1000, 100)), x = new float[t.Length], y = new float[t.Length];
        Elementary.Sin(t, x);
        Elementary.Cos(t, y);
        Elementary.SinCos(t, x, y);
        Elementary.Exp(t, x);
        Elementary.ExpM1(t, x);
        Elementary.Hypot(t, y, y);
        Elementary.Cbrt(t, x);
        Curve.Evaluate(new HeartCurve(), t, x, y);
        Curve.Evaluate(new FourierCurve([], [0, 12, 0, -4], [0, 13, -5, -2, -1], []), t, x, y);
        Curve.Evaluate(new Examples.Lissajous(3, 2, Math.PI / 2), t, x, y);
        Function.Sample(Root.Usual, 0, 0.001, x);
        Function.Apply(Root.Usual, t, t);
        double[] wide = Inputs.Uniform(1000, 100), results = new double[wide.Length];
        Elementary.Exp(wide, results);
        Elementary.ExpM1(wide, results);
        Elementary.Hypot(wide, results, results);
        CorrectlyRounded.Hypot(wide, results, results);
        Elementary.Cbrt(wide, results);
        double[] positive = [.. wide.Select(Math.Abs)], exponents = [.. wide.Select(number => number / 100)];
        Elementary.Log(positive, results);
        CorrectlyRounded.Log(positive, results);
        Elementary.LogP1(positive, results);
        Elementary.Pow(positive, exponents, results);
        CorrectlyRounded.Pow(positive, exponents, results);
        Elementary.Sin(wide.AsSpan(0, 16), results);
        Elementary.SinCos(wide.AsSpan(0, 16), results, new double[16]);
        Elementary.Exp(wide.AsSpan(0, 16), results);
        Elementary.ExpM1(wide.AsSpan(0, 16), results);
        Elementary.Hypot(wide.AsSpan(0, 16), results.AsSpan(0, 16), results);
        Curve.Evaluate(new HeartCurve(), wide.AsSpan(0, 16), results, new double[16]);
        CorrectlyRounded.Exp(wide, results);
        CorrectlyRounded.ExpM1(wide, results);
        Elementary.Cbrt(wide.AsSpan(0, 16), results);
        CorrectlyRounded.Cbrt(wide, results);
        wide[0] = 1e300;
        Elementary.Hypot(wide, wide, results);
        CorrectlyRounded.Hypot(wide, wide, results);
        wide[0] = 2000;
        Elementary.Exp(wide, results);
        Elementary.Exp2(wide, results);
        Elementary.ExpM1(wide, results);
        CorrectlyRounded.Exp(wide, results);
        CorrectlyRounded.Exp10(wide, results);
        CorrectlyRounded.ExpM1(wide, results);
        wide[0] = 1e-310;
        Elementary.Cbrt(wide, results);
        CorrectlyRounded.Cbrt(wide, results);
        Assert.All(x, value => Assert.True(value > 2));
        Stream<TableBody<Functions.SingleOnCircle<Functions.Sine>, Declared>, float>(t, x);
        Stream<TableBody<Functions.OnCircle<Functions.Sine>, Declared>, double>(wide, new double[wide.Length]);
    }

    private static unsafe void Stream<TBody, T>(T[] x, T[] y)
        where TBody : struct, IBody
        where T : unmanaged
    {
        fixed (T* input = x, output = y)
        {
            var columns = new DirectColumns<T> { First = input, Second = output, Stream = true };
            default(CallingThread).Run(new DirectLoop<TBody, T>(default, &columns), x.Length);
        }

        Assert.DoesNotContain(default, y);
    }

    // Without it another thread may read what was there before; no test would ever see that.
    [Fact]
    public void Streamed_results_end_with_a_fence()
    {
        if (!System.Runtime.Intrinsics.X86.Sse.IsSupported)
            Assert.Skip("The fence is another instruction here.");
        foreach (string format in (string[])["double", "float"])
        {
            string pattern = $@"DirectLoop\S+,{format}\]:RunPastCaches|StagedLoop\S+,{format}\]:Run\[";
            string[] streaming = [.. Listings.Value.Where(text => Regex.IsMatch(text.Split('\n')[0], pattern))];
            Assert.InRange(streaming.Length, format == "double" ? 2 : 1, 20);
            Assert.All(streaming, text => Assert.Contains("sfence", text, StringComparison.Ordinal));
        }
    }

    // The instructions of the innermost loops of a method, or of all phases of a function: from a label to a jump back to it, with no other
    // such pair between. (A jump back to the exit is none, nor one from where results are sent past the caches, which stands at the end. Of
    // two jumps one after the other, to where the next turn is prepared and from there on, the second has the loop.)
    private static string[] HotLoops(string method, string format, bool isCorrect = false, string domain = nameof(Near))
    {
        if (!FusedMultiplyAdd.IsHardware)
            Assert.Skip("Without fused multiply-add the loops call its emulation.");
        string name = format == "double" ? method
            : method.Replace("OnCircle", "SingleOnCircle", StringComparison.Ordinal)
                .Replace("Exponential`", "SingleExponential`", StringComparison.Ordinal)
                .Replace(Hypotenuse, $"Single{Hypotenuse}", StringComparison.Ordinal)
                .Replace(Cube, "SingleCubeRoot", StringComparison.Ordinal);
        string tier = isCorrect ? "Correct" : "Declared", function = $"[Kernels.Functions.{name},Kernels.";
        var listings = Listings.Value.Select(text => text.Split('\n'))
            .Where(lines => lines[0].Contains($",{format}](", StringComparison.Ordinal))
            .Where(lines => method.Contains("Body", StringComparison.Ordinal)
                ? lines[0].Contains($".{method}", StringComparison.Ordinal)
                : lines[0].Contains($"[Kernels.Lanes.{domain}]", StringComparison.Ordinal)
                    && (lines[0].Contains($"Strip:Evaluate{function}Loops.{tier}", StringComparison.Ordinal)
                        || lines[0].Contains($"Strip:Last{function}Loops.{tier}", StringComparison.Ordinal)
                        || lines[0].Contains($"Strip:Middle{function}", StringComparison.Ordinal)))
            .DistinctBy(lines => lines[0]);
        return [.. listings.SelectMany(InnermostLoops)];
    }

    private static List<string> InnermostLoops(string[] lines)
    {
        var labels = new Dictionary<string, int>();
        int after = 0;
        List<string> instructions = [], loop = [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (Label().Match(lines[i]) is { Success: true } label)
            {
                labels[label.Value] = i;
            }
            else if (Jump().Match(lines[i]) is { Success: true } jump
                && labels.TryGetValue(jump.Groups["label"].Value, out int start)
                && (start >= after || i == after + 1)
                && !lines[start..i].Any(line => line.Trim() == "ret" || line.Contains(nameof(Streaming), StringComparison.Ordinal)))
            {
                if (start >= after)
                    instructions.AddRange(loop);
                loop = [.. lines[start..(after = i)].Where(line => Instruction().IsMatch(line)).Select(line => line.Trim())];
            }
        }

        return [.. instructions, .. loop];
    }

    private static int Multiplications(string method, string format) =>
        HotLoops(method, format).Count(line => Regex.IsMatch(line, "^v(fn?m|mul)"));

    private static readonly Lazy<string[]> Listings = new(() =>
    [
        .. Disassemble(Child.Program("examples", "Kernels.Examples"), "1000"),
        .. Disassemble(
            typeof(DisassemblyTests).Assembly.Location, "-method", $"{typeof(DisassemblyTests)}.{nameof(Functions_go_through_the_loops)}"),
    ]);

    private static string[] Disassemble(string program, params string[] arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            var child = Child.Run(program, arguments, new()
            {
                ["DOTNET_JitDisasm"] = "EvaluateNear EvaluateShort Evaluate Middle Last RunPastCaches Run",
                ["DOTNET_JitStdOutFile"] = file,
            });
            Assert.Equal(0, child.ExitCode);
            return File.ReadAllText(file).Split("; Assembly listing for method");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"^G_M\w+(?=:)")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s+j\w+\s+(SHORT )?(?<label>G_M\w+)")]
    private static partial Regex Jump();

    [GeneratedRegex(@"^\s+[a-z]+[a-z0-9]*\s")]
    private static partial Regex Instruction();
}
