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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Lower, V Upper) Ends<V, TFunction>(V x, double relativeError)
        where V : struct, ILanes<V> where TFunction : struct, IExponential
    {
        V clamped = Exponential<TFunction>.Clamp(x), lower, upper, offset;
        if (TFunction.IsLessOne)
        {
            (var value, offset) = LessOne<V, TFunction>(clamped);
            (lower, upper) = value.Ends(V.Abs(value.High) * relativeError);
        }
        else
        {
            var (value, exponents) = Power<V, TFunction>(clamped, 0);
            V subnormal = clamped - TFunction.LeastNormal;
            offset = Exponential.Offset(subnormal, exponents);
            (lower, upper) = EndsAtPlace(subnormal, value, exponents, relativeError);
        }

        return (Exponential<TFunction>.Scale(lower, x, offset), Exponential<TFunction>.Scale(upper, x, offset));
    }

    /// <summary>Of a power, which may be off by so much of itself, before it is scaled: less than 2.</summary>
    /// <remarks>
    /// Where it is subnormal, what is left below the last place is rounded twice, each time by at most 2⁻⁵³ of itself: 2⁴³ times the least
    /// bound, together.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Lower, V Upper) EndsAtPlace<V>(V subnormal, DoubleDouble<V> power, V exponents, V error) where V : struct, ILanes<V>
    {
        var (sum, rest) = Exponential.AtSubnormalPlace(subnormal, power.High, exponents);
        var low = DoubleDouble<V>.FastSum(rest, power.Low);
        var (lower, upper) = low.Ends(V.FusedMultiplyAdd(V.Abs(low.High) * error, 1L << 43, error + error));
        return (sum + lower, sum + upper);
    }

    /// <summary>The power of the sum of two doubles, the second one small, before it is scaled, and e at the exponent's place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (DoubleDouble<V> Value, V Exponents) Power<V, TFunction>(V x, V low)
        where V : struct, ILanes<V> where TFunction : struct, IExponential
    {
        var (series, point, exponents) = Begin<V, TFunction>(x, low);
        return (point + (point * series), exponents);
    }

    /// <summary>The power less 1, or half of it, and by what to multiply that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (DoubleDouble<V> Value, V Factor) LessOne<V, TFunction>(V x)
        where V : struct, ILanes<V> where TFunction : struct, IExponential
    {
        var (series, point, exponents) = Begin<V, TFunction>(x, 0);
        V sign = 1 - x, halved = V.SelectBySign(sign, V.AddBits(exponents, -Exponential.ExponentUnit), exponents);
        DoubleDouble<V> power = new(V.AddBits(point.High, halved), point.Low * V.AddBits(1, halved));
        var lessOne = DoubleDouble<V>.Sum(power.High, -V.SelectBySign(sign, 0.5, 1));
        return (new DoubleDouble<V>(lessOne.High, lessOne.Low + power.Low) + (power * series), V.SelectBySign(sign, 2, 1));
    }

    // e^r − 1, the table's point, and e at the exponent's place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (DoubleDouble<V> Series, DoubleDouble<V> Point, V Exponents) Begin<V, TFunction>(V x, V low)
        where V : struct, ILanes<V> where TFunction : struct, IExponential
    {
        var constants = Exponential<TFunction>.ConstantsOfBegin<V>();
        var (offsets, steps) = Exponential<TFunction>.Begin(x, constants);
        V multiple = steps - Exponential.RoundingMagic, first = V.FusedNegatedMultiplyAdd(multiple, constants.Third, x);
        var (table, shift) = V.Pairs(in ExpTable.First, offsets);
        var (rest, _) = V.Pairs(in ExpTable.FirstRest, offsets);
        var r = Remainder<V, TFunction>(multiple, first, shift) + new DoubleDouble<V>(low, 0);
        return (Series(r), new(table, rest), ExpTable.Exponents(steps));
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
