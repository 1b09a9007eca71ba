using System.Globalization;
using System.Numerics;

namespace Kernels.Reference;

/// <summary>
/// The doubles and floats that come nearest to multiples of π/2 and π/256, found by continued fractions (Kahan and McDonald's method).
/// </summary>
public static partial class HardCases
{
    // π divided by two as often.
    private const int HalfPi = 1, TableStep = 8;

    /// <summary>
    /// For every exponent e, the mantissas m below 2⁵³ for which m·2^e comes nearest to a multiple of π/2: the denominators of the last two
    /// convergents of 2^e·2/π.
    /// </summary>
    public static IEnumerable<double> NearestToMultiplesOfHalfPi() => NearestToMultiples(HalfPi, 53, 971);

    /// <summary>The same for floats: mantissas below 2²⁴.</summary>
    public static IEnumerable<float> SinglesNearestToMultiplesOfHalfPi() => NearestToMultiples(HalfPi, 24, 104).Select(x => (float)x);

    /// <summary>
    /// The doubles nearest to multiples of π/256, where a table of 512 points of the circle leaves the smallest remainders.
    /// </summary>
    public static IEnumerable<double> NearestToMultiplesOfTableStep() => NearestToMultiples(TableStep, 53, 971);

    // Of π/2^divisorBits.
    private static IEnumerable<double> NearestToMultiples(int divisorBits, int mantissaBits, int largestExponent)
    {
        const int Bits = 1400;
        BigInteger limit = BigInteger.One << mantissaBits;
        for (int exponent = -mantissaBits; exponent <= largestExponent; exponent++)
        {
            BigInteger numerator = BigInteger.One << (Bits + exponent + divisorBits), denominator = Exact.Pi(Bits);
            BigInteger previous = BigInteger.Zero, current = BigInteger.One;
            while (true)
            {
                // The whole part is done with; the next partial quotient extends the denominators.
                (numerator, denominator) = (denominator, numerator % denominator);
                BigInteger next = (numerator / denominator * current) + previous;
                if (next >= limit)
                    break;
                (previous, current) = (current, next);
            }

            if (!previous.IsZero)
                yield return Math.ScaleB((double)previous, exponent);
            yield return Math.ScaleB((double)current, exponent);
        }
    }

    /// <summary>Arguments of sine on which other libraries have their largest errors.</summary>
    public static IReadOnlyList<double> Sine { get; } =
    [
        Hex("-0x1.f8b791cafcdefp+4"), Hex("0x1.4d84db080b9fdp+21"), Hex("-0x1.07e4c92b5349dp+4"), Hex("-0x1.11b624b546894p+9"),
        Hex("0x1.9eb7148f354d6p+21"), Hex("-0x1.0e16eb809a35dp+944"), Hex("0x1.a5a68e24971a3p+20"), Hex("0x1.4c96c11134d36p+578"),
        Hex("0x1.b951f1572eba5p+26"), Hex("0x1.3a49646a9cc3cp+46"),
    ];

    /// <summary>Arguments of cosine on which other libraries have their largest errors.</summary>
    public static IReadOnlyList<double> Cosine { get; } =
    [
        Hex("-0x1.7120161c92674p+0"), Hex("-0x1.34e729fd08086p+21"), Hex("0x1.2f29eb4e99fa2p+7"), Hex("-0x1.9200634d4471fp-1"),
        Hex("0x1.9eb7148f354d6p+20"), Hex("-0x1.d19ebc5567dcdp+311"), Hex("0x1.852e715836081p+18"), Hex("0x1.69eab0985179bp+246"),
        Hex("0x1.6ac5b262ca1ffp+849"), Hex("0x1.44f93e5d8cbf5p+46"),
    ];

    /// <summary>
    /// Arguments near odd multiples of π/4 whose remainder modulo π/2 lies half-way between two doubles: hard for a kernel that keeps the
    /// remainder in two parts.
    /// </summary>
    public static IReadOnlyList<double> HalfwayRemainders { get; } =
    [
        Hex("0x1.9f59119418ebbp+19"), Hex("0x1.9f591193357e2p+19"), Hex("0x1.9ae6398c44981p-1"), Hex("0x1.2d658ddaf0cd9p+1"),
    ];

    /// <summary>
    /// Arguments near multiples of π/2 where the parts of Payne and Hanek's product cancel but for their rounding errors.
    /// </summary>
    public static IReadOnlyList<double> CancellingProducts { get; } = [4.2285610148984246E+94, 8.457122029796849E+94];

    /// <summary>
    /// Arguments at which sine or cosine is so near to the middle between two doubles that double-double arithmetic gives the wrong one.
    /// </summary>
    public static double[] Midpoints { get; } =
    [
        Hex("0x1.0b557c0899ffdp-8"), Hex("0x1.09053ee30863ep-10"), Hex("0x1.80c4626b63c5cp-9"), Hex("0x1.161697a5f239dp-7"),
        Hex("0x1.d90586d32cdb8p-6"), Hex("0x1.142915a8e791ap-4"), Hex("0x1.a46223fd75afap-3"), Hex("0x1.0ab5b4d13bc6cp-1"),
        Hex("0x1.c049cfbb2dec8p+0"), Hex("0x1.9ee112ee1b1fap+2"), Hex("0x1.86978280c75f4p+4"), Hex("0x1.5cdd7e179c412p+4"),
        Hex("0x1.926094605f8bp+6"), Hex("0x1.f0b96445c288p+7"), Hex("0x1.8067b76e7008cp+9"), Hex("0x1.77ddd0ee8c28p+10"),
    ];

    /// <summary>What is hard for both, and what is for one of them, with both signs.</summary>
    internal static IEnumerable<double> OfSineAndCosine(IReadOnlyList<double> ofOne) =>
        ((double[])[.. NearestToMultiplesOfHalfPi(), .. HalfwayRemainders, .. CancellingProducts, .. Midpoints, .. ofOne])
            .SelectMany(x => (double[])[x, -x]);

    /// <summary>Floats at which sine or cosine is so near to the middle between two floats that a double hardly tells the side.</summary>
    public static float[] SingleMidpoints { get; } =
    [
        (float)Hex("0x1.33333p+13"), (float)Hex("0x1.75b8a2p-1"), (float)Hex("0x1.4f0654p+0"), (float)Hex("0x1.2d97c8p+3"),
        (float)Hex("0x1.2d97c8p+2"),
        (float)Hex("0x1.4555p+51"), (float)Hex("0x1.48a858p+54"), (float)Hex("0x1.3170fp+63"), (float)Hex("0x1.2b9622p+67"),
    ];

    /// <summary>These and those nearest to multiples of π/2, with both signs.</summary>
    internal static IEnumerable<float> SinglesOfSineAndCosine =>
        ((float[])[.. SinglesNearestToMultiplesOfHalfPi(), .. SingleMidpoints]).SelectMany(x => (float[])[x, -x]);

    /// <summary>Reads a hexadecimal floating-point number as C writes it.</summary>
    public static double Hex(string text)
    {
        ReadOnlySpan<char> rest = text;
        bool negative = rest[0] == '-';
        rest = rest[(negative ? 3 : 2)..];
        int exponentAt = rest.IndexOf('p'), point = rest.IndexOf('.');
        int exponent = int.Parse(rest[(exponentAt + 1)..], CultureInfo.InvariantCulture);
        string digits = rest[..exponentAt].ToString().Replace(".", "", StringComparison.Ordinal);
        int fractionDigits = point < 0 ? 0 : exponentAt - point - 1;
        var mantissa = BigInteger.Parse("0" + digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        double value = Math.ScaleB((double)mantissa, exponent - (4 * fractionDigits));
        return negative ? -value : value;
    }

    /// <summary>Writes a double in hexadecimal as C does.</summary>
    public static string Hex(double value)
    {
        if (!double.IsFinite(value) || value == 0)
            return value.ToString(CultureInfo.InvariantCulture);
        var (mantissa, exponent) = Exact.Decompose(Math.Abs(value));
        while ((mantissa >> 52).IsZero)
            (mantissa, exponent) = (mantissa << 1, exponent - 1);
        string digits = ((long)mantissa & 0xF_FFFF_FFFF_FFFF).ToString("x13", CultureInfo.InvariantCulture).TrimEnd('0');
        return $"{(value < 0 ? "-" : "")}0x1{(digits.Length > 0 ? "." : "")}{digits}p{exponent + 52:+0;-0}";
    }
}
