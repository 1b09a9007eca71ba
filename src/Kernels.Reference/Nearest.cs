using System.Numerics;

namespace Kernels.Reference;

/// <summary>
/// The doubles and floats nearest to the values of elementary functions: by double-double arithmetic where that decides,
/// in exact arithmetic where it does not.
/// </summary>
/// <remarks>
/// A hundred times faster than <see cref="Exact"/>, and as independent of the kernels. A test holds it against <see cref="Exact"/>.
/// Sine and cosine: x·2/π modulo 4 comes from a product of integers of 192 bits, the values around j/64 from Taylor's series.
/// </remarks>
public static partial class Nearest
{
    /// <summary>
    /// Relative to the value, 2⁻⁷². The fraction of the product is known to 2⁻¹³⁷, and is at least 2⁻⁶²; Taylor's series end below 2⁻⁸⁸;
    /// double-double sums and products lose 2⁻¹⁰⁰ each.
    /// </summary>
    private const double RelativeError = 1.0 / (1ul << 36) / (1ul << 36);

    /// <summary>Up to here sin x rounds to x and cos x to 1: x²/6 is less than 2⁻⁵⁶.</summary>
    private const double Tiny = 1.0 / (1 << 27);

    private const int FractionBits = 190;

    /// <summary>2^e·2/π modulo 4 in units of 2⁻¹⁹⁰, for the exponents that doubles have as integers of 53 bits.</summary>
    private static readonly (ulong Low, ulong Middle, ulong High)[] TwoOverPi =
        [.. Enumerable.Range(LeastExponent, 972 - LeastExponent).Select(TwoOverPiTimes)];

    private const int LeastExponent = -53;

    private static readonly DoubleDouble HalfPi = DoubleDouble.From(new Fixed(Exact.Pi(300), 301));

    private static readonly DoubleDouble MinusSixth = DoubleDouble.From(new Fixed(-(BigInteger.One << 300) / 6, 300));

    /// <summary>Points at which series are developed: j/64.</summary>
    private static readonly (DoubleDouble Sin, DoubleDouble Cos)[] Points = [.. Enumerable.Range(0, 52).Select(j =>
    {
        var (sin, cos) = Exact.SinCos(j / 64.0, 160);
        return (DoubleDouble.From(sin), DoubleDouble.From(cos));
    })];

    private static long _exactCalls;

    /// <summary>How many values had to be found in exact arithmetic.</summary>
    public static long ExactCalls => Interlocked.Read(ref _exactCalls);

    /// <summary>The doubles nearest to sine and cosine of a finite double.</summary>
    public static (double Sin, double Cos) Doubles(double x)
    {
        if (Math.Abs(x) <= Tiny)
            return (x, 1);
        var (sin, cos) = SinCos(x);
        if (sin.TryRound(RelativeError, out double nearestSin) && cos.TryRound(RelativeError, out double nearestCos))
            return (nearestSin, nearestCos);
        Interlocked.Increment(ref _exactCalls);
        var exact = Exact.SinCos(x, 160);
        return (exact.Sin.Round(), exact.Cos.Round());
    }

    /// <summary>The floats nearest to sine and cosine of a finite float.</summary>
    public static (float Sin, float Cos) Singles(float x)
    {
        if (Math.Abs(x) <= Tiny)
            return (x, 1);
        var (sin, cos) = SinCos(x);
        if (sin.TryRoundToSingle(RelativeError, out float nearestSin) && cos.TryRoundToSingle(RelativeError, out float nearestCos))
            return (nearestSin, nearestCos);
        Interlocked.Increment(ref _exactCalls);
        var exact = Exact.SinCos(x, 160);
        return (exact.Sin.RoundToSingle(), exact.Cos.RoundToSingle());
    }

    /// <summary>The double nearest to sin x; that of any double, infinite or no number too.</summary>
    public static double Sin(double x) => double.IsFinite(x) ? Doubles(x).Sin : double.NaN;

    /// <summary>The float nearest to sin x likewise.</summary>
    public static float Sin(float x) => float.IsFinite(x) ? Singles(x).Sin : float.NaN;

    /// <summary>The double nearest to cos x; that of any double, infinite or no number too.</summary>
    public static double Cos(double x) => double.IsFinite(x) ? Doubles(x).Cos : double.NaN;

    /// <summary>The float nearest to cos x likewise.</summary>
    public static float Cos(float x) => float.IsFinite(x) ? Singles(x).Cos : float.NaN;

    /// <summary>sin x as value·2^scale in double-double arithmetic, to within <see cref="RelativeError"/>.</summary>
    internal static (DoubleDouble Value, int Scale) NearSin(double x) => (SinCos(x).Sin, 0);

    /// <summary>cos x likewise.</summary>
    internal static (DoubleDouble Value, int Scale) NearCos(double x) => (SinCos(x).Cos, 0);

    private static (DoubleDouble Sin, DoubleDouble Cos) SinCos(double x)
    {
        int quadrant = 0;
        DoubleDouble angle = new(Math.Abs(x), 0);
        if (angle.High > Math.PI / 4)
            (quadrant, angle) = Reduce(angle.High);
        var (sin, cos) = Series(angle);
        (sin, cos) = quadrant switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
        return (x < 0 ? -sin : sin, cos);
    }

    // x = k·π/2 + remainder; gives k mod 4.
    private static (int Quadrant, DoubleDouble Remainder) Reduce(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        ulong mantissa = ((ulong)bits & 0xF_FFFF_FFFF_FFFF) | 1ul << 52;
        var (low, middle, high) = TwoOverPi[(int)(bits >> 52) - 1075 - LeastExponent];

        // Modulo 2¹⁹², that is modulo 4.
        UInt128 lowProduct = (UInt128)mantissa * low;
        UInt128 highProduct = ((UInt128)mantissa * middle) + (lowProduct >> 64) + ((UInt128)(mantissa * high) << 64);
        var rest = (ulong)lowProduct;

        // The nearest integer off; then the fraction's magnitude.
        int quadrant = (int)((highProduct + (UInt128.One << 125)) >> 126) & 3;
        UInt128 fraction = highProduct - ((UInt128)(uint)quadrant << 126);
        bool negative = fraction >> 127 != 0;
        if (negative)
        {
            fraction = ~fraction + (rest == 0 ? UInt128.One : UInt128.Zero);
            rest = 0 - rest;
        }

        // 106 bits from the first that is set.
        int zeros = (int)UInt128.LeadingZeroCount(fraction);
        if (zeros > 0)
            fraction = (fraction << zeros) | ((UInt128)rest << zeros >> 64);
        double leading = Math.ScaleB((ulong)(fraction >> 75), 75 - 126 - zeros);
        double trailing = Math.ScaleB((ulong)(fraction >> 22 & (((UInt128)1 << 53) - 1)), 22 - 126 - zeros);
        var remainder = new DoubleDouble(leading, trailing) * HalfPi;
        return (quadrant, negative ? -remainder : remainder);
    }

    // Of an angle of at most an eighth of a turn.
    private static (DoubleDouble Sin, DoubleDouble Cos) Series(DoubleDouble angle)
    {
        int j = (int)Math.Round(angle.High * 64);
        var (pointSin, pointCos) = Points[Math.Abs(j)];
        if (j < 0)
            pointSin = -pointSin;
        var d = angle + new DoubleDouble(-j / 64.0, 0);
        var square = d * d;
        double s = square.High;

        // sin d = d + d·w, cos d = 1 + v.
        var w = square * (MinusSixth + new DoubleDouble(s * ((1.0 / 120) - (s * ((1.0 / 5040) - (s * (1.0 / 362_880))))), 0));
        double tail = s * ((1.0 / 24) - (s * ((1.0 / 720) - (s * ((1.0 / 40_320) - (s * (1.0 / 3_628_800)))))));
        var v = square * (new DoubleDouble(-0.5, 0) + new DoubleDouble(tail, 0));
        var sin = d + (d * w);
        return (
            (pointCos * sin) + (pointSin * v) + pointSin,
            -(pointSin * sin) + (pointCos * v) + pointCos);
    }

    private static (ulong Low, ulong Middle, ulong High) TwoOverPiTimes(int exponent)
    {
        // 2^(exponent + 190)·2/π: as many bits of π as it has, and some.
        int working = Math.Max(exponent, 0) + 300;
        BigInteger product = (BigInteger.One << (working + exponent + FractionBits + 1)) / Exact.Pi(working), mask = ulong.MaxValue;
        return ((ulong)(product & mask), (ulong)(product >> 64 & mask), (ulong)(product >> 128 & mask));
    }
}
