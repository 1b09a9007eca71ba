using System.Numerics;

namespace Kernels.Functions;

/// <summary>Powers of doubles, x to the power y.</summary>
/// <remarks>
/// <para>
/// |x|ʸ = e^(y·ln |x|) in three phases. The logarithm is as in <see cref="Logarithm{TFunction}"/>, but what the square and its sum leave is
/// found exactly, too: up to 745 times of what the logarithm is off by, relative to itself, is the power off by. Its product with y is a
/// double and what that leaves; of the exponential the second part is one of the small ones.
/// </para>
/// <para>Negative numbers have powers to integers, and to odd ones negative powers. Polynomial by tools/log.sollya.</para>
/// </remarks>
internal readonly struct Power : ICorrectFunction
{
    /// <summary>The largest error over all doubles, in ULP; <c>docs/accuracy.md</c> derives it.</summary>
    public const double ErrorBoundInUlp = 0.506;

    /// <summary>
    /// 2⁻⁶⁹, relative to the power, and as much for each unit of |y·ln x|: <c>docs/accuracy.md</c> derives half of that.
    /// </summary>
    public const double RelativeError = 1.6940658945086007e-21;

    /// <summary>2⁻⁹³, likewise.</summary>
    public const double PreciseRelativeError = 1.0097419586828951e-28;

    // ln(1 + z) ≈ z − z²/2 + Power3·z³ + … + Power7·z⁷, to 2⁻⁶³·⁹ of z².
    internal const double Power3 = 0.3333333333333333;      //  0x1.5555555555555p-2
    internal const double Power4 = -0.2499999999997375;     // -0x1.fffffffffdb0ep-3
    internal const double Power5 = 0.20000000002670987;     //  0x1.9999999a848aep-3
    internal const double Power6 = -0.16666705008313515;    // -0x1.555588cb6c41ap-3
    internal const double Power7 = 0.14284871590070616;     //  0x1.248dde188d931p-3

    /// <summary>The largest |y·ln x| of the fast path, whose powers are normal and finite; and one beyond which none is.</summary>
    private const double NearLimit = 708, Limit = 800;

    public static int Inputs => 2;

    public static bool HasMiddle => true;

    public static ref readonly double Table => ref LogTable.First;

    public static ref readonly double LastTable => ref ExpTable.First;

    public static int LastRowLength => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfLast<V>() where V : struct, ILanes<V> => Exponential<Exp>.ConstantsOfSecond<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V RangeOfMiddle<V>(V range, V exponent) where V : struct, ILanes<V> => V.Or(range, Beyond(exponent, NearLimit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V magnitude = V.IsWhole ? V.Abs(x) : x, parts = LogTable.Decompose(V.IsWhole ? Logarithm.Normalize(magnitude) : x);
        return (LogTable.Offsets(parts), parts, y, V.Or(range, Logarithm.Exceptional(magnitude, parts)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ((V First, V Second) Columns, V Offsets) Middle<V>(V x, in TableRow<V> row, V parts, V y, in Constants<V> constants)
        where V : struct, ILanes<V>
    {
        V z = V.FusedMultiplyAdd(row.First, LogTable.Mantissa(parts), -1);
        var (leading, small) = NaturalLogarithm(Exponent(x, parts), z, row);
        leading = V.IsWhole ? Logarithm.Special(V.Abs(x), leading) : leading;

        // y·ln x = exponent − excess.
        V exponent = y * leading, excess = V.FusedMultiplyAdd(y, small, V.FusedNegatedMultiplyAdd(y, leading, exponent));
        if (V.IsWhole)
        {
            excess = V.SelectBySign(Beyond(exponent, Limit), 0, excess);
            exponent = V.Min(V.Max(exponent, -Limit), Limit);
        }

        return ((exponent, excess), ExpTable.Offsets(Steps(exponent)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V exponent, V excess, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        V steps = Steps(exponent);
        var (leading, small) = Parts(exponent, excess, steps, row, constants);
        V exponents = ExpTable.Exponents(steps), error = V.FusedMultiplyAdd(V.Abs(exponent), TTest.RelativeError, TTest.RelativeError);
        if (V.IsWhole)
        {
            V subnormal = Subnormal(leading - small, exponents);
            var (nearest, other) = Exponential.RoundAtPlace<V, TTest>(subnormal, leading, small, exponents, error);
            V offset = Exponential.Offset(subnormal, exponents);
            return ((Scale(nearest, offset, exponent), Scale(other, offset, exponent)), default);
        }

        // Before it is scaled it is less than 2.
        var (lower, upper) = RoundingTest.Ends<V, TTest>(leading, small, error + error);
        return ((V.AddBits(lower, exponents), V.AddBits(upper, exponents)), default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Special<V>(V x, V y, V result) where V : struct, ILanes<V>
    {
        // Sign bits stand for truth.
        V isInteger = IsInteger(y), isOdd = V.And(isInteger, Not(IsInteger(0.5 * y)));
        V isEndless = V.AddBits(V.Abs(x), 1L << 52), isZero = IsZero(x), isOne = IsZero(V.Xor(V.Abs(x), 1));
        V hasNone = V.And(x, Not(V.Or(V.Or(isInteger, isZero), isEndless)));
        V is1 = V.Or(IsZero(y), V.And(isOne, V.Or(Not(x), IsZero(V.Xor(V.Abs(y), double.PositiveInfinity)))));
        result = V.FlipSign(result, V.And(x, isOdd));
        return V.SelectBySign(is1, 1, V.SelectBySign(hasNone, double.NaN, result));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(V x, V y) where V : struct, ILanes<V>
    {
        var (offsets, parts, _, range) = Begin(x, y, default, default);
        var (first, second, third, fourth) = V.Rows(in LogTable.First, offsets);
        var ((exponent, excess), next) = Middle(x, new(first, second, third, fourth), parts, y, default);
        var (point, shift) = V.Pairs(in ExpTable.First, next);
        TableRow<V> row = new(point, shift, default, default);
        var (result, _) = default(Power).Finish<V, Untested>(x, row, exponent, excess, ConstantsOfLast<V>());
        return (V.IsWhole
            ? Special(x, y, result.Nearest)
            : V.SelectBySign(RangeOfMiddle(range, exponent), double.NaN, result.Nearest), default);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(
        V x, V y, V offsets, V parts, V secondBegun) where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        (offsets, parts, _, _) = Begin(x, y, default, default);
        var (first, second, third, fourth) = V.Rows(in LogTable.First, offsets);
        TableRow<V> row = new(first, second, third, fourth);
        var exponent = PreciseLogarithm.Of<V, Log>(x, Exponent(x, parts), parts, row) * new DoubleDouble<V>(y, 0);
        V high = V.Min(V.Max(exponent.High, -Limit), Limit);
        V error = V.FusedMultiplyAdd(V.Abs(high), TTest.PreciseRelativeError, TTest.PreciseRelativeError);
        var (power, exponents) = PreciseExponential.Power<V, Exp>(high, V.SelectBySign(Beyond(exponent.High, Limit), 0, exponent.Low));
        V subnormal = Subnormal(power.High, exponents), offset = Exponential.Offset(subnormal, exponents);
        var (lower, upper) = PreciseExponential.EndsAtPlace(subnormal, power, exponents, error);
        return (Special(x, y, Scale(lower, offset, high)), Special(x, y, Scale(upper, offset, high)), default, default);
    }

    public static double? Trivial(double x, double y, int result) => ExactPower.Dyadic(x, y, FloatingPointFormat.Double);

    public static (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y, int result) =>
        WidePower.Of(x, y);

    /// <summary>
    /// Beside the dyadic rationals, powers of doubles are rationals of another denominator, or irrational: some precision tells on which
    /// side of the middle between two doubles they lie.
    /// </summary>
    public static (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int result, int bits) => ExactPower.Of(x, y, bits);

    /// <summary>e·ln 2 − ln r + ln(1 + z), as a difference; all that leading parts lose is among the small ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Leading, V Small) NaturalLogarithm<V>(V exponent, V z, in TableRow<V> row) where V : struct, ILanes<V>
    {
        V first = V.FusedMultiplyAdd(exponent, Logarithm.Ln2High, row.Second);
        V second = V.FusedMultiplyAdd(exponent, Logarithm.Ln2Low, row.Third);
        V sum = first + z, square = z * z, leading = V.FusedNegatedMultiplyAdd(0.5, square, sum);
        V ofSums = V.FusedMultiplyAdd(0.5, square, leading - sum) + (sum - first - z);
        V others = V.FusedNegatedMultiplyAdd(0.5, V.FusedNegatedMultiplyAdd(z, z, square), ofSums - second);
        V series = V.FusedMultiplyAdd(Power7, square, V.FusedMultiplyAdd(Power6, z, Power5));
        series = V.FusedMultiplyAdd(series, square, V.FusedMultiplyAdd(Power4, z, Power3));
        return (leading, V.FusedNegatedMultiplyAdd(z * square, series, others));
    }

    /// <summary>The power, not yet rounded nor scaled, as a difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Small) Parts<V>(V exponent, V excess, V steps, in TableRow<V> row, in Constants<V> constants)
        where V : struct, ILanes<V>
    {
        var (high, rest) = Exponential<Exp>.Reduce(exponent, steps, row.Second + excess, constants);
        return Exponential<Exp>.Power(row.First, high, rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Steps<V>(V exponent)
        where V : struct, ILanes<V> => V.FusedMultiplyAdd(exponent, Exp.StepsPerUnit, Exponential.RoundingMagic);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Exponent<V>(V x, V parts) where V : struct, ILanes<V> =>
        V.IsWhole ? Logarithm.WholeExponent(V.Abs(x), parts) : LogTable.Exponent(parts);

    // Whether the power is less than the least normal number. (Where it is infinite, the sum of the bits overflows.)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Subnormal<V>(V power, V exponents) where V : struct, ILanes<V> =>
        V.And(exponents, V.AddBits(V.AddBits(power, exponents), -Exponential.ExponentUnit));

    // From 2¹⁰²⁴ on infinite; no number, if y·ln x is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Scale<V>(V rounded, V offset, V exponent) where V : struct, ILanes<V>
    {
        V scaled = V.AddBits(rounded, offset);
        return Exponential.KeepNaN(exponent, V.SelectBySign(V.AddBits(scaled, 1L << 52), double.PositiveInfinity, scaled));
    }

    // Negative if the size is that of the limit, or more, or the number is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Beyond<V>(V number, double limit)
        where V : struct, ILanes<V> => V.AddBits(V.Abs(number), long.MinValue - BitConverter.DoubleToInt64Bits(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Not<V>(V sign) where V : struct, ILanes<V> => V.Xor(sign, -0.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V IsZero<V>(V number) where V : struct, ILanes<V> => V.AddBits(V.Abs(number), -1);

    // From 2⁵² on all are; below, the sum with that is rounded to one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V IsInteger<V>(V number) where V : struct, ILanes<V>
    {
        V magnitude = V.Min(V.Abs(number), LogTable.IntegerMagic);
        return IsZero(magnitude + LogTable.IntegerMagic - LogTable.IntegerMagic - magnitude);
    }
}

/// <summary>What has been proved of powers.</summary>
internal readonly struct ProvedPower : IRoundingTest
{
    public static double RelativeError => Power.RelativeError;

    public static double PreciseRelativeError => Power.PreciseRelativeError;

    /// <summary>2⁻¹⁷⁰: <see cref="WidePower"/> derives less.</summary>
    public static UInt192 WideError => new(0, 0, 1 << 22);
}
