namespace Kernels.Functions;

/// <summary>√(x² + y²) of floats in double precision, to be rounded to float.</summary>
/// <remarks>
/// Squares of floats are doubles, and neither they nor their sum leave the range: the sum is known exactly as high + low. The root of high
/// is rounded to 25 bits, which floats and the middles between them have: it is one of the two beside the value. Of what its square leaves
/// of the sum the sign is exact. So it tells on which side of it the value is, and a step to there is what is rounded to float.
/// </remarks>
internal readonly struct SingleHypotenuse : ITableFunction
{
    public static int Inputs => 2;

    public static int RowLength => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfBegin<V>() where V : struct, ILanes<V> => SquareRoot.Constants<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfSecond<V>() where V : struct, ILanes<V> => new([0.5, Step, 0, 0, 0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        if (V.IsWhole)
            (x, y) = SquareRoot.InfiniteTogether(x, y);
        var sum = DoubleDouble<V>.Sum(x * x, y * y);
        V isInfinite = V.AddBits(sum.High, long.MaxValue - SquareRoot.Infinity + 1);
        return (SquareRoot.Estimate(sum.High, constants), sum.High, sum.Low, V.OrDifference(range, sum.High, isInfinite));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V high, V low, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        // To within 2⁻²⁹, and what the square of its first bits leaves.
        V start = (high + high) * row.First, error = V.FusedNegatedMultiplyAdd(start, row.First, constants.First);
        V root = V.FusedMultiplyAdd(start, error, start);
        V rounded = V.And(V.AddBits(root, HalfPlace), BitConverter.Int64BitsToDouble(-2 * HalfPlace));
        V rest = V.FusedNegatedMultiplyAdd(rounded, rounded, high) + low, isExact = V.AddBits(V.Abs(rest), -1);
        V result = rounded + V.SelectBySign(isExact, 0, V.FlipSign(rounded * constants.Second, rest));
        result = V.IsWhole ? V.SelectBySign(V.AddBits(V.Abs(high), -SquareRoot.Infinity), result, high) : result;
        return ((result, result), default);
    }

    /// <summary>In the bits: half of the 25th place.</summary>
    private const long HalfPlace = 1 << 27;

    /// <summary>2⁻⁴⁰: of a number more than the last place of a double, and less than its 25th.</summary>
    private const double Step = 1.0 / (1L << 40);
}
