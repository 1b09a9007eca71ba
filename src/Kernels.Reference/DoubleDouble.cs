namespace Kernels.Reference;

/// <summary>A sum of two doubles, of which the first is the nearest to it.</summary>
internal readonly record struct DoubleDouble(double High, double Low)
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

    /// <summary>
    /// The nearest multiple of 2^<paramref name="place"/> likewise: for places above the last one of a double, as subnormals have.
    /// </summary>
    public bool TryRoundAt(int place, double relativeError, out double nearest)
    {
        // High in units of the place is exact, and so is what the rounding leaves of it; the low part may carry it over the middle.
        double units = Math.ScaleB(High, -place), whole = Math.Round(units), rest = units - whole + Math.ScaleB(Low, -place);
        if (Math.Abs(rest) > 0.5)
            (whole, rest) = (whole + Math.Sign(rest), rest - Math.Sign(rest));
        nearest = Math.ScaleB(whole, place);
        return Math.Abs(rest) + (relativeError * Math.Max(Math.Abs(units), 1)) < 0.5;
    }

    /// <summary>
    /// The error of a computed value against this sum times 2^<paramref name="scale"/>, in units of the last place of the latter.
    /// </summary>
    public double ErrorInUlp(double computed, int scale, int fractionBits, int least)
    {
        // Just below a power of two the last place is half of that at it.
        int exponent = Math.ILogB(High);
        exponent -= Math.Abs(High) == Math.ScaleB(1, exponent) && Low * High < 0 ? 1 : 0;
        int lastPlace = Math.Max(exponent + scale - fractionBits, least);
        return Math.Abs(Math.ScaleB(computed, -lastPlace) - Math.ScaleB(High, scale - lastPlace) - Math.ScaleB(Low, scale - lastPlace));
    }

    /// <summary>The nearest float, if an error of this size does not matter.</summary>
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
