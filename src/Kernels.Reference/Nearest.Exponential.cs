using System.Numerics;

namespace Kernels.Reference;

/// <content>
/// The exponential functions: bˣ = 2^(k/64)·eʳ with r = x·ln b − k·(ln 2)/64, and eʳ − 1 from Taylor's series.
/// </content>
public static partial class Nearest
{
    /// <summary>
    /// Relative to the value, 2⁻⁷⁶. r is good to 2⁻⁹², the series, with doubles from r⁴/24 on, to 2⁻⁸⁴ of 1; so eˣ − 1 is least known
    /// beside k = 0, where it is 2⁻⁷ of what it is the difference of. (Seen on 15,000 arguments each: 2⁻⁸⁵ of the powers, 2⁻⁷⁸ of eˣ − 1.)
    /// </summary>
    private const double ExponentialError = 1.0 / (1ul << 38) / (1ul << 38);

    /// <summary>Up to here bˣ rounds to 1 and eˣ − 1 to x, in both precisions.</summary>
    private const double TinyExponent = 1.0 / (1ul << 56);

    private const int StepsPerDoubling = 64;

    /// <summary>Bits of exact values: more than any hard case needs.</summary>
    private const int ExactBits = 200;

    private static readonly DoubleDouble Ln2 = Logarithm(2, 0), Ln10 = Logarithm(10, 0), Step = Logarithm(2, 6);

    private static readonly DoubleDouble Sixth = DoubleDouble.From(new Fixed((BigInteger.One << 300) / 6, 300));

    /// <summary>2^(j/64).</summary>
    private static readonly DoubleDouble[] Powers =
        [.. Enumerable.Range(0, StepsPerDoubling).Select(j => DoubleDouble.From(Exact.Exp2(j / (double)StepsPerDoubling, 160)))];

    /// <summary>The double nearest to eˣ; that of any double, infinite or no number too.</summary>
    public static double Exp(double x) => Power(x, x => new(x, 0), Exact.Exp);

    /// <summary>The float nearest to eˣ likewise.</summary>
    public static float Exp(float x) => PowerOfSingle(x, x => new(x, 0), Exact.Exp);

    /// <summary>The double nearest to 2ˣ; that of any double, infinite or no number too.</summary>
    public static double Exp2(double x) => Power(x, x => new DoubleDouble(x, 0) * Ln2, Exact.Exp2);

    /// <summary>The float nearest to 2ˣ likewise.</summary>
    public static float Exp2(float x) => PowerOfSingle(x, x => new DoubleDouble(x, 0) * Ln2, Exact.Exp2);

    /// <summary>The double nearest to 10ˣ; that of any double, infinite or no number too.</summary>
    public static double Exp10(double x) => Power(x, x => new DoubleDouble(x, 0) * Ln10, Exact.Exp10);

    /// <summary>The float nearest to 10ˣ likewise.</summary>
    public static float Exp10(float x) => PowerOfSingle(x, x => new DoubleDouble(x, 0) * Ln10, Exact.Exp10);

    /// <summary>The double nearest to eˣ − 1; that of any double, infinite or no number too.</summary>
    public static double ExpM1(double x)
    {
        if (double.IsNaN(x))
            return double.NaN;
        if (Math.Abs(x) <= TinyExponent)
            return x;
        if (x is > 720 or < -40)
            return x > 0 ? double.PositiveInfinity : -1;
        return Rounded(PowerLess1(x), ExponentialError, Exact.ExpM1, x);
    }

    /// <summary>The float nearest to eˣ − 1 likewise.</summary>
    public static float ExpM1(float x)
    {
        if (float.IsNaN(x))
            return float.NaN;
        if (Math.Abs(x) <= TinyExponent)
            return x;
        if (x is > 720 or < -40)
            return x > 0 ? float.PositiveInfinity : -1;
        return RoundedToSingle(PowerLess1(x), ExponentialError, Exact.ExpM1, x);
    }

    /// <summary>
    /// eˣ as value·2^scale in double-double arithmetic, to within 2⁻⁷⁶ of it; arguments far out of range are brought nearer.
    /// </summary>
    internal static (DoubleDouble Value, int Scale) NearExp(double x) => Power(new(Math.Clamp(x, -2000, 2000), 0));

    /// <summary>2ˣ likewise.</summary>
    internal static (DoubleDouble Value, int Scale) NearExp2(double x) => Power(new DoubleDouble(Math.Clamp(x, -2000, 2000), 0) * Ln2);

    /// <summary>10ˣ likewise.</summary>
    internal static (DoubleDouble Value, int Scale) NearExp10(double x) => Power(new DoubleDouble(Math.Clamp(x, -2000, 2000), 0) * Ln10);

    /// <summary>eˣ − 1 likewise.</summary>
    internal static (DoubleDouble Value, int Scale) NearExpM1(double x) => PowerLess1(Math.Clamp(x, -80, 2000));

    private static double Power(double x, Func<double, DoubleDouble> exponent, Func<double, int, Fixed> exact) =>
        IsTrivialPower(x, out double trivial) ? trivial : Rounded(Power(exponent(x)), ExponentialError, exact, x);

    private static float PowerOfSingle(float x, Func<double, DoubleDouble> exponent, Func<double, int, Fixed> exact) =>
        IsTrivialPower(x, out double trivial) ? (float)trivial : RoundedToSingle(Power(exponent(x)), ExponentialError, exact, x);

    // Of no number, of tiny ones, and of those that overflow or vanish in any base and precision.
    private static bool IsTrivialPower(double x, out double result)
    {
        result = double.IsNaN(x) ? double.NaN : x > 1100 ? double.PositiveInfinity : x < -1100 ? 0 : 1;
        return result != 1 || Math.Abs(x) <= TinyExponent;
    }

    // e^exponent = value·2^scale, the value from 1/2 to 2.
    private static (DoubleDouble Value, int Scale) Power(DoubleDouble exponent)
    {
        var (k, excess) = ReduceExponent(exponent);
        var point = Powers[k & (StepsPerDoubling - 1)];
        return (point + (point * excess), k >> 6);
    }

    private static (DoubleDouble Value, int Scale) PowerLess1(double x)
    {
        var (k, excess) = ReduceExponent(new(x, 0));
        if (k == 0)
            return (excess, 0);
        var point = Powers[k & (StepsPerDoubling - 1)];
        int scale = k >> 6;

        // Beside more than 2¹⁰⁰ the 1 does not count.
        var power = point + (point * excess);
        return (scale > 100 ? power : power + new DoubleDouble(-Math.ScaleB(1, -scale), 0), scale);
    }

    // k, and eʳ − 1 = r + r²·(1/2 + r·(1/6 + r/24 + …)).
    private static (int K, DoubleDouble Excess) ReduceExponent(DoubleDouble exponent)
    {
        double k = Math.Round(exponent.High * (StepsPerDoubling / 0.6931471805599453));
        var r = exponent + -(new DoubleDouble(k, 0) * Step);
        double h = r.High;
        double tail = h * ((1.0 / 24) + (h * ((1.0 / 120) + (h * ((1.0 / 720) + (h * ((1.0 / 5040) + (h * (1.0 / 40_320)))))))));
        var third = r * (Sixth + new DoubleDouble(tail, 0));
        return ((int)k, r + (r * r * (new DoubleDouble(0.5, 0) + third)));
    }

    private static double Rounded((DoubleDouble Value, int Scale) near, double error, Func<double, int, Fixed> exact, double x) =>
        TryRound(near.Value, near.Scale, error, out double nearest) ? nearest : Counted(exact(x, ExactBits)).Round();

    private static float RoundedToSingle((DoubleDouble Value, int Scale) near, double error, Func<double, int, Fixed> exact, double x) =>
        TryRoundToSingle(near.Value, near.Scale, error, out float nearest) ? nearest : Counted(exact(x, ExactBits)).RoundToSingle();

    // Of value·2^scale: subnormals at the place of the least double.
    private static bool TryRound(DoubleDouble value, int scale, double relativeError, out double nearest)
    {
        bool isDecided = Math.ILogB(value.High) + scale >= -1022
            ? value.TryRound(relativeError, out nearest)
            : value.TryRoundAt(-1074 - scale, relativeError, out nearest);
        nearest = Math.ScaleB(nearest, scale);
        return isDecided;
    }

    private static bool TryRoundToSingle(DoubleDouble value, int scale, double relativeError, out float nearest)
    {
        int place = Math.Max(Math.ILogB(value.High) + scale - 23, -149);
        bool isDecided = value.TryRoundAt(place - scale, relativeError, out double rounded);
        nearest = (float)Math.ScaleB(rounded, scale);
        return isDecided;
    }

    private static Fixed Counted(Fixed exact)
    {
        Interlocked.Increment(ref _exactCalls);
        return exact;
    }

    // Divided by two so often.
    private static DoubleDouble Logarithm(int number, int divisorBits) =>
        DoubleDouble.From(new Fixed(Exact.Logarithm(number, 300), 300 + divisorBits));
}
