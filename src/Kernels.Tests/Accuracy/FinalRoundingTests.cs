using System.Numerics;
using Kernels.Functions;

namespace Kernels.Tests.Accuracy;

/// <summary>The rounding of integers to doubles at the end of all precision: at which place, and what is too near to the middle.</summary>
public class FinalRoundingTests
{
    /// <summary>2⁻¹⁸⁰ in units of 2⁻¹⁹².</summary>
    private const int WideError = 4096;

    // Middles between two doubles: odd multiples of half the last place, as sums of two powers of two. The doubles beside them.
    // In the middle of the range; from the largest double to infinity; between subnormals; from 0 to the least of them.
    public static TheoryData<double, double, int> Middles => new()
    {
        { 1, 1 + Math.ScaleB(1, -52), -53 },
        { Math.ScaleB(1, -1022), Math.BitIncrement(Math.ScaleB(1, -1022)), -1075 },
        { double.MaxValue, double.PositiveInfinity, 970 },
        { Math.BitDecrement(Math.ScaleB(1, -1022)), Math.ScaleB(1, -1022), -1075 },
        { Math.ScaleB(3, -1074), Math.ScaleB(4, -1074), -1075 },
        { double.Epsilon, 2 * double.Epsilon, -1075 },
        { 0, double.Epsilon, -1075 },
    };

    [Theory]
    [MemberData(nameof(Middles))]
    public void The_wide_integers_decide_beyond_their_error(double below, double above, int half)
    {
        var (fraction, exponent) = Middle(below, half);
        UInt192 error = new(0, 0, WideError);
        foreach (int units in (int[])[0, 1, WideError - 1, WideError, WideError + 1])
        {
            bool isDecided = units >= WideError;
            UInt192 distance = new(0, 0, (ulong)units);
            foreach (bool isNegative in (bool[])[false, true])
            {
                double sign = isNegative ? -1 : 1;
                double? upper = FinalRounding.Round(fraction + distance, exponent, isNegative, error, FloatingPointFormat.Double);

                // Half of the least double is a power of two: below it, fractions begin with 0.
                double? lower = FinalRounding.Round(fraction - distance, exponent, isNegative, error, FloatingPointFormat.Double);
                Assert.Equal((isDecided, isDecided), (upper.HasValue, lower.HasValue));
                if (isDecided)
                {
                    BitsAssert.Equal(sign * above, upper!.Value, $"{units} units above");
                    BitsAssert.Equal(sign * below, lower!.Value, $"{units} units below");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Middles))]
    public void Growing_precision_decides_beyond_its_error(double below, double above, int half)
    {
        const int Bits = 400;
        BigInteger middle = Reference.Exact.Units(below, Bits - half) + (BigInteger.One << Bits);
        foreach (int units in (int[])[0, 1, FinalRounding.ExactError, FinalRounding.ExactError + 1])
        {
            bool isDecided = units > FinalRounding.ExactError;
            foreach (int sign in (int[])[1, -1])
            {
                double? upper = FinalRounding.Round(sign * (middle + units), half - Bits, FloatingPointFormat.Double);
                double? lower = FinalRounding.Round(sign * (middle - units), half - Bits, FloatingPointFormat.Double);
                Assert.Equal((isDecided, isDecided), (upper.HasValue, lower.HasValue));
                if (isDecided)
                {
                    BitsAssert.Equal(sign * above, upper!.Value, $"{units} units above");
                    BitsAssert.Equal(sign * below, lower!.Value, $"{units} units below");
                }
            }
        }
    }

    [Theory]
    [InlineData(-1076)]
    [InlineData(-1100)]
    [InlineData(-5000)]
    public void What_is_far_below_the_least_double_is_0(int exponent)
    {
        double? wide = FinalRounding.Round(new(1ul << 63, 0, 1), exponent, true, new(0, 0, WideError), FloatingPointFormat.Double);
        double? exact = FinalRounding.Round(-(BigInteger.One << 256), exponent - 256, FloatingPointFormat.Double);
        BitsAssert.Equal(-0.0, wide ?? 1, "wide");
        BitsAssert.Equal(-0.0, exact ?? 1, "exact");
    }

    [Theory]
    [InlineData(1025)]
    [InlineData(5000)]
    public void What_is_far_beyond_the_largest_double_is_infinite(int exponent)
    {
        double? wide = FinalRounding.Round(new(1ul << 63, 0, 1), exponent, true, new(0, 0, WideError), FloatingPointFormat.Double);
        double? exact = FinalRounding.Round(-(BigInteger.One << 256), exponent - 256, FloatingPointFormat.Double);
        Assert.Equal(((double?)double.NegativeInfinity, (double?)double.NegativeInfinity), (wide, exact));
    }

    // 3/4 of the least double, whose half it is more than, and 1/2 of it, which is a tie.
    [Fact]
    public void Beside_half_of_the_least_double_it_is_0_or_that()
    {
        Assert.Equal(double.Epsilon, FinalRounding.Round(3, -1076, FloatingPointFormat.Double));
        Assert.Equal(0, FinalRounding.Round(1, -1075, FloatingPointFormat.Double));
        Assert.Equal(0, FinalRounding.Round(1, -1076, FloatingPointFormat.Double));
    }

    [Fact]
    public void What_has_too_few_bits_is_not_decided()
    {
        Assert.Null(FinalRounding.Round(BigInteger.One << 100, -256, FloatingPointFormat.Double));
        Assert.Null(FinalRounding.Round(BigInteger.Zero, -256, FloatingPointFormat.Double));
    }

    // below + 2^half as a fraction of at least 1/2 times a power of two.
    private static (UInt192 Fraction, int Exponent) Middle(double below, int half)
    {
        BigInteger units = Reference.Exact.Units(below, -half) + 1;
        int length = (int)units.GetBitLength();
        units <<= 192 - length;
        BigInteger word = ulong.MaxValue;
        return (new((ulong)(units >> 128), (ulong)(units >> 64 & word), (ulong)(units & word)), half + length);
    }
}
