using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Kernels.Tests.Repository;

/// <summary>The functions of <c>docs/your-own-function.md</c>: each is compiled and has the bits of a loop over single numbers.</summary>
public partial class YourOwnFunctionTests
{
    private const int Points = 200;

    private static readonly string Page = TestRepository.Read("docs", "your-own-function.md");

    // Of each function: where it is evaluated, from and to for each input, the same over single numbers, and a point that is known.
    private static readonly Dictionary<string, Example> Examples = new()
    {
        ["window"] = new([(0, 63), (64, 64)], x => [0.5 - (0.5 * Elementary.Cos(Math.Tau * x[0] / (x[1] - 1)))], [32, 65], [1]),
        ["fm"] = new(
            [(0, 2), (440, 440), (110, 110), (0, 5)],
            x => [Elementary.Sin((Math.Tau * x[1] * x[0]) + (x[3] * Elementary.Sin(Math.Tau * x[2] * x[0])))],
            [0.25, 1, 1, Math.PI / 2], [0]),
        ["rotation"] = new([(-9, 9), (-9, 9), (-4, 4)], Rotation, [1, 0, Math.PI / 6], [0.866025403784438647, 0.5]),
        ["polar"] = new(
            [(0, 9), (-4, 4)], x => [x[0] * Elementary.Cos(x[1]), x[0] * Elementary.Sin(x[1])],
            [2, Math.PI / 6], [1.732050807568877294, 1]),
        ["kepler"] = new([(0, 6.28), (0, 0.5)], Kepler, [1, 0.5], [1.498701133517848314]),
        ["damped"] = new(
            [(0, 9), (0, 1), (1, 4)], x => [Elementary.Exp(-x[1] * x[0]) * Elementary.Cos(x[2] * x[0])],
            [Math.PI, 1, 1], [-0.043213918263772250]),
        ["normal"] = new([(0, 1), (0, 1)], Normal, [0.5, 0.125], [0.832554611157697756, 0.832554611157697756]),
        ["smoothstep"] = new([(-2, 4), (0, 0.5), (1, 2)], Smoothstep, [1.25, 1, 2], [0.15625]),
        ["sinc"] = new(
            [(-5, 5)], x => [x[0] == 0 ? 1 : Elementary.Sin(Math.PI * x[0]) / (Math.PI * x[0])], [0.5], [0.636619772367581343]),
        ["logistic"] = new([(0, 1), (2, 4)], Logistic, [0.5, 2], [0.5]),
        ["potential"] = new([(0.8, 3), (1, 2), (1, 1.5)], Potential, [2, 3, 2], [0]),
        ["gaussian"] = new([(-5, 5), (-1, 1), (0.5, 2)], Gaussian, [1, 1, 1], [0.398942280401432678]),
        ["softplus"] = new(
            [(-800, 800)], x => [Math.Max(x[0], 0) + Elementary.LogP1(Elementary.Exp(-Math.Abs(x[0])))], [0], [0.693147180559945309]),
        ["mandelbrot"] = new([(-2.2, 0.8), (-1.5, 1.5)], Mandelbrot, [-2, 0], [8]),
        ["clamp"] = new([(-5, 5), (-2, -1), (1, 2)], x => [Math.Min(Math.Max(x[0], x[1]), x[2])], [3, 1, 2], [2]),
    };

    private static readonly Dictionary<string, (string Text, LambdaExpression Lambda)> Lambdas = new()
    {
        ["window"] = Shown((double i, double n) => 0.5 - 0.5 * Math.Cos(Math.Tau * i / (n - 1))),
        ["rotation"] = Shown(
            (double x, double y, double a) => new Turned(Math.Cos(a) * x - Math.Sin(a) * y, Math.Sin(a) * x + Math.Cos(a) * y)),
        ["damped"] = Shown((double t, double a, double w) => Math.Exp(-a * t) * Math.Cos(w * t)),
        ["sinc"] = Shown((double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x)),
        ["potential"] = Shown(
            (double r, double depth, double size) => 4 * depth * (Math.Pow(size / r, 12) - Math.Pow(size / r, 6))),
        ["softplus"] = Shown((double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)))),
        ["clamp"] = Shown((double x, double low, double high) => Math.Clamp(x, low, high)),
    };

    public static TheoryData<string> Names => [.. Examples.Keys];

    [Fact]
    public void Every_function_of_the_page_is_tested_and_the_other_way_round()
    {
        Assert.Equal(15, Examples.Count);
        Assert.Equal(Examples.Keys, Blocks("function", "python").Keys);
        Assert.Equal(Page.Split("```python").Length - 1, Examples.Count);
        Assert.Equal(Lambdas.Keys.Order(), Blocks("lambda", "csharp").Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_has_the_bits_of_a_loop_over_single_numbers(string name)
    {
        var (ranges, reference, at, gives) = Examples[name];
        var function = PureFunction.Parse(Blocks("function", "python")[name]);
        Assert.Equal(ranges.Length, function.Inputs.Count);

        double[][] inputs = [.. ranges.Select((range, i) => Between(range.From, range.To, seed: i + 1))];
        double[][] results = [.. function.Outputs.Select(_ => new double[Points])];
        function.Evaluate([.. inputs.Select(column => (Column)column)], [.. results.Select(column => (Column)column)]);
        for (int i = 0; i < Points; i++)
        {
            double[] expected = reference([.. inputs.Select(column => column[i])]);
            Assert.Equal(expected.Length, results.Length);
            for (int result = 0; result < results.Length; result++)
                BitsAssert.Equal(expected[result], results[result][i], $"{name}, {function.Outputs[result]} of point {i}");
        }

        double[] known = new double[gives.Length];
        function.Invoke(at, known);
        foreach (var (expected, actual) in gives.Zip(known))
            Assert.Equal(expected, actual, 1e-14);
    }

    [Fact]
    public void The_lambdas_are_compiled_and_make_the_same_functions_as_the_texts()
    {
        var texts = Blocks("function", "python");
        var lambdas = Blocks("lambda", "csharp");
        foreach (var (name, (text, lambda)) in Lambdas)
        {
            Assert.Equal(lambdas[name], text);
            Assert.Equal(PureFunction.Parse(texts[name]), PureFunction.From(lambda));
        }
    }

    [Fact]
    public void What_the_page_shows_of_calls_is_compiled_and_runs()
    {
        double[] t = Between(0, 10, seed: 4), y = new double[Points];

        // Page: first
        var f = PureFunction.Parse("y = exp(-a*t)*cos(w*t)");
        f.Evaluate([t, 0.5, 3], [y]);                             // t and y: arrays; 0.5 and 3 stand for all elements
        f.Evaluate([t, 0.5, 3], [y], new ParallelOptions());      // on all cores
        PureFunction g = f.With("a", 0.5).With("w", 3);           // a function of t alone
        g.Evaluate(t, y);                                         // spans
        double[] samples = g.Sample(0, 10, 1001)[0];              // 0, 0.01, …, 10
        double one = g.Invoke(2);                                 // one point, the same bits; several results: g.Invoke([2], results)
        // Page: end

        // Page: lambdas
        var damped = PureFunction.From((double t, double a) => Math.Exp(-a * t) * Math.Cos(t));
        var circle = PureFunction.From((double t) => new ValueTuple<double, double>(Math.Cos(t), Math.Sin(t)));
        // Page: end

        BitsAssert.Equal(samples[200], one, "one point");
        Assert.Equal([1, 2], [damped.Outputs.Count, circle.Outputs.Count]);
        string source = TestRepository.Read("src", "Kernels.Tests", "Repository", "YourOwnFunctionTests.cs");
        var compiled = Regions().Matches(source).ToDictionary(
            region => region.Groups["name"].Value,
            region => region.Groups["code"].Value.Replace("\n        ", "\n", StringComparison.Ordinal).Trim());
        Assert.Equal(compiled, Blocks("use", "csharp"));
    }

    [Fact]
    public void Newton_has_arrived_at_the_solution_of_Kepler()
    {
        foreach (double anomaly in Between(0, 6.28, seed: 3))
        {
            double e = Kepler([anomaly, 0.5])[0];
            Assert.Equal(anomaly, e - (0.5 * Math.Sin(e)), 1e-14);
        }
    }

    [Fact]
    public void What_the_page_says_is_refused_is_refused()
    {
        int start = Page.IndexOf("**What is refused**", StringComparison.Ordinal);
        int end = Page.IndexOf("## The lambda", StringComparison.Ordinal);
        string[] written =
        [
            .. from row in Rows().Matches(Page[start..end])
               from code in Code().Matches(row.Groups["written"].Value)
               select code.Groups[1].Value,
        ];
        Assert.True(written.Length > 30);
        foreach (string text in written)
        {
            string formula = WordOrSymbol().IsMatch(text) ? $"a {text} b" : text;
            formula = Functions().IsMatch(text) ? $"{text}(x)" : formula;
            Assert.Throws<FormatException>(() => PureFunction.Parse(formula.Replace("\\|", "|", StringComparison.Ordinal)));
        }

        Assert.Equal(1 << 20, Kernels.Programs.Scanner.LongestText);
        Assert.Equal(200, Kernels.Programs.Parser.DeepestNesting);
    }

    [Fact]
    public void Every_function_of_formulas_is_on_the_page()
    {
        string functions = FunctionsRow().Match(Page).Value;
        string[] named = [.. Words().Matches(functions[functions.IndexOf('`', StringComparison.Ordinal)..]).Select(word => word.Value)];
        Assert.Superset(Kernels.Programs.Advice.Functions.Split(", ").ToHashSet(), named.ToHashSet());
    }

    private static (string Text, LambdaExpression Lambda) Shown(
        LambdaExpression lambda, [CallerArgumentExpression(nameof(lambda))] string text = "") => (text, lambda);

    private static double[] Between(double from, double to, int seed)
    {
        // Zero, whatever the middle is, where it is within.
        double[] numbers = [.. Inputs.Uniform(Points, 1, seed).Select(number => from + ((to - from) * (number + 1) / 2))];
        numbers[Points / 2] = from <= 0 && to >= 0 ? 0 : from;
        return numbers;
    }

    private static double[] Rotation(double[] x)
    {
        double c = Elementary.Cos(x[2]), s = Elementary.Sin(x[2]);
        return [(c * x[0]) - (s * x[1]), (s * x[0]) + (c * x[1])];
    }

    private static double[] Kepler(double[] x)
    {
        double e = x[0] + (x[1] * Elementary.Sin(x[0]));
        for (int step = 0; step < 5; step++)
            e -= (e - (x[1] * Elementary.Sin(e)) - x[0]) / (1 - (x[1] * Elementary.Cos(e)));
        return [e];
    }

    private static double[] Normal(double[] x)
    {
        double r = Math.Sqrt(-2 * Elementary.LogP1(-x[0]));
        return [r * Elementary.Cos(Math.Tau * x[1]), r * Elementary.Sin(Math.Tau * x[1])];
    }

    private static double[] Smoothstep(double[] x)
    {
        double t = Math.Min(Math.Max((x[0] - x[1]) / (x[2] - x[1]), 0), 1);
        return [t * t * (3 - (2 * t))];
    }

    private static double[] Logistic(double[] x)
    {
        double value = x[0];
        for (int step = 0; step < 8; step++)
            value = x[1] * value * (1 - value);
        return [value];
    }

    private static double[] Potential(double[] x)
    {
        double quotient = x[2] / x[0];
        return [4 * x[1] * (CorrectlyRounded.Pow(quotient, 12) - CorrectlyRounded.Pow(quotient, 6))];
    }

    private static double[] Gaussian(double[] x)
    {
        double z = (x[0] - x[1]) / x[2];
        return [Elementary.Exp(-z * z / 2) / (x[2] * Math.Sqrt(Math.Tau))];
    }

    // As one would write it, with an end.
    private static double[] Mandelbrot(double[] c)
    {
        double x = c[0], y = c[1];
        int n = 0;
        for (; n < 8 && (x * x) + (y * y) <= 4; n++)
            (x, y) = ((x * x) - (y * y) + c[0], (2 * x * y) + c[1]);
        return [n];
    }

    private static Dictionary<string, string> Blocks(string kind, string language) => Fences().Matches(Page)
        .Where(match => match.Groups["kind"].Value == kind && match.Groups["language"].Value == language)
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["text"].Value.TrimEnd());

    [GeneratedRegex(@"<!-- (?<kind>function|lambda|use) (?<name>\w+) -->\n```(?<language>\w+)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"// Page: (?<name>first|lambdas)\n(?<code>.*?)\n\s*// Page: end", RegexOptions.Singleline)]
    private static partial Regex Regions();

    [GeneratedRegex(@"^\| (?<written>`.*?) \| [^|\n]* \|$", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[\\&|~!]+$|^(lambda|def|return)$")]
    private static partial Regex WordOrSymbol();

    [GeneratedRegex(@"^[a-z]+2?$")]
    private static partial Regex Functions();

    [GeneratedRegex(@"^\| functions \|.*$", RegexOptions.Multiline)]
    private static partial Regex FunctionsRow();

    [GeneratedRegex(@"[a-z]\w+")]
    private static partial Regex Words();

    /// <summary>An example.</summary>
    /// <param name="Ranges">From where to where each input goes.</param>
    /// <param name="Reference">The results at a point.</param>
    /// <param name="At">A point.</param>
    /// <param name="Gives">What is known to come out there, to 10⁻¹⁴.</param>
    private sealed record Example((double From, double To)[] Ranges, Func<double[], double[]> Reference, double[] At, double[] Gives);

    // The results have these names.
    [SuppressMessage("StyleCop.CSharp.NamingRules", "SA1313:Parameter names should begin with lower-case letter", Justification = "Names.")]
    private readonly record struct Turned(double u, double v);
}
