using System.Linq.Expressions;
using Kernels.Lambdas;

namespace Kernels.Tests.Programs;

/// <summary>What a lambda must not contain, and what is said.</summary>
public class LambdaErrorTests
{
    private const string Allowed =
        "A lambda has its parameters, numbers and captured values, + - * /, comparisons, && || !, ?:, "
        + "the functions of Math and double that have a kernel, and Invoke of a PureFunction";

    private const string OwnMethod =
        "Only methods of Math, double, Elementary and PureFunction can be read: make a PureFunction of what it computes, and Invoke that";

    private const string Kernels =
        "There are those of Cbrt, Cos, Exp, Exp10, Exp2, ExpM1, Hypot, Log, Log10, Log2, LogP1, Pow, Sin, beside Abs, Sqrt, Floor, "
        + "Ceiling, Truncate, Round, Min, Max, Clamp, CopySign and FusedMultiplyAdd";

    private const string Integers =
        "with a parameter in it, it is no arithmetic of doubles: write constants as 1.0, or convert them to double";

    private const string Results =
        "it must be a double, a condition, or made of doubles by the constructor of a ValueTuple or a record: "
        + "new ValueTuple<double, double>(x, y)";

    private static readonly ParameterExpression X = Expression.Parameter(typeof(double), "x");

    private static readonly (LambdaExpression Lambda, string Message)[] Table =
        [.. Parameters(), .. Functions(), .. Conversions(), .. Shapes()];

    public static IEnumerable<TheoryDataRow<int>> Rows => Enumerable.Range(0, Table.Length).Select(row => new TheoryDataRow<int>(row));

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_is_no_operation_is_shown_and_refused(int row)
    {
        var (lambda, message) = Table[row];
        var refusal = Assert.Throws<ArgumentException>(() => PureFunction.From(lambda));
        Assert.Equal("lambda", refusal.ParamName);
        Assert.Equal(message + ". (Parameter 'lambda')", refusal.Message);
    }

    [Theory]
    [InlineData(16 << 20)]
    [InlineData(1536 << 10)]
    [InlineData(256 << 10)]
    public void However_deep_and_long_a_tree_is_the_message_is_short_and_nothing_overflows(int stack)
    {
        const int Deep = 100_000;
        List<string> messages = [];
        var thread = new Thread(
            () =>
            {
                foreach (var wrap in Wrappers())
                {
                    Expression tree = X;
                    for (int i = 0; i < Deep; i++)
                        tree = wrap(tree);
                    messages.Add(Assert.Throws<ArgumentException>(() => PureFunction.From(Expression.Lambda(tree, X))).Message);
                    var tan = Expression.Call(typeof(Math).GetMethod(nameof(Math.Tan))!, tree);
                    messages.Add(Assert.Throws<ArgumentException>(() => PureFunction.From(Expression.Lambda(tan, X))).Message);
                }
            },
            stack);
        thread.Start();
        thread.Join();
        Assert.Equal(2 * Wrappers().Length, messages.Count);
        Assert.All(messages, message => Assert.InRange(message.Length, 60, 400));
        Assert.All(messages, message => Assert.Contains("too deep: make a PureFunction of a part", message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_tree_of_the_depth_that_is_allowed_needs_little_stack()
    {
        foreach (var wrap in Wrappers())
        {
            Expression tree = X;
            for (int i = 1; i < LambdaReader.DeepestNesting; i++)
                tree = wrap(tree);
            string? message = null;
            var thread = new Thread(
                () =>
                {
                    try
                    {
                        PureFunction.From(Expression.Lambda(tree, X));
                    }
                    catch (ArgumentException refusal)
                    {
                        message = refusal.Message;
                    }
                },
                1536 << 10);
            thread.Start();
            thread.Join();
            Assert.True(message is null || message.StartsWith("There are more than", StringComparison.Ordinal), message);
        }
    }

    [Fact]
    public void The_cause_of_what_is_thrown_is_kept()
    {
        int number = 3;
        var refusal = Assert.Throws<ArgumentException>(() => PureFunction.From((double x) => x + Throws(number)));
        Assert.IsType<FormatException>(refusal.InnerException);
    }

    private static Func<Expression, Expression>[] Wrappers() =>
    [
        tree => Expression.Negate(tree),
        tree => Expression.Add(tree, X),
        tree => Expression.Add(X, tree),
        tree => Expression.Convert(tree, typeof(double)),
        tree => Expression.Condition(Expression.LessThan(X, X), X, tree),
        tree => Expression.Call(typeof(Math).GetMethod(nameof(Math.Sin))!, tree),
        tree => Expression.Call(typeof(Math).GetMethod(nameof(Math.Min), [typeof(double), typeof(double)])!, X, tree),
        tree => Expression.Call(
            Expression.Constant(PureFunction.From((double x) => x)), typeof(PureFunction).GetMethod("Invoke", [typeof(double)])!, tree),
    ];

    private static IEnumerable<(LambdaExpression, string)> Parameters()
    {
        yield return ((float x) => x, "The parameter 'x' is of type float; all are of type double");
        yield return ((double x, int n) => x + n, "The parameter 'n' is of type int; all are of type double");
        yield return ((double? x) => 1.0, "The parameter 'x' is of type double?; all are of type double");
        yield return ((double[] x) => x[0], "The parameter 'x' is of type double[]; all are of type double");
        yield return (
            Expression.Lambda(X, Expression.Parameter(typeof(double).MakeByRefType(), "x")),
            "The parameter 'x' is of type ref double; all are of type double");
        yield return ((double lambda) => lambda, "The parameter 'lambda' names an input, but that is a word of formulas: rename it");
        yield return ((double @if) => @if, "The parameter 'if' names an input, but that is a word of formulas: rename it");
        yield return (
            Expression.Lambda(X, X, Expression.Parameter(typeof(double))),
            "The parameter '' names an input, but that is no name of letters, digits and '_', at most 64: rename it");
        yield return (
            Expression.Lambda(X, X, Expression.Parameter(typeof(double), new string('a', 100_000))),
            $"The parameter '{new string('a', 99)}…' names an input, but that is no name of letters, digits and '_', "
            + "at most 64: rename it");
        yield return ((double _, double _) => 1.0, "Two parameters have the name '_': give one of them another");
        yield return (
            (double a, double b, double c, double d, double e, double f, double g, double h, double i) => a,
            "There are more than 8 inputs");
        yield return (Expression.Lambda(Expression.Parameter(typeof(double), "z"), X), "z: This is no parameter of the lambda");
    }

    private static IEnumerable<(LambdaExpression, string)> Functions()
    {
        Func<double, double> twice = v => 2 * v;
        Expression<Func<double, double>> lambda = v => 2 * v;
        var wave = PureFunction.From((double t, double a) => Math.Exp(-a * t));
        var pair = PureFunction.From((double t) => new ValueTuple<double, double>(t, t));
        var exact = PureFunction.From((double t) => Math.Exp(t), Rounding.Correct);
        PureFunction? none = null;
        yield return ((double x) => 1 + Math.Tan(2 * x), $"Math.Tan(2 * x): There is no kernel for Tan. {Kernels}");
        yield return ((double x) => double.SinPi(x), $"double.SinPi(x): There is no kernel for SinPi. {Kernels}");
        yield return ((double x) => Math.Atan2(x, 1), $"Math.Atan2(x, 1): There is no kernel for Atan2. {Kernels}");
        yield return ((double x) => Math.Log(x, 3), "Math.Log(x, 3): Write Math.Log(x) / Math.Log(b), or Log2 or Log10");
        yield return (
            (double x) => Math.Round(x, 2),
            "Math.Round(x, 2): Only Math.Round(x), to the nearest integer, ties to even, is an operation. "
            + "For digits write Math.Round(x * 100) / 100");
        yield return (
            (double x) => Math.Round(x, MidpointRounding.AwayFromZero),
            "Math.Round(x, AwayFromZero): Only Math.Round(x), to the nearest integer, ties to even, is an operation. "
            + "For digits write Math.Round(x * 100) / 100");
        yield return ((double x) => x * Math.Sign(x), "Math.Sign(x): Write x > 0 ? 1 : x < 0 ? -1 : 0");
        yield return (
            (double x) => Math.SinCos(x).Sin,
            "Math.SinCos(x): Write Sin and Cos: of the same argument they are computed together");
        yield return ((double x) => double.RootN(x, 5), "double.RootN(x, 5): Write Math.Sqrt, Math.Cbrt or Math.Pow(x, 1.0 / n)");
        yield return (
            (double x) => double.IsNegative(x) ? 1 : 2,
            "double.IsNegative(x): The sign of NaN is not the same everywhere. "
            + "Write x < 0, or Math.CopySign(1, x) < 0, which sees that of a zero too");
        yield return ((double x) => Math.IEEERemainder(x, 3), "Math.IEEERemainder(x, 3): Write x - Math.Round(x / y) * y");
        yield return (
            (double x) => MathF.Abs(x > 0 ? 1f : 2f),
            "MathF.Abs(x > 0 ? 1 : 2): MathF computes in float, a function in double: write Math");
        yield return (
            (double x) => MathF.Sin((float)x), "(float)x: The function computes in double: a cast to float would change the value");
        yield return (
            (double x) => CorrectlyRounded.Sin(x),
            "CorrectlyRounded.Sin(x): The function is made with Rounding.Declared: write Math, or ask for Rounding.Correct, "
            + "which is this for all functions");
        yield return ((double x) => Own(x) + 1, $"LambdaErrorTests.Own(x): {OwnMethod}");
        yield return ((double x) => x.CompareTo(1), $"x.CompareTo(1): {OwnMethod}");
        yield return ((double x) => double.CreateChecked(x), $"double.CreateChecked(x): There is no kernel for CreateChecked. {Kernels}");
        yield return (
            (double x) => twice(x),
            "twice(x): A delegate is compiled code, which cannot be read: make a PureFunction of its lambda, and Invoke that");
        yield return (
            (double x) => lambda.Compile()(x),
            "lambda.Compile()(x): A delegate is compiled code, which cannot be read: make a PureFunction of its lambda, and Invoke that");
        yield return (
            Expression.Lambda(Expression.Invoke(lambda, X), X),
            "((v) => 2 * v)(x): A lambda within the lambda cannot be read: make a PureFunction of it before, and Invoke that");
        yield return (
            (double x) => wave.Invoke(x),
            "wave.Invoke(x): Of the function's 2 inputs the call gives 1");
        yield return (
            (double x) => pair.Invoke(x),
            "pair.Invoke(x): The function has 2 results; a part of another one has one");
        yield return (
            (double x) => exact.Invoke(x), "exact.Invoke(x): The function is made with Rounding.Correct, this one with Rounding.Declared");
        yield return (
            (double x) => wave.With("a", x).Invoke(x),
            "wave.With(\"a\", x): Of the methods of PureFunction, Invoke alone can be given what depends on a parameter");
        yield return ((double x) => none!.Invoke(x), "none.Invoke(x): The function is null");
    }

    private static IEnumerable<(LambdaExpression, string)> Conversions()
    {
        int n = 3, zero = 0;
        long big = 1;
        double[] numbers = [1];
        double? missing = null;
        string text = "two";
        yield return (
            (double x) => x * (int)x,
            "(int)x: The function computes in double: instead of a cast to int write Math.Truncate, Math.Floor or Math.Round");
        yield return ((double x) => (decimal)x > 1, $"(decimal)x: This operator of decimal is no operation of doubles. {Allowed}");
        yield return ((double x) => x > missing, "(double?)x: The function computes in double: a conversion to double? is no part of it");
        yield return ((double x) => (object)x, "(object)x: The function computes in double: a conversion to object is no part of it");
        yield return (
            (double x) => x % 2 + 1,
            "x % 2: There is no %: write x - Math.Floor(x / y) * y, or Math.Truncate for a remainder with x's sign");
        yield return ((double x) => (x > 0 ? 1 : 2) * n, $"(x > 0 ? 1 : 2) * n: Of type int and {Integers}");
        yield return ((double x) => -(x > 0 ? 1 : 2), $"-(x > 0 ? 1 : 2): Of type int and {Integers}");
        yield return ((double x) => (x > 0 ? 1L : 2) == big, $"(x > 0 ? 1 : 2) == big: Of type long and {Integers}");
        yield return ((double x) => x + text == "", "(object)x: The function computes in double: a conversion to object is no part of it");
        yield return (
            (double x) => x > 0 ? "a" : "b", "x > 0 ? \"a\" : \"b\": What is chosen is of type string; it must be a number or a condition");
        yield return (
            (double x) => x + 1 / zero,
            "1 / zero: this has no parameter in it, but computing it threw DivideByZeroException: "
            + "Attempted to divide by zero. Compute it before the lambda, and use the result");
        yield return (
            (double x) => x + numbers[n],
            "numbers[n]: this has no parameter in it, but computing it threw IndexOutOfRangeException: "
            + "Index was outside the bounds of the array. Compute it before the lambda, and use the result");
        yield return (
            (double x) => x + missing!.Value,
            "missing.Value: this has no parameter in it, but computing it threw InvalidOperationException: "
            + "There is no value. Compute it before the lambda, and use the result");
        yield return (
            (double x) => x + Throws(n),
            "LambdaErrorTests.Throws(n): this has no parameter in it, but computing it threw FormatException: "
            + "No such number: 3. Compute it before the lambda, and use the result");
        yield return (
            (double x) => x + checked(int.MaxValue + n),
            "2147483647 + n: this has no parameter in it, but computing it threw OverflowException: "
            + "Arithmetic operation resulted in an overflow. Compute it before the lambda, and use the result");
        yield return ((double x) => numbers[x > 0 ? 0 : n], $"numbers[x > 0 ? 0 : n]: This is no operation of numbers. {Allowed}");
    }

    private static IEnumerable<(LambdaExpression, string)> Shapes()
    {
        double[] numbers = [1];
        string text = "two";
        yield return (
            (double x) => new { A = x, B = 2 * x },
            "new { A = x, B = 2 * x }: An anonymous type cannot be a result: write new ValueTuple<double, double>(x, y) or a record");
        yield return (
            (double x) => new Settable { A = x },
            "new Settable() { A = x }: Initializers cannot be read. As results write a constructor's call: new Point(x, y)");
        yield return (
            (double x) => new[] { x, 2 * x },
            "new double[] { x, 2 * x }: An array cannot be made in a lambda. As results write new ValueTuple<double, double>(x, y)");
        yield return (
            (double x) => new List<double> { x },
            "[ListInit]: Initializers cannot be read. As results write a constructor's call: new Point(x, y)");
        yield return ((double x) => new Settable(), "new Settable(): It has no result");
        yield return (
            (double x) => new ValueTuple<double, int>(x, 1),
            "new ValueTuple<double, int>(x, 1): The result 'y1' is of type int; it must be a double or a condition");
        yield return (
            (double x) => ValueTuple.Create(x, "a"),
            "ValueTuple.Create(x, \"a\"): The result 'y1' is of type string; it must be a double or a condition");
        yield return ((double x) => new ValueTuple<double, double>(x, x).Item1 + 1, "new ValueTuple<double, double>(x, x): "
            + "An object can only be the lambda's result");
        yield return ((double x) => text, $"text: The result is of type string; {Results}");
        yield return ((double x) => numbers, $"numbers: The result is of type double[]; {Results}");
        yield return (
            (double x) => numbers.Sum(v => v * x),
            "(v) => v * x: A lambda within the lambda cannot be read: make a PureFunction of it before, and Invoke that");
        yield return (Expression.Lambda(Expression.Block(X, X), X), $"[Block]: Statements cannot be read. {Allowed}");
        yield return (
            Expression.Lambda(Expression.Assign(X, Expression.Constant(1.0)), X), $"x = 1: This is no operation of numbers. {Allowed}");
        yield return (
            Expression.Lambda(Expression.Loop(Expression.Break(Expression.Label()), Expression.Label(typeof(double))), X),
            $"[Loop]: Statements cannot be read. {Allowed}");
        yield return (
            Expression.Lambda(Expression.TypeIs(X, typeof(int)), X), $"x is int: This is no operation of numbers. {Allowed}");
        yield return (
            Expression.Lambda(Expression.Default(typeof(double)), X), $"[Default]: This is no operation of numbers. {Allowed}");
    }

    private static double Own(double x) => x;

    private static double Throws(int number) => throw new FormatException($"No such number: {number}.");

    private sealed class Settable
    {
        public double A { get; set; }
    }
}
