namespace Kernels.Functions;

/// <summary>The logarithms in double-double arithmetic: for what <see cref="Logarithm{TFunction}"/> cannot decide.</summary>
/// <remarks>The same sum: the table has its logarithms in three parts, and Taylor's series serves, to the power 12.</remarks>
internal static class PreciseLogarithm
{
    /// <summary>2⁻⁹⁶, twenty times what docs/accuracy.md derives.</summary>
    public const double RelativeError = 1.262177448353619e-29;

    private const double ThirdHigh = 0.3333333333333333;        // 1/3
    private const double ThirdLow = 1.850371707708594e-17;
    private const double FifthHigh = 0.2;                       // 1/5
    private const double FifthLow = -1.1102230246251566e-17;

    /// <summary>The logarithm, of arguments that are positive and finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> Of<V, TFunction>(V x, V exponent, V parts, in TableRow<V> row)
        where V : struct, ILanes<V> where TFunction : struct, ILogarithm
    {
        DoubleDouble<V> z = new(V.FusedMultiplyAdd(row.First, LogTable.Mantissa(parts), -1), 0);
        if (TFunction.IsPlusOne)
            z += DoubleDouble<V>.Product(DoubleDouble<V>.Sum(1, x).Low * LogTable.InverseScale(parts), row.First);

        // e·ln 2 − ln r, of which the first part is exact, then z, then what is small beside it.
        var head = DoubleDouble<V>.Sum(V.FusedMultiplyAdd(exponent, Logarithm.Ln2High, row.Second), z.High);
        var low = DoubleDouble<V>.Product(exponent, Logarithm.Ln2Low);
        low += DoubleDouble<V>.Sum(row.Third, z.Low);
        low = new(low.High, V.FusedMultiplyAdd(exponent, Logarithm.Ln2Rest, low.Low + row.Fourth));
        var logarithm = head + (low + Series(z));
        return TFunction.IsNatural ? logarithm : logarithm * new DoubleDouble<V>(TFunction.PerLnHigh, TFunction.PerLnLow);
    }

    // ln(1 + z) − z = z²·(−1/2 + z·(1/3 + z·(−1/4 + z·(1/5 − z/6 + …)))).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleDouble<V> Series<V>(DoubleDouble<V> z) where V : struct, ILanes<V>
    {
        V q = z.High, tail = -1.0 / 12;
        tail = V.FusedMultiplyAdd(tail, q, 1.0 / 11);
        tail = V.FusedMultiplyAdd(tail, q, -1.0 / 10);
        tail = V.FusedMultiplyAdd(tail, q, 1.0 / 9);
        tail = V.FusedMultiplyAdd(tail, q, -1.0 / 8);
        tail = V.FusedMultiplyAdd(tail, q, 1.0 / 7);
        tail = V.FusedMultiplyAdd(tail, q, -1.0 / 6);
        var fifth = DoubleDouble<V>.FastSum(FifthHigh, q * tail);
        var fourth = new DoubleDouble<V>(-0.25, 0) + (z * new DoubleDouble<V>(fifth.High, fifth.Low + FifthLow));
        var third = new DoubleDouble<V>(ThirdHigh, ThirdLow) + (z * fourth);
        return z * z * (new DoubleDouble<V>(-0.5, 0) + (z * third));
    }
}
