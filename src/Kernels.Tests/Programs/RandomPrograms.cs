using CsCheck;
using Kernels.Programs;

namespace Kernels.Tests.Programs;

/// <summary>Programs of all operators at random: typed, with any constants and names.</summary>
internal static class RandomPrograms
{
    private const int MostOperations = 200;

    private static readonly double[] Landmarks =
    [
        0, -0.0, 1, -1, 2, -2, 0.5, 3, 10, 64, -64, 65, 1e16, 1e22, 1e23, 0.1, -0.1, double.NaN, double.PositiveInfinity,
        double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308,
        2.225073858507201e-308, Math.PI, Math.E, Math.Tau,
    ];

    // Some stand for something else where nothing has that name.
    private static readonly string[] LikelyNames =
    [
        "t", "a", "b", "x", "y", "y0", "y1", "_", "_1", "_2", "_3", "sin", "where", "min", "pi", "e", "tau", "inf", "nan", "math", "return",
        "λ", "größe", "变量", "in", "is", "True1", new string('n', FunctionProgram.LongestName),
    ];

    private static readonly Operator[] All = [.. Operators.All.Select(info => info.Operator)];

    private static readonly Gen<double> Constants =
        Gen.OneOf(Gen.OneOf(Landmarks), Gen.Double, Gen.Int[-70, 70].Select(integer => (double)integer), Gen.Double[-10, 10]);

    private static readonly Gen<string> Names =
        Gen.OneOf(Gen.OneOf(LikelyNames), Gen.Char["abcxyz_"].Array[1, 6].Select(letters => new string(letters)));

    // Operands count back from the last value: small ones make deep programs, large ones wide ones.
    private static readonly Gen<(Operator Operator, int A, int B, int C)[]> Steps =
        Gen.Int[1, 12].SelectMany(reach => Gen.Select(
            Gen.OneOf(All), Gen.Int[0, reach], Gen.Int[0, 3 * reach], Gen.Int[0, 3 * reach]).Array[0, MostOperations]);

    /// <summary>Programs of up to 200 operations, with any number of inputs and results.</summary>
    public static Gen<FunctionProgram> Any { get; } = Gen.Select(
        Names.Array[0, FunctionProgram.MostInputs], Names.Array[1, FunctionProgram.MostOutputs], Constants.Array[1, 24], Steps,
        Gen.Int[0, 30].Array[FunctionProgram.MostOutputs], Gen.Bool.Select(isCorrect => isCorrect ? Rounding.Correct : Rounding.Declared))
        .Select(Make);

    private static FunctionProgram Make(
        string[] inputs, string[] outputs, double[] constants, (Operator Operator, int A, int B, int C)[] steps, int[] results,
        Rounding rounding)
    {
        var builder = new ProgramBuilder(rounding);
        int[] exponents = [2, 3, -1, 5, -2, 0, 1, -3, 7, FunctionProgram.LargestExponent, -FunctionProgram.LargestExponent, 31];
        List<ProgramValue> numbers = [.. constants.Select(builder.Constant), .. inputs.Select(builder.Input)];
        List<ProgramValue> conditions = [builder.Apply(Operator.Less, numbers[^1], numbers[0])];
        foreach (var (operation, a, b, c) in steps)
        {
            var info = Operators.Of(operation);
            var exponent = builder.Constant(exponents[b % exponents.Length]);
            var value = builder.Apply(
                operation, Pick(info, 0, a), operation == Operator.IntegerPower ? exponent : Pick(info, 1, b), Pick(info, 2, c));
            (info.Result == ValueKind.Number ? numbers : conditions).Add(value);
        }

        return builder.Build([.. outputs.Distinct().Select((name, i) => (name, Back(i % 3 < 2 ? numbers : conditions, results[i])))]);

        ProgramValue Pick(OperatorInfo info, int operand, int back) =>
            operand < info.Operands ? Back(info.OperandKind(operand) == ValueKind.Number ? numbers : conditions, back) : default;
    }

    private static ProgramValue Back(List<ProgramValue> values, int back) => values[^(1 + (back % values.Count))];
}
