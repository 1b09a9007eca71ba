using System.Numerics;

namespace Kernels.Reference;

/// <summary>Elementary functions and the heart curve of any finite double in integer arithmetic, to as many bits as asked for.</summary>
/// <remarks>
/// Independent of the kernels: no table, coefficient or step of theirs is used. The argument is exact; π comes from Machin's formula; the
/// reduced argument is halved until a short Taylor series suffices, and the halvings are undone by angle doubling.
/// </remarks>
public static partial class Exact
{
    /// <summary>Bits beyond which the results are not trusted: the series, the doublings and π lose less.</summary>
    private const int GuardBits = 48;

    private const int Halvings = 8;

    private static readonly Dictionary<int, BigInteger> PiByBits = [];

    /// <summary>The sine and the cosine, each with at least <paramref name="significantBits"/> significant bits.</summary>
    public static (Fixed Sin, Fixed Cos) SinCos(double x, int significantBits = 128)
    {
        if (!double.IsFinite(x))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument must be finite.");
        if (x == 0)
            return (new Fixed(BigInteger.Zero, 0), new Fixed(BigInteger.One, 0));

        // A double other than 0 is no nearer than 2^-62 to a multiple of π/2, or it is itself the distance.
        int smallest = Math.Min(-62, Math.ILogB(x) - 1);
        int bits = significantBits - smallest + GuardBits;
        var (quadrant, remainder) = Reduce(x, bits);
        var (sin, cos) = Series(remainder, bits);
        return quadrant switch
        {
            0 => (new(sin, bits), new(cos, bits)),
            1 => (new(cos, bits), new(-sin, bits)),
            2 => (new(-sin, bits), new(-cos, bits)),
            _ => (new(-cos, bits), new(sin, bits)),
        };
    }

    /// <summary>x = 16 sin³ t and y = 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t.</summary>
    public static (Fixed X, Fixed Y) Heart(double t)
    {
        var (sin, cos) = SinCos(t);
        BigInteger s = sin.Units, c = cos.Units, one = BigInteger.One << cos.FractionBits;
        int bits = cos.FractionBits;

        // Chebyshev's recurrence: cos (n+1)t = 2 cos t cos nt − cos (n−1)t.
        BigInteger c2 = ((c * c) >> (bits - 1)) - one;
        BigInteger c3 = ((c * c2) >> (bits - 1)) - c;
        BigInteger c4 = ((c * c3) >> (bits - 1)) - c2;

        // The cube keeps its full length: relative accuracy near the zeros of sin t.
        return (new Fixed(16 * s * s * s, 3 * sin.FractionBits), new Fixed((13 * c) - (5 * c2) - (2 * c3) - c4, bits));
    }

    /// <summary>Σ aₖ cos kt + bₖ sin kt, to within 2⁻¹⁵⁰ of the sum of all magnitudes; coefficients that are not given are 0.</summary>
    public static Fixed TrigonometricPolynomial(double t, ReadOnlySpan<double> cosines, ReadOnlySpan<double> sines)
    {
        const int Bits = 200;
        var (sine, cosine) = SinCos(t, Bits);
        BigInteger s = Rescaled(sine, Bits), c = Rescaled(cosine, Bits), sum = BigInteger.Zero;

        // All coefficients are whole multiples of 2^unit: their products with ck and sk are exact.
        int unit = Math.Min(SmallestExponent(cosines), SmallestExponent(sines));

        // (ck, sk) is the power k of the point (c, s) of the unit circle.
        BigInteger ck = BigInteger.One << Bits, sk = BigInteger.Zero;
        for (int k = 0; k < Math.Max(cosines.Length, sines.Length); k++)
        {
            if (k < cosines.Length)
                sum += Product(cosines[k], ck);
            if (k < sines.Length)
                sum += Product(sines[k], sk);
            (ck, sk) = (((ck * c) - (sk * s)) >> Bits, ((sk * c) + (ck * s)) >> Bits);
        }

        return new(sum, Bits - unit);

        static BigInteger Rescaled(Fixed value, int bits) =>
            value.FractionBits >= bits ? value.Units >> (value.FractionBits - bits) : value.Units << (bits - value.FractionBits);

        static int SmallestExponent(ReadOnlySpan<double> coefficients)
        {
            int smallest = 0;
            foreach (double coefficient in coefficients)
                smallest = coefficient == 0 ? smallest : Math.Min(smallest, Decompose(coefficient).Exponent);
            return smallest;
        }

        BigInteger Product(double coefficient, BigInteger value)
        {
            var (mantissa, exponent) = Decompose(coefficient);
            return mantissa.IsZero ? mantissa : (mantissa * value) << (exponent - unit);
        }
    }

    /// <summary>The sine and the cosine of an angle of at most a quarter turn, to all but the last few of its fraction bits.</summary>
    public static (Fixed Sin, Fixed Cos) SinCos(Fixed angle)
    {
        var (sin, cos) = Series(angle.Units << GuardBits, angle.FractionBits + GuardBits);
        return (new(sin >> GuardBits, angle.FractionBits), new(cos >> GuardBits, angle.FractionBits));
    }

    /// <summary>π·2^bits, rounded down to within a few units.</summary>
    public static BigInteger Pi(int bits)
    {
        lock (PiByBits)
        {
            if (PiByBits.TryGetValue(bits, out BigInteger pi))
                return pi;

            // Machin: π = 16 arctan(1/5) − 4 arctan(1/239).
            int working = bits + 32;
            pi = ((16 * InverseTangent(5, working)) - (4 * InverseTangent(239, working))) >> 32;
            PiByBits.Add(bits, pi);
            return pi;
        }
    }

    /// <summary>A finite double as mantissa·2^exponent.</summary>
    public static (BigInteger Mantissa, int Exponent) Decompose(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        long fraction = bits & 0xF_FFFF_FFFF_FFFF;
        int biased = (int)(bits >> 52) & 0x7FF;
        long mantissa = biased == 0 ? fraction : fraction | 1L << 52;
        return (bits < 0 ? -mantissa : mantissa, Math.Max(biased, 1) - 1075);
    }

    /// <summary>A finite double in units of 2^−fractionBits, rounded down where it has more bits than that.</summary>
    public static BigInteger Units(double value, int fractionBits)
    {
        var (mantissa, exponent) = Decompose(value);
        return mantissa << (exponent + fractionBits);
    }

    // x = k·π/2 + remainder·2^-bits with the remainder in [−π/4, π/4]; gives k mod 4.
    private static (int Quadrant, BigInteger Remainder) Reduce(double x, int bits)
    {
        var (mantissa, exponent) = Decompose(x);

        // The quotient has up to exponent + 53 bits: π needs as many more.
        int working = bits + Math.Max(0, exponent + 56);
        BigInteger argument = mantissa << (exponent + working);
        BigInteger halfPi = Pi(working) >> 1;
        BigInteger quotient = ((2 * argument) + halfPi) / (2 * halfPi);
        BigInteger rest = argument - (quotient * halfPi);
        while (2 * rest > halfPi)
        {
            quotient++;
            rest -= halfPi;
        }

        while (2 * rest < -halfPi)
        {
            quotient--;
            rest += halfPi;
        }

        return ((int)(quotient & 3), rest >> (working - bits));
    }

    // Taylor's series of sin and 1 − cos for the halved argument, then doubling: with u = 1 − cos, u(2a) = 2u(2 − u), s(2a) = 2s(1 − u).
    private static (BigInteger Sin, BigInteger Cos) Series(BigInteger argument, int bits)
    {
        // Twice as many guard bits as halvings: each doubling loses less than two bits.
        BigInteger one = BigInteger.One << bits, a = argument << Halvings;
        bits += 2 * Halvings;
        BigInteger square = (a * a) >> bits;
        BigInteger sin = a, versine = square >> 1, sinTerm = a, versineTerm = versine;
        for (int n = 2; !sinTerm.IsZero || !versineTerm.IsZero; n += 2)
        {
            sinTerm = -((sinTerm * square) >> bits) / (n * (n + 1));
            sin += sinTerm;
            versineTerm = -((versineTerm * square) >> bits) / ((n + 1) * (n + 2));
            versine += versineTerm;
        }

        BigInteger two = BigInteger.One << (bits + 1);
        for (int i = 0; i < Halvings; i++)
        {
            sin = (sin * ((two >> 1) - versine)) >> (bits - 1);
            versine = (versine * (two - versine)) >> (bits - 1);
        }

        return (sin >> (2 * Halvings), one - (versine >> (2 * Halvings)));
    }

    private static BigInteger InverseTangent(int inverse, int bits)
    {
        BigInteger power = (BigInteger.One << bits) / inverse, sum = power;
        int square = inverse * inverse;
        for (int n = 3, sign = -1; !power.IsZero; n += 2, sign = -sign)
        {
            power /= square;
            sum += sign * (power / n);
        }

        return sum;
    }
}
