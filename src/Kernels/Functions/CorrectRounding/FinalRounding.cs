using System.Numerics;

namespace Kernels.Functions;

/// <summary>
/// Integers rounded to the nearest number of a format once: at the place of its mantissa's last bit, or of its least number where that is
/// higher; of doubles, to infinity beyond the largest. Nothing is decided where the error could carry the value over the middle between
/// two.
/// </summary>
internal static class FinalRounding
{
    /// <summary>Units that a value in growing precision may be off by.</summary>
    public const int ExactError = 1 << 12;

    /// <summary>Bits that growing precision has to have behind those of the result.</summary>
    private const int LeastRest = 64;

    /// <summary>Of ± fraction·2^exponent, not 0, where a fraction of at least 1/2 may be off by so much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double? Round(UInt192 fraction, int exponent, bool isNegative, UInt192 error, FloatingPointFormat format)
    {
        int zeros = fraction.LeadingZeros;
        fraction <<= zeros;
        exponent -= zeros;

        // The mantissa's bits; none of them is left below half of the least double. (A fraction shifted down is off by one unit more and by
        // less than half of what it was: the error serves.)
        int bits = Math.Min(format.MantissaBits, exponent - format.LeastExponent);
        fraction >>>= Math.Max(-bits, 0);
        bits = Math.Max(bits, 0);

        // What is left of the 192 against half of the mantissa's last place.
        ulong mantissa = bits == 0 ? 0 : fraction.High >>> (64 - bits), half = 1ul << (63 - bits);
        UInt192 rest = fraction with { High = fraction.High & ((half << 1) - 1) }, middle = new(half, 0, 0);
        bool isUpper = rest.High >= half;
        UInt192 distance = isUpper ? rest - middle : middle - rest;
        double result = Math.ScaleB((double)(mantissa + (isUpper ? 1ul : 0)), Math.Max(exponent, format.LeastExponent) - bits);
        return distance >= error ? isNegative ? -result : result : null;
    }

    /// <summary>Of units·2^exponent, to within <see cref="ExactError"/> units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double? Round(BigInteger units, int exponent, FloatingPointFormat format)
    {
        BigInteger magnitude = BigInteger.Abs(units);
        int length = (int)magnitude.GetBitLength();

        // The place of the mantissa's last bit; from half of the least double down it is above all bits.
        int drop = Math.Max(length - format.MantissaBits, format.LeastExponent - exponent);
        if (length < LeastRest + format.MantissaBits)
            return null;
        BigInteger half = BigInteger.One << (drop - 1), mantissa = (magnitude + half) >> drop;
        return BigInteger.Abs((magnitude & ((half << 1) - 1)) - half) > ExactError
            ? Math.ScaleB((double)mantissa, drop + exponent) * units.Sign : null;
    }

    /// <summary>Of integer·2^exponent, which is exact: in the middle to the even one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Round(ulong integer, int exponent, FloatingPointFormat format)
    {
        int length = 64 - BitOperations.LeadingZeroCount(integer);
        int drop = Math.Max(length - format.MantissaBits, format.LeastExponent - exponent);
        if (drop <= 0)
            return Math.ScaleB(integer, exponent);
        if (drop > length)
            return 0;
        ulong mantissa = integer >>> drop, rest = integer & ((1ul << drop) - 1), half = 1ul << (drop - 1);
        bool isUpper = rest > half || (rest == half && (mantissa & 1) != 0);
        return Math.ScaleB(mantissa + (isUpper ? 1ul : 0), drop + exponent);
    }
}

/// <summary>The bits of a mantissa, and the exponent of the least number.</summary>
internal readonly record struct FloatingPointFormat(int MantissaBits, int LeastExponent)
{
    public static FloatingPointFormat Double => new(53, -1074);

    public static FloatingPointFormat Single => new(24, -149);
}
