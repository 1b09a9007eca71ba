using System.Numerics;
using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The last resort by itself: how good its values are, and what it does not decide.</summary>
public class ExactSineCosineTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(256)]
    [InlineData(1024)]
    public void Values_are_as_good_as_they_are_trusted_to_be(int bits)
    {
        BigInteger worst = 0;
        double[] inputs =
        [
            .. Inputs.Hard().Where((_, i) => i % 20 == 0), .. Inputs.BitSpaced(100), .. Inputs.Uniform(100, 100),
            .. Inputs.Uniform(100, 1e300), .. HardCases.Midpoints, double.MaxValue, -double.MaxValue,
        ];
        foreach (double x in inputs.Where(x => x != 0 && double.IsFinite(x)))
        {
            var (sine, cosine) = Exact.SinCos(x, bits + 64);
            worst = BigInteger.Max(worst, BigInteger.Max(Error(sine, x, cosine: false), Error(cosine, x, cosine: true)));
        }

        output.WriteLine($"largest error: {worst} units");
        Assert.InRange(worst, 1, ExactSineCosine.ErrorBound);

        // Rounded up to whole units.
        BigInteger Error(Fixed exact, double x, bool cosine)
        {
            int more = exact.FractionBits - bits;
            return (BigInteger.Abs((ExactSineCosine.SineOrCosine(x, cosine, bits) << more) - exact.Units) >> more) + 1;
        }
    }

    // Of these the first precision sees no bit, or too few.
    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(-1.5e-310)]
    [InlineData(1.2345e-70)]
    [InlineData(-3e-60)]
    public void Precision_grows_until_it_decides(double x)
    {
        Assert.Equal(x, ExactSineCosine.Round(x, cosine: false));
        Assert.Equal(1, ExactSineCosine.Round(x, cosine: true));
    }

    // The middle between two doubles is a 1 after 53 bits.
    [Theory]
    [InlineData(0, false)]
    [InlineData(ExactSineCosine.ErrorBound, false)]
    [InlineData(ExactSineCosine.ErrorBound + 1, true)]
    public void What_is_too_near_to_the_middle_is_not_decided(int units, bool isDecided)
    {
        const int Bits = 256;
        BigInteger middle = ((BigInteger.One << 53) + 1) << (Bits - 54);
        Assert.Equal(isDecided, ExactSineCosine.TryRound(middle + units, Bits, out double upper));
        Assert.Equal(isDecided, ExactSineCosine.TryRound(-(middle - units), Bits, out double lower));
        if (isDecided)
            Assert.Equal((0.5 + Math.ScaleB(1, -53), -0.5), (upper, lower));
    }

    [Fact]
    public void What_has_too_few_bits_is_not_decided() => Assert.False(ExactSineCosine.TryRound(BigInteger.One << 100, 256, out _));
}
