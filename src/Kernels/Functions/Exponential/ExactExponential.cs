using System.Numerics;

namespace Kernels.Functions;

/// <summary>Powers of e, 2 and 10 of one double in as much precision as asked for: the last resort, which no known double needs.</summary>
internal static class ExactExponential
{
    // Rounding down hundreds of terms twice, and logarithms that err by as many units times the 2¹¹ of x, loses less than these.
    public const int GuardBits = 32;

    /// <summary>
    /// bˣ, or that less 1, for |x| &lt; 2¹¹, by ln b in units of 2^−bits: as units·2^exponent, to within two units, of which the power has
    /// 2^(bits − 1) to 2^(bits + 1).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (BigInteger Units, int Exponent) Power(double x, Func<int, BigInteger> logarithm, bool isLessOne, int bits)
    {
        // Rounded down, in units of 2^−working.
        var (mantissa, lastPlace) = LastStages.Decompose(x);
        var (units, exponent) = PowerOfE((mantissa * logarithm(bits + GuardBits) * Math.Sign(x)) << lastPlace, bits);

        // 1 is less than a unit beside the largest values.
        return (units - (isLessOne && exponent <= 0 ? BigInteger.One << -exponent : 0), exponent);
    }

    /// <summary>Of e to an argument in units of 2^−(bits + <see cref="GuardBits"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (BigInteger Units, int Exponent) PowerOfE(BigInteger argument, int bits)
    {
        // 2ᵏ·eʳ, |r| < ln 2.
        int working = bits + GuardBits;
        BigInteger ln2 = Ln2(working), k = argument / ln2, r = argument - (k * ln2);
        BigInteger term = BigInteger.One << working, sum = term;
        for (int n = 1; !term.IsZero; n++)
        {
            term = ((term * r) >> working) / n;
            sum += term;
        }

        return (sum >> GuardBits, (int)k - bits);
    }

    /// <summary>ln 2 = 2 artanh(1/3), in units of 2^−bits.</summary>
    public static BigInteger Ln2(int bits) => 2 * LastStages.InverseTangent(3, isHyperbolic: true, bits);

    /// <summary>ln 10 = 3 ln 2 + 2 artanh(1/9), likewise.</summary>
    public static BigInteger Ln10(int bits) => (3 * Ln2(bits)) + (2 * LastStages.InverseTangent(9, isHyperbolic: true, bits));
}
