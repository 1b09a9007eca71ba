namespace Kernels.Programs;

/// <summary>How tightly a text's operators bind, from loose to tight.</summary>
internal enum Precedence
{
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Sign,
    Power,

    /// <summary>Numbers, names, calls and what is in parentheses.</summary>
    Atom,
}

/// <summary>What the reader and the writer of texts must agree on.</summary>
internal static class Syntax
{
    /// <summary>The precedence of what a text writes an operation as.</summary>
    public static Precedence PrecedenceOf(Operator operation) => operation switch
    {
        Operator.Or => Precedence.Or,
        Operator.And => Precedence.And,
        Operator.Not => Precedence.Not,
        Operator.Less or Operator.LessOrEqual or Operator.Equal => Precedence.Comparison,
        Operator.Add or Operator.Subtract => Precedence.Sum,
        Operator.Multiply or Operator.Divide => Precedence.Product,
        Operator.Negate => Precedence.Sign,
        Operator.IntegerPower or Operator.Pow => Precedence.Power,
        _ => Precedence.Atom,
    };

    /// <summary>The number that a name stands for where nothing else has that name.</summary>
    public static double? ConstantOf(string name) => name switch
    {
        "pi" => Math.PI,
        "e" => Math.E,
        "tau" => Math.Tau,
        "inf" => double.PositiveInfinity,
        "nan" => double.NaN,
        _ => null,
    };
}
