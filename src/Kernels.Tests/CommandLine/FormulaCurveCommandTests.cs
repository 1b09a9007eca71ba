using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using Kernels.Cli;
using Kernels.Cli.Formulas;

namespace Kernels.Tests.CommandLine;

/// <summary>Curves that two formulas give.</summary>
public sealed class FormulaCurveCommandTests : TemporaryFolder
{
    private const string HeartX = "16*sin(t)**3", HeartY = "13*cos(t)-5*cos(2*t)-2*cos(3*t)-cos(4*t)";

    [Fact]
    public void The_heart_as_formulas_is_drawn_measured_and_written_with_the_bits_of_single_calls()
    {
        var child = Run("--x", HeartX, "--y", HeartY, "--from", "0", "--to", "2*pi", "--out", "a.npy");
        CheckSuccess(child);
        Assert.Contains("Curve of formulas   1,000 points, t from 0 to 6.283185307179586\n", child.Output, StringComparison.Ordinal);
        Assert.Contains("1,000 of 1,000 points have the bits of single calls", child.Output, StringComparison.Ordinal);
        Assert.Contains("Math, one core", child.Output, StringComparison.Ordinal);
        Assert.Contains("Drawn: curve.png", child.Output, StringComparison.Ordinal);
        CheckPoints("a.npy");
        CheckBits("a.npy", 0, 2 * Math.PI, PureFunction.Parse(HeartX), PureFunction.Parse(HeartY));
        Assert.Equal(["a.npy", "curve.png"], Files());
    }

    [Fact]
    public void Names_are_given_numbers_and_the_one_that_is_left_is_the_parameter()
    {
        var child = Run(
            "--x", "exp(-a*phase)*cos(phase)", "--y", "b*phase", "--set", "a=1/8", "--set", "b=-pi", "--from", "-pi/2", "--to", "tau",
            "--rounding", "correct", "--out", "a.npy", "--plot", "none", "--json");
        CheckSuccess(child);
        using var report = JsonDocument.Parse(child.Output);
        Assert.Equal(1000, report.RootElement.GetProperty("deviation").GetProperty("sameBits").GetInt32());
        Assert.Equal(-Math.PI / 2, report.RootElement.GetProperty("from").GetDouble());
        CheckBits(
            "a.npy", -Math.PI / 2, Math.Tau,
            PureFunction.Parse("exp(-a*phase)*cos(phase)", Rounding.Correct, "phase", "a").With("a", 0.125),
            PureFunction.Parse("-pi*phase", Rounding.Correct));
    }

    [Theory]
    [InlineData("log(t)", "1/t")]
    [InlineData("nan", "t")]
    [InlineData("1", "2")]
    [InlineData("exp(700*t)", "exp(710*t)")]
    public void What_is_not_finite_is_left_out_of_the_picture(string x, string y)
    {
        CheckSuccess(Run("--x", x, "--y", y, "--from", "0", "--to", "1", "--plot", "a.svg"));
        CheckSuccess(Run("--x", x, "--y", y, "--from", "0", "--to", "1", "--plot", "a.png"));
    }

    [Theory]
    [InlineData("--x and --y go together, and --y is missing", "--x", "t")]
    [InlineData("--x and --y go together, and --x is missing", "--y", "t")]
    [InlineData("--set goes with the formulas that --x and --y give", "--set", "a=1")]
    [InlineData("--rounding goes with the formulas that --x and --y give", "--rounding", "correct")]
    [InlineData("--x must have one result, not 2: a, b", "--x", "a = t; b = t", "--y", "t")]
    [InlineData("--set c: the formulas have no such name; there is 't'", "--x", "t", "--y", "t", "--set", "c=1")]
    [InlineData("A curve has one parameter, and --x and --y have 't', 'u': --set u=N gives one a number", "--x", "t", "--y", "t*u")]
    [InlineData("--from must be a finite number or a formula of one, such as 2*pi, not '2*q'", "--from", "2*q")]
    [InlineData("--to must be a finite number or a formula of one, such as 2*pi, not '1/0'", "--to", "1/0")]
    [InlineData("--from must not be greater than --to, but 6.283185307179586 > 1", "--from", "tau", "--to", "1")]
    public void Requests_that_make_no_sense_get_one_line(string message, params string[] arguments)
    {
        var child = Run(arguments);
        Assert.Equal($"kernels: {message}; see kernels --help\n", child.Error.ReplaceLineEndings("\n"));
        Assert.Equal((2, ""), (child.ExitCode, child.Output));
        Assert.Empty(Files());
    }

    [Fact]
    public void A_formula_is_shown_with_the_place()
    {
        var child = Run("--x", "cos(t)", "--y", "sin(t) * * 2");
        Assert.Equal((2, ""), (child.ExitCode, child.Output));
        string[] lines = child.Error.Split('\n');
        Assert.StartsWith("kernels: --y: Line 1, column 10: ", lines[0], StringComparison.Ordinal);
        Assert.Equal(["sin(t) * * 2", "         ^", ""], lines[1..]);
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("t + 1 - t*2/3", "-t")]
    [InlineData("abs(t) + sqrt(abs(t)) + floor(t) + ceil(t)", "trunc(t) + round(t) + copysign(2, t) + fma(t, t, t)")]
    [InlineData("min(t, 1, 2*t) + max(t, 0)", "where(t < 0, t, 2*t) + (1 if 0 <= t < 1 or not t != 2 else 3)")]
    [InlineData("t**2 + t**3 + sin(t)**4", "t**5 + t**-2 + t**0 + t**1 + abs(t)**0.5")]
    [InlineData("exp(t) + exp2(t) + exp10(t) + expm1(t)", "log(t*t) + log2(t*t) + log10(t*t) + log1p(t*t)")]
    [InlineData("cbrt(t) + hypot(t, 2)", "1 if t > 0 and t < 1 else sin(t) + cos(t)")]
    public void The_loop_over_Math_computes_the_same(string x, string y)
    {
        var function = PureFunction.Parse($"x = {x}; y = {y}", "t");
        double[] t = [.. Enumerable.Range(-40, 81).Where(i => i != 0).Select(i => i / 8.0)];
        double[] first = new double[t.Length], second = new double[t.Length];
        MathLoop.Compile(function.Program)(t, first, second, t.Length);
        Span<double> point = stackalloc double[2];
        for (int i = 0; i < t.Length; i++)
        {
            function.Invoke([t[i]], point);
            Assert.Equal(point[0], first[i], 1e-12 * Math.Max(1, Math.Abs(point[0])));
            Assert.Equal(point[1], second[i], 1e-12 * Math.Max(1, Math.Abs(point[1])));
        }
    }

    private void CheckBits(string file, double from, double to, PureFunction x, PureFunction y)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(PathOf(file)).AsSpan(128);
        var grid = new ParameterGrid(from, to, 1000);
        for (int i = 0; i < 1000; i++)
        {
            double[] expected = [grid[i], x.Invoke(grid[i]), y.Invoke(grid[i])];
            double[] actual = new double[3];
            for (int column = 0; column < 3; column++)
                actual[column] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[((24 * i) + (8 * column))..]);
            BitsAssert.Equal(expected, actual, i.ToString(CultureInfo.InvariantCulture));
        }
    }
}
