namespace Kernels.Programs;

/// <summary>What a pass reads or writes: a block of numbers, or a vector that stands for all.</summary>
/// <param name="address">Of the first number.</param>
/// <param name="isBlock">Whether there is a number for each element.</param>
internal readonly unsafe struct Operand(double* address, bool isBlock)
{
    public readonly double* Address = address;

    /// <summary>What of an element's index counts: all of it or nothing.</summary>
    public readonly nint Mask = isBlock ? -1 : 0;
}

/// <summary>Operations over blocks: a loop for each, over lanes of any width.</summary>
internal static unsafe class Passes
{
    /// <summary>Doubles that a number takes which stands for all elements: the widest vector.</summary>
    public const int NumberLength = 8;

    /// <summary>An operation of arithmetic or choice.</summary>
    /// <param name="operation">Which.</param>
    /// <param name="isResult">Whether NaN is to have the bits of <see cref="double.NaN"/>.</param>
    /// <param name="a">The first operand.</param>
    /// <param name="b">The second, if there is one.</param>
    /// <param name="c">The third, if there is one.</param>
    /// <param name="result">The results; may be an operand itself.</param>
    /// <param name="count">A multiple of the lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run<V>(Operator operation, bool isResult, Operand a, Operand b, Operand c, double* result, nint count)
        where V : struct, ILanes<V>
    {
        switch (operation)
        {
            case Operator.Add: Run<Addition, V>(isResult, a, b, c, result, count); break;
            case Operator.Subtract: Run<Subtraction, V>(isResult, a, b, c, result, count); break;
            case Operator.Multiply: Run<Multiplication, V>(isResult, a, b, c, result, count); break;
            case Operator.Divide: Run<Division, V>(isResult, a, b, c, result, count); break;
            case Operator.Negate: Run<Negation, V>(isResult, a, b, c, result, count); break;
            case Operator.Abs: Run<Magnitude, V>(isResult, a, b, c, result, count); break;
            case Operator.Sqrt: Run<SquareRoots, V>(isResult, a, b, c, result, count); break;
            case Operator.Floor: Run<RoundingDown, V>(isResult, a, b, c, result, count); break;
            case Operator.Ceiling: Run<RoundingUp, V>(isResult, a, b, c, result, count); break;
            case Operator.Truncate: Run<Truncation, V>(isResult, a, b, c, result, count); break;
            case Operator.Round: Run<RoundingToNearest, V>(isResult, a, b, c, result, count); break;
            case Operator.Min: Run<Minimum, V>(isResult, a, b, c, result, count); break;
            case Operator.Max: Run<Maximum, V>(isResult, a, b, c, result, count); break;
            case Operator.CopySign: Run<Signed, V>(isResult, a, b, c, result, count); break;
            case Operator.FusedMultiplyAdd: Run<MultiplicationAndAddition, V>(isResult, a, b, c, result, count); break;
            case Operator.Less: Run<IsLess, V>(isResult, a, b, c, result, count); break;
            case Operator.LessOrEqual: Run<IsLessOrEqual, V>(isResult, a, b, c, result, count); break;
            case Operator.Equal: Run<IsEqual, V>(isResult, a, b, c, result, count); break;
            case Operator.And: Run<Conjunction, V>(isResult, a, b, c, result, count); break;
            case Operator.Or: Run<Disjunction, V>(isResult, a, b, c, result, count); break;
            case Operator.Not: Run<Inversion, V>(isResult, a, b, c, result, count); break;
            case Operator.Select: Run<Selection, V>(isResult, a, b, c, result, count); break;
            default: throw new InvalidOperationException($"{operation} is not done in one pass.");
        }
    }

    /// <summary>A value as a result: it is copied, and NaN gets the bits of <see cref="double.NaN"/>.</summary>
    public static void Finish<V>(Operand a, double* result, nint count) where V : struct, ILanes<V> =>
        Loop<Finished<Identity>, V>(a, a, a, result, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TPass, V>(bool isResult, Operand a, Operand b, Operand c, double* result, nint count)
        where TPass : struct, IPass where V : struct, ILanes<V>
    {
        if (isResult)
            Loop<Finished<TPass>, V>(a, b, c, result, count);
        else
            Loop<TPass, V>(a, b, c, result, count);
    }

    // Two vectors at a time: one alone is as many instructions to count as to compute.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Loop<TPass, V>(Operand a, Operand b, Operand c, double* result, nint count)
        where TPass : struct, IPass where V : struct, ILanes<V>
    {
        double* x = a.Address, y = b.Address, z = c.Address;
        nint stepX = a.Mask & V.Count, stepY = b.Mask & V.Count, stepZ = c.Mask & V.Count, i = 0;
        for (; i <= count - (2 * V.Count); i += 2 * V.Count)
        {
            V first = Apply<TPass, V>(x, y, z);
            V.Store(Apply<TPass, V>(x + stepX, y + stepY, z + stepZ), result + i + V.Count);
            V.Store(first, result + i);
            x += 2 * stepX;
            y += TPass.Operands > 1 ? 2 * stepY : 0;
            z += TPass.Operands > 2 ? 2 * stepZ : 0;
        }

        if (i < count)
            V.Store(Apply<TPass, V>(x, y, z), result + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Apply<TPass, V>(double* x, double* y, double* z) where TPass : struct, IPass where V : struct, ILanes<V> =>
        TPass.Apply(V.Load(x), TPass.Operands > 1 ? V.Load(y) : default, TPass.Operands > 2 ? V.Load(z) : default);
}
