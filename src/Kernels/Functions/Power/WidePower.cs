namespace Kernels.Functions;

/// <summary>Powers of two doubles in integers of 192 bits.</summary>
/// <remarks>
/// log₂ |x| is good to 2⁻¹⁸⁵ of itself, and so is its product with y, for which the mantissa of y is exact. That is at most 1,076 in size:
/// its fraction, of which the exponential takes 2ᶠ, errs by less than 2⁻¹⁷³, and the power by less than 2⁻¹⁷² of itself.
/// </remarks>
internal static class WidePower
{
    /// <summary>The power as ± fraction·2^exponent: of x other than 0 and 1 in size, and |y·ln x| up to 800.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (UInt192 Fraction, int Exponent, bool IsNegative) Of(double x, double y)
    {
        var (logarithm, exponent, isNegative) = WideLogarithm.Of(ExactLogarithm.Decompose(Math.Abs(x), isPlusOne: false));
        var (mantissa, lastPlace) = LastStages.Decompose(y);

        // y·log₂ |x| as fraction·2^scale.
        UInt192 product = logarithm * WideLogarithm.HalfLog2E * new UInt192(mantissa << 11, 0, 0);
        int scale = exponent + 1 + lastPlace + 53;
        int k = scale > 0 ? (int)(product.High >>> (64 - scale)) : 0;
        UInt192 fraction = scale > 0 ? product << scale : product >>> -scale;
        if (isNegative != y < 0)
            (k, fraction) = (-k - 1, ~fraction);
        return (WideExponential.PowerOf2(fraction), k + 1, x < 0 && double.IsOddInteger(y));
    }
}
