using System.Numerics;

namespace Kernels.Functions;

/// <summary>Logarithms in as much precision as asked for: the last resort.</summary>
internal static class ExactLogarithm
{
    // Rounding down hundreds of terms, and logarithms that err by as many units times the 2¹¹ of e, loses less than these.
    private const int GuardBits = 32;

    /// <summary>A positive number as 2^exponent·(1 + t)/(1 − t) with t = numerator/denominator, |t| ≤ 0.172.</summary>
    internal readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator, int Exponent)
    {
        /// <summary>|t| is less than 2^−zeros, and not less than a quarter of that.</summary>
        public int Zeros => (int)(Denominator.GetBitLength() - BigInteger.Abs(Numerator).GetBitLength()) - 1;
    }

    /// <summary>Of x, or 1 + x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Ratio Decompose(double x, bool isPlusOne)
    {
        var (mantissa, unit) = LastStages.Decompose(x);
        BigInteger number = mantissa;
        if (isPlusOne)
        {
            int common = Math.Min(unit, 0);
            number = (number << (unit - common)) * Math.Sign(x) + (BigInteger.One << -common);
            unit = common;
        }

        // number·2^unit = 2^exponent·m with m from 1/√2 to √2.
        int length = (int)number.GetBitLength();
        bool isUpper = number * number > BigInteger.One << ((2 * length) - 1);
        BigInteger one = BigInteger.One << (isUpper ? length : length - 1);
        return new(number - one, number + one, unit + (isUpper ? length : length - 1));
    }

    /// <summary>
    /// e·ln 2 + 2 artanh t over ln b, which is given in units of 2^−bits: as units·2^exponent, to within two units, of which it has
    /// 2^(bits − 4) at least.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (BigInteger Units, int Exponent) Of(Ratio x, Func<int, BigInteger> logarithm, int bits)
    {
        int working = bits + GuardBits + (x.Exponent == 0 ? Math.Max(x.Zeros, 0) : 0);
        BigInteger power = (x.Numerator << (working + 1)) / x.Denominator, sum = 0;
        BigInteger square = ((x.Numerator * x.Numerator) << working) / (x.Denominator * x.Denominator);
        for (int n = 1; !power.IsZero && power != -1; n += 2, power = (power * square) >> working)
            sum += power / n;
        BigInteger natural = sum + (x.Exponent * ExactExponential.Ln2(working));
        return ((natural << working) / logarithm(working) >> GuardBits, GuardBits - working);
    }
}
