using System.Numerics;

namespace Kernels.Functions;

/// <summary>The natural logarithm in integers of 192 bits.</summary>
/// <remarks>
/// <para>
/// e·ln 2 + 2 artanh t with artanh t = t·(1 + t²/3 + t⁴/5 + …), |t| ≤ 0.172 to the power 76 of t: the next term is below 2⁻²⁰⁰. t is
/// normalised, rounded down to less than two units of 2⁻¹⁹²; so its error is below 2⁻¹⁹⁰ of it. The square, and every product and constant
/// of Horner's scheme err by less than four units, which the next product shrinks to a ninth: the sum by less than five. The product with
/// t adds three: below 2⁻¹⁸⁷ of it.
/// </para>
/// <para>
/// |e| ≥ 1: that times ln 2, normalised, errs by less than four units, the sum with artanh, which has at least a quarter left, by 2⁻¹⁸⁶.
/// With another base a product follows: 2⁻¹⁸⁵.
/// </para>
/// </remarks>
internal static partial class WideLogarithm
{
    /// <summary>As ± fraction·2^exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (UInt192 Fraction, int Exponent, bool IsNegative) Of(ExactLogarithm.Ratio x)
    {
        // t = fraction·2^−zeros, the fraction less than 1.
        int zeros = x.Zeros;
        bool isNegative = x.Numerator.Sign < 0;
        UInt192 fraction = Divide(BigInteger.Abs(x.Numerator) << zeros, x.Denominator), t = fraction >>> zeros;
        UInt192 half = fraction >>> 1, artanh = half + (half * Series(t * t));
        if (x.Exponent == 0)
            return (artanh, 2 - zeros, isNegative);

        // |e|·ln 2 = multiple·2^length.
        int length = 64 - BitOperations.LeadingZeroCount((ulong)Math.Abs(x.Exponent));
        UInt192 multiple = new UInt192((ulong)Math.Abs(x.Exponent) << (64 - length), 0, 0) * WideExponential.Ln2;
        UInt192 other = artanh >>> (length - 2 + zeros);
        return (isNegative == x.Exponent < 0 ? multiple + other : multiple - other, length, x.Exponent < 0);
    }

    // Of numbers whose quotient is less than 1, rounded down.
    private static UInt192 Divide(BigInteger numerator, BigInteger denominator)
    {
        BigInteger quotient = (numerator << 192) / denominator;
        return new((ulong)(quotient >> 128), (ulong)(quotient >> 64 & ulong.MaxValue), (ulong)(quotient & ulong.MaxValue));
    }

    // s/3 + s²/5 + …
    private static UInt192 Series(UInt192 square)
    {
        UInt192 sum = InverseOf(HighestInverse);
        for (int n = HighestInverse - 2; n >= 3; n -= 2)
            sum = InverseOf(n) + (square * sum);
        return square * sum;
    }

    /// <summary>1/n, rounded down, for odd n from 3 to <see cref="HighestInverse"/>.</summary>
    internal static UInt192 InverseOf(int n)
    {
        var words = Inverses.Slice(3 * ((n - 3) / 2), 3);
        return new(words[0], words[1], words[2]);
    }
}
