using System.Numerics;

namespace Kernels.Functions;

/// <summary>Powers of e, 2 and 10 of one double in as much precision as asked for: the last resort, which no known double needs.</summary>
internal static class ExactExponential
{
    // Rounding down hundreds of terms twice, and logarithms that err by as many units times the 2¹¹ of x, loses less than these.
    private const int GuardBits = 32;

    /// <summary>
    /// bˣ, or that less 1, as units·2^exponent, to within two units, of which the power has 2^(bits − 1) to 2^(bits + 1).
    /// </summary>
    /// <param name="x">A number, |x| &lt; 2¹¹.</param>
    /// <param name="logarithm">ln b, in units of 2^−bits.</param>
    /// <param name="isLessOne">Whether 1 is subtracted.</param>
    /// <param name="bits">The bits asked for.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (BigInteger Units, int Exponent) Power(double x, Func<int, BigInteger> logarithm, bool isLessOne, int bits)
    {
        // 1 is less than a unit beside the largest values.
        var (units, exponent) = Exponential(Product(x, logarithm(bits + GuardBits)), bits);
        return (isLessOne && exponent <= 0 ? units - (BigInteger.One << -exponent) : units, exponent);
    }

    /// <summary>ln 2 = 2 artanh(1/3), in units of 2^−bits.</summary>
    public static BigInteger Ln2(int bits) => 2 * InverseHyperbolicTangent(3, bits);

    /// <summary>ln 10 = 3 ln 2 + 2 artanh(1/9), likewise.</summary>
    public static BigInteger Ln10(int bits) => (3 * Ln2(bits)) + (2 * InverseHyperbolicTangent(9, bits));

    // In units of 2^−(bits + GuardBits): e^argument = 2ᵏ·eʳ, |r| < ln 2.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (BigInteger Units, int Exponent) Exponential(BigInteger argument, int bits)
    {
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

    // Rounded down.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static BigInteger Product(double x, BigInteger factor)
    {
        long pattern = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        int biased = (int)(pattern >> 52), exponent = Math.Max(biased, 1) - 1075;
        BigInteger product = ((pattern & 0xF_FFFF_FFFF_FFFF) | (biased == 0 ? 0 : 1L << 52)) * factor * Math.Sign(x);
        return exponent >= 0 ? product << exponent : product >> -exponent;
    }

    // 1/m + 1/3m³ + 1/5m⁵ + …
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static BigInteger InverseHyperbolicTangent(int inverse, int bits)
    {
        BigInteger power = (BigInteger.One << bits) / inverse, sum = 0;
        for (int n = 1; !power.IsZero; n += 2, power /= inverse * inverse)
            sum += power / n;
        return sum;
    }
}
