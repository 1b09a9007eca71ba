using System.Numerics;

namespace Kernels.Reference;

/// <content>
/// Logarithms, roots and powers. ln(m·2ᵏ) = k·ln 2 + 2 artanh((m − 1)/(m + 1)), m from 3/4 to 3/2, by the series of artanh, whose argument
/// is a quotient of integers; xʸ = e^(y·ln x). Roots are integer roots; one that does not come out lies inside its last unit, so that it
/// is on the right side of every middle between two doubles. Values that are dyadic rationals are exact.
/// </content>
public static partial class Exact
{
    /// <summary>
    /// The least precision of powers: their worst cases, beside 1, differ from the middle between two doubles in the 207th bit.
    /// </summary>
    private const int LeastPowerBits = 240;

    /// <summary>Longer powers are not told to be exact: a double, or the middle between two, has at most 54 bits beside zeros.</summary>
    private const int LongestExactPower = 1024;

    /// <summary>The natural logarithm of a positive double, with at least <paramref name="significantBits"/> significant bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The argument is not finite, 0 or negative.</exception>
    public static Fixed Log(double x, int significantBits = 128)
    {
        var (mantissa, exponent) = Positive(x);
        return Logarithm(mantissa, exponent, significantBits + GuardBits);
    }

    /// <summary>The logarithm to the base 2 likewise; exact for powers of 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The argument is not finite, 0 or negative.</exception>
    public static Fixed Log2(double x, int significantBits = 128)
    {
        var (mantissa, exponent) = Positive(x);
        return mantissa.IsOne ? new(exponent, 0) : Logarithm(mantissa, exponent, 2, significantBits + GuardBits);
    }

    /// <summary>The logarithm to the base 10 likewise; exact for the powers of 10 that are doubles, 10⁰ to 10²².</summary>
    /// <exception cref="ArgumentOutOfRangeException">The argument is not finite, 0 or negative.</exception>
    public static Fixed Log10(double x, int significantBits = 128)
    {
        // 10ⁿ = 5ⁿ·2ⁿ, and 5²³ has more bits than a double.
        var (mantissa, exponent) = Positive(x);
        return exponent is >= 0 and <= 22 && mantissa == BigInteger.Pow(5, exponent)
            ? new(exponent, 0)
            : Logarithm(mantissa, exponent, 10, significantBits + GuardBits);
    }

    /// <summary>The natural logarithm of 1 + x likewise, for x greater than −1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The argument is not finite, −1 or less.</exception>
    public static Fixed LogP1(double x, int significantBits = 128)
    {
        if (!double.IsFinite(x) || x <= -1)
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument must be finite and greater than −1.");
        var (mantissa, exponent) = Decompose(x);
        int unit = Math.Min(exponent, 0);
        return Logarithm((mantissa << (exponent - unit)) + (BigInteger.One << -unit), unit, significantBits + GuardBits);
    }

    /// <summary>The cube root of a finite double likewise; exact for cubes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The argument is not finite.</exception>
    public static Fixed Cbrt(double x, int significantBits = 128)
    {
        var (mantissa, exponent) = Finite(x, nameof(x));
        if (mantissa.IsZero)
            return new(BigInteger.Zero, 0);

        // Of an integer of three times as many bits.
        int bits = significantBits + GuardBits, fractionBits = bits - (((int)mantissa.GetBitLength() + exponent) / 3);
        BigInteger radicand = BigInteger.Abs(mantissa) << (exponent + (3 * fractionBits)), root = CubeRoot(radicand);
        var value = InsideLastUnit(root, fractionBits, root * root * root == radicand);
        return x < 0 ? value with { Units = -value.Units } : value;
    }

    /// <summary>√(x² + y²) of finite doubles likewise; exact where the sum is a square.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite.</exception>
    public static Fixed Hypot(double x, double y, int significantBits = 128)
    {
        var (left, leftExponent) = Finite(x, nameof(x));
        var (right, rightExponent) = Finite(y, nameof(y));

        // Zero has the least exponent of all; the sum is in units of 4^unit.
        int unit = left.IsZero ? rightExponent : right.IsZero ? leftExponent : Math.Min(leftExponent, rightExponent);
        BigInteger a = left.IsZero ? left : left << (leftExponent - unit), b = right.IsZero ? right : right << (rightExponent - unit);
        BigInteger sum = (a * a) + (b * b);
        int shift = Math.Max(0, significantBits + GuardBits - (int)(sum.GetBitLength() / 2));
        BigInteger radicand = sum << (2 * shift), root = SquareRoot(radicand);
        return InsideLastUnit(root, shift - unit, root * root == radicand);
    }

    /// <summary>
    /// xʸ of finite doubles likewise, of at least <see cref="LeastPowerBits"/> bits: of positive x, of negative x with an integer y, and of
    /// 0 with a y that is not negative. Exact where it is a dyadic rational, if not one of more than a thousand bits. Values beyond
    /// e^±<see cref="ExponentialLimit"/> are that: to all precisions of machines they are infinite or 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An argument is not finite, x is negative and y no integer, or x is 0 and y negative.
    /// </exception>
    public static Fixed Pow(double x, double y, int significantBits = 128)
    {
        var (mantissa, exponent) = Odd(Finite(x, nameof(x)));
        var (factor, factorExponent) = Odd(Finite(y, nameof(y)));
        if (y == 0 || x == 1)
            return new(BigInteger.One, 0);
        if (x == 0 ? y < 0 : x < 0 && factorExponent < 0)
            throw new ArgumentOutOfRangeException(nameof(y), y, "The power must be a finite number.");
        if (x == 0)
            return new(BigInteger.Zero, 0);
        int bits = Math.Max(significantBits, LeastPowerBits) + GuardBits;
        var value = Power(BigInteger.Abs(mantissa), exponent, factor, factorExponent, bits);
        return x < 0 && factorExponent == 0 ? value with { Units = -value.Units } : value;
    }

    // Of a positive number m·2^e, m odd, and a power n·2^f, n odd.
    private static Fixed Power(BigInteger mantissa, int exponent, BigInteger factor, int factorExponent, int bits)
    {
        // Beyond the limit powers are no longer told apart.
        int working = bits + 16;
        var logarithm = Logarithm(mantissa, exponent, working);
        BigInteger limit = (BigInteger)ExponentialLimit << working;
        BigInteger argument = Scaled(logarithm.Units * factor, factorExponent + working - logarithm.FractionBits);
        return BigInteger.Abs(argument) >= limit ? PowerOfE(argument.Sign * limit, working)
            : IsExact(mantissa, exponent, factor, factorExponent, out var exact) ? exact
            : PowerOfE(argument, working);
    }

    // A power of an odd integer other than 1 is a dyadic rational if its exponent is positive and, where that is a fraction n/2^k, the
    // integer is a square so often; and that of 2^e where e·n/2^k is an integer.
    private static bool IsExact(BigInteger mantissa, int exponent, BigInteger factor, int factorExponent, out Fixed value)
    {
        value = default;
        if (!mantissa.IsOne && (factor.Sign < 0 || Scaled(factor, factorExponent) * mantissa.GetBitLength() > LongestExactPower))
            return false;
        for (; factorExponent < 0; factorExponent++)
        {
            BigInteger root = SquareRoot(mantissa);
            if (root * root != mantissa || int.IsOddInteger(exponent))
                return false;
            (mantissa, exponent) = (root, exponent / 2);
        }

        // The power of 2 is below the limit, and so is n wherever m is not 1.
        BigInteger power = factor << factorExponent;
        if (!mantissa.IsOne && power * mantissa.GetBitLength() > LongestExactPower)
            return false;
        value = new(mantissa.IsOne ? mantissa : BigInteger.Pow(mantissa, (int)power), -(int)(power * exponent));
        return true;
    }

    private static (BigInteger Mantissa, int Exponent) Finite(double value, string name) => double.IsFinite(value)
        ? Decompose(value)
        : throw new ArgumentOutOfRangeException(name, value, "The argument must be finite.");

    private static (BigInteger Mantissa, int Exponent) Positive(double x) => double.IsFinite(x) && x > 0
        ? Odd(Decompose(x))
        : throw new ArgumentOutOfRangeException(nameof(x), x, "The argument must be finite and positive.");

    // The same number with an odd mantissa; 0 as it is.
    private static (BigInteger Mantissa, int Exponent) Odd((BigInteger Mantissa, int Exponent) number)
    {
        int zeros = number.Mantissa.IsZero ? 0 : (int)BigInteger.TrailingZeroCount(number.Mantissa);
        return (number.Mantissa >> zeros, number.Exponent + zeros);
    }

    // To the base 2 or 10: the quotient has as many fraction bits as the logarithm.
    private static Fixed Logarithm(BigInteger mantissa, int exponent, int baseNumber, int bits)
    {
        var natural = Logarithm(mantissa, exponent, bits);
        return natural with { Units = (natural.Units << bits) / Logarithm(baseNumber, bits) };
    }

    // The natural logarithm of mantissa·2^exponent, relative error below 2^(GuardBits/2 − bits).
    private static Fixed Logarithm(BigInteger mantissa, int exponent, int bits)
    {
        // 3/4 ≤ mantissa/one < 3/2
        int length = (int)mantissa.GetBitLength(), k = length + exponent;
        if (length == 1 || (mantissa >> (length - 2)) == 2)
            (length, k) = (length - 1, k - 1);
        BigInteger one = BigInteger.One << length, difference = mantissa - one;

        // Beside 1 the leading zeros of the logarithm come on top; elsewhere it is at least ln 4/3.
        int fractionBits = bits + (k == 0 && !difference.IsZero ? length - (int)BigInteger.Abs(difference).GetBitLength() : 0);
        BigInteger series = difference.IsZero ? difference
            : 2 * InverseHyperbolicTangentSeries((difference << fractionBits) / (mantissa + one), fractionBits);
        return new(k == 0 ? series : (k * Logarithm(2, fractionBits)) + series, fractionBits);
    }

    private static BigInteger InverseHyperbolicTangentSeries(BigInteger argument, int bits)
    {
        BigInteger square = (argument * argument) >> bits, power = argument, sum = argument;
        for (int n = 3; !power.IsZero && !power.Equals(BigInteger.MinusOne); n += 2)
        {
            power = (power * square) >> bits;
            sum += power / n;
        }

        return sum;
    }

    /// <summary>The square root of a natural number, rounded down.</summary>
    public static BigInteger SquareRoot(BigInteger value)
    {
        if (value.IsZero)
            return value;

        // Newton's method from above.
        BigInteger root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        for (BigInteger next; (next = (root + (value / root)) >> 1) < root;)
            root = next;
        return root;
    }

    private static BigInteger CubeRoot(BigInteger radicand)
    {
        BigInteger root = BigInteger.One << (int)((radicand.GetBitLength() + 2) / 3);
        for (BigInteger next; (next = ((2 * root) + (radicand / (root * root))) / 3) < root;)
            root = next;
        return root;
    }

    // A root of which only the fraction is missing, unless it is exact: half a unit stands for that.
    private static Fixed InsideLastUnit(BigInteger root, int fractionBits, bool isExact) =>
        isExact ? new(root, fractionBits) : new((2 * root) + 1, fractionBits + 1);
}
