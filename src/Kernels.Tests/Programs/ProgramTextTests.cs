using CsCheck;
using Kernels.Programs;

namespace Kernels.Tests.Programs;

/// <summary>Texts of programs: they are read as equal programs.</summary>
public class ProgramTextTests
{
    [Theory]
    [InlineData("x = 16*sin(t)**3; y = 13*cos(t) - 5*cos(2*t)", "(t) -> x = 16*sin(t)**3; y = 13*cos(t) - 5*cos(2*t)")]
    [InlineData("exp(-a*t)*cos(t)", "(a, t) -> y = exp(-a*t)*cos(t)")]
    [InlineData("1", "() -> y = 1")]
    [InlineData("sin(t)*sin(t)", "(t) -> _1 = sin(t); y = _1*_1")]
    [InlineData("x = t + 1; y = x; z = x", "(t) -> _1 = t + 1; y = _1; z = _1")]
    [InlineData("_1 = sin(_2); y = _1 + cos(_1)", "(_2) -> _1 = sin(_2); y = _1 + cos(_1)")]
    [InlineData("(_1) -> _2 = sin(_1 + 1); a = _2*_2", "(_1) -> _2 = sin(_1 + 1); a = _2*_2")]
    [InlineData("(t) -> t = sin(t)", "(t) -> t = sin(t)")]
    [InlineData("(t) -> s = t; t = sin(s); y = cos(s)", "(t) -> _1 = t; t = sin(_1); y = cos(_1)")]
    [InlineData("(a, b) -> c = a; a = b; b = c", "(a, b) -> _1 = a; a = b; b = _1")]
    [InlineData("t, t", "(t) -> y0 = t; y1 = t")]
    [InlineData("t", "(t) -> t = t")]
    [InlineData("(t, u) -> t = 2; x = u", "(t, u) -> t = 2; x = u")]
    [InlineData("a != b, a == b, not a == b",
        "(a, b) -> _1 = a == b; _2 = where(not _1, 1, 0); y0 = _2; y1 = where(_1, 1, 0); y2 = _2")]
    [InlineData("a != b and not a < b", "(a, b) -> y = where(a != b and not a < b, 1, 0)")]
    [InlineData("a > b", "(a, b) -> y = where(b < a, 1, 0)")]
    [InlineData("a if a < b or b < c and not (c < a or a == 1) else c",
        "(a, b, c) -> y = where(a < b or b < c and not (c < a or a == 1), a, c)")]
    [InlineData("x**2, x**2.0, x**-3, x**-3.0, x**0, x**65, x**1e22",
        "(x) -> y0 = x**2; y1 = x**2.0; y2 = x**-3; y3 = x**-3.0; y4 = x**0; y5 = x**65.0; y6 = x**1e+22")]
    [InlineData("(-2)**x, -2**x, (a**b)**c, a**b**c, a**-b, (-a)**b, (a**2)**3",
        "(x, a, b, c) -> y0 = (-2)**x; y1 = -2**x; y2 = (a**b)**c; y3 = a**b**c; y4 = a**-b; y5 = (-a)**b; y6 = (a**2)**3")]
    [InlineData("(a - (b - c)) + (a - b - d)", "(a, b, c, d) -> y = a - (b - c) + (a - b - d)")]
    [InlineData("a/(b*c) - a/b*c", "(a, b, c) -> y = a/(b*c) - a/b*c")]
    [InlineData("-(a*b) - -a*c - --b + -2 - -0.5*(a + b)", "(a, b, c) -> y = -(a*b) - -a*c - --b + -2 - -0.5*(a + b)")]
    [InlineData("a + inf, a - -inf, a*nan, a*-0.0, a + 5e-324",
        "(a) -> y0 = a + inf; y1 = a - -inf; y2 = a*nan; y3 = a*-0; y4 = a + 5e-324")]
    [InlineData("(inf, nan) -> inf*(1/0) - -1/0*inf + nan**(0/0)", "(inf, nan) -> y = inf*(1/0) - -1/0*inf + nan**(0/0)")]
    [InlineData("(sin, e) -> e = e + sin(sin)", "(sin, e) -> e = e + sin(sin)")]
    [InlineData("min(a, b, 3), fma(a, b, c), copysign(a, -b)",
        "(a, b, c) -> y0 = min(min(a, b), 3); y1 = fma(a, b, c); y2 = copysign(a, -b)")]
    public void Texts_have_a_form(string text, string form)
    {
        var program = Parser.Parse(text, Rounding.Declared, []);
        Assert.Equal(form, ProgramText.Write(program));
        Assert.Equal(program, Parser.Parse(form, Rounding.Declared, []));
    }

    [Fact]
    public void Random_programs_are_read_as_they_are_written() => RandomPrograms.Any.Sample(
        program => Assert.Equal(program, Parser.Parse(ProgramText.Write(program), program.Rounding, program.Inputs)), iter: 3_000);

    [Fact]
    public void Random_programs_are_of_all_operators_and_of_some_size()
    {
        HashSet<Operator> operators = [];
        int longest = 0;
        Lock gate = new();
        RandomPrograms.Any.Sample(
            program =>
            {
                lock (gate)
                {
                    operators.UnionWith(program.Operations.Select(operation => operation.Operator));
                    longest = Math.Max(longest, program.Operations.Length);
                }
            },
            iter: 3_000);
        Assert.Equal(Operators.All.Length, operators.Count);
        Assert.InRange(longest, 100, 200);
    }

    [Fact]
    public void Deep_programs_are_written_with_names_for_parts()
    {
        foreach (Operator operation in (Operator[])[Operator.Sin, Operator.Negate, Operator.Pow, Operator.Subtract, Operator.Min])
        {
            var builder = new ProgramBuilder(Rounding.Correct);
            ProgramValue t = builder.Input("t"), value = t;
            for (int i = 0; i < FunctionProgram.MostOperations; i++)
                value = Operators.Of(operation).Operands == 1 ? builder.Apply(operation, value) : builder.Apply(operation, t, value);
            var program = builder.Build([("y", value)]);
            string text = ProgramText.Write(program);
            Assert.Equal(program, Parser.Parse(text, Rounding.Correct, []));
            Assert.Contains("_1 = ", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_constant_comes_back_to_the_bit() => Gen.Double.Sample(number =>
    {
        var builder = new ProgramBuilder(Rounding.Declared);
        var program = builder.Build([("y", builder.Constant(number))]);
        double back = Parser.Parse(ProgramText.Write(program), Rounding.Declared, []).Constants[0];
        BitsAssert.Equal(double.IsNaN(number) ? double.NaN : number, back, "constant");
    });

    [Fact]
    public void Explanations_list_operations_and_count_what_they_take()
    {
        var function = PureFunction.Parse("(t, b) -> x = sin(2*t)**3; t = cos(2*t); u = x + 0.5; v = b; w = u");
        Assert.Equal(
            """
            (t, b) -> t, v, w
            _1 = 2*t
            _2 = cos(_1)
            _3 = sin(_1)
            _4 = _3**3
            w = _4 + 0.5
            t = _2
            v = b
            operations: 5
            elementary calls: 1 (a sine and a cosine of one number are one)
            passes: 5
            constants: 3
            block length: 512
            """.ReplaceLineEndings("\n"), function.Explain());
    }
}
