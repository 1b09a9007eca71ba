using System.Numerics;

namespace Kernels.Reference;

/// <summary>A fixed-point number: <paramref name="Units"/>·2^−<paramref name="FractionBits"/>.</summary>
public readonly record struct Fixed(BigInteger Units, int FractionBits)
{
    /// <summary>
    /// The error of a computed value in units of the last place of the exact one (this), as a positive number. Beside subnormal values that
    /// is the least double; an infinite result has no error if the nearest one is infinite, and else an infinite one.
    /// </summary>
    public double ErrorInUlp(double computed) =>
        double.IsInfinity(computed) && Round() == computed ? 0 : ErrorInUnitsOf(computed, UlpExponent());

    /// <summary>The error of a computed float in units of the last place that the exact value (this) has in float, likewise.</summary>
    public double ErrorInUlp(float computed) =>
        float.IsInfinity(computed) && RoundToSingle() == computed ? 0 : ErrorInUnitsOf(computed, UlpExponent(23, -149));

    /// <summary>The error of a computed value in ULP of a given magnitude, as a positive number.</summary>
    public double ErrorInUlpOf(double computed, double magnitude) => ErrorInUnitsOf(computed, Math.ILogB(magnitude) - 52);

    /// <summary>The error of a computed float in ULP that a given magnitude has in float.</summary>
    public double ErrorInUlpOf(float computed, float magnitude) => ErrorInUnitsOf(computed, Math.ILogB(magnitude) - 23);

    /// <summary>The error of a computed value itself, as a positive number, to within 2⁻⁵² of it.</summary>
    public double AbsoluteError(double computed)
    {
        if (!double.IsFinite(computed))
            return double.PositiveInfinity;
        var (difference, bits) = Difference(computed, FractionBits);
        return new Fixed(difference, bits).Round();
    }

    /// <summary>The nearest double, ties to even.</summary>
    public double Round() => Round(UlpExponent());

    /// <summary>The nearest float, ties to even: not the float nearest to <see cref="Round()"/>, which would round twice.</summary>
    public float RoundToSingle() => (float)Round(UlpExponent(23, -149));

    private double Round(int lastPlace)
    {
        BigInteger magnitude = BigInteger.Abs(Units);
        int shift = lastPlace + FractionBits;
        BigInteger mantissa = shift <= 0 ? magnitude << -shift : (magnitude + (BigInteger.One << (shift - 1))) >> shift;
        bool tie = shift > 0 && (mantissa << shift) - magnitude == BigInteger.One << (shift - 1);
        if (tie && !mantissa.IsEven)
            mantissa--;
        double value = Math.ScaleB((double)mantissa, lastPlace);
        return Units.Sign < 0 ? -value : value;
    }

    /// <summary>Whether another number differs from this one by at most 2^−<paramref name="bits"/> of it.</summary>
    public bool AgreesWith(Fixed other, int bits)
    {
        int fractionBits = Math.Max(FractionBits, other.FractionBits);
        BigInteger left = Units << (fractionBits - FractionBits), right = other.Units << (fractionBits - other.FractionBits);
        return BigInteger.Abs(left - right) << bits <= BigInteger.Abs(left);
    }

    /// <summary>The exponent of the last place in this value's binade, by default of a double.</summary>
    private int UlpExponent(int fractionBits = 52, int least = -1074)
    {
        if (Units.IsZero)
            return least;
        int exponent = (int)BigInteger.Abs(Units).GetBitLength() - 1 - FractionBits;
        return Math.Max(exponent - fractionBits, least);
    }

    private double ErrorInUnitsOf(double computed, int unitExponent)
    {
        if (!double.IsFinite(computed))
            return double.PositiveInfinity;

        // Fine enough for a 2^-40th of the unit.
        var (difference, bits) = Difference(computed, Math.Max(FractionBits, 40 - unitExponent));
        BigInteger scaled = difference >> (bits + unitExponent - 40);
        return (double)scaled / (1L << 40);
    }

    // From a computed value, exactly: both on a common grid.
    private (BigInteger Units, int FractionBits) Difference(double computed, int leastFractionBits)
    {
        var (mantissa, exponent) = Exact.Decompose(computed);
        int bits = Math.Max(leastFractionBits, -exponent);
        return (BigInteger.Abs((mantissa << (exponent + bits)) - (Units << (bits - FractionBits))), bits);
    }
}
