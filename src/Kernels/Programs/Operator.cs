namespace Kernels.Programs;

/// <summary>What an operation does. The numbers are those in a program's bytes: they never change.</summary>
internal enum Operator : byte
{
    /// <summary>A sum and the constant factors in it in one pass: not in programs.</summary>
    WeightedSum = 0,

    Add = 1,
    Subtract = 2,
    Multiply = 3,
    Divide = 4,
    Negate = 5,
    Abs = 6,
    Sqrt = 7,
    Floor = 8,
    Ceiling = 9,
    Truncate = 10,
    Round = 11,
    Min = 12,
    Max = 13,
    CopySign = 14,
    FusedMultiplyAdd = 15,

    /// <summary>xⁿ, n an integer constant: the nearest double in both tiers.</summary>
    IntegerPower = 16,

    Less = 32,
    LessOrEqual = 33,
    Equal = 34,
    And = 35,
    Or = 36,
    Not = 37,

    /// <summary>A condition, what it is if that holds, and what else.</summary>
    Select = 38,

    Sin = 64,
    Cos = 65,
    Exp = 66,
    Exp2 = 67,
    Exp10 = 68,
    ExpM1 = 69,
    Log = 70,
    Log2 = 71,
    Log10 = 72,
    LogP1 = 73,
    Pow = 74,
    Hypot = 75,
    Cbrt = 76,

    /// <summary>Sine and cosine of one number in one pass: not in programs, which have one result an operation.</summary>
    SinCos = 255,
}

/// <summary>What a value is.</summary>
internal enum ValueKind : byte
{
    Number,
    Condition,
}

/// <summary>An operator's operands, result and name.</summary>
/// <param name="Operator">Which.</param>
/// <param name="Name">How a text writes it: a function's name, or what stands between the operands or before the one.</param>
/// <param name="Operands">One to three.</param>
/// <param name="OfConditions">Whether operands are conditions; the first one alone if there are three.</param>
/// <param name="Result">A number or a condition.</param>
internal sealed record OperatorInfo(Operator Operator, string Name, int Operands, bool OfConditions, ValueKind Result)
{
    /// <summary>Whether a table function does it.</summary>
    public bool IsElementary => Operator >= Operator.Sin;

    /// <summary>Whether a text writes it as a call.</summary>
    public bool IsCall => char.IsLetter(Name[0]) && Operator is not (Operator.And or Operator.Or or Operator.Not);

    public ValueKind OperandKind(int operand) => OfConditions && (Operands < 3 || operand == 0) ? ValueKind.Condition : ValueKind.Number;
}

/// <summary>All operators.</summary>
internal static class Operators
{
    public static OperatorInfo[] All { get; } =
    [
        Arithmetic(Operator.Add, "+", 2),
        Arithmetic(Operator.Subtract, "-", 2),
        Arithmetic(Operator.Multiply, "*", 2),
        Arithmetic(Operator.Divide, "/", 2),
        Arithmetic(Operator.Negate, "-", 1),
        Arithmetic(Operator.Abs, "abs", 1),
        Arithmetic(Operator.Sqrt, "sqrt", 1),
        Arithmetic(Operator.Floor, "floor", 1),
        Arithmetic(Operator.Ceiling, "ceil", 1),
        Arithmetic(Operator.Truncate, "trunc", 1),
        Arithmetic(Operator.Round, "round", 1),
        Arithmetic(Operator.Min, "min", 2),
        Arithmetic(Operator.Max, "max", 2),
        Arithmetic(Operator.CopySign, "copysign", 2),
        Arithmetic(Operator.FusedMultiplyAdd, "fma", 3),
        Arithmetic(Operator.IntegerPower, "**", 2),
        new(Operator.Less, "<", 2, OfConditions: false, ValueKind.Condition),
        new(Operator.LessOrEqual, "<=", 2, OfConditions: false, ValueKind.Condition),
        new(Operator.Equal, "==", 2, OfConditions: false, ValueKind.Condition),
        new(Operator.And, "and", 2, OfConditions: true, ValueKind.Condition),
        new(Operator.Or, "or", 2, OfConditions: true, ValueKind.Condition),
        new(Operator.Not, "not", 1, OfConditions: true, ValueKind.Condition),
        new(Operator.Select, "where", 3, OfConditions: true, ValueKind.Number),
        Arithmetic(Operator.Sin, "sin", 1),
        Arithmetic(Operator.Cos, "cos", 1),
        Arithmetic(Operator.Exp, "exp", 1),
        Arithmetic(Operator.Exp2, "exp2", 1),
        Arithmetic(Operator.Exp10, "exp10", 1),
        Arithmetic(Operator.ExpM1, "expm1", 1),
        Arithmetic(Operator.Log, "log", 1),
        Arithmetic(Operator.Log2, "log2", 1),
        Arithmetic(Operator.Log10, "log10", 1),
        Arithmetic(Operator.LogP1, "log1p", 1),
        Arithmetic(Operator.Pow, "pow", 2),
        Arithmetic(Operator.Hypot, "hypot", 2),
        Arithmetic(Operator.Cbrt, "cbrt", 1),
    ];

    private static readonly OperatorInfo?[] ByNumber = MakeByNumber();

    /// <summary>What there is to know of an operator.</summary>
    public static OperatorInfo Of(Operator operation) => Find((byte)operation)!;

    /// <summary>The operator of a number, if there is one.</summary>
    public static OperatorInfo? Find(byte number) => ByNumber[number];

    /// <summary>The function of a name, if there is one.</summary>
    public static OperatorInfo? Find(string name) => Array.Find(All, info => info.IsCall && info.Name == name);

    private static OperatorInfo Arithmetic(Operator operation, string name, int operands) =>
        new(operation, name, operands, OfConditions: false, ValueKind.Number);

    private static OperatorInfo?[] MakeByNumber()
    {
        var byNumber = new OperatorInfo?[256];
        foreach (var info in All)
            byNumber[(int)info.Operator] = info;
        return byNumber;
    }
}
