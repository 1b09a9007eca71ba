using System.Numerics;

namespace Kernels.Functions;

/// <summary>Powers of floats in double precision, to be rounded to float.</summary>
/// <remarks>
/// <para>
/// 2^(y·log₂ |x|) from the logarithm and the power of floats in three phases: y·log₂ |x| is below 150 where the power is neither 0 nor
/// infinite, so the power errs by less than 2⁻⁴⁴ of itself. Where that may carry it over the middle between two floats, or it is that
/// middle (the squares of many integers are), it is done again as that of doubles.
/// </para>
/// </remarks>
internal readonly struct SinglePower : ICorrectFunction
{
    /// <summary>The largest |y·log₂ x| of the fast path, whose powers are normal floats; and one beyond which none is.</summary>
    private const double NearLimit = 126, Limit = 200;

    /// <summary>Bits of a double beyond those of a float; and the last of them by which a power may be off: docs/accuracy.md.</summary>
    internal const int RestBits = 29, ErrorBits = 10;

    /// <summary>A little less than half of the least float, 2⁻¹⁵⁰; and the least normal one.</summary>
    private const double Vanishing = 3.5e-46, LeastNormal = 1.1754943508222875e-38;

    public static FloatingPointFormat Format => FloatingPointFormat.Single;

    public static int Inputs => 2;

    public static bool HasMiddle => true;

    public static ref readonly double Table => ref SingleLogarithm<Log2>.Table;

    public static int RowLength => 2;

    public static ref readonly double LastTable => ref ExpTable.FirstPoint;

    public static int LastRowLength => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfSecond<V>() where V : struct, ILanes<V> => SingleLogarithm<Log2>.ConstantsOfSecond<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfLast<V>() where V : struct, ILanes<V> => SingleExponential<Exp2>.ConstantsOfSecond<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V RangeOfMiddle<V>(V range, V steps)
        where V : struct, ILanes<V> => V.Or(range, Power.Beyond(steps - SingleExponential.RoundingMagic, NearLimit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V magnitude = V.IsWhole ? V.Abs(x) : x, parts = LogTable.Decompose(magnitude);
        return (LogTable.PairOffsets(parts), parts, y, V.Or(range, Logarithm.Exceptional(magnitude, parts)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ((V First, V Second) Columns, V Offsets) Middle<V>(V x, in TableRow<V> row, V parts, V y, in Constants<V> constants)
        where V : struct, ILanes<V>
    {
        V exponent = y * default(SingleLogarithm<Log2>).Finish<V, Untested>(V.Abs(x), row, parts, default, constants).First.Nearest;
        exponent = V.IsWhole ? V.Min(V.Max(exponent, -Limit), Limit) : exponent;
        V steps = exponent + SingleExponential.RoundingMagic;
        return ((steps, exponent - (steps - SingleExponential.RoundingMagic)), V.And(steps, ExpTable.PointOffsetBits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V steps, V rest, in Constants<V> constants) where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        V power = SingleExponential<Exp2>.Power(row.First, steps, rest, constants);
        power = V.IsWhole ? Exponential.KeepNaN(rest, power) : power;
        return ((power, TTest.IsTested ? V.SelectBySign(InDoubt(power), V.AddBits(power, 1), power) : power), default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Special<V>(V x, V y, V result) where V : struct, ILanes<V> => Power.Special(x, y, result);

    public static (V First, V Second) Evaluate<V>(V x, V y) where V : struct, ILanes<V> => Power.Evaluate(x, y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(
        V x, V y, V offsets, V parts, V secondBegun) where V : struct, ILanes<V> where TTest : struct, IRoundingTest =>
        Power.EvaluatePrecisely<V, TTest>(x, y, offsets, parts, secondBegun);

    public static double? Trivial(double x, double y, int result) => ExactPower.Dyadic(x, y, FloatingPointFormat.Single);

    public static (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y, int result) => WidePower.Of(x, y);

    /// <inheritdoc cref="Power.EvaluateExactly"/>
    public static (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int result, int bits) => ExactPower.Of(x, y, bits);

    // Negative where the bits that a float has not are nearly those of a half. On whole lanes also of all subnormal floats.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V InDoubt<V>(V power) where V : struct, ILanes<V>
    {
        const long Unit = 1L << (64 - RestBits);
        V rest = V.AddBits(V.ShiftLeft(power, 64 - RestBits), long.MinValue + (Unit << ErrorBits));
        V doubt = V.AddBits(V.ShiftRight(rest, 64 - RestBits + ErrorBits + 1), -1);
        return V.IsWhole ? V.Or(doubt, V.And(power - LeastNormal, Vanishing - power)) : doubt;
    }
}

/// <summary>What has been proved of powers of floats.</summary>
internal readonly struct ProvedSinglePower : IRoundingTest
{
    /// <summary>2⁻⁴⁴.</summary>
    public static double RelativeError => 5.684341886080802e-14;

    public static double PreciseRelativeError => Power.PreciseRelativeError;

    public static UInt192 WideError => ProvedPower.WideError;
}
