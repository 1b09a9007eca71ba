using System.Numerics;

namespace Kernels.Reference;

/// <content>
/// Logarithms, roots and powers: ln(m·2ᵏ) = k·ln 2 − ln r + 2 artanh(z/(2 + z)) with r = i/128 next to 1/m and z = r·m − 1; roots by one
/// step of Newton's method; xʸ = e^(y·ln x).
/// </content>
public static partial class Nearest
{
    /// <summary>
    /// Relative to the value, 2⁻⁸⁶. z is exact where it is all there is, and elsewhere good to 2⁻¹⁰⁴, when the logarithm is 2⁻⁸ or more;
    /// the series, with doubles from s⁴/5 on, s² up to 2⁻¹⁷, is good to 2⁻⁸⁹ of it. (Seen on 12,000 arguments each: 2⁻⁹⁰.) Roots are good
    /// to 2⁻¹⁰⁰, if what they start from is to 2⁻⁵⁰. (Seen: 2⁻¹⁰¹.)
    /// </summary>
    private const double LogarithmError = 1.0 / (1ul << 43) / (1ul << 43);

    /// <summary>Relative to the power, 2⁻⁷⁵: of the exponential 2⁻⁷⁶, and of y·ln x, which is up to 746, 746·2⁻⁸⁶.</summary>
    private const double PowerError = 2 * ExponentialError;

    private const int StepsToReciprocal = 128, LeastReciprocal = 85, LargestReciprocal = 171;

    private static readonly DoubleDouble PerLn2 = Reciprocal(2), PerLn10 = Reciprocal(10);

    private static readonly DoubleDouble Third = DoubleDouble.From(new Fixed((BigInteger.One << 300) / 3, 300));

    /// <summary>−ln(i/128).</summary>
    private static readonly DoubleDouble[] LogarithmsOfReciprocals =
    [
        .. Enumerable.Range(LeastReciprocal, LargestReciprocal - LeastReciprocal + 1)
            .Select(i => -DoubleDouble.From(Exact.Log(i / (double)StepsToReciprocal, 160))),
    ];

    /// <summary>The double nearest to the natural logarithm; that of any double, infinite or no number too.</summary>
    public static double Log(double x) => OfPositive(x, NearLog, Exact.Log);

    /// <summary>The float nearest to the natural logarithm likewise.</summary>
    public static float Log(float x) => OfPositiveSingle(x, NearLog, Exact.Log);

    /// <summary>The double nearest to the logarithm to the base 2 likewise.</summary>
    public static double Log2(double x) => OfPositive(x, NearLog2, Exact.Log2);

    /// <summary>The float nearest to the logarithm to the base 2 likewise.</summary>
    public static float Log2(float x) => OfPositiveSingle(x, NearLog2, Exact.Log2);

    /// <summary>The double nearest to the logarithm to the base 10 likewise.</summary>
    public static double Log10(double x) => OfPositive(x, NearLog10, Exact.Log10);

    /// <summary>The float nearest to the logarithm to the base 10 likewise.</summary>
    public static float Log10(float x) => OfPositiveSingle(x, NearLog10, Exact.Log10);

    /// <summary>The double nearest to the natural logarithm of 1 + x likewise.</summary>
    public static double LogP1(double x) =>
        IsSpecialLogP1(x, out double special) ? special : Rounded(NearLogP1(x), LogarithmError, Exact.LogP1, x);

    /// <summary>The float nearest to the natural logarithm of 1 + x likewise.</summary>
    public static float LogP1(float x) =>
        IsSpecialLogP1(x, out double special) ? (float)special : RoundedToSingle(NearLogP1(x), LogarithmError, Exact.LogP1, x);

    /// <summary>The double nearest to the cube root likewise.</summary>
    public static double Cbrt(double x) =>
        double.IsNaN(x) ? double.NaN : x == 0 || double.IsInfinity(x) ? x : Rounded(NearCbrt(x), LogarithmError, Exact.Cbrt, x);

    /// <summary>The float nearest to the cube root likewise.</summary>
    public static float Cbrt(float x) =>
        float.IsNaN(x) ? float.NaN : x == 0 || float.IsInfinity(x) ? x : RoundedToSingle(NearCbrt(x), LogarithmError, Exact.Cbrt, x);

    /// <summary>The double nearest to √(x² + y²); infinite wherever one of them is, as IEEE 754 has it.</summary>
    public static double Hypot(double x, double y) =>
        IsSpecialHypot(x, y, out double special) ? special : Rounded(NearHypot(x, y), LogarithmError, Exact.Hypot, x, y);

    /// <summary>The float nearest to √(x² + y²) likewise.</summary>
    public static float Hypot(float x, float y) =>
        IsSpecialHypot(x, y, out double special) ? (float)special : RoundedToSingle(NearHypot(x, y), LogarithmError, Exact.Hypot, x, y);

    /// <summary>The double nearest to xʸ; of infinite arguments, zeros and no numbers as IEEE 754 has it.</summary>
    public static double Pow(double x, double y) =>
        IsSpecialPower(x, y, out double special) ? special : Rounded(NearPower(x, y), PowerError, Exact.Pow, x, y);

    /// <summary>The float nearest to xʸ likewise.</summary>
    public static float Pow(float x, float y) =>
        IsSpecialPower(x, y, out double special) ? (float)special : RoundedToSingle(NearPower(x, y), PowerError, Exact.Pow, x, y);

    /// <summary>
    /// The natural logarithm of a positive double as value·2^scale in double-double arithmetic, to within <see cref="LogarithmError"/>.
    /// </summary>
    internal static (DoubleDouble Value, int Scale) NearLog(double x) => (Logarithm(new(x, 0)), 0);

    /// <summary>The logarithm to the base 2 likewise.</summary>
    internal static (DoubleDouble Value, int Scale) NearLog2(double x) => (Whole(Logarithm(new(x, 0)) * PerLn2), 0);

    /// <summary>The logarithm to the base 10 likewise.</summary>
    internal static (DoubleDouble Value, int Scale) NearLog10(double x) => (Whole(Logarithm(new(x, 0)) * PerLn10), 0);

    /// <summary>The natural logarithm of 1 + x likewise, for x greater than −1.</summary>
    internal static (DoubleDouble Value, int Scale) NearLogP1(double x)
    {
        const double SeriesAlone = 1.0 / 256;
        const int Lift = 700;

        // Of the least x, x²/2 is far below the bound, and would be 0: something as small shows on which side of x the value is.
        double lifted = Math.ScaleB(x, Lift);
        return Math.Abs(x) < 1e-200 ? (new(lifted, -Math.ScaleB(Math.Abs(lifted), -200)), -Lift)
            : Math.Abs(x) < SeriesAlone ? (LogarithmSeries(new(x, 0)), 0)
            : (Logarithm(new DoubleDouble(1, 0) + new DoubleDouble(x, 0)), 0);
    }

    /// <summary>The cube root of a double other than 0 likewise.</summary>
    internal static (DoubleDouble Value, int Scale) NearCbrt(double x)
    {
        int scale = (int)Math.Floor(Math.ILogB(x) / 3.0);
        double cube = Math.ScaleB(x, -3 * scale), root = Math.Cbrt(cube);
        var start = new DoubleDouble(root, 0);
        var rest = new DoubleDouble(cube, 0) + -(start * start * start);
        return (start + new DoubleDouble(rest.High / (3 * root * root), 0), scale);
    }

    // The larger one from 1 to 2; of the smaller one nothing matters that is lost on the way.
    private static (DoubleDouble Value, int Scale) NearHypot(double x, double y)
    {
        int scale = Math.ILogB(Math.MaxMagnitude(x, y));
        DoubleDouble a = new(Math.ScaleB(x, -scale), 0), b = new(Math.ScaleB(y, -scale), 0);
        var sum = (a * a) + (b * b);
        double root = Math.Sqrt(sum.High);
        var start = new DoubleDouble(root, 0);
        return (start + new DoubleDouble((sum + -(start * start)).High / (2 * root), 0), scale);
    }

    // Of an x other than 0. Powers that overflow or vanish in both precisions are not told apart.
    private static (DoubleDouble Value, int Scale) NearPower(double x, double y)
    {
        const double Limit = 800;
        var logarithm = Logarithm(new(Math.Abs(x), 0));
        var exponent = Math.Abs(y * logarithm.High) > Limit
            ? new(Math.CopySign(Limit, y * logarithm.High), 0)
            : new DoubleDouble(y, 0) * logarithm;
        var (value, scale) = Power(exponent);
        return (x < 0 && double.IsOddInteger(y) ? -value : value, scale);
    }

    private static DoubleDouble Logarithm(DoubleDouble value)
    {
        int k = Math.ILogB(value.High);
        k += Math.ScaleB(value.High, -k) >= 1.5 ? 1 : 0;
        DoubleDouble m = new(Math.ScaleB(value.High, -k), Math.ScaleB(value.Low, -k));
        double i = Math.Round(StepsToReciprocal / m.High);
        var z = (m * new DoubleDouble(i / StepsToReciprocal, 0)) + new DoubleDouble(-1, 0);
        return (new DoubleDouble(k, 0) * Ln2) + (LogarithmsOfReciprocals[(int)i - LeastReciprocal] + LogarithmSeries(z));
    }

    // Logarithms of powers of the base are integers; those of other doubles, 10³⁰³ rounded among them, differ from integers by 2⁻⁷² of
    // them or more.
    private static DoubleDouble Whole(DoubleDouble value) =>
        double.IsInteger(value.High) && Math.Abs(value.Low) <= LogarithmError * Math.Abs(value.High) ? new(value.High, 0) : value;

    // ln(1 + z) = 2 artanh s = 2s·(1 + s²·(1/3 + s²/5 + …)) with s = z/(2 + z).
    private static DoubleDouble LogarithmSeries(DoubleDouble z)
    {
        var divisor = z + new DoubleDouble(2, 0);
        DoubleDouble quotient = new(z.High / divisor.High, 0), rest = z + -(divisor * quotient);
        var s = quotient + new DoubleDouble(rest.High / divisor.High, 0);
        var square = s * s;
        double h = square.High;
        double tail = h * ((1.0 / 5) + (h * ((1.0 / 7) + (h * ((1.0 / 9) + (h * (1.0 / 11)))))));
        var sum = s + (s * square * (Third + new DoubleDouble(tail, 0)));
        return new(2 * sum.High, 2 * sum.Low);
    }

    private static double OfPositive(
        double x, Func<double, (DoubleDouble Value, int Scale)> near, Func<double, int, Fixed> exact) =>
        IsSpecialLogarithm(x, out double special) ? special : Rounded(near(x), LogarithmError, exact, x);

    private static float OfPositiveSingle(
        double x, Func<double, (DoubleDouble Value, int Scale)> near, Func<double, int, Fixed> exact) =>
        IsSpecialLogarithm(x, out double special) ? (float)special : RoundedToSingle(near(x), LogarithmError, exact, x);

    private static double Rounded(
        (DoubleDouble Value, int Scale) near, double error, Func<double, double, int, Fixed> exact, double x, double y) =>
        TryRound(near.Value, near.Scale, error, out double nearest) ? nearest : Counted(exact(x, y, ExactBits)).Round();

    private static float RoundedToSingle(
        (DoubleDouble Value, int Scale) near, double error, Func<double, double, int, Fixed> exact, double x, double y) =>
        TryRoundToSingle(near.Value, near.Scale, error, out float nearest) ? nearest : Counted(exact(x, y, ExactBits)).RoundToSingle();

    // Of no number, negative ones, 0, 1 and ∞.
    private static bool IsSpecialLogarithm(double x, out double result)
    {
        result = x > 0 ? (double.IsInfinity(x) ? x : 0) : x == 0 ? double.NegativeInfinity : double.NaN;
        return result != 0 || x == 1;
    }

    // Likewise, and of those so small that the logarithm rounds to them.
    private static bool IsSpecialLogP1(double x, out double result)
    {
        bool isTiny = Math.Abs(x) <= TinyExponent;
        result = isTiny || double.IsPositiveInfinity(x) ? x : x > -1 ? 0 : x == -1 ? double.NegativeInfinity : double.NaN;
        return isTiny || result != 0;
    }

    private static bool IsSpecialHypot(double x, double y, out double result)
    {
        result = double.IsInfinity(x) || double.IsInfinity(y) ? double.PositiveInfinity
            : double.IsNaN(x) || double.IsNaN(y) ? double.NaN
            : 0;
        return result != 0 || (x == 0 && y == 0);
    }

    // Whatever is exactly 1, −1, 0, infinite or no number.
    private static bool IsSpecialPower(double x, double y, out double result)
    {
        bool isNegative = double.IsNegative(x) && double.IsOddInteger(y);
        double magnitude = Math.Abs(x);
        result = y == 0 || x == 1 ? 1
            : double.IsNaN(x) || double.IsNaN(y) ? double.NaN
            : magnitude == 1 && (double.IsInfinity(y) || double.IsInteger(y)) ? (isNegative ? -1 : 1)
            : magnitude == 0 || double.IsInfinity(x) || double.IsInfinity(y) ? SignedAs((magnitude > 1) == (y > 0))
            : x < 0 && !double.IsInteger(y) ? double.NaN
            : 2;
        return result != 2;

        double SignedAs(bool isLarge) => isLarge ? (isNegative ? double.NegativeInfinity : double.PositiveInfinity) : isNegative ? -0.0 : 0;
    }

    // 1/ln b.
    private static DoubleDouble Reciprocal(int number) =>
        DoubleDouble.From(new Fixed((BigInteger.One << 600) / Exact.Logarithm(number, 300), 300));
}
