using System.Numerics;
using Kernels.Functions;
using Kernels.Loops;

namespace Kernels.Programs;

/// <summary>xⁿ of blocks, n an integer constant: the nearest double.</summary>
/// <remarks>
/// Squares and products in double-double arithmetic, then a rounding test. What it cannot decide, and powers that are so large or small
/// that products would lose bits, are left to the correctly rounded power. (docs/accuracy.md)
/// </remarks>
internal static unsafe class IntegerPowers
{
    /// <summary>
    /// 1 + 2⁻⁴²: a power is off by less than 2⁻⁹⁷ of itself, which is less than 2⁻⁴³ of its low part where that is about half a last place.
    /// </summary>
    private const double Stretch = 1.0000000000002274;

    /// <summary>
    /// 2⁻⁹⁰⁰: powers from here on, and inverses of powers, have lost no bits below the least double. Those that overflow become NaN.
    /// </summary>
    private const double Least = 1.1830521861667747e-271;

    /// <summary>Evaluates whole vectors.</summary>
    /// <returns>How many are done: all.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static nint Run<VNear, VWhole>(double* x, int exponent, double* result, nint count)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>
    {
        // Up to the square and the inverse one operation gives the nearest double, whatever it is.
        Operand numbers = new(x, isBlock: true);
        switch (exponent)
        {
            case 0:
                new Span<double>(result, (int)count).Fill(1);
                break;
            case 1:
                Passes.Copy<VWhole>(numbers, result, count);
                break;
            case 2:
                Passes.Run<VWhole>(Operator.Multiply, numbers, numbers, numbers, result, count);
                break;
            case -1:
                double* one = stackalloc double[Passes.NumberLength];
                new Span<double>(one, Passes.NumberLength).Fill(1);
                Passes.Run<VWhole>(Operator.Divide, new(one, isBlock: false), numbers, numbers, result, count);
                break;
            default:
                Multiply<VNear, VWhole>(x, exponent, result, count);
                break;
        }

        return count;
    }

    private static void Multiply<VNear, VWhole>(double* x, int exponent, double* result, nint count)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>
    {
        if (!Multiply<VNear>(x, exponent, result, count) && !Settle<VNear>(x, exponent, result, count))
            DoAgain<VNear, VWhole>(x, exponent, result, count);
    }

    /// <summary>By products in double-double: exponents of 3 and more, or −2 and less.</summary>
    /// <returns>Whether all are decided; else those are NaN that are not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static bool Multiply<V>(double* x, int exponent, double* result, nint count) where V : struct, ILanes<V>
    {
        int magnitude = Math.Abs(exponent), lowerBits = BitOperations.Log2((uint)magnitude) - 1;
        V undecided = 0;
        for (nint i = 0; i < count; i += V.Count)
        {
            V factor = V.Load(x + i), high = factor * factor, low = V.FusedMultiplyAdd(factor, factor, -high);
            for (int bit = lowerBits; ; bit--)
            {
                if ((magnitude >> bit & 1) != 0)
                {
                    V product = high * factor, cross = V.FusedMultiplyAdd(low, factor, V.FusedMultiplyAdd(high, factor, -product));
                    high = product + cross;
                    low = cross - (high - product);
                }

                if (bit == 0)
                    break;
                V square = high * high, twice = V.FusedMultiplyAdd(high + high, low, V.FusedMultiplyAdd(high, high, -square));
                high = square + twice;
                low = twice - (high - square);
            }

            V isOrdinary = V.LessOrEqual(Least, V.Abs(high));
            if (exponent < 0)
            {
                V inverse = 1 / high, rest = (V.FusedNegatedMultiplyAdd(high, inverse, 1) - (low * inverse)) * inverse;
                high = inverse + rest;
                low = rest - (high - inverse);
                isOrdinary = V.And(isOrdinary, V.LessOrEqual(Least, V.Abs(inverse)));
            }

            // What low is off by must not matter for the sum.
            V isDecided = V.And(isOrdinary, V.Equal(high, V.FusedMultiplyAdd(low, Stretch, high)));
            V.Store(V.Or(high, V.Not(isDecided)), result + i);
            undecided = V.Or(undecided, V.Not(isDecided));
        }

        return V.AllBitsLess(V.Abs(undecided), 1);
    }

    // Powers of zeros, infinities and NaN, which are products too; whether none is left.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static bool Settle<V>(double* x, int exponent, double* result, nint count) where V : struct, ILanes<V>
    {
        V left = 0;
        for (nint i = 0; i < count; i += V.Count)
        {
            V factor = V.Load(x + i), size = V.Abs(factor), known = V.Load(result + i);
            V isOrdinary = V.And(V.Less(0, size), V.Less(size, double.PositiveInfinity));
            V power = int.IsOddInteger(exponent) ? factor : size;
            V limit = V.CanonicalizeNaN(exponent < 0 ? 1 / power : power);
            V.Store(V.SelectBySign(isOrdinary, known, limit), result + i);
            left = V.Or(left, V.And(isOrdinary, V.Not(V.Equal(known, known))));
        }

        return V.AllBitsLess(V.Abs(left), 1);
    }

    [SkipLocalsInit, MethodImpl(MethodImplOptions.NoInlining)]
    private static void DoAgain<VNear, VWhole>(double* x, int exponent, double* result, nint count)
        where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>
    {
        double* memory = stackalloc double[3 * Block.Length];
        double** columns = stackalloc double*[] { memory, memory + Block.Length, memory + (2 * Block.Length) };
        int found = 0;
        for (nint i = 0; i < count; i++)
        {
            if (double.IsNaN(result[i]) && !double.IsNaN(x[i]))
                columns[0][found++] = x[i];
        }

        int padded = (found + VNear.Count - 1) & -VNear.Count;
        new Span<double>(columns[0] + found, padded - found).Fill(columns[0][0]);
        new Span<double>(columns[1], padded).Fill(exponent);
        for (long done = 0; done < padded;)
        {
            done += default(TableBody<Power, Correct<Power, ProvedPower>>)
                .Evaluate<VNear, VWhole, double>(columns, done, padded - done, streams: false);
        }

        found = 0;
        for (nint i = 0; i < count; i++)
        {
            if (double.IsNaN(result[i]) && !double.IsNaN(x[i]))
                result[i] = columns[2][found++];
        }
    }
}
