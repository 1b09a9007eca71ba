using System.Numerics;

namespace Kernels.Functions;

/// <summary>Powers of two doubles that are doubles, or the middle between two, and those in as much precision as asked for.</summary>
internal static class ExactPower
{
    /// <summary>Bits of an odd number beside which it is no middle between two doubles.</summary>
    private const int MostBits = 54;

    /// <summary>3³⁴ has 54 bits.</summary>
    private const int LargestExponent = 34;

    /// <summary>The number whose square is taken five times is 3 at least, and has 51 bits then.</summary>
    private const int MostRoots = 5;

    /// <summary>
    /// The nearest number, of x and y whose power is an odd integer of at most 54 bits times a power of 2, and finite ones but 0.
    /// </summary>
    /// <remarks>
    /// With |x| = m·2^e and y = n·2^f, m and n odd, the power is 2^(e·y)·mʸ. If m is 1 it is such a number where e·y is an integer, and
    /// irrational elsewhere. If it is not, y must be positive (the denominator would be odd), and if f is negative, m a square, and e even,
    /// −f times over (the root would be irrational); then it is one, if it has no more bits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double? Dyadic(double x, double y, FloatingPointFormat format)
    {
        var (m, e) = Odd(x);
        var (n, f) = Odd(y);
        double sign = x < 0 && double.IsOddInteger(y) ? -1 : 1;
        if (m == 1)
        {
            double scale = e * y;
            return double.IsInteger(scale) && Math.FusedMultiplyAdd(e, y, -scale) == 0
                ? sign * FinalRounding.Round(1, (int)scale, format) : null;
        }

        if (y < 0 || y > LargestExponent || f < -MostRoots)
            return null;
        for (; f < 0; f++, e /= 2)
        {
            ulong root = (ulong)Math.Sqrt(m);
            if (root * root != m || (e & 1) != 0)
                return null;
            m = root;
        }

        n <<= f;
        UInt128 power = 1;
        for (ulong i = 0; i < n; i++)
        {
            power *= m;
            if (power >> MostBits != 0)
                return null;
        }

        return sign * FinalRounding.Round((ulong)power, e * (int)n, format);
    }

    /// <summary>As units·2^exponent, to within two units, of which it has 2^(bits − 1) at least: for |y·ln x| up to 800.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (BigInteger Units, int Exponent) Of(double x, double y, int bits)
    {
        // The product has ten bits before the point.
        const int MoreBits = 16;
        int working = bits + ExactExponential.GuardBits;
        var (logarithm, unit) = ExactLogarithm.Of(
            ExactLogarithm.Decompose(Math.Abs(x), isPlusOne: false), precision => BigInteger.One << precision, working + MoreBits);
        var (mantissa, lastPlace) = LastStages.Decompose(y);
        BigInteger argument = (logarithm * mantissa * Math.Sign(y)) << (unit + lastPlace + working);
        var (units, exponent) = ExactExponential.PowerOfE(argument, bits);
        return (x < 0 && double.IsOddInteger(y) ? -units : units, exponent);
    }

    // The magnitude, not 0, as odd·2^exponent.
    private static (ulong Odd, int Exponent) Odd(double x)
    {
        var (mantissa, exponent) = LastStages.Decompose(x);
        int zeros = BitOperations.TrailingZeroCount(mantissa);
        return (mantissa >>> zeros, exponent + zeros);
    }
}
