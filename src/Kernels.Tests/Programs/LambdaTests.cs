using System.Linq.Expressions;
using Kernels.Programs;

namespace Kernels.Tests.Programs;

/// <summary>Lambdas become the programs that a builder makes of the same operations, and give the compiled lambda's bits.</summary>
public class LambdaTests
{
    private static readonly double Offset = 0.25;

    private static readonly double[] Arguments =
    [
        0, -0.0, 1, -1, 0.5, 3, -2.5, 1e-310, 1e300, -1e300, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        .. Inputs.Uniform(200, 10, seed: 5), .. Inputs.Uniform(100, 1e6, seed: 6),
    ];

    private static double Gain => 3;

    [Fact]
    public void Operators_are_operations_in_their_order()
    {
        Check((double x, double y) => -x + y * 2 - x / y, (b, x, y) => Of(
            b, Operator.Subtract,
            Of(b, Operator.Add, Of(b, Operator.Negate, x), Of(b, Operator.Multiply, y, b.Constant(2))), Of(b, Operator.Divide, x, y)));
        Check((double x, double y) => checked(+x - (x + y)), (b, x, y) => Of(b, Operator.Subtract, x, Of(b, Operator.Add, x, y)));
    }

    [Fact]
    public void Comparisons_and_choices_are_conditions()
    {
        Check((double x, double y) => x < y, (b, x, y) => Of(b, Operator.Less, x, y));
        Check((double x, double y) => x > y, (b, x, y) => Of(b, Operator.Less, y, x));
        Check((double x, double y) => x <= y, (b, x, y) => Of(b, Operator.LessOrEqual, x, y));
        Check((double x, double y) => x >= y, (b, x, y) => Of(b, Operator.LessOrEqual, y, x));
        Check((double x, double y) => x == y, (b, x, y) => Of(b, Operator.Equal, x, y));
        Check((double x, double y) => x != y, (b, x, y) => Of(b, Operator.Not, Of(b, Operator.Equal, x, y)));
        Check((double x, double y) => x < y && !(y < 1) ? x : y, (b, x, y) => Of(
            b, Operator.Select,
            Of(b, Operator.And, Of(b, Operator.Less, x, y), Of(b, Operator.Not, Of(b, Operator.Less, y, b.Constant(1)))), x, y));
        Check((double x, double y) => x < y || y < x, (b, x, y) => Of(
            b, Operator.Or, Of(b, Operator.Less, x, y), Of(b, Operator.Less, y, x)));
        Check((double x, double y) => (x < y) & (y == 1) | (x == 1), (b, x, y) => Of(
            b, Operator.Or, Of(b, Operator.And, Of(b, Operator.Less, x, y), Of(b, Operator.Equal, y, b.Constant(1))),
            Of(b, Operator.Equal, x, b.Constant(1))));
    }

    [Fact]
    public void Constants_are_computed_as_in_the_language()
    {
        int n = 7, zero = 0;
        long big = (1L << 53) + 1;
        float third = 1 / 3f;
        double[] weights = [0.5, 1.5];
        List<double> list = [2.5, 3.5];
        decimal price = 9.99m;
        double? some = 4;
        DayOfWeek day = DayOfWeek.Friday;
        string text = "four";
        (double Low, int High) pair = (0.125, 3);
        bool isScaled = true;
        Func<double, double> twice = v => 2 * v;
        AddsConstant(x => x + (n / 2), 3);
        AddsConstant(x => x + (n % 4) * 10 + Gain, [30, 3]);
        AddsConstant(x => x + ((n << 2) ^ 5 | 64), (7 << 2) ^ 5 | 64);
        AddsConstant(x => x + (~n & 12), ~7 & 12);
        AddsConstant(x => x + unchecked(int.MaxValue + n), unchecked(int.MaxValue + 7));
        AddsConstant(x => x + (-n - (uint)n), -14);
        AddsConstant(x => x + big, 1L << 53);
        AddsConstant(x => x + third * 3, 1);
        AddsConstant(x => x + (double)third, 1 / 3f);
        AddsConstant(x => x + (int)(n * 0.5), 3);
        AddsConstant(x => x + (byte)(n * 100), 700 & 255);
        AddsConstant(x => x + 7.5 % n, 0.5);
        AddsConstant(x => x + weights[1] + weights.Length, [1.5, 2]);
        AddsConstant(x => x + list[n - 6] + list.Count, [3.5, 2]);
        AddsConstant(x => x + (double)price, 9.99);
        AddsConstant(x => x + (double)(price * 2), 19.98);
        AddsConstant(x => x + some.Value + (some ?? 1), [4, 4]);
        AddsConstant(x => x + (some.HasValue ? 1 : 0), 1);
        AddsConstant(x => x + (int)day, 5);
        AddsConstant(x => x + text.Length + text[0], [4, 'f']);
        AddsConstant(x => x + pair.Low + pair.High, [0.125, 3]);
        AddsConstant(x => x + Offset, 0.25);
        AddsConstant(x => x + (isScaled && n > 3 ? Math.PI : Math.E), Math.PI);
        AddsConstant(x => x + (zero != 0 ? n / zero : 8), 8);
        AddsConstant(x => x + twice(n), 14);
        AddsConstant(x => x + Triple(n), 21);
        AddsConstant(x => x + Math.Max(n, 9), 9);
        AddsConstant(x => x + Math.Round(2.345, 1), Math.Round(2.345, 1));
        AddsConstant(x => x + Math.Tan(0.5), Math.Tan(0.5));
        AddsConstant(x => x + new Point(1, n).Y, 7);
        AddsConstant(x => x + double.MaxValue, double.MaxValue);
    }

    [Fact]
    public void Known_conversions_and_operators_give_what_the_compiled_lambda_gives()
    {
        foreach (double d in (double[])[0, -1.5, 2.9, 300.7, -129, 3e9, -3e9, 1e10, 1.2e19, 1e300, double.NaN, double.NegativeInfinity])
        {
            long l = unchecked((long)d) | 1;
            uint u = unchecked((uint)l);
            ulong w = unchecked((ulong)l);
            int i = unchecked((int)l);
            IsAsCompiled(x => unchecked((int)d));
            IsAsCompiled(x => unchecked((uint)d));
            IsAsCompiled(x => unchecked((long)d));
            IsAsCompiled(x => unchecked((ulong)d));
            IsAsCompiled(x => unchecked((short)d) + unchecked((byte)d) + unchecked((sbyte)d) + unchecked((ushort)d));
            IsAsCompiled(x => (float)d);
            IsAsCompiled(x => (float)l + (float)w);
            IsAsCompiled(x => l);
            IsAsCompiled(x => w);
            IsAsCompiled(x => unchecked(l * 7 - (l >> 3) + (l << 65) + l % 10 + l / 3));
            IsAsCompiled(x => unchecked(w * 7 - (w >> 3) + (w << 65) + w % 10 + w / 3));
            IsAsCompiled(x => unchecked(u * 7 - (u >> 3) + (u << 33) + u % 10 + u / 3));
            IsAsCompiled(x => unchecked(i * 7 - (i >> 3) + (i << 33) + i % 10 + i / 3 + (i & 6) + (i | 9) + (i ^ 5) + ~i));
            IsAsCompiled(x => (i < u) ^ (l >= i) | d > l & w != 7 ? 1 : 2);
            IsAsCompiled(x => d % 7 + (float)d % 3f);
            IsAsCompiled(x => (char)(i & 255) + 1);
        }
    }

    [Fact]
    public void Functions_of_constants_are_those_of_programs()
    {
        double half = 0.5;
        AddsConstant(x => x + Math.Sin(half), Elementary.Sin(0.5));
        AddsConstant(x => x + Math.Pow(half * 3, 7), CorrectlyRounded.Pow(1.5, 7));
        AddsConstant(x => x + Math.Pow(half, half), Elementary.Pow(0.5, 0.5));
        AddsConstant(x => x + Math.Min(0.0 * half, -0.0) * 1, -0.0);
        var exact = PureFunction.From((double x) => x + Math.Exp(half), Rounding.Correct);
        Assert.Contains(CorrectlyRounded.Exp(0.5), exact.Program.Constants);
    }

    [Fact]
    public void A_condition_that_is_known_chooses_and_the_other_side_is_not_read()
    {
        double[] none = [];
        bool isFancy = false;
        Check((double x, double y) => isFancy ? Math.Tan(x) : y, (_, _, y) => y);
        Check((double x, double y) => none.Length > 0 && none[0] > x, (b, _, _) => b.Condition(false));
        Check((double x, double y) => none.Length == 0 || none[0] > x, (b, _, _) => b.Condition(true));
        Check((double x, double y) => x < y == !isFancy, (b, x, y) => Of(b, Operator.Less, x, y));
    }

    [Fact]
    public void Integers_in_a_choice_become_doubles()
    {
        Check((double x, double y) => x > 0 ? 1 : x < 0 ? -1 : 0, (b, x, y) => Of(
            b, Operator.Select, Of(b, Operator.Less, b.Constant(0), x), b.Constant(1),
            Of(b, Operator.Select, Of(b, Operator.Less, x, b.Constant(0)), b.Constant(-1), b.Constant(0))));
        Check((double x, double y) => y * (x > 0 ? 1 : 2), (b, x, y) => Of(
            b, Operator.Multiply, y,
            Of(b, Operator.Select, Of(b, Operator.Less, b.Constant(0), x), b.Constant(1), b.Constant(2))));
        Check((double x, double y) => (x > 0 ? 1 : 2) == 1, (b, x, y) => Of(
            b, Operator.Equal,
            Of(b, Operator.Select, Of(b, Operator.Less, b.Constant(0), x), b.Constant(1), b.Constant(2)), b.Constant(1)));
    }

    [Fact]
    public void Powers_by_an_integer_constant_are_exact_powers()
    {
        int n = 3;
        double large = 65;
        Check((double x, double y) => Math.Pow(x, 3), (b, x, _) => b.Power(x, 3));
        Check((double x, double y) => double.Pow(x, -64.0), (b, x, _) => b.Power(x, -64));
        Check((double x, double y) => Math.Pow(x, n), (b, x, _) => b.Power(x, 3));
        Check((double x, double y) => Math.Pow(x, -0.0), (b, x, _) => b.Power(x, 0));
        Check((double x, double y) => Math.Pow(x, large), (b, x, _) => Of(b, Operator.Pow, x, b.Constant(65)));
        Check((double x, double y) => Math.Pow(x, 0.5), (b, x, _) => Of(b, Operator.Pow, x, b.Constant(0.5)));
        Check((double x, double y) => Math.Pow(x, y), (b, x, y) => Of(b, Operator.Pow, x, y));
        Check((double x, double y) => Elementary.Pow(x, 3), (b, x, _) => Of(b, Operator.Pow, x, b.Constant(3)));
        Check((double x, double y) => Elementary.Pow(x, 3), (b, x, _) => b.Power(x, 3), Rounding.Correct);
        Check((double x, double y) => CorrectlyRounded.Pow(x, 3), (b, x, _) => b.Power(x, 3), Rounding.Correct);
    }

    [Fact]
    public void Every_function_that_has_a_kernel_is_read()
    {
        Expression<Func<double, double, double>>[] lambdas =
        [
            (x, y) => Math.Sin(x), (x, y) => double.Cos(x), (x, y) => Math.Exp(x), (x, y) => double.Exp2(x), (x, y) => double.Exp10(x),
            (x, y) => double.ExpM1(x), (x, y) => Math.Log(x), (x, y) => Math.Log2(x), (x, y) => Math.Log10(x), (x, y) => double.LogP1(x),
            (x, y) => double.Hypot(x, y), (x, y) => Math.Cbrt(x), (x, y) => Math.Pow(x, y), (x, y) => Math.Abs(x), (x, y) => Math.Sqrt(x),
            (x, y) => Math.Floor(x), (x, y) => Math.Ceiling(x), (x, y) => Math.Truncate(x), (x, y) => Math.Round(x),
            (x, y) => Math.Min(x, y), (x, y) => double.Max(x, y), (x, y) => Math.CopySign(x, y),
            (x, y) => Math.FusedMultiplyAdd(x, y, x),
        ];
        HashSet<Operator> read = [];
        foreach (var lambda in lambdas)
        {
            var call = (MethodCallExpression)lambda.Body;
            var operation = Enum.Parse<Operator>(call.Method.Name);
            read.Add(operation);
            foreach (Rounding rounding in (Rounding[])[Rounding.Declared, Rounding.Correct])
            {
                Check(
                    lambda,
                    (b, x, y) => b.Apply(operation, x, call.Arguments.Count > 1 ? y : default, call.Arguments.Count > 2 ? x : default),
                    rounding);
            }
        }

        Assert.All(Operators.All, info => Assert.True(!info.IsElementary || read.Contains(info.Operator), info.Name));
        Check((double x, double y) => Elementary.Hypot(Elementary.Sin(x), y),
            (b, x, y) => Of(b, Operator.Hypot, Of(b, Operator.Sin, x), y));
        Check((double x, double y) => CorrectlyRounded.Sin(x), (b, x, y) => Of(b, Operator.Sin, x), Rounding.Correct);
    }

    [Fact]
    public void Questions_of_a_number_are_comparisons()
    {
        double known = double.NaN;
        CheckBits(x => double.IsNaN(x) ? 1 : 0, x => double.IsNaN(x) ? 1 : 0);
        CheckBits(x => double.IsFinite(x) ? 1 : 0, x => double.IsFinite(x) ? 1 : 0);
        CheckBits(x => double.IsInfinity(x) ? 1 : 0, x => double.IsInfinity(x) ? 1 : 0);
        CheckBits(x => double.IsPositiveInfinity(x) ? 1 : 0, x => double.IsPositiveInfinity(x) ? 1 : 0);
        CheckBits(x => double.IsNegativeInfinity(x) ? 1 : 0, x => double.IsNegativeInfinity(x) ? 1 : 0);
        Check((double x, double y) => double.IsNaN(known) ? x : y, (_, x, _) => x);
    }

    [Fact]
    public void Results_are_a_number_a_condition_or_what_a_constructor_takes()
    {
        Assert.Equal(["y"], PureFunction.From((double x) => x + 1).Outputs);
        Assert.Equal(["y"], PureFunction.From((double x) => x > 1).Outputs);
        Assert.Equal(["y0", "y1"], PureFunction.From((double x) => new ValueTuple<double, double>(x, -x)).Outputs);
        Assert.Equal(["y0", "y1", "y2"], PureFunction.From((double x) => ValueTuple.Create(x, -x, x > 0)).Outputs);
        Assert.Equal(["y0", "y1"], PureFunction.From((double x) => Tuple.Create(x, -x)).Outputs);
        Assert.Equal(["X", "Y"], PureFunction.From((double x) => new Point(x, -x)).Outputs);
        Assert.Equal(["real", "imaginary"], PureFunction.From((double x) => new System.Numerics.Complex(x, -x)).Outputs);
        var eight = PureFunction.From((double x) => ValueTuple.Create(x, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, x));
        Assert.Equal(8, eight.Outputs.Count);
        var results = new double[2];
        PureFunction.From((double x) => new Point(x * 2, Math.Cos(x))).Invoke([3], results);
        Assert.Equal([6, Elementary.Cos(3)], results);
        Assert.Equal(1, PureFunction.From((double x) => x > 1).Invoke(2));
    }

    [Fact]
    public void Inputs_are_the_parameters_in_their_order_used_or_not()
    {
        var function = PureFunction.From((double unused, double φ, double _) => φ);
        Assert.Equal(["unused", "φ", "_"], function.Inputs);
        Assert.Equal(2, function.Invoke(1, 2, 3));
        Assert.Empty(PureFunction.From(() => 1.0).Inputs);
    }

    [Fact]
    public void A_captured_function_is_replayed()
    {
        var wave = PureFunction.From((double t, double a) => Math.Exp(-a * t) * Math.Cos(t));
        var square = PureFunction.From((double x) => x * x);
        Check((double x, double y) => wave.Invoke(x, 0.5) + square.Invoke(Math.Cos(x)), (b, x, y) => Of(
            b, Operator.Add,
            Of(b, Operator.Multiply, Of(b, Operator.Exp, Of(b, Operator.Multiply, b.Constant(-0.5), x)), Of(b, Operator.Cos, x)),
            Of(b, Operator.Multiply, Of(b, Operator.Cos, x), Of(b, Operator.Cos, x))));
        Check((double x, double y) => wave.With("a", 0.5).Invoke(x) + square.Invoke(3), (b, x, y) => Of(
            b, Operator.Add,
            Of(b, Operator.Multiply, Of(b, Operator.Exp, Of(b, Operator.Multiply, b.Constant(-0.5), x)), Of(b, Operator.Cos, x)),
            b.Constant(9)));
        Check((double x, double y) => Math.Pow(x, square.Invoke(2)), (b, x, y) => b.Power(x, 4));
    }

    [Fact]
    public void Calls_with_so_many_numbers_are_those_with_a_span()
    {
        double[] numbers = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5];
        var a = PureFunction.From((double p, double q, double r, double s, double t, double u, double v, double w) =>
            p - 2 * q + 4 * r - 8 * s + 16 * t - 32 * u + 64 * v - 128 * w);
        double[] actual =
        [
            a.Invoke(1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5), a.With("w", 8.5).Invoke(1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5),
            a.With("w", 8.5).With("v", 7.5).Invoke(1.5, 2.5, 3.5, 4.5, 5.5, 6.5),
            a.With("w", 8.5).With("v", 7.5).With("u", 6.5).Invoke(1.5, 2.5, 3.5, 4.5, 5.5),
            a.With("w", 8.5).With("v", 7.5).With("u", 6.5).With("t", 5.5).Invoke(1.5, 2.5, 3.5, 4.5),
            a.With("w", 8.5).With("v", 7.5).With("u", 6.5).With("t", 5.5).With("s", 4.5).Invoke(1.5, 2.5, 3.5),
            a.With("w", 8.5).With("v", 7.5).With("u", 6.5).With("t", 5.5).With("s", 4.5).With("r", 3.5).Invoke(1.5, 2.5),
        ];
        Assert.All(actual, result => Assert.Equal(a.Invoke(numbers.AsSpan()), result));
        Assert.Throws<ArgumentException>(() => a.Invoke(1));
    }

    [Fact]
    public void Results_have_the_bits_of_the_compiled_lambda()
    {
        CheckBits(x => 13 * Math.Cos(x) - 5 * Math.Cos(2 * x), x => 13 * Elementary.Cos(x) - 5 * Elementary.Cos(2 * x));
        CheckBits(x => 16 * Math.Pow(Math.Sin(x), 3), x => 16 * CorrectlyRounded.Pow(Elementary.Sin(x), 3));
        CheckBits(x => x == 0 ? 1 : Math.Sin(x) / x, x => x == 0 ? 1 : Elementary.Sin(x) / x);
        CheckBits(x => x >= 1 || x < -1 ? Math.Log(Math.Abs(x)) : x, x => x >= 1 || x < -1 ? Elementary.Log(Math.Abs(x)) : x);
        CheckBits(x => x != 3 ^ x > 2 ? x : -x, x => x != 3 ^ x > 2 ? x : -x);
        CheckBits(x => (x > 0) != (x < 5) ? x : 0.5, x => (x > 0) != (x < 5) ? x : 0.5);
        CheckBits(x => (x > 0 ? x < 5 : x > -5) ? 1 : 2, x => (x > 0 ? x < 5 : x > -5) ? 1 : 2);
        CheckBits(x => Math.Round(x) + Math.Floor(x) * Math.Ceiling(x), x => Math.Round(x) + Math.Floor(x) * Math.Ceiling(x));
        CheckBits(x => Math.Clamp(x, -2, 5), x => Math.Min(Math.Max(x, -2), 5));
        CheckBits(x => Math.Sqrt(1 + x * x) - double.Hypot(x, 1), x => Math.Sqrt(1 + x * x) - Elementary.Hypot(x, 1));
        CheckBits(x => 1 / (1 + Math.Exp(-x)), x => 1 / (1 + Elementary.Exp(-x)));
        CheckBits(x => x - Math.Floor(x / 3) * 3, x => x - Math.Floor(x / 3) * 3);
    }

    [Fact]
    public void What_occurs_twice_is_an_operation_once()
    {
        var function = PureFunction.From((double x) => Math.Sin(x) * Math.Sin(x) + Math.Sin(x));
        Assert.Equal(3, function.Program.Operations.Length);
        Expression sum = Expression.Parameter(typeof(double), "x");
        var parameter = (ParameterExpression)sum;
        for (int i = 0; i < 100; i++)
            sum = Expression.Add(sum, sum);
        Assert.Equal(Math.ScaleB(3, 100), PureFunction.From(Expression.Lambda(sum, parameter)).Invoke(3));
    }

    [Fact]
    public void A_sum_may_have_as_many_terms_as_a_program_operations()
    {
        var x = Expression.Parameter(typeof(double), "x");
        Expression left = x, right = x;
        for (int i = 0; i < FunctionProgram.MostOperations; i++)
            (left, right) = (Expression.Add(left, x), Expression.Add(x, right));
        Assert.Equal(1025, PureFunction.From(Expression.Lambda(left, x)).Invoke(1));
        Assert.Equal(1025, PureFunction.From(Expression.Lambda(right, x)).Invoke(1));
    }

    private static double Triple(int value) => 3 * value;

    private static ProgramValue Of(
        ProgramBuilder builder, Operator operation, ProgramValue a, ProgramValue b = default, ProgramValue c = default) =>
        builder.Apply(operation, a, b, c);

    private static void Check(
        LambdaExpression lambda, Func<ProgramBuilder, ProgramValue, ProgramValue, ProgramValue> build,
        Rounding rounding = Rounding.Declared)
    {
        var builder = new ProgramBuilder(rounding);
        ProgramValue x = builder.Input("x"), y = builder.Input("y");
        var expected = builder.Build([("y", build(builder, x, y))]);
        Assert.Equal(expected, PureFunction.From(lambda, rounding).Program);
    }

    private static void AddsConstant(Expression<Func<double, double>> lambda, params ReadOnlySpan<double> constants)
    {
        var builder = new ProgramBuilder(Rounding.Declared);
        ProgramValue sum = builder.Input("x");
        foreach (double constant in constants)
            sum = builder.Apply(Operator.Add, sum, builder.Constant(constant));
        Assert.Equal(builder.Build([("y", sum)]), PureFunction.From(lambda).Program);
    }

    private static void IsAsCompiled(Expression<Func<double, double>> lambda) =>
        Assert.Equal(Bits(lambda.Compile()(0)), Bits(PureFunction.From(lambda).Invoke(0)));

    private static void CheckBits(Expression<Func<double, double>> lambda, Func<double, double> expected)
    {
        var function = PureFunction.From(lambda);
        foreach (double x in Arguments)
            Assert.Equal(Bits(expected(x)), Bits(function.Invoke(x)));
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    private sealed record Point(double X, double Y);
}
