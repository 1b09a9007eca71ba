using System.Runtime.CompilerServices;

namespace Kernels.Functions;

/// <summary>The exponential functions, in two phases, or both at once for any argument.</summary>
/// <remarks>
/// <para>
/// The power is 2^(k/512)·e^r' with k = 512·e + j. Row j of <see cref="ExpTable"/> has the double T and a shift; with r = r' − shift =
/// high + low the power is 2^e·(T + T·high + T·(e^r − 1 − high)). T + T·high is rounded once and its error is kept; everything small is
/// added to the error, and the sum of the two is rounded last. Only then e is added to the exponent.
/// </para>
/// <para>
/// eˣ − 1 is (S − 1) + S·high + S·(e^r − 1 − high) with S = 2^e·T, where S − 1 is a sum of two doubles. That is −(1 − S): so 0, where S
/// is 1, has the sign that leaves −0 as it is. Small parts are formed with the opposite sign and subtracted.
/// Polynomial by tools/exp.sollya.
/// </para>
/// </remarks>
internal static class Exponential
{
    /// <summary>2⁻⁷²: <c>docs/accuracy.md</c> derives less, for powers.</summary>
    public const double RelativeError = 2.117582368135751e-22;

    /// <summary>2⁻⁶⁶, for powers less 1; but for what the rounding of r²/2 adds, see <see cref="LessOne"/>: likewise.</summary>
    public const double RelativeErrorLessOne = 1.3552527156068805e-20;

    // e^r ≈ 1 + r + r²/2 + Exp3·r³ + Exp4·r⁴ + Exp5·r⁵, absolute error 2⁻⁷⁵·⁹.
    internal const double Exp3 = 0.16666666666666669;   // 0x1.5555555555556p-3
    internal const double Exp4 = 0.04166666723566461;   // 0x1.555555a3892b3p-5
    internal const double Exp5 = 0.008333333324084678;  // 0x1.1111110bfb6f2p-7

    // One in the exponent's last place.
    private const long ExponentUnit = 1L << 52;

    /// <summary>What <see cref="NoteRange"/> begins with: all bits set.</summary>
    public static double NearSoFar => BitConverter.Int64BitsToDouble(-1);

    /// <summary>Notes whether a vector of arguments is within the fast path.</summary>
    /// <remarks>The sign is kept where all have been; of NaN, whose sign is taken away, it is clear.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NoteRange<V, TFunction>(V range, V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential => V.And(range, V.Abs(x) - TFunction.NearLimit);

    /// <summary>Whether all that have been noted are within the fast path.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range)
        where V : struct, ILanes<V> => V.AllBitsLess(range, 0);

    /// <summary>The first phase: the offset of the row, and what the second wants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V Steps, V First) Reduce<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        var (steps, first) = TFunction.Reduce(x);
        return (ExpTable.Offsets(steps), steps, first);
    }

    /// <summary>The second phase, on arguments within the fast path.</summary>
    /// <param name="table">The row's double.</param>
    /// <param name="shift">The row's shift.</param>
    /// <param name="steps">Of the first phase.</param>
    /// <param name="first">Of the first phase, likewise.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Finish<V, TFunction>(V table, V shift, V steps, V first)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        V exponents = ExpTable.Exponents(steps);
        var (leading, small) = Parts<V, TFunction>(table, shift, steps, first, exponents);
        V nearest = leading - small;
        return TFunction.IsLessOne ? nearest : V.AddBits(nearest, exponents);
    }

    /// <summary>The same as the nearest double, and another one if the nearest to the exact value may be.</summary>
    /// <param name="table">The row's double.</param>
    /// <param name="shift">The row's shift.</param>
    /// <param name="steps">Of the first phase.</param>
    /// <param name="first">Of the first phase, likewise.</param>
    /// <param name="relativeError">What the value may be off by.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Nearest, V Other) Finish<V, TFunction>(V table, V shift, V steps, V first, double relativeError)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        V exponents = ExpTable.Exponents(steps);
        if (TFunction.IsLessOne)
        {
            var (larger, rest, error) = LessOne<V, TFunction>(V.AddBits(table, exponents), 1, shift, steps, first, relativeError);
            return (larger - (rest + error), larger - (rest - error));
        }

        var (leading, small) = Power<V, TFunction>(table, shift, steps, first);
        var (nearest, other) = Round(leading, small, relativeError);
        return (V.AddBits(nearest, exponents), V.AddBits(other, exponents));
    }

    /// <summary>Both phases at once, for any argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        var (offsets, steps, first) = ReduceAny<V, TFunction>(x);
        var (table, shift) = V.Pairs(in ExpTable.First, offsets);
        return FinishAny<V, TFunction>(table, shift, steps, first, x);
    }

    /// <summary>The first phase for any argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V Steps, V First) ReduceAny<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential => Reduce<V, TFunction>(Clamp<V, TFunction>(x));

    /// <summary>The second phase for any argument: as the fast path's, with the argument itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FinishAny<V, TFunction>(V table, V shift, V steps, V first, V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        var (leading, small, _, offset) = PartsAny<V, TFunction>(table, shift, steps, first, x, 0);
        return Scale<V, TFunction>(leading - small, x, offset);
    }

    /// <summary>The same as the nearest double, and another one if the nearest to the exact value may be.</summary>
    /// <remarks>
    /// Where the power is subnormal, what is left below the last place is rounded twice, each time by at most 2⁻⁵³ of itself: 2²⁰ times the
    /// bound, together.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Nearest, V Other) FinishAny<V, TFunction>(V table, V shift, V steps, V first, V x, double relativeError)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        var (leading, small, error, offset) = PartsAny<V, TFunction>(table, shift, steps, first, x, relativeError);
        return (
            Scale<V, TFunction>(leading - (small + error), x, offset),
            Scale<V, TFunction>(leading - (small - error), x, offset));
    }

    /// <summary>Ziv's rounding test, as in <see cref="SineCosine"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Nearest, V Other) Round<V>(V leading, V small, double relativeError)
        where V : struct, ILanes<V>
    {
        double stretch = relativeError < 1 / 18014398509481984.0 ? 1 / (1 - (relativeError * 18014398509481984.0)) : 1e300;
        V nearest = leading - small, error = small - (leading - nearest);
        return (nearest, V.FusedNegatedMultiplyAdd(error, stretch, nearest));
    }

    /// <summary>
    /// The power before e is added to its exponent, or the result if 1 is subtracted from the power, not yet rounded, as a difference.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Small) Parts<V, TFunction>(V table, V shift, V steps, V first, V exponents)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        if (!TFunction.IsLessOne)
            return Power<V, TFunction>(table, shift, steps, first);
        var (leading, small, _) = LessOne<V, TFunction>(V.AddBits(table, exponents), 1, shift, steps, first);
        return (leading, small);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Leading, V Small) Power<V, TFunction>(V table, V shift, V steps, V first)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        var (high, rest) = Remainder<V, TFunction>(steps, first, shift);
        V leading = V.FusedMultiplyAdd(table, high, table);
        V small = V.FusedNegatedMultiplyAdd(table, high, leading - table);
        return (leading, V.FusedNegatedMultiplyAdd(table, rest, small));
    }

    /// <summary>
    /// power·e^r − one, where the power may have been halved, and one with it. And what that may be off by: e of itself, for the table, and
    /// 2¹⁷·e of power·(e^r − 1 − high), for what is rounded in that. (A product by itself might be subnormal, which is slow.)
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Leading, V Small, V Error) LessOne<V, TFunction>(
        V power, V one, V shift, V steps, V first, double relativeError = 0)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        var (high, rest) = Remainder<V, TFunction>(steps, first, shift);
        var less = DoubleDouble<V>.Sum(one, -power);
        V leading = V.FusedMultiplyAdd(power, high, -less.High);
        V small = V.FusedNegatedMultiplyAdd(power, high, leading + less.High);
        V error = V.FusedMultiplyAdd(power, V.Abs(rest) * ((1 << 17) * relativeError), V.Abs(leading) * relativeError);
        return (leading, V.FusedNegatedMultiplyAdd(power, rest, small) + less.Low, error);
    }

    /// <summary>high, and e^r − 1 − high.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V High, V Others) Remainder<V, TFunction>(V steps, V first, V shift)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        var (high, low) = TFunction.Remainder(steps, first, shift);
        V square = high * high;
        V series = V.FusedMultiplyAdd(V.FusedMultiplyAdd(V.FusedMultiplyAdd(Exp5, high, Exp4), high, Exp3), high, 0.5);
        return (high, V.FusedMultiplyAdd(square, series, low));
    }

    /// <summary>
    /// The argument; in lanes where the power vanishes one for which the sum leaves nothing of it. (Halfway between 0 and the least number
    /// 2ˣ would be a tie.)
    /// </summary>
    /// <remarks>NaN and what is too large may become anything: scaling sees the argument itself.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Clamp<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential => V.SelectBySign(TFunction.Vanishing - x, x, TFunction.Vanishing - 1);

    /// <summary>
    /// The parts for any argument, what they may be off by, and what scaling adds to the bits of their difference. Where the power is
    /// subnormal, 2^(−1022 − e) is added to the parts: the last place of the sum is that of the result, so that it is rounded once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Leading, V Small, V Error, V Offset) PartsAny<V, TFunction>(
        V table, V shift, V steps, V first, V x, double relativeError)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        V exponents = ExpTable.Exponents(steps);
        if (TFunction.IsLessOne)
        {
            // Halved beyond 1, where 2^e might overflow.
            V sign = 1 - x, one = V.SelectBySign(sign, 0.5, 1);
            V power = V.AddBits(table, V.SelectBySign(sign, V.AddBits(exponents, -ExponentUnit), exponents));
            var (larger, rest, error) = LessOne<V, TFunction>(power, one, shift, steps, first, relativeError);
            return (larger, rest, error, V.SelectBySign(sign, 2, 1));
        }

        var (leading, small) = Power<V, TFunction>(table, shift, steps, first);
        var (sum, lost, offset) = AtSubnormalPlace<V, TFunction>(x, leading, exponents);
        small -= lost;

        // The power, before it is scaled, is less than 2.
        return (sum, small, V.FusedMultiplyAdd(V.Abs(small), (1L << 20) * relativeError, 2 * relativeError), offset);
    }

    /// <summary>
    /// Where the power is subnormal, 2^(−1022 − e) + leading as a sum of two doubles; elsewhere leading and 0. And what
    /// scaling adds to the bits of the sum.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Sum, V Lost, V Offset) AtSubnormalPlace<V, TFunction>(V x, V leading, V exponents)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        // 2^(−1022 − e) has the bits (1 − e)·2⁵²; they are taken away again, and e is added.
        V subnormal = x - TFunction.LeastNormal;
        V negated = V.AddBits(V.Xor(exponents, BitConverter.Int64BitsToDouble(-1)), 1 + ExponentUnit);
        V added = V.SelectBySign(subnormal, negated, 0);
        V sum = added + leading;
        return (sum, leading - (sum - added), V.SelectBySign(subnormal, V.AddBits(exponents, -ExponentUnit), exponents));
    }

    /// <summary>The result, from what has been rounded and the argument itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Scale<V, TFunction>(V rounded, V x, V offset)
        where V : struct, ILanes<V>
        where TFunction : struct, IExponential
    {
        V finite = TFunction.IsLessOne ? rounded * offset : V.AddBits(rounded, offset);
        return KeepNaN(x, V.SelectBySign(TFunction.LargestFinite - x, double.PositiveInfinity, finite));
    }

    /// <summary>The result; in lanes where the argument is NaN, that.</summary>
    /// <remarks>The bits of NaN, but for the sign, are above those of infinity.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V KeepNaN<V>(V x, V result)
        where V : struct, ILanes<V> => V.SelectBySign(V.AddBits(V.Abs(x), -0x7FF0_0000_0000_0001), result, x);
}
