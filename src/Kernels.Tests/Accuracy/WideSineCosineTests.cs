using System.Numerics;
using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>Sine and cosine in integers, one double at a time: what the vectors cannot decide.</summary>
public class WideSineCosineTests
{
    [Fact]
    public void All_kinds_of_arguments_are_rounded_correctly() => Check(
    [
        .. Inputs.BitSpaced(100_000), .. Inputs.Uniform(20_000, 1), .. Inputs.Uniform(20_000, 100), .. Inputs.Uniform(20_000, 1e6),
        .. Inputs.Uniform(20_000, 1e300), .. Inputs.Hard(), 0.75, Math.BitDecrement(0.75), Math.ScaleB(1, -26), Math.ScaleB(1, -27),
        Math.BitIncrement(Math.ScaleB(1, -26)), double.MaxValue, double.Epsilon,
    ]);

    [Fact]
    public void Published_hard_cases_are_rounded_correctly() => Check(Inputs.Published());

    // The middle between two doubles is 1 after 53 bits; on either side the bound decides.
    [Theory]
    [InlineData(0, false)]
    [InlineData(4095, false)]
    [InlineData(4096, true)]
    public void What_is_too_near_to_the_middle_is_not_decided(int units, bool isDecided)
    {
        var middle = new UInt192(0x8000_0000_0000_0C00, 0, 0);
        UInt192 above = new(middle.High, 0, (ulong)units), below = middle - new UInt192(0, 0, (ulong)units);
        Assert.Equal(isDecided, WideSineCosine.TryRound<Proved>(above, 1, false, out double upper));
        Assert.Equal(isDecided, WideSineCosine.TryRound<Proved>(below, 1, true, out double lower));
        if (isDecided)
        {
            Assert.Equal(1 + Math.ScaleB(2, -52), upper);
            Assert.Equal(-1 - Math.ScaleB(1, -52), lower);
        }
    }

    [Fact]
    public void Values_are_good_to_the_last_bits()
    {
        double worst = 0;
        double[] inputs = [.. Inputs.Hard(), .. Inputs.Uniform(5000, 100), .. Inputs.Uniform(5000, 1e300), .. HardCases.Midpoints];
        foreach (double x in inputs)
        {
            var (sine, cosine) = Exact.SinCos(x, 230);
            worst = Math.Max(worst, Error(sine, WideSineCosine.Evaluate(x, cosine: false)));
            worst = Math.Max(worst, Error(cosine, WideSineCosine.Evaluate(x, cosine: true)));
        }

        // 40 units of 2⁻¹⁹² of a number that may be as small as 3/8.
        Assert.InRange(worst, Math.ScaleB(1, -192), Math.ScaleB(1, -185));

        static double Error(Fixed exact, (UInt192 Value, int Exponent, bool IsNegative) wide)
        {
            BigInteger value = ((BigInteger)wide.Value.High << 128) + ((BigInteger)wide.Value.Middle << 64) + wide.Value.Low;
            int shift = exact.FractionBits - 192 + wide.Exponent;
            BigInteger units = (shift >= 0 ? value << shift : value >> -shift) * (wide.IsNegative ? -1 : 1);
            return Math.Exp(BigInteger.Log(BigInteger.Abs(units - exact.Units) + 1) - BigInteger.Log(BigInteger.Abs(exact.Units)));
        }
    }

    private static void Check(IReadOnlyCollection<double> inputs)
    {
        foreach (double x in inputs.Where(double.IsFinite))
        {
            var (exactSine, exactCosine) = Exact.SinCos(x);
            string argument = HardCases.Hex(x);
            Assert.True(WideSineCosine.TryRound<Proved>(x, cosine: false, out double sine), $"sin {argument} is not decided");
            Assert.True(WideSineCosine.TryRound<Proved>(x, cosine: true, out double cosine), $"cos {argument} is not decided");
            BitsAssert.Equal(x == 0 ? x : exactSine.Round(), sine, $"sin {argument}");
            BitsAssert.Equal(exactCosine.Round(), cosine, $"cos {argument}");
        }
    }
}
