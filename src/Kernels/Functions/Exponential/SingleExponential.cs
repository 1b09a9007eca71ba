namespace Kernels.Functions;

/// <summary>The exponential functions of floats in double precision, to be rounded to float.</summary>
/// <remarks>
/// <para>
/// A power is 2^y. The logarithm to base 2 of the base stands in two parts, of which the first has 29 bits: its product with a float is
/// exact, and so is the difference from the multiple of 1/512; the rest is |r| ≤ 2⁻¹⁰, and the power 2^e·T·2^r with T of
/// <see cref="ExpTable.Points"/>.
/// </para>
/// <para>The error is about 2⁻⁵³ of the result. No float is rounded to the wrong side for it: docs/accuracy.md.</para>
/// <para>eˣ − 1 takes the rows for doubles, whose powers less 1 are right to 2⁻⁶⁷, and a longer polynomial.</para>
/// </remarks>
internal readonly struct SingleExponential<TFunction> : ITableFunction where TFunction : struct, IExponential
{
    public static ref readonly double Table
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref TFunction.IsLessOne ? ref ExpTable.First : ref ExpTable.FirstPoint;
    }

    public static int RowLength => 2;

    public static V NothingNoted<V>() where V : struct, ILanes<V> => Exponential<TFunction>.NothingNoted<V>();

    public static bool IsNear<V>(V range) where V : struct, ILanes<V> => Exponential<TFunction>.IsNear(range);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        if (V.IsWhole)
        {
            x = V.SelectBySign(-SingleExponential.NearLimit - x, x, -SingleExponential.NearLimit);
            x = V.SelectBySign(SingleExponential.NearLimit - x, SingleExponential.NearLimit, x);
        }

        V logarithm1 = constants.First, roundingMagic = constants.Second, logarithm2 = constants.Third;
        range = V.And(range, V.Abs(x) - constants.Fifth);
        if (TFunction.IsLessOne)
        {
            V k = V.FusedMultiplyAdd(logarithm1, x, roundingMagic);
            return (V.And(V.ShiftLeft(k, 1), constants.Fourth), k, V.FusedNegatedMultiplyAdd(k - roundingMagic, logarithm2, x), range);
        }

        // y = x·log₂ of the base, as a multiple of 1/512 and a remainder.
        V product = TFunction.IsBinary ? x : x * logarithm1, steps = product + roundingMagic, first = product - (steps - roundingMagic);
        return (V.And(steps, constants.Fourth), steps, TFunction.IsBinary ? first : V.FusedMultiplyAdd(x, logarithm2, first), range);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfBegin<V>() where V : struct, ILanes<V> => new(TFunction.SingleReductionConstants);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfSecond<V>() where V : struct, ILanes<V> =>
        new(TFunction.IsLessOne
            ? [Exponential.RoundingMagic, Exp.Step2, SingleExponential.Exp3, SingleExponential.Exp4, 0.5]
            :
            [
                SingleExponential.Power1, SingleExponential.Power2, SingleExponential.Power3, SingleExponential.Power4,
                double.NegativeInfinity,
            ]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V steps, V first, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        V result = TFunction.IsLessOne
            ? LessOne(row.First, row.Second, steps, first, constants) : Power(row.First, steps, first, constants);
        result = V.IsWhole ? Exponential.KeepNaN(x, result) : result;
        return ((result, result), default);
    }

    // 2^e·T·2^r.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Power<V>(V point, V steps, V r, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V series = V.FusedMultiplyAdd(
            V.FusedMultiplyAdd(V.FusedMultiplyAdd(constants.Fourth, r, constants.Third), r, constants.Second), r, constants.First);
        return V.AddBits(V.FusedMultiplyAdd(point * r, series, point), V.And(V.ShiftLeft(steps, 43), constants.Fifth));
    }

    // −S·(1 − e^r) − (1 − S): so the sign of a remainder of 0 is kept where S is 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LessOne<V>(V table, V shift, V steps, V first, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V r = V.FusedNegatedMultiplyAdd(steps - constants.First, constants.Second, first - shift);
        V power = V.AddBits(table, ExpTable.Exponents(steps));
        V series = V.FusedMultiplyAdd(V.FusedMultiplyAdd(constants.Fourth, r, constants.Third), r, constants.Fifth);
        return V.FusedNegatedMultiplyAdd(power, V.FusedNegatedMultiplyAdd(r * r, series, -r), -(1 - power));
    }
}

/// <summary>What all exponential functions of floats share.</summary>
internal static class SingleExponential
{
    /// <summary>The largest size of the arguments of the fast path: beyond, every result is infinite or vanishes, in float.</summary>
    public const double NearLimit = 200;

    /// <summary>1.5·2⁴³: the sum with a smaller number has the nearest multiple of 1/512 in its last bits.</summary>
    internal const double RoundingMagic = 13194139533312;

    // 2^r ≈ 1 + r·(Power1 + Power2·r + Power3·r² + Power4·r³), absolute error 2⁻⁶².
    internal const double Power1 = 0.693147180559945;       // 0x1.62e42fefa39ecp-1
    internal const double Power2 = 0.2402265069591006;      // 0x1.ebfbdff82c58bp-3
    internal const double Power3 = 0.05550411022573753;     // 0x1.c6b08e46d1e4fp-5
    internal const double Power4 = 0.009618129362499091;    // 0x1.3b2ab787c2c11p-7

    // The base's logarithm to base 2.
    internal const double Log2E1 = 1.442695040255785;       // 0x1.7154765p+0
    internal const double Log2E2 = 6.331784189566044e-10;   // 0x1.5c17f0bbbe88p-31
    internal const double Log2Ten1 = 3.3219280913472176;    // 0x1.a934f09p+1
    internal const double Log2Ten2 = 3.5401447880558664e-09;  // 0x1.e68dc57f2496p-29

    // e^r ≈ 1 + r + r²/2 + Exp3·r³ + Exp4·r⁴, absolute error 2⁻⁶²·⁴.
    internal const double Exp3 = 0.16666666998510854;     // 0x1.555555c75aa82p-3
    internal const double Exp4 = 0.04166666730305309;     // 0x1.555555accc30ap-5
}
