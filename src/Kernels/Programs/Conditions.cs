using Kernels.Loops;

namespace Kernels.Programs;

/// <summary>What IEEE 754 calls exceptions, of those operations that a result comes from.</summary>
[Flags]
internal enum Conditions
{
    None = 0,

    /// <summary>There is no result of such operands: NaN, though none of them is.</summary>
    Invalid = 1,

    /// <summary>Finite operands at a pole have an infinite result.</summary>
    DivideByZero = 2,

    /// <summary>The result is finite, but larger than any number of its format.</summary>
    Overflow = 4,
}

/// <summary>Finds the conditions of results that are not finite.</summary>
/// <remarks>
/// The processor's own flags are no help: the loops compute what they replace later, and both branches of a choice. So where a block has
/// such a result, the operations of one of its elements are done one by one.
/// </remarks>
internal static unsafe class ConditionFinder
{
    /// <summary>The conditions of the first result of a block that is NaN, and of the first one that is infinite.</summary>
    public static Conditions Find(FunctionProgram program, Operand* places, RawColumn* columns, int count)
    {
        var conditions = Conditions.None;
        int inputs = program.Inputs.Length;
        for (int result = 0; result < program.Outputs.Length; result++)
        {
            bool hasNaN = false, hasInfinity = false;
            double* values = places[inputs + result].Address;
            bool isSingle = columns[inputs + result].HasFormat<float>();
            for (int i = 0; i < count; i++)
            {
                if (isSingle && double.IsFinite(values[i]) && !float.IsFinite((float)values[i]))
                    conditions |= Conditions.Overflow;
                bool isNaN = double.IsNaN(values[i]);
                if (isNaN ? hasNaN : !double.IsInfinity(values[i]) || hasInfinity)
                    continue;

                // Not of those that only hand on what they have been given.
                if (IsAnyInput(places, inputs, i, isNaN))
                    continue;
                hasNaN |= isNaN;
                hasInfinity |= !isNaN;
                conditions |= OfElement(program, places, i, result);
            }
        }

        return conditions;
    }

    private static bool IsAnyInput(Operand* places, int inputs, int element, bool isNaN)
    {
        for (int input = 0; input < inputs; input++)
        {
            double value = places[input].Address[element];
            if (isNaN ? double.IsNaN(value) : !double.IsFinite(value))
                return true;
        }

        return false;
    }

    // One by one: the operations, then which of them the result comes from.
    [SkipLocalsInit]
    private static Conditions OfElement(FunctionProgram program, Operand* places, int element, int result)
    {
        int count = program.FirstOperation + program.Operations.Length;
        Span<double> values = stackalloc double[count];
        for (int i = 0; i < program.Inputs.Length; i++)
            values[i] = places[i].Address[element];
        program.Constants.CopyTo(values[program.FirstConstant..]);
        for (int i = program.FirstOperation; i < count; i++)
        {
            var (operation, a, b, c) = program.OperationOf(i);
            values[i] = ProgramLoop.Evaluate(operation, program.Rounding, [values[a], values[b], values[c]]);
        }

        var conditions = Conditions.None;
        Span<bool> isRead = stackalloc bool[count];
        isRead.Clear();
        isRead[program.Results[result]] = true;
        for (int i = count - 1; i >= program.FirstOperation; i--)
        {
            if (!isRead[i])
                continue;
            var (operation, a, b, c) = program.OperationOf(i);
            int operands = Operators.Of(operation).Operands;
            bool isChoice = operation == Operator.Select, isFirst = isChoice && BitConverter.DoubleToInt64Bits(values[a]) != 0;
            isRead[a] = true;
            isRead[b] |= operands > 1 && (!isChoice || isFirst);
            isRead[c] |= operands > 2 && !isFirst;
            if (Operators.Of(operation).Result == ValueKind.Number && !isChoice)
                conditions |= Of(operation, values[i], values[a], operands > 1 ? values[b] : 0, operands > 2 ? values[c] : 0);
        }

        return conditions;
    }

    private static Conditions Of(Operator operation, double result, double a, double b, double c)
    {
        if (double.IsNaN(result))
            return double.IsNaN(a) || double.IsNaN(b) || double.IsNaN(c) ? Conditions.None : Conditions.Invalid;
        if (!double.IsInfinity(result) || !double.IsFinite(a) || !double.IsFinite(b) || !double.IsFinite(c))
            return Conditions.None;
        bool isPole = operation switch
        {
            Operator.Divide => b == 0,
            Operator.Pow or Operator.IntegerPower or Operator.Log or Operator.Log2 or Operator.Log10 => a == 0,
            Operator.LogP1 => a == -1,
            _ => false,
        };
        return isPole ? Conditions.DivideByZero : Conditions.Overflow;
    }
}
