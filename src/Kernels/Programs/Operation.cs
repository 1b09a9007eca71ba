namespace Kernels.Programs;

/// <summary>An operation of a program: operands are numbers of values.</summary>
/// <param name="Operator">What is done.</param>
/// <param name="A">The first operand.</param>
/// <param name="B">The second, or 0.</param>
/// <param name="C">The third, or 0.</param>
internal readonly record struct Operation(Operator Operator, int A, int B = 0, int C = 0)
{
    /// <summary>An operand by its place.</summary>
    public int this[int operand] => operand switch { 0 => A, 1 => B, _ => C };

    /// <summary>All operands, as many as the operator has.</summary>
    public int[] Operands => ((int[])[A, B, C])[..Operators.Of(Operator).Operands];
}
