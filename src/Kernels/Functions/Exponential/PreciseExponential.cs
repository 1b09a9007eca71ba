namespace Kernels.Functions;

/// <summary>The exponential functions in double-double arithmetic: for what <see cref="Exponential{TFunction}"/> cannot decide.</summary>
/// <remarks>
/// 2^e·(T + T·(e^r − 1)) with T of the table and what the table's double leaves of it, and r to 2⁻¹⁰² of itself. Taylor's series serves, to
/// the power 8: |r| ≤ ln 2/1024 and a little.
/// </remarks>
internal static class PreciseExponential
{
    /// <summary>2⁻⁹⁵, sixteen times what docs/accuracy.md derives.</summary>
    public const double RelativeError = 2.524354896707238e-29;

    private const double ThirdHigh = 0.16666666666666666;      // 1/6
    private const double ThirdLow = 9.25185853854297e-18;
    private const double FourthHigh = 0.041666666666666664;    // 1/24
    private const double FourthLow = 2.3129646346357427e-18;

    /// <summary>The doubles nearest to the result less and plus what it may be off by, of any argument.</summary>
    /// <remarks>
    /// Where the power is subnormal, what is left below the last place is rounded twice, each time by at most 2⁻⁵³ of itself: 2⁴³ times the
    /// bound, together.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Lower, V Upper) Ends<V, TFunction>(V x, double relativeError)
        where V : struct, ILanes<V> where TFunction : struct, IExponential
    {
        V clamped = Exponential<TFunction>.Clamp(x);
        var (value, exponents, offset) = Value<V, TFunction>(clamped);
        var (lower, upper) = value.Ends(V.Abs(value.High) * relativeError);
        if (!TFunction.IsLessOne)
        {
            // The power, before it is scaled, is less than 2.
            var (sum, rest) = Exponential<TFunction>.AtSubnormalPlace(clamped, value.High, exponents);
            offset = Exponential<TFunction>.Offset(clamped, exponents);
            var low = DoubleDouble<V>.FastSum(rest, value.Low);
            (lower, upper) = low.Ends(V.FusedMultiplyAdd(V.Abs(low.High), (1L << 43) * relativeError, 2 * relativeError));
            (lower, upper) = (sum + lower, sum + upper);
        }

        return (Exponential<TFunction>.Scale(lower, x, offset), Exponential<TFunction>.Scale(upper, x, offset));
    }

    /// <summary>
    /// The power and e, at the exponent's place; or, if 1 is subtracted from the power, the result or half of it, and by what to multiply
    /// that.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (DoubleDouble<V> Value, V Exponents, V Factor) Value<V, TFunction>(V clamped)
        where V : struct, ILanes<V> where TFunction : struct, IExponential
    {
        var constants = Exponential<TFunction>.ConstantsOfBegin<V>();
        var (offsets, steps, _, _) = Exponential<TFunction>.Begin(clamped, default, default, constants);
        V exponents = ExpTable.Exponents(steps), multiple = steps - Exponential.RoundingMagic;
        V first = V.FusedNegatedMultiplyAdd(multiple, constants.Third, clamped);
        var (table, shift) = V.Pairs(in ExpTable.First, offsets);
        var (rest, _) = V.Pairs(in ExpTable.FirstRest, offsets);
        var series = Series(Remainder<V, TFunction>(multiple, first, shift));
        if (!TFunction.IsLessOne)
        {
            DoubleDouble<V> point = new(table, rest);
            return (point + (point * series), exponents, 1);
        }

        V sign = 1 - clamped, halved = V.SelectBySign(sign, V.AddBits(exponents, -Exponential.ExponentUnit), exponents);
        DoubleDouble<V> power = new(V.AddBits(table, halved), rest * V.AddBits(1, halved));
        var lessOne = DoubleDouble<V>.Sum(power.High, -V.SelectBySign(sign, 0.5, 1));
        return (new DoubleDouble<V>(lessOne.High, lessOne.Low + power.Low) + (power * series), exponents, V.SelectBySign(sign, 2, 1));
    }

    // r = first·ln b + k·excess − shift: see IExponential.PreciseConstants.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleDouble<V> Remainder<V, TFunction>(V multiple, V first, V shift)
        where V : struct, ILanes<V> where TFunction : struct, IExponential
    {
        var constants = TFunction.PreciseConstants;
        var low = DoubleDouble<V>.Product(first, constants[1]);
        low = new(low.High, V.FusedMultiplyAdd(first, constants[2], V.FusedMultiplyAdd(multiple, constants[4], low.Low)));
        var excess = DoubleDouble<V>.Product(multiple, constants[3]);
        return DoubleDouble<V>.Product(first, constants[0]) + new DoubleDouble<V>(-shift, 0) + (excess + low);
    }

    // e^r − 1 = r + r²·(1/2 + r·(1/6 + r·(1/24 + r/120 + …))).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleDouble<V> Series<V>(DoubleDouble<V> r) where V : struct, ILanes<V>
    {
        V q = r.High;
        V tail = V.FusedMultiplyAdd(V.FusedMultiplyAdd(V.FusedMultiplyAdd(q, 1.0 / 40320, 1.0 / 5040), q, 1.0 / 720), q, 1.0 / 120);
        var fourth = DoubleDouble<V>.FastSum(FourthHigh, q * tail);
        var third = new DoubleDouble<V>(ThirdHigh, ThirdLow) + (r * new DoubleDouble<V>(fourth.High, fourth.Low + FourthLow));
        var half = new DoubleDouble<V>(0.5, 0) + (r * third);
        return r + (r * r * half);
    }
}
