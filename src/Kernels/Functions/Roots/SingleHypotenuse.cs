namespace Kernels.Functions;

/// <summary>√(x² + y²) of floats in double precision, to be rounded to float.</summary>
/// <remarks>
/// Squares of floats are doubles, and neither they nor their sum leave the range: the sum is known exactly as high + low, and so is the
/// sign of what the square of a root leaves of it. The root of high, rounded, is less than a place away from the value. So it lies on the
/// same side of each middle between two floats, if it is not such a middle itself: rounded to odd, it is none. docs/accuracy.md has more.
/// </remarks>
internal readonly struct SingleHypotenuse : ITableFunction
{
    public static int Inputs => 2;

    public static int Columns => 2;

    public static int RowLength => 0;

    // A sign bit that is set anywhere stays.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range) where V : struct, ILanes<V> => V.AllBitsLess(V.ShiftRight(range, 63), 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        if (V.IsWhole)
            (x, y) = SquareRoot.InfiniteTogether(x, y);
        V square = x * x, other = y * y, high = square + other, part = high - square;
        V low = (square - (high - part)) + (other - part);
        return (high, low, default, V.OrDifference(range, high, V.AddBits(high, long.MaxValue - SquareRoot.Infinity + 1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V low, V unused, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        V high = row.First, root = V.Sqrt(high), rest = V.FusedNegatedMultiplyAdd(root, root, high) + low;

        // Of the two doubles around the value the one whose last bit is set; if the root is exact, that.
        V isExact = V.AddBits(V.Abs(rest), -1), isOdd = V.ShiftLeft(root, 63);
        V odd = V.SelectBySign(V.Or(isExact, isOdd), root, V.SelectBySign(rest, V.AddBits(root, -1), V.AddBits(root, 1)));
        V result = V.IsWhole ? V.SelectBySign(V.AddBits(V.Abs(high), -SquareRoot.Infinity), odd, high) : odd;
        return ((result, result), default);
    }
}
