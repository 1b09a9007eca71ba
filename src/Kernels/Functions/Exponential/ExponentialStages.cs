using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kernels.Functions;

/// <summary>What is decided without precision of the exponential functions.</summary>
internal static class TrivialExponential
{
    /// <summary>
    /// 2⁻⁵⁶: |x| ln b is then below 2⁻⁵⁴, half of the place below 1, for b = 10 too; and eˣ − 1 = x·(1 + x/2 + …) is nearer to x than 2⁻⁵⁶
    /// of it.
    /// </summary>
    public const double Tiny = 1.0 / (1ul << 56);

    /// <summary>bˣ of tiny arguments and of those whose results are surely 0 or infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPower(double x, double surelyZero, double surelyInfinite, out double result)
    {
        result = x >= surelyInfinite ? double.PositiveInfinity : x <= surelyZero ? 0 : 1;
        return result != 1 || Math.Abs(x) < Tiny;
    }
}

/// <summary>eˣ, one double at a time.</summary>
internal readonly struct ExpStages : ILastStages
{
    public static bool TryTrivial(double x, double y, out double result) => TrivialExponential.TryPower(x, -746, 710, out result);

    public static (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y)
    {
        var (fraction, exponent) = WideExponential.Power(x, WideExponential.Log2E);
        return (fraction, exponent, false);
    }

    /// <summary>By Lindemann's theorem transcendental, but at 0: some precision decides.</summary>
    public static (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int bits) => ExactExponential.PowerOfE(x, bits);
}

/// <summary>2ˣ, one double at a time.</summary>
internal readonly struct Exp2Stages : ILastStages
{
    /// <summary>2⁻¹⁰⁷⁵ is the middle between 0 and the least double: 0 is even.</summary>
    private const double LargestZero = -1075;

    public static bool TryTrivial(double x, double y, out double result) => TrivialExponential.TryPower(x, LargestZero, 1024, out result);

    public static (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y)
    {
        var (fraction, exponent) = WideExponential.Power(x, WideExponential.Log2Of2);
        return (fraction, exponent, false);
    }

    /// <summary>Of an integer a double or out of range; of other rational numbers irrational: some precision decides.</summary>
    public static (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int bits) => ExactExponential.PowerOf2(x, bits);
}

/// <summary>10ˣ, one double at a time.</summary>
internal readonly struct Exp10Stages : ILastStages
{
    /// <summary>10²³ = 5²³·2²³ with 5²³ of 54 bits: the middle between two doubles, of which the literal is the even one.</summary>
    private const double Middle = 23, EvenBesideMiddle = 1e23;

    public static bool TryTrivial(double x, double y, out double result)
    {
        if (x != Middle)
            return TrivialExponential.TryPower(x, -324, 309, out result);
        result = EvenBesideMiddle;
        return true;
    }

    public static (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y)
    {
        var (fraction, exponent) = WideExponential.Power(x, WideExponential.Log2Of10);
        return (fraction, exponent, false);
    }

    /// <summary>
    /// Of a natural number up to 22 a double; above 23 an odd number of more than 54 bits times a power of two, below 0 periodic, of other
    /// rational numbers irrational: some precision decides.
    /// </summary>
    public static (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int bits) => ExactExponential.PowerOf10(x, bits);
}

/// <summary>eˣ − 1, one double at a time.</summary>
internal readonly struct ExpM1Stages : ILastStages
{
    /// <summary>e⁻³⁸ is less than half of the place below 1.</summary>
    private const double Flat = -38;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTrivial(double x, double y, out double result)
    {
        result = x >= 710 ? double.PositiveInfinity : x <= Flat ? -1 : x;
        return x is >= 710 or <= Flat || Math.Abs(x) < TrivialExponential.Tiny;
    }

    public static (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y) => WideExponential.PowerLess1(x);

    /// <summary>By Lindemann's theorem transcendental, but at 0: some precision decides.</summary>
    public static (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int bits) => ExactExponential.PowerOfELess1(x, bits);
}
