using System.Numerics;

namespace Kernels.Reference;

/// <content>
/// The exponential functions. bˣ = 2ᵏ·eʳ with r = x·ln b − k·ln 2; eʳ − 1 by Taylor's series for r halved some times, and undone by
/// u(2a) = u(a)·(2 + u(a)). Logarithms come from formulas like Machin's.
/// </content>
public static partial class Exact
{
    /// <summary>
    /// Arguments beyond it stand for no larger ones: to all precisions of machines the values are infinite, 0 or −1, as those at it are.
    /// </summary>
    private const double ExponentialLimit = 4096;

    private static readonly Dictionary<(int Number, int Bits), BigInteger> Logarithms = [];

    /// <summary>eˣ of a finite double, with at least <paramref name="significantBits"/> significant bits.</summary>
    public static Fixed Exp(double x, int significantBits = 128) => PowerOfE(x, 0, significantBits + GuardBits);

    /// <summary>2ˣ likewise; exact for integers.</summary>
    public static Fixed Exp2(double x, int significantBits = 128)
    {
        double limited = Math.Clamp(x, -ExponentialLimit, ExponentialLimit);
        return double.IsInteger(limited) ? new(BigInteger.One, -(int)limited) : PowerOfE(limited, 2, significantBits + GuardBits);
    }

    /// <summary>10ˣ likewise; exact for natural numbers.</summary>
    public static Fixed Exp10(double x, int significantBits = 128)
    {
        double limited = Math.Clamp(x, -ExponentialLimit, ExponentialLimit);
        return double.IsInteger(limited) && limited >= 0
            ? new(BigInteger.Pow(10, (int)limited), 0)
            : PowerOfE(limited, 10, significantBits + GuardBits);
    }

    /// <summary>eˣ − 1 likewise.</summary>
    public static Fixed ExpM1(double x, int significantBits = 128)
    {
        if (x == 0)
            return new(BigInteger.Zero, 0);

        // Beside 0 the leading zeros of the value come on top; e^x beside −1 counts down to the last bit.
        int bits = significantBits + GuardBits + Math.Max(0, -Math.ILogB(x));
        var power = PowerOfE(x, 0, bits);
        int fractionBits = Math.Max(power.FractionBits, bits);
        BigInteger units = power.Units << (fractionBits - power.FractionBits);
        return new(units - (BigInteger.One << fractionBits), fractionBits);
    }

    /// <summary>The natural logarithm of 2 or 10, times 2^bits, rounded down to within a few units.</summary>
    public static BigInteger Logarithm(int number, int bits)
    {
        lock (Logarithms)
        {
            if (Logarithms.TryGetValue((number, bits), out BigInteger logarithm))
                return logarithm;
            var (first, second, third) = number switch
            {
                2 => (14, 10, 6),
                10 => (46, 34, 20),
                _ => throw new ArgumentOutOfRangeException(nameof(number), number, "2 or 10."),
            };

            // ln n = a·artanh(1/31) + b·artanh(1/49) + c·artanh(1/161)
            int working = bits + 32;
            logarithm = ((first * InverseHyperbolicTangent(31, working)) + (second * InverseHyperbolicTangent(49, working))
                + (third * InverseHyperbolicTangent(161, working))) >> 32;
            Logarithms.Add((number, bits), logarithm);
            return logarithm;
        }
    }

    // The power of a base (0: e), relative error below 2^(GuardBits/2 − bits).
    private static Fixed PowerOfE(double x, int baseNumber, int bits)
    {
        if (!double.IsFinite(x))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument must be finite.");

        // The argument has up to 14 bits before the point.
        int working = bits + 16;
        var (mantissa, exponent) = Decompose(Math.Clamp(x, -ExponentialLimit, ExponentialLimit));
        return PowerOfE(
            Scaled(mantissa * (baseNumber == 0 ? BigInteger.One << working : Logarithm(baseNumber, working)), exponent), working);
    }

    // e to the power of a number of so many fraction bits.
    private static Fixed PowerOfE(BigInteger argument, int working)
    {
        BigInteger ln2 = Logarithm(2, working), k = BigInteger.Divide((2 * argument) + (argument.Sign * ln2), 2 * ln2);
        BigInteger u = ExponentialSeries(argument - (k * ln2), working);
        return new((BigInteger.One << working) + u, working - (int)k);
    }

    private static BigInteger ExponentialSeries(BigInteger argument, int bits)
    {
        // Halved as often by more fraction bits; each doubling loses less than two bits.
        bits += 2 * Halvings;
        BigInteger a = argument << Halvings, term = a, u = a;
        for (int n = 2; !term.IsZero; n++)
        {
            term = ((term * a) >> bits) / n;
            u += term;
        }

        for (int i = 0; i < Halvings; i++)
            u = (u * ((BigInteger.One << (bits + 1)) + u)) >> bits;
        return u >> (2 * Halvings);
    }

    private static BigInteger InverseHyperbolicTangent(int inverse, int bits)
    {
        BigInteger power = (BigInteger.One << bits) / inverse, sum = power;
        for (int n = 3; !power.IsZero; n += 2)
        {
            power /= inverse * inverse;
            sum += power / n;
        }

        return sum;
    }

    private static BigInteger Scaled(BigInteger value, int bits) => bits >= 0 ? value << bits : value >> -bits;
}
