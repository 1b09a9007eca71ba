using System.Numerics;

namespace Kernels.Functions;

/// <summary>The exponential functions of doubles.</summary>
/// <remarks>
/// <para>
/// The power is 2^(k/512)·e^r' with k = 512·e + j. Row j of <see cref="ExpTable"/> has the double T and a shift; with r = r' − shift =
/// high − excess the power is 2^e·(T + T·high − T·(1 + high − e^r)). High does not wait for the row. T + T·high is rounded once and its
/// error is kept; everything small is added to the error, and the sum of the two is rounded last. Only then e is added to the exponent.
/// </para>
/// <para>
/// eˣ − 1 is (S − 1) + S·high − S·(1 + high − e^r) with S = 2^e·T, where S − 1 is a sum of two doubles. That is −(1 − S): so 0, where S
/// is 1, has the sign that leaves −0 as it is. Small parts are formed with the opposite sign and subtracted.
/// Polynomial by tools/exp.sollya.
/// </para>
/// </remarks>
internal readonly struct Exponential<TFunction> : ICorrectFunction where TFunction : struct, IExponential
{
    public static ref readonly double Table => ref ExpTable.First;

    public static int Columns => 2;

    // What is left of it costs less to compute again than to keep.
    public static bool ReadsArgumentAgain => true;

    public static int RowLength => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfBegin<V>() where V : struct, ILanes<V> => new(TFunction.ReductionConstants);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfSecond<V>() where V : struct, ILanes<V> => new(
        [Exponential.RoundingMagic, 0.5, Exponential.Exp3, Exponential.Exp4, Exponential.Exp5], TFunction.RemainderConstants);

    // All bits set: the sign is kept where all have been within the fast path; of NaN, whose sign is taken away, it is clear.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NothingNoted<V>() where V : struct, ILanes<V> => BitConverter.Int64BitsToDouble(-1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range) where V : struct, ILanes<V> => V.AllBitsLess(range, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        var (offsets, steps) = Begin(V.IsWhole ? Clamp(x) : x, constants);
        return (offsets, steps, default, V.And(range, V.Abs(x) - constants.Fifth));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Offsets, V Steps) Begin<V>(V x, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V steps = V.FusedMultiplyAdd(constants.First, x, constants.Second);
        return (V.And(V.ShiftLeft(steps, 1), constants.Fourth), steps);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V steps, V unused, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        var (high, rest) = Reduce(V.IsWhole ? Clamp(x) : x, steps, row.Second, constants);
        var ends = V.IsWhole
            ? RoundAny<V, TTest>(x, row.First, ExpTable.Exponents(steps), high, rest)
            : RoundNear<V, TTest>(row.First, ExpTable.Exponents(steps), high, rest);
        return (ends, default);
    }

    // Of any argument, in near lanes too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(V x, V y) where V : struct, ILanes<V>
    {
        V clamped = Clamp(x);
        var (offsets, steps, _, _) = Begin(clamped, default, default, ConstantsOfBegin<V>());
        var (table, shift) = V.Pairs(in ExpTable.First, offsets);
        var (high, rest) = Reduce(clamped, steps, shift, ConstantsOfSecond<V>());
        return (RoundAny<V, Untested>(x, table, ExpTable.Exponents(steps), high, rest).Nearest, default);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(
        V x, V y, V offsets, V begun, V secondBegun) where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        var (lower, upper) = PreciseExponential.Ends<V, TFunction>(x, TTest.PreciseRelativeError);
        return (lower, upper, default, default);
    }

    public static double? Trivial(double x, double y, int result) =>
        x > TFunction.LargestFinite ? double.PositiveInfinity
        : x <= TFunction.Vanishing ? (TFunction.IsLessOne ? -1 : 0)
        : x == TFunction.Tie.Argument ? TFunction.Tie.Even
        : Math.Abs(x) >= Exponential.Tiny ? null
        : TFunction.IsLessOne ? x : 1;

    public static (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y, int result) =>
        TFunction.IsLessOne ? WideExponential.PowerLess1(x) : WideExponential.Power(x, TFunction.Log2);

    /// <summary>
    /// Powers of e are by Lindemann's theorem transcendental, but at 0; 2ˣ and 10ˣ of rational numbers but integers irrational; of integers
    /// a double, out of range, periodic or, but for the tie, an odd number of more than 54 bits times a power of two: some precision
    /// decides.
    /// </summary>
    public static (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int result, int bits) =>
        ExactExponential.Power(x, TFunction.Logarithm, TFunction.IsLessOne, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Nearest, V Other) RoundNear<V, TTest>(V table, V exponents, V high, V rest)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        if (TFunction.IsLessOne)
            return EndsOfLess<V, TTest>(V.AddBits(table, exponents), 1, high, rest);

        // The power, before it is scaled, is less than 2.
        var (leading, small) = Power(table, high, rest);
        var (lower, upper) = RoundingTest.Ends<V, TTest>(leading, small, 2 * TTest.RelativeError);
        return (V.AddBits(lower, exponents), V.AddBits(upper, exponents));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Nearest, V Other) RoundAny<V, TTest>(V x, V table, V exponents, V high, V rest)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        if (TFunction.IsLessOne)
        {
            // Halved beyond 1, where 2^e might overflow.
            V sign = 1 - x, one = V.SelectBySign(sign, 0.5, 1), factor = V.SelectBySign(sign, 2, 1);
            V power = V.AddBits(table, V.SelectBySign(sign, V.AddBits(exponents, -Exponential.ExponentUnit), exponents));
            var (lower, upper) = EndsOfLess<V, TTest>(power, one, high, rest);
            return (Scale(lower, x, factor), Scale(upper, x, factor));
        }

        var (leading, small) = Power(table, high, rest);
        V subnormal = x - TFunction.LeastNormal, offset = Exponential.Offset(subnormal, exponents);
        var (nearest, other) = Exponential.RoundAtPlace<V, TTest>(subnormal, leading, small, exponents, TTest.RelativeError);
        return (Scale(nearest, x, offset), Scale(other, x, offset));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Small) Power<V>(V table, V high, V rest) where V : struct, ILanes<V>
    {
        V leading = V.FusedMultiplyAdd(table, high, table);
        V small = V.FusedNegatedMultiplyAdd(table, high, leading - table);
        return (leading, V.FusedMultiplyAdd(table, rest, small));
    }

    /// <summary>power·e^r − one, where the power may have been halved, and one with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Small) LessOne<V>(V power, V one, V high, V rest) where V : struct, ILanes<V>
    {
        var less = DoubleDouble<V>.Sum(one, -power);
        V leading = V.FusedMultiplyAdd(power, high, -less.High);
        V small = V.FusedNegatedMultiplyAdd(power, high, leading + less.High);
        return (leading, V.FusedMultiplyAdd(power, rest, small) + less.Low);
    }

    /// <remarks>
    /// It may be off by e of itself, for the table, and 2¹⁷·e of power·(1 + high − e^r), for what is rounded in that. (A product by itself
    /// might be subnormal, which is slow.)
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Lower, V Upper) EndsOfLess<V, TTest>(V power, V one, V high, V rest)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        var (leading, small) = LessOne(power, one, high, rest);
        V error = V.FusedMultiplyAdd(power, V.Abs(rest) * ((1 << 17) * TTest.RelativeError), V.Abs(leading) * TTest.RelativeError);
        return RoundingTest.Ends<V, TTest>(leading, small, error);
    }

    /// <summary>High, and 1 + high − e^r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V High, V Others) Reduce<V>(V x, V steps, V shift, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V multiple = steps - constants.First, first = V.FusedNegatedMultiplyAdd(multiple, constants.Sixth, x);
        var (high, excess) = TFunction.Remainder(multiple, first, shift, constants);
        V r = high - excess, square = r * r;
        V series = V.FusedMultiplyAdd(
            V.FusedMultiplyAdd(constants.Fifth, r, constants.Fourth), square, V.FusedMultiplyAdd(constants.Third, r, constants.Second));
        return (high, V.FusedNegatedMultiplyAdd(square, series, excess));
    }

    /// <summary>
    /// The argument; in lanes where the power vanishes one for which the sum leaves nothing of it. (Halfway between 0 and the least number
    /// 2ˣ would be a tie.)
    /// </summary>
    /// <remarks>NaN and what is too large may become anything: scaling sees the argument itself.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Clamp<V>(V x) where V : struct, ILanes<V> => V.SelectBySign(TFunction.Vanishing - x, x, TFunction.Vanishing - 1);

    /// <summary>The result, from what has been rounded and the argument itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Scale<V>(V rounded, V x, V offset) where V : struct, ILanes<V>
    {
        V finite = TFunction.IsLessOne ? rounded * offset : V.AddBits(rounded, offset);
        return Exponential.KeepNaN(x, V.SelectBySign(TFunction.LargestFinite - x, double.PositiveInfinity, finite));
    }
}

/// <summary>What all exponential functions share.</summary>
internal static class Exponential
{
    /// <summary>The largest error of a power over all doubles, in ULP; <c>docs/accuracy.md</c> derives it.</summary>
    public const double ErrorBoundInUlp = 0.50001;

    /// <summary>2⁻⁷²·²⁷: <c>docs/accuracy.md</c> derives it, for powers.</summary>
    public const double RelativeError = 1.75e-22;

    /// <summary>1.5·2⁵²: the sum with a smaller number has the nearest integer in its last bits.</summary>
    public const double RoundingMagic = 6755399441055744;

    /// <summary>One in the exponent's last place.</summary>
    public const long ExponentUnit = 1L << 52;

    // e^r ≈ 1 + r + r²/2 + Exp3·r³ + Exp4·r⁴ + Exp5·r⁵, absolute error 2⁻⁷⁵·⁹.
    internal const double Exp3 = 0.16666666666666669;   // 0x1.5555555555556p-3
    internal const double Exp4 = 0.04166666723566461;   // 0x1.555555a3892b3p-5
    internal const double Exp5 = 0.008333333324084678;  // 0x1.1111110bfb6f2p-7

    /// <summary>
    /// 2⁻⁵⁶: |x| ln b is then below 2⁻⁵⁴, half of the place below 1, for b = 10 too; and eˣ − 1 = x·(1 + x/2 + …) is nearer to x than 2⁻⁵⁶
    /// of it.
    /// </summary>
    public const double Tiny = 1.0 / (1ul << 56);

    /// <summary>
    /// Where the power is subnormal, which a sign bit says, 2^(−1022 − e) + leading as a sum of two doubles, whose last place is that of
    /// the result: so it is rounded once. Elsewhere leading and 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Sum, V Lost) AtSubnormalPlace<V>(V subnormal, V leading, V exponents) where V : struct, ILanes<V>
    {
        // 2^(−1022 − e) has the bits (1 − e)·2⁵²; they are taken away again, and e is added.
        V negated = V.AddBits(V.Xor(exponents, BitConverter.Int64BitsToDouble(-1)), 1 + ExponentUnit);
        V added = V.SelectBySign(subnormal, negated, 0);
        V sum = added + leading;
        return (sum, leading - (sum - added));
    }

    /// <summary>The power, which may be off by so much of itself, before it is scaled: less than 2.</summary>
    /// <remarks>
    /// Where it is subnormal, what is left below the last place is rounded twice, each time by at most 2⁻⁵³ of itself: 2²¹ times the least
    /// bound, 2⁻⁷³, together.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Nearest, V Other) RoundAtPlace<V, TTest>(V subnormal, V leading, V small, V exponents, V error)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        var (sum, lost) = AtSubnormalPlace(subnormal, leading, exponents);
        small -= lost;
        V allowed = error + error;
        if (TTest.IsTested)
            allowed = V.FusedMultiplyAdd(V.Abs(small) * error, 1L << 21, allowed);
        return RoundingTest.Ends<V, TTest>(sum, small, allowed);
    }

    /// <summary>What scaling adds to the bits of that sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Offset<V>(V subnormal, V exponents)
        where V : struct, ILanes<V> => V.SelectBySign(subnormal, V.AddBits(exponents, -ExponentUnit), exponents);

    /// <summary>The result; in lanes where the argument is NaN, that.</summary>
    /// <remarks>The bits of NaN, but for the sign, are above those of infinity.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V KeepNaN<V>(V x, V result)
        where V : struct, ILanes<V> => V.SelectBySign(V.AddBits(V.Abs(x), -0x7FF0_0000_0000_0001), result, x);
}

/// <summary>What has been proved of an exponential function.</summary>
internal readonly struct ProvedExponential<TFunction> : IRoundingTest where TFunction : struct, IExponential
{
    public static double RelativeError => TFunction.RelativeError;

    public static double PreciseRelativeError => PreciseExponential.RelativeError;
}
