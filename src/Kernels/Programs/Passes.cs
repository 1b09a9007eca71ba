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

    /// <summary>What makes doubles infinite that are about to be too large for a single: 2⁸⁹⁷.</summary>
    private const double SingleScale = 1.0565890622713305E+270;

    /// <summary>An operation of arithmetic or choice.</summary>
    /// <param name="operation">Which.</param>
    /// <param name="a">The first operand.</param>
    /// <param name="b">The second, if there is one.</param>
    /// <param name="c">The third, if there is one.</param>
    /// <param name="result">The results; may be an operand itself.</param>
    /// <param name="count">A multiple of the lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run<V>(Operator operation, Operand a, Operand b, Operand c, double* result, nint count)
        where V : struct, ILanes<V>
    {
        switch (operation)
        {
            case Operator.Add: Loop<Addition, V>(a, b, c, result, count); break;
            case Operator.Subtract: Loop<Subtraction, V>(a, b, c, result, count); break;
            case Operator.Multiply: Loop<Multiplication, V>(a, b, c, result, count); break;
            case Operator.Divide: Loop<Division, V>(a, b, c, result, count); break;
            case Operator.Negate: Loop<Negation, V>(a, b, c, result, count); break;
            case Operator.Abs: Loop<Magnitude, V>(a, b, c, result, count); break;
            case Operator.Sqrt: Loop<SquareRoots, V>(a, b, c, result, count); break;
            case Operator.Floor: Loop<RoundingDown, V>(a, b, c, result, count); break;
            case Operator.Ceiling: Loop<RoundingUp, V>(a, b, c, result, count); break;
            case Operator.Truncate: Loop<Truncation, V>(a, b, c, result, count); break;
            case Operator.Round: Loop<RoundingToNearest, V>(a, b, c, result, count); break;
            case Operator.Min: Loop<Minimum, V>(a, b, c, result, count); break;
            case Operator.Max: Loop<Maximum, V>(a, b, c, result, count); break;
            case Operator.CopySign: Loop<Signed, V>(a, b, c, result, count); break;
            case Operator.FusedMultiplyAdd: Loop<MultiplicationAndAddition, V>(a, b, c, result, count); break;
            case Operator.Less: Loop<IsLess, V>(a, b, c, result, count); break;
            case Operator.LessOrEqual: Loop<IsLessOrEqual, V>(a, b, c, result, count); break;
            case Operator.Equal: Loop<IsEqual, V>(a, b, c, result, count); break;
            case Operator.And: Loop<Conjunction, V>(a, b, c, result, count); break;
            case Operator.Or: Loop<Disjunction, V>(a, b, c, result, count); break;
            case Operator.Not: Loop<Inversion, V>(a, b, c, result, count); break;
            case Operator.Select: Loop<Selection, V>(a, b, c, result, count); break;
            default: throw new InvalidOperationException($"{operation} is not done in one pass.");
        }
    }

    /// <summary>A value as a result.</summary>
    public static void Copy<V>(Operand a, double* result, nint count) where V : struct, ILanes<V> =>
        Loop<Identity, V>(a, a, a, result, count);

    /// <summary>Whether numbers are finite; as singles, some near to the largest may count as not.</summary>
    /// <param name="numbers">Whole vectors.</param>
    /// <param name="count">How many count.</param>
    /// <param name="asSingles">Whether they are going to be singles.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static bool AreFinite<V>(double* numbers, nint count, bool asSingles) where V : struct, ILanes<V> =>
        asSingles ? AreFinite<V>(numbers, count, SingleScale) : AreFinite<V>(numbers, count, 1);

    /// <summary>Gives all NaN the bits of <see cref="double.NaN"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void CanonicalizeNaN<V>(double* numbers, nint count) where V : struct, ILanes<V>
    {
        for (nint i = 0; i < count; i += V.Count)
            V.Store(V.CanonicalizeNaN(V.Load(numbers + i)), numbers + i);
    }

    /// <summary>Values times constants, added one after the other: each product rounded, and each sum.</summary>
    /// <param name="places">What terms name.</param>
    /// <param name="terms">One at least.</param>
    /// <param name="result">The results; may be an operand itself.</param>
    /// <param name="count">A multiple of the lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Sum<V>(Operand* places, ReadOnlySpan<Term> terms, double* result, nint count)
        where V : struct, ILanes<V>
    {
        // Eight vectors at a time: to find a term takes as many instructions as four of them.
        nint i = 0;
        for (; i <= count - (8 * V.Count); i += 8 * V.Count)
        {
            V factor = V.Load(places[terms[0].Factor].Address);
            double* x = At(places[terms[0].Value], i, out nint step);
            V sum0 = V.Load(x) * factor, sum1 = V.Load(x + step) * factor;
            V sum2 = V.Load(x + (2 * step)) * factor, sum3 = V.Load(x + (3 * step)) * factor;
            x += 4 * step;
            V sum4 = V.Load(x) * factor, sum5 = V.Load(x + step) * factor;
            V sum6 = V.Load(x + (2 * step)) * factor, sum7 = V.Load(x + (3 * step)) * factor;
            for (int k = 1; k < terms.Length; k++)
            {
                factor = V.Load(places[terms[k].Factor].Address);
                x = At(places[terms[k].Value], i, out step);
                sum0 += V.Load(x) * factor;
                sum1 += V.Load(x + step) * factor;
                sum2 += V.Load(x + (2 * step)) * factor;
                sum3 += V.Load(x + (3 * step)) * factor;
                x += 4 * step;
                sum4 += V.Load(x) * factor;
                sum5 += V.Load(x + step) * factor;
                sum6 += V.Load(x + (2 * step)) * factor;
                sum7 += V.Load(x + (3 * step)) * factor;
            }

            double* next = result + i;
            V.Store(sum0, next);
            V.Store(sum1, next + V.Count);
            V.Store(sum2, next + (2 * V.Count));
            V.Store(sum3, next + (3 * V.Count));
            V.Store(sum4, next + (4 * V.Count));
            V.Store(sum5, next + (5 * V.Count));
            V.Store(sum6, next + (6 * V.Count));
            V.Store(sum7, next + (7 * V.Count));
        }

        for (; i < count; i += V.Count)
        {
            V sum = V.Load(At(places[terms[0].Value], i, out _)) * V.Load(places[terms[0].Factor].Address);
            for (int k = 1; k < terms.Length; k++)
                sum += V.Load(At(places[terms[k].Value], i, out _)) * V.Load(places[terms[k].Factor].Address);
            V.Store(sum, result + i);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static double* At(Operand operand, nint element, out nint step)
        {
            step = V.Count & operand.Mask;
            return operand.Address + (element & operand.Mask);
        }
    }

    // Zero times a number is NaN where that is not finite.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreFinite<V>(double* numbers, nint count, double scale) where V : struct, ILanes<V>
    {
        V all = 0;
        for (nint i = 0; i < count; i += V.Count)
            all = V.Or(all, (scale == 1 ? V.Load(numbers + i) : V.Load(numbers + i) * scale) * 0);
        return !V.AnyNaN(all);
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
