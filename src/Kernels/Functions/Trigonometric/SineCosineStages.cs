using System.Numerics;

namespace Kernels.Functions;

/// <summary>sin x, one double at a time. It is the double itself where x²/6 is less than half of its last place: below 2⁻²⁶.</summary>
internal readonly struct SineStages : ILastStages
{
    public static bool TryTrivial(double x, double y, out double result)
    {
        result = x;
        return Math.Abs(x) < 1.0 / (1 << 26);
    }

    public static (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y) =>
        WideSineCosine.Evaluate(x, cosine: false);

    public static (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int bits) =>
        (ExactSineCosine.SineOrCosine(x, cosine: false, bits), -bits);
}

/// <summary>cos x, one double at a time. It is 1 where x²/2 is less than half of the place below 1: below 2⁻²⁷.</summary>
internal readonly struct CosineStages : ILastStages
{
    public static bool TryTrivial(double x, double y, out double result)
    {
        result = 1;
        return Math.Abs(x) < 1.0 / (1 << 27);
    }

    public static (UInt192 Fraction, int Exponent, bool IsNegative) EvaluateWide(double x, double y) =>
        WideSineCosine.Evaluate(x, cosine: true);

    public static (BigInteger Units, int Exponent) EvaluateExactly(double x, double y, int bits) =>
        (ExactSineCosine.SineOrCosine(x, cosine: true, bits), -bits);
}
