using System.Numerics;

namespace Kernels.Reference;

/// <summary>
/// The doubles and floats nearest to sine and cosine: by double-double arithmetic where that decides,
/// in exact arithmetic where it does not.
/// </summary>
/// <remarks>
/// A hundred times faster than <see cref="Exact"/>, and as independent of the kernels: x·2/π modulo 4 comes from a product of integers of
/// 192 bits, the values around j/64 from Taylor's series. A test holds it against <see cref="Exact"/>.
/// </remarks>
public static class Nearest
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

    /// <summary>A sum of two doubles, of which the first is the nearest to it.</summary>
    private readonly record struct DoubleDouble(double High, double Low)
    {
        public static DoubleDouble From(Fixed value)
        {
            double high = value.Round();
            var (mantissa, exponent) = Exact.Decompose(high);
            int shift = exponent + value.FractionBits;
            return new(high, new Fixed(value.Units - (shift >= 0 ? mantissa << shift : mantissa >> -shift), value.FractionBits).Round());
        }

        public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);

        public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
        {
            // Knuth's exact sum of the leading parts, and of the trailing ones.
            var (high, error) = Sum(left.High, right.High);
            var (low, lowError) = Sum(left.Low, right.Low);
            (high, error) = FastSum(high, error + low);
            return Normalized(high, error + lowError);
        }

        public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
        {
            double high = left.High * right.High, error = Math.FusedMultiplyAdd(left.High, right.High, -high);
            return Normalized(high, Math.FusedMultiplyAdd(left.High, right.Low, Math.FusedMultiplyAdd(left.Low, right.High, error)));
        }

        /// <summary>The nearest double, if an error of this size does not matter.</summary>
        public bool TryRound(double relativeError, out double nearest)
        {
            double error = relativeError * Math.Abs(High);
            nearest = High + (Low + error);
            return nearest == High + (Low - error);
        }

        /// <summary>The nearest float likewise.</summary>
        public bool TryRoundToSingle(double relativeError, out float nearest)
        {
            // High lies half-way between two floats, or on the same side of all such places as the sum.
            const long DroppedBits = (1L << 29) - 1, HalfWay = 1L << 28;
            long bits = BitConverter.DoubleToInt64Bits(High);
            bool isHalfWay = (bits & DroppedBits) == HalfWay;
            double towardsSum = BitConverter.Int64BitsToDouble((Low < 0) == (High < 0) ? bits + 1 : bits - 1);
            nearest = (float)(isHalfWay ? towardsSum : High);
            return !isHalfWay || Math.Abs(Low) > relativeError * Math.Abs(High);
        }

        private static DoubleDouble Normalized(double high, double low)
        {
            var (sum, error) = FastSum(high, low);
            return new(sum, error);
        }

        private static (double Sum, double Error) FastSum(double larger, double smaller)
        {
            double sum = larger + smaller;
            return (sum, smaller - (sum - larger));
        }

        private static (double Sum, double Error) Sum(double left, double right)
        {
            double sum = left + right, rightPart = sum - left;
            return (sum, left - (sum - rightPart) + (right - rightPart));
        }
    }
}
