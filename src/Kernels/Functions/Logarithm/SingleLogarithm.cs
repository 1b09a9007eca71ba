namespace Kernels.Functions;

/// <summary>The logarithms of floats in double precision, to be rounded to float.</summary>
/// <remarks>
/// As <see cref="Logarithm{TFunction}"/>, with z from a row of two: r, and −ln r/ln b as the nearest double. What is summed is at most 2⁻⁵³
/// of the result off, each time. No float is rounded to the wrong side for it: docs/accuracy.md.
/// </remarks>
internal readonly struct SingleLogarithm<TFunction> : ITableFunction where TFunction : struct, ILogarithm
{
    private static readonly nint Address = AlignedTable.CopyOf(
        FloatingPointEnvironment.UnderDefault(() => LogTable.Pairs(TFunction.PerLnHigh, TFunction.PerLnLow, TFunction.MovedRows)));

    public static ref readonly double Table => ref AlignedTable.At(Address);

    public static int Columns => 2;

    public static bool ReadsArgumentAgain => TFunction.IsPlusOne;

    public static int RowLength => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfSecond<V>() where V : struct, ILanes<V> => new(TFunction.SingleConstants);

    // Subnormal floats are normal doubles.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V argument = TFunction.IsPlusOne ? 1 + x : x, parts = LogTable.Decompose(argument);
        return (LogTable.PairOffsets(parts), parts, default, V.Or(range, Logarithm.Exceptional(argument, parts)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V parts, V unused, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        V z, argument = TFunction.IsPlusOne ? 1 + x : x;
        if (TFunction.IsPlusOne)
        {
            // Beside 0 it is x.
            V factor = row.First * LogTable.InverseScale(parts);
            z = V.FusedMultiplyAdd(factor, x, factor - 1);
        }
        else
        {
            z = V.FusedMultiplyAdd(row.First, LogTable.Mantissa(parts), -1);
        }

        V square = z * z, first = V.FusedMultiplyAdd(LogTable.Exponent(parts), TFunction.SingleLn2, row.Second);
        V leading = TFunction.IsPlusOne ? first + V.FusedMultiplyAdd(V.Abs(z), constants.Fifth, z)
            : TFunction.IsNatural ? first + z : V.FusedMultiplyAdd(z, constants.Fifth, first);
        V series = V.FusedMultiplyAdd(
            V.FusedMultiplyAdd(constants.Fourth, z, constants.Third), square, V.FusedMultiplyAdd(constants.Second, z, constants.First));
        V result = Logarithm<TFunction>.Special(x, V.FusedMultiplyAdd(square, series, leading));
        return ((result, result), default);
    }
}
