using Kernels.Functions;
using Kernels.Lanes;

namespace Kernels.Tests.Accuracy;

/// <summary>
/// The rounding tests of the vectors and of double-double arithmetic by themselves:
/// how near to the middle between two doubles they let a value be.
/// </summary>
public class RoundingTestTests
{
    // In the middle of a binade, where half the last place is smallest beside the value, at a power of two, and far down.
    public static TheoryData<double> Doubles =>
        [1.5, 1.9999999999999998, 1, 1.0000000000000002, 0.7071067811865476, 0.001, Math.ScaleB(1.9999999999999998, -300)];

    [Theory]
    [MemberData(nameof(Doubles))]
    public void What_the_bound_could_carry_over_the_middle_is_not_decided(double nearest)
    {
        foreach (double half in Halves(nearest))
        {
            double room = Proved.RelativeError * nearest / Math.Abs(half);
            Assert.False(IsDecided(nearest, half * (1 - (0.999 * room))));
            Assert.False(IsDecided(-nearest, -half * (1 - (0.999 * room))));
        }
    }

    // 2⁵⁴ times the bound is what it comes to where half the last place is smallest beside the value.
    [Theory]
    [MemberData(nameof(Doubles))]
    public void What_it_could_not_is_decided(double nearest)
    {
        foreach (double half in Halves(nearest))
        {
            double room = Proved.RelativeError * Math.ScaleB(1, 54);
            Assert.True(IsDecided(nearest, half * (1 - (1.001 * room))));
            Assert.True(IsDecided(-nearest, -half * (1 - (1.001 * room))));
        }
    }

    // On either side of the middle: there one end of the interval alone does not show what the other would.
    [Theory]
    [InlineData(1.5)]
    [InlineData(1.9999999999999998)]
    [InlineData(1)]
    [InlineData(1.0000000000000002)]
    [InlineData(0.7071067811865476)]
    [InlineData(0.001)]
    public void Double_double_arithmetic_looks_to_both_sides(double nearest)
    {
        foreach (double half in Halves(nearest))
        {
            foreach (double side in (double[])[-1, 1])
            {
                double error = PreciseSineCosine.ErrorBound<Double1<Whole>, Proved>(new(nearest, half)).Value;
                Assert.False(IsDecided(half + (side * 0.99 * error)));
                Assert.True(IsDecided(half + (side * 1.01 * error)));
            }
        }

        bool IsDecided(double low)
        {
            var (lower, upper) = PreciseSineCosine.Ends<Double1<Whole>, Proved>(new(nearest, low));
            return lower.Value == upper.Value;
        }
    }

    // Half the way to the double above, and to the one below.
    private static double[] Halves(double value) => [(Math.BitIncrement(value) - value) / 2, (Math.BitDecrement(value) - value) / 2];

    private static bool IsDecided(double leading, double beyond)
    {
        var (nearest, other) = RoundingTest.Round<Double1<Whole>, Proved>(leading, -beyond);
        Assert.Equal(leading, nearest.Value);
        return nearest.Value == other.Value;
    }
}
