using Kernels.Programs;

namespace Kernels.Tests.Programs;

/// <summary>What texts mean.</summary>
public class ParserTests
{
    [Fact]
    public void A_text_has_its_operations_in_its_order()
    {
        var builder = new ProgramBuilder(Rounding.Correct);
        ProgramValue t = builder.Input("t"), a = builder.Input("a");
        var power = builder.Apply(Operator.IntegerPower, builder.Apply(Operator.Sin, t), builder.Constant(3));
        var x = builder.Apply(Operator.Multiply, builder.Constant(16), power);
        var sum = builder.Apply(Operator.Add, builder.Apply(Operator.Negate, a), builder.Apply(Operator.Divide, t, builder.Constant(2)));
        var y = builder.Apply(Operator.Subtract, sum, builder.Apply(Operator.Pow, t, a));
        Assert.Equal(builder.Build([("x", x), ("y", y)]), Parser.Parse("x = 16*sin(t)**3; y = -a + t/2 - t**a", Rounding.Correct, []));
    }

    [Fact]
    public void Every_function_and_operator_has_its_name()
    {
        Assert.Equal(36, Operators.All.Length);
        foreach (var info in Operators.All)
        {
            var builder = new ProgramBuilder(Rounding.Declared);
            ProgramValue[] numbers = [builder.Input("a"), builder.Input("b"), builder.Input("c")];
            ProgramValue[] operands = [.. numbers.Select((number, i) => info.OperandKind(i) == ValueKind.Number
                ? number
                : builder.Apply(Operator.Less, number, builder.Constant(i)))];
            string[] texts = [.. "abc".Select((name, i) => info.OperandKind(i) == ValueKind.Number ? $"{name}" : $"{name} < {i}")];
            if (info.Operator == Operator.IntegerPower)
                (operands[1], texts[1]) = (builder.Constant(7), "7");
            string text = info.IsCall ? $"{info.Name}({string.Join(", ", texts[..info.Operands])})"
                : info.Operands == 1 ? $"{info.Name} {texts[0]}" : $"{texts[0]} {info.Name} {texts[1]}";
            var value = builder.Apply(info.Operator, operands[0], operands[1], operands[2]);
            Assert.Equal(builder.Build([("y", value)]), Parser.Parse(text, Rounding.Declared, ["a", "b", "c"]));
        }
    }

    [Theory]
    [InlineData("-2**2", "-4")]
    [InlineData("2**-1", "0.5")]
    [InlineData("-a**b", "-(a**b)")]
    [InlineData("a**-b", "a**(-b)")]
    [InlineData("a**b**c", "a**(b**c)")]
    [InlineData("a**-b**c", "a**(-(b**c))")]
    [InlineData("-a*b", "(-a)*b")]
    [InlineData("a*-b", "a*(-b)")]
    [InlineData("--a", "-(-a)")]
    [InlineData("+a", "y = a")]
    [InlineData("a - b - c", "(a - b) - c")]
    [InlineData("a/b*c", "(a/b)*c")]
    [InlineData("a/b/c", "(a/b)/c")]
    [InlineData("a - b*c", "a - (b*c)")]
    [InlineData("a + b < c*a", "(a + b) < (c*a)")]
    [InlineData("a < b + 1 <= c", "a < b + 1 and b + 1 <= c")]
    [InlineData("a < b == c != a >= b", "((a < b and b == c) and c != a) and b <= a")]
    [InlineData("a < b < c", "where(a < b, b < c, False)")]
    [InlineData("a > b", "b < a")]
    [InlineData("a >= b", "b <= a")]
    [InlineData("a != b", "not a == b")]
    [InlineData("not a < b and b < c", "(not (a < b)) and (b < c)")]
    [InlineData("not not a < b", "not (not a < b)")]
    [InlineData("a < b or b < c and c < a", "a < b or (b < c and c < a)")]
    [InlineData("a < b or b < c or c < a", "(a < b or b < c) or c < a")]
    [InlineData("a if a < b else b", "where(a < b, a, b)")]
    [InlineData("a if a < b else b if b < c else c", "where(a < b, a, where(b < c, b, c))")]
    [InlineData("a + 1 if a < b else b*2", "where(a < b, a + 1, b*2)")]
    [InlineData("a if (b if a < b else c) < a else c", "where(where(a < b, b, c) < a, a, c)")]
    [InlineData("(a < b) + (b < c)", "where(a < b, 1, 0) + where(b < c, 1, 0)")]
    [InlineData("-(a < b)", "-where(a < b, 1, 0)")]
    [InlineData("abs(a < b)*(a == b)**2", "abs(where(a < b, 1, 0))*where(a == b, 1, 0)**2")]
    [InlineData("(a < b) == (b < c)", "where(a < b, 1, 0) == where(b < c, 1, 0)")]
    [InlineData("a if a < b else b < c", "where(a < b, a, where(b < c, 1, 0))")]
    [InlineData("True + a", "1 + a")]
    [InlineData("a if False else b", "+b")]
    [InlineData("min(a, b, c, 1)", "min(min(min(a, b), c), 1)")]
    [InlineData("max(a, b, c)", "max(max(a, b), c)")]
    [InlineData("pow(a, 3)", "a**3")]
    [InlineData("pow(a, -3)", "a**-3")]
    [InlineData("pow(a, 3.0)", "a**3.0")]
    [InlineData("a**(2)", "a**2")]
    [InlineData("a**(-2)", "a**-2")]
    [InlineData("a**+2", "a**2")]
    [InlineData("a**-0", "a**0")]
    [InlineData("a**1_0", "a**10")]
    [InlineData("a**65", "a**65.0")]
    [InlineData("a**-65", "a**-65.0")]
    [InlineData("a**(1 + 1)", "a**2.0")]
    [InlineData("a**--2", "a**2.0")]
    [InlineData("n = 2; y = a**n", "y = a**2.0")]
    [InlineData("1_000.5e-1_0*a", "1000.5e-10*a")]
    [InlineData(".5*a + 5.*b + 1.e3 + 1E3 + 00", "0.5*a + 5*b + 1000 + 1000.0 + 0")]
    [InlineData("sin(a,)", "sin(a)")]
    [InlineData("sin(\n  a  # the angle\n)\n# the end", "sin(a)")]
    [InlineData("\r\n\tx = a\r\n\ty = x + b\r\n", "x = a; y = x + b")]
    [InlineData("x = a\rx*2", "a*2")]
    [InlineData("x = a; x = x*b; x = x + c", "x = a*b + c")]
    [InlineData("(a, b) ->\n x = a;;\n\n y = b;", "(a, b) -> x = a; y = b")]
    [InlineData("(a, b,) -> (a, b,)", "(a, b) -> a, b")]
    [InlineData("(a + b, a*b)", "a + b, a*b")]
    [InlineData("(a + b)*(a*b)", "y = (a + b)*(a*b)")]
    [InlineData("(a) -> a = 2*a; a*a", "(a) -> y = 2*a*(2*a)")]
    [InlineData("sin = a; cos(sin)", "cos(a)")]
    [InlineData("pi = a; 2*pi", "2*a")]
    [InlineData("(e) -> e + 1", "(e) -> y = e + 1")]
    public void A_text_means_the_same_as_another(string text, string same) => Assert.Equal(Parsed(same), Parsed(text));

    [Theory]
    [InlineData("a - b - c", "a - (b - c)")]
    [InlineData("a**b**c", "(a**b)**c")]
    [InlineData("-a**2", "(-a)**2")]
    [InlineData("a**2", "a**2.0")]
    [InlineData("a**0.5", "sqrt(a)")]
    [InlineData("a*a", "a**2")]
    [InlineData("a + b", "b + a")]
    [InlineData("a*b + c", "fma(a, b, c)")]
    [InlineData("a*0", "0")]
    [InlineData("a - a", "0")]
    [InlineData("not a < b", "b <= a")]
    [InlineData("a < b < c", "(a < b) < c")]
    [InlineData("0.0*a", "-0.0*a")]
    [InlineData("a/3", "a*(1/3)")]
    public void A_text_is_computed_as_it_stands(string text, string other) => Assert.NotEqual(Parsed(other), Parsed(text));

    [Theory]
    [InlineData("b*a + c*b", "b a c", "y")]
    [InlineData("x = sin(t)", "t", "x")]
    [InlineData("x = t; y = u", "t u", "x y")]
    [InlineData("y = t; x = u; y = 2*u", "t u", "x y")]
    [InlineData("x = t; y = x + 1", "t", "y")]
    [InlineData("x = t; y = x; x = 3", "t", "y x")]
    [InlineData("x = t; y = x + 1; x", "t", "x")]
    [InlineData("x = t; y = x + 1; x, y", "t", "x y")]
    [InlineData("x = t; y = x + 1; y, x", "t", "y x")]
    [InlineData("x = t; (x, 2*x)", "t", "x y1")]
    [InlineData("sin(t), cos(t)", "t", "y0 y1")]
    [InlineData("t, t", "t", "y0 y1")]
    [InlineData("y1 = t; y1, 2*t", "t", "y0 y1")]
    [InlineData("t", "t", "t")]
    [InlineData("(t)", "t", "t")]
    [InlineData("+t", "t", "y")]
    [InlineData("t,", "t", "t")]
    [InlineData("2*pi + e + tau", "", "y")]
    [InlineData("() -> 1", "", "y")]
    [InlineData("(b, a) -> a", "b a", "a")]
    [InlineData("(t) -> t = 2*t; y = t*t", "t", "y")]
    [InlineData("größe*λ + 变量 + _x1", "größe λ 变量 _x1", "y")]
    [InlineData("unused = t; sin(u)", "t u", "y")]
    [InlineData("a if c < b else a*0", "a c b", "y")]
    [InlineData("(sin, where) -> sin(sin) + where", "sin where", "y")]
    [InlineData("sin = sin(t); cos = cos(t)", "t", "sin cos")]
    public void Inputs_and_results_have_their_names(string text, string inputs, string outputs)
    {
        var program = Parser.Parse(text, Rounding.Declared, []);
        Assert.Equal(inputs, string.Join(' ', program.Inputs));
        Assert.Equal(outputs, string.Join(' ', program.Outputs));
    }

    [Fact]
    public void Declared_inputs_are_kept_in_their_order_even_unused()
    {
        var program = Parser.Parse("y = t + e", Rounding.Declared, ["pi", "t", "e"]);
        Assert.Equal(["pi", "t", "e"], program.Inputs);
        Assert.Equal(program, Parser.Parse("(pi, t, e) -> t + e", Rounding.Declared, []));
        Assert.Equal(program, Parser.Parse("(pi, t, e) -> t + e", Rounding.Declared, ["pi", "t", "e"]));
    }

    // Values that CPython 3 gives.
    [Theory]
    [InlineData("2*3 - 4/8", 5.5)]
    [InlineData("2**3**2", 512.0)]
    [InlineData("-2**-2", -0.25)]
    [InlineData("7 - -3*2", 13.0)]
    [InlineData("1 < 2 < 3", 1.0)]
    [InlineData("3 > 2 > 2", 0.0)]
    [InlineData("(1 < 2) + (3 == 3)*2 - (1 != 1)", 3.0)]
    [InlineData("not 1 == 2 and 2 >= 2", 1.0)]
    [InlineData("1 < 0 or 1 < 0 and 1 == 1", 0.0)]
    [InlineData("1 if 2 < 1 else 2 if 2 > 3 else 3", 3.0)]
    [InlineData("round(2.5) + round(-0.5) + floor(-1.5) + ceil(1.2) + trunc(-1.7)", 1.0)]
    [InlineData("min(3, 1, 2) + max(3, 1, 2)*10", 31.0)]
    [InlineData("copysign(2, -0.0)", -2.0)]
    [InlineData("abs(-3) + sqrt(16) + hypot(3, 4) + cbrt(27)", 15.0)]
    [InlineData("nan != nan", 1.0)]
    [InlineData("(nan == nan) + (nan < 1) + (1 <= nan) + (nan > 1)", 0.0)]
    [InlineData("-inf", double.NegativeInfinity)]
    [InlineData("pi", Math.PI)]
    [InlineData("tau/2 - pi + e", Math.E)]
    [InlineData("0.1 + 0.2", 0.30000000000000004)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("2.2250738585072012e-308", 2.2250738585072014e-308)]
    [InlineData("4.9e-324", double.Epsilon)]
    [InlineData("1.7976931348623158e308", double.MaxValue)]
    [InlineData("0e99999999999", 0.0)]
    [InlineData("2.0**0.5", 1.4142135623730951)]
    public void Numbers_are_those_of_Python(string text, double value) =>
        BitsAssert.Equal(value, PureFunction.Parse(text).Invoke(), text);

    [Theory]
    [InlineData("t if t > 0 else -t", -3.5, 3.5)]
    [InlineData("x = t; x = x*x; x = x + 1; x/2", 3.0, 5.0)]
    [InlineData("(t) -> u = t; t = 2*t; u + t", 3.0, 9.0)]
    [InlineData("0 <= t < 1", 0.0, 1.0)]
    [InlineData("0 <= t < 1", 1.0, 0.0)]
    [InlineData("(t < 0 if t < 5 else t < 7) + 10", 6.0, 11.0)]
    [InlineData("(t < 0 if t < 5 else t < 7) + 10", 4.0, 10.0)]
    [InlineData("where(t < 0 or t > 9, 1, where(not t == 3, 2, 3))", 3.0, 3.0)]
    [InlineData("t**3 - t**-1", 2.0, 7.5)]
    [InlineData("1 - 2 - t", 4.0, -5.0)]
    [InlineData("64/t/2", 4.0, 8.0)]
    public void Functions_have_the_value_of_their_text(string text, double t, double value) =>
        BitsAssert.Equal(value, PureFunction.Parse(text, "t").Invoke(t), text);

    [Fact]
    public void A_long_number_is_the_nearest_double()
    {
        // Half-way between 1 and the next double, then a digit that decides.
        string half = "1.00000000000000011102230246251565404236316680908203125";
        Assert.Equal(1, PureFunction.Parse(half).Invoke());
        Assert.Equal(Math.BitIncrement(1), PureFunction.Parse(half + new string('0', 2000) + "1").Invoke());
        Assert.Equal(1, PureFunction.Parse($"0.{new string('0', 400)}1e401").Invoke());
    }

    [Fact]
    public void Long_texts_are_read_as_long_as_they_are_not_deep()
    {
        Assert.Equal(1000, PureFunction.Parse("t" + string.Concat(Enumerable.Repeat(" + t", 999))).Invoke(1));
        Assert.Equal(0, PureFunction.Parse("1" + string.Concat(Enumerable.Repeat(" - 1", 60_000)) + " + 59999").Invoke());
        Assert.Equal(3, PureFunction.Parse(new string('(', 190) + "3" + new string(')', 190)).Invoke());
        Assert.Equal(-1, PureFunction.Parse(new string('-', 191) + "t").Invoke(1));
        Assert.Equal(2, PureFunction.Parse(string.Concat(Enumerable.Repeat("1 if t < 0 else ", 190)) + "2").Invoke(1));
    }

    private static FunctionProgram Parsed(string text) =>
        Parser.Parse(text, Rounding.Declared, text.Contains("->", StringComparison.Ordinal) ? [] : ["a", "b", "c"]);
}
