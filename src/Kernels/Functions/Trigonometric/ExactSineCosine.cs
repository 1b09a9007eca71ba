using System.Numerics;

namespace Kernels.Functions;

/// <summary>Sine and cosine of one double in as much precision as asked for: the last resort, which no known double needs.</summary>
/// <remarks>
/// By Lindemann's theorem the sine and the cosine of a number that is not 0 and has finitely many digits are transcendental, so never the
/// middle between two doubles: some precision decides.
/// </remarks>
internal static class ExactSineCosine
{
    /// <summary>In units of 2⁻ᵇⁱᵗˢ: less than a hundred terms, each rounded down twice, and π err by less than a thousand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static BigInteger SineOrCosine(double x, bool cosine, int bits)
    {
        var (mantissa, exponent) = LastStages.Decompose(x);

        // The nearest multiple of π/2, with π to as many more bits as the argument has before the point;
        // a small argument needs them behind it.
        int working = bits + Math.Max(0, exponent + 64);
        BigInteger halfPi = Pi(working) >> 1, argument = (BigInteger)mantissa << (exponent + working);
        BigInteger quotient = (argument + (halfPi >> 1)) / halfPi, angle = (argument - (quotient * halfPi)) >> (working - bits);

        // The cosine is the sine a quadrant on, of either sign of the argument.
        int quadrant = (int)(quotient & 3) + (cosine ? 1 : 0);
        BigInteger value = (quadrant & 1) != 0 ? Series(BigInteger.One << bits, 0, angle, bits) : Series(angle, 1, angle, bits);
        return (quadrant & 2) != 0 != (x < 0 && !cosine) ? -value : value;
    }

    // The term, and all that follow from it: each the last, times −θ²/((n + 1)(n + 2)).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static BigInteger Series(BigInteger term, int n, BigInteger angle, int bits)
    {
        BigInteger square = (angle * angle) >> bits, sum = 0;
        for (; BigInteger.Abs(term) > 1; n += 2)
        {
            sum += term;
            term = -((term * square) >> bits) / ((n + 1) * (n + 2));
        }

        return sum;
    }

    // Hutton's formula: π = 8 arctan(1/3) + 4 arctan(1/7).
    private static BigInteger Pi(int bits) => ((8 * InverseTangent(3, bits + 16)) + (4 * InverseTangent(7, bits + 16))) >> 16;

    private static BigInteger InverseTangent(int m, int bits) => LastStages.InverseTangent(m, isHyperbolic: false, bits);
}
