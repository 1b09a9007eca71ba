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
        Assert.InRange(worst, 1, FinalRounding.ExactError);

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
        Assert.Equal(x, LastStages<OnCircle<Sine>>.RoundExactly(x));
        Assert.Equal(1, LastStages<OnCircle<Cosine>>.RoundExactly(x));
    }
}
