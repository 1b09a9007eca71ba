using Kernels.Programs;

namespace Kernels.Tests.Programs;

/// <summary>What programs mean: one operation after the other, over single numbers.</summary>
internal static class Interpreter
{
    /// <summary>What the results are at one point.</summary>
    public static double[] Evaluate(FunctionProgram program, ReadOnlySpan<double> arguments)
    {
        double[] values = [.. arguments, .. program.Constants, .. new double[program.Operations.Length]];
        for (int i = 0; i < program.Operations.Length; i++)
        {
            var (operation, a, b, c) = program.Operations[i];
            values[program.FirstOperation + i] = Apply(operation, program.Rounding, values[a], values[b], values[c]);
        }

        return [.. program.Results.Select(result => double.IsNaN(values[result]) ? double.NaN : values[result])];
    }

    // Conditions are 1 and 0.
    private static double Apply(Operator operation, Rounding rounding, double a, double b, double c)
    {
        bool isCorrect = rounding == Rounding.Correct;
        return operation switch
        {
            Operator.Add => a + b,
            Operator.Subtract => a - b,
            Operator.Multiply => a * b,
            Operator.Divide => a / b,
            Operator.Negate => -a,
            Operator.Abs => Math.Abs(a),
            Operator.Sqrt => Math.Sqrt(a),
            Operator.Floor => Math.Floor(a),
            Operator.Ceiling => Math.Ceiling(a),
            Operator.Truncate => Math.Truncate(a),
            Operator.Round => Math.Round(a),
            Operator.Min => Math.Min(a, b),
            Operator.Max => Math.Max(a, b),
            Operator.CopySign => Math.CopySign(a, double.IsNaN(b) ? 1 : b),
            Operator.FusedMultiplyAdd => Math.FusedMultiplyAdd(a, b, c),
            Operator.IntegerPower => CorrectlyRounded.Pow(a, b),
            Operator.Less => a < b ? 1 : 0,
            Operator.LessOrEqual => a <= b ? 1 : 0,
            Operator.Equal => a == b ? 1 : 0,
            Operator.And => a != 0 && b != 0 ? 1 : 0,
            Operator.Or => a != 0 || b != 0 ? 1 : 0,
            Operator.Not => a == 0 ? 1 : 0,
            Operator.Select => a != 0 ? b : c,
            Operator.Sin => isCorrect ? CorrectlyRounded.Sin(a) : Elementary.Sin(a),
            Operator.Cos => isCorrect ? CorrectlyRounded.Cos(a) : Elementary.Cos(a),
            Operator.Exp => isCorrect ? CorrectlyRounded.Exp(a) : Elementary.Exp(a),
            Operator.Exp2 => isCorrect ? CorrectlyRounded.Exp2(a) : Elementary.Exp2(a),
            Operator.Exp10 => isCorrect ? CorrectlyRounded.Exp10(a) : Elementary.Exp10(a),
            Operator.ExpM1 => isCorrect ? CorrectlyRounded.ExpM1(a) : Elementary.ExpM1(a),
            Operator.Log => isCorrect ? CorrectlyRounded.Log(a) : Elementary.Log(a),
            Operator.Log2 => isCorrect ? CorrectlyRounded.Log2(a) : Elementary.Log2(a),
            Operator.Log10 => isCorrect ? CorrectlyRounded.Log10(a) : Elementary.Log10(a),
            Operator.LogP1 => isCorrect ? CorrectlyRounded.LogP1(a) : Elementary.LogP1(a),
            Operator.Pow => isCorrect ? CorrectlyRounded.Pow(a, b) : Elementary.Pow(a, b),
            Operator.Hypot => isCorrect ? CorrectlyRounded.Hypot(a, b) : Elementary.Hypot(a, b),
            Operator.Cbrt => isCorrect ? CorrectlyRounded.Cbrt(a) : Elementary.Cbrt(a),
            _ => throw new InvalidOperationException($"{operation} has no meaning here."),
        };
    }
}
