using System.Numerics;

namespace Kernels.Functions;

/// <summary>The logarithms of doubles.</summary>
/// <remarks>
/// <para>
/// x = 2^e·m, and ln x = e·ln 2 − ln r + ln(1 + z) with z = r·m − 1, exactly, from a row of <see cref="LogTable"/>. The first parts of
/// e·ln 2 and −ln r have an exact sum; that and z make the leading part. What its rounding leaves is found exactly, and summed with all
/// that is small: the second parts of the logarithms, −z²/2 and what follows. The two are summed last. Beside 1 the leading part is x − 1,
/// and nothing is cancelled.
/// </para>
/// <para>
/// ln(1 + x): e and the row are those of 1 + x, rounded. r/2^e − 1 is a double, unless x is large, and z is that and x·r/2^e, exactly in
/// two parts. Beside 0 it is x itself.
/// </para>
/// <para>Small parts are formed with the opposite sign and subtracted. Polynomial by tools/log.sollya.</para>
/// </remarks>
internal readonly struct Logarithm<TFunction> : ICorrectFunction where TFunction : struct, ILogarithm
{
    /// <summary>The largest exponent of 1 + x for which r/2^e − 1, a multiple of 2^−(11 + e), is a double.</summary>
    private const int LargestExponent = 42;

    public static ref readonly double Table => ref LogTable.First;

    public static int Columns => 2;

    public static bool ReadsArgumentAgain => TFunction.IsPlusOne;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V argument = TFunction.IsPlusOne ? 1 + x : x;
        V parts = LogTable.Decompose(V.IsWhole ? Logarithm.Normalize(argument) : argument);
        V large = TFunction.IsPlusOne ? V.AddBits(parts, (LogTable.LargestExponent - LargestExponent) << 52) : parts;
        return (LogTable.Offsets(parts), parts, default, V.Or(range, Logarithm.Exceptional(argument, large)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V parts, V unused, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        var (part, excess) = Reduce(x, row.First, parts);
        V z = TFunction.IsPlusOne ? part - excess : part, square = z * z;
        var (leading, small) = Sum(Exponent(x, parts), z, square, part, excess, row);

        // So many times u·z², and a little of the result itself.
        double share = Logarithm.SquareShare * TTest.RelativeError * TFunction.PerLnHigh;
        V error = TTest.IsTested ? V.FusedMultiplyAdd(square, share, V.Abs(leading) * TTest.RelativeError) : default;
        var (lower, upper) = RoundingTest.Ends<V, TTest>(leading, small, error);
        return ((Special(x, lower), Special(x, upper)), default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(V x, V y) where V : struct, ILanes<V>
    {
        var (offsets, parts, _, range) = Begin(x, y, default, default);
        var (first, second, third, fourth) = V.Rows(in LogTable.First, offsets);
        var (part, excess) = Reduce(x, first, parts);
        V z = TFunction.IsPlusOne ? part - excess : part;
        var (leading, small) = Sum(Exponent(x, parts), z, z * z, part, excess, new(first, second, third, fourth));
        V result = Special(x, leading - small);
        return (V.IsWhole ? result : V.SelectBySign(range, double.NaN, result), default);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(
        V x, V y, V offsets, V parts, V secondBegun) where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        var (first, second, third, fourth) = V.Rows(in LogTable.First, offsets);
        var value = PreciseLogarithm.Of<V, TFunction>(x, Exponent(x, parts), parts, new(first, second, third, fourth));
        var (lower, upper) = value.Ends(V.Abs(value.High) * TTest.PreciseRelativeError);
        return (Special(x, lower), Special(x, upper), default, default);
    }

    public static double? Trivial(double x, double y, int result) => TFunction.Integer(x);

    public static (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y, int result)
    {
        var value = WideLogarithm.Of(ExactLogarithm.Decompose(x, TFunction.IsPlusOne));
        if (TFunction.IsNatural)
            return value;
        var (factor, exponent) = TFunction.WidePerLn;
        return (value.Fraction * factor, value.Exponent + exponent, value.IsNegative);
    }

    /// <summary>
    /// By Lindemann's theorem the natural logarithm of a rational number is transcendental, but at 1. That to the base 2 or 10 is a
    /// rational p/q only where xᵠ is the power p of the base, which a double is for q = 1 alone: it is an integer, or irrational.
    /// </summary>
    public static (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int result, int bits) =>
        ExactLogarithm.Of(ExactLogarithm.Decompose(x, TFunction.IsPlusOne), TFunction.Ln, bits);

    /// <summary>z, as a difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Excess) Reduce<V>(V x, V inverse, V parts) where V : struct, ILanes<V>
    {
        if (!TFunction.IsPlusOne)
            return (V.FusedMultiplyAdd(inverse, LogTable.Mantissa(parts), -1), default);
        V factor = inverse * LogTable.InverseScale(parts), less1 = factor - 1, product = factor * x;
        V excess = V.FusedNegatedMultiplyAdd(factor, x, product);
        return (product + less1, V.IsWhole ? excess + (less1 + 1 - factor) : excess);
    }

    /// <summary>The logarithm, not yet rounded, as a difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Small) Sum<V>(V exponent, V z, V square, V part, V excess, in TableRow<V> row) where V : struct, ILanes<V>
    {
        V first = V.FusedMultiplyAdd(exponent, Logarithm.Ln2High, row.Second);
        V second = V.FusedMultiplyAdd(exponent, Logarithm.Ln2Low, row.Third);
        V leading = first + z, lost = leading - first - part;
        lost = TFunction.IsPlusOne ? lost + excess : lost;
        V series = V.FusedMultiplyAdd(Logarithm.Log4, z, Logarithm.Log3);
        series = V.FusedMultiplyAdd(V.FusedMultiplyAdd(Logarithm.Log6, z, Logarithm.Log5), square, series);
        V small = V.FusedNegatedMultiplyAdd(z * square, series, lost - second);
        small = V.FusedMultiplyAdd(0.5, square, small);
        if (TFunction.IsNatural)
            return (leading, small);
        V perLn = TFunction.PerLnHigh, product = leading * perLn;
        lost = V.FusedNegatedMultiplyAdd(leading, TFunction.PerLnLow, V.FusedNegatedMultiplyAdd(leading, perLn, product));
        return (product, V.FusedMultiplyAdd(small, perLn, lost));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exponent<V>(V x, V parts) where V : struct, ILanes<V> =>
        V.IsWhole ? Logarithm.WholeExponent(TFunction.IsPlusOne ? 1 + x : x, parts) : LogTable.Exponent(parts);

    // On whole lanes what comes of arguments that are not positive and finite. The logarithm of 1 + x has the sign of x, as 0 too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Special<V>(V x, V result) where V : struct, ILanes<V>
    {
        result = TFunction.IsPlusOne ? V.Or(result, V.And(x, -0.0)) : result;
        return V.IsWhole ? Logarithm.Special(TFunction.IsPlusOne ? 1 + x : x, result) : result;
    }
}

/// <summary>What all logarithms share.</summary>
internal static class Logarithm
{
    /// <summary>2⁻⁷², but for what goes with the square: <c>docs/accuracy.md</c> derives less.</summary>
    public const double RelativeError = 2.117582368135751e-22;

    /// <summary>Times that, of z²/ln b: 3.25 times 2⁻⁵³.</summary>
    public const double SquareShare = 13 << 17;

    // ln 2: its first part is a multiple of 2⁻⁴².
    internal const double Ln2High = 0.6931471805598903;       // 0x1.62e42fefa38p-1
    internal const double Ln2Low = 5.497923018708371e-14;     // 0x1.ef35793c7673p-45
    internal const double Ln2Rest = 1.94704509238075e-31;     // 0x1.f97b57a079a19p-103

    // ln(1 + z) ≈ z − z²/2 + Log3·z³ + … + Log6·z⁶, to 2⁻⁵³·⁸ of z².
    internal const double Log3 = 0.33333333333311904;         //  0x1.5555555554641p-2
    internal const double Log4 = -0.24999999999966246;        // -0x1.fffffffffd07fp-3
    internal const double Log5 = 0.2000003912395852;          //  0x1.9999ce1c7d62bp-3
    internal const double Log6 = -0.16666709117322126;        // -0x1.55558e4f4479ep-3

    private const double SubnormalScale = 1L << 54, SubnormalBits = 54;

    /// <summary>Negative unless the argument is positive, normal and finite; also if it is large, or almost infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exceptional<V>(V x, V large) where V : struct, ILanes<V> => V.Or(large, V.AddBits(x, -1L << 52));

    /// <summary>Positive subnormal numbers are multiplied by 2⁵⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Normalize<V>(V x)
        where V : struct, ILanes<V> => V.SelectBySign(V.AddBits(x, -1L << 52), x * SubnormalScale, x);

    /// <summary>The exponent of what has been normalised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V WholeExponent<V>(V x, V parts) where V : struct, ILanes<V> =>
        LogTable.Exponent(parts) - V.SelectBySign(V.AddBits(x, -1L << 52), SubnormalBits, 0);

    /// <summary>The result, or what it is of zeros, negative numbers, infinity and NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Special<V>(V x, V result) where V : struct, ILanes<V>
    {
        V magnitude = V.Abs(x);
        result = V.SelectBySign(V.AddBits(magnitude, 1L << 52), x, result);
        result = V.SelectBySign(x, double.NaN, result);
        return V.SelectBySign(V.AddBits(magnitude, -1), double.NegativeInfinity, result);
    }
}

/// <summary>What has been proved of the logarithms.</summary>
internal readonly struct ProvedLogarithm : IRoundingTest
{
    public static double RelativeError => Logarithm.RelativeError;

    public static double PreciseRelativeError => PreciseLogarithm.RelativeError;
}
