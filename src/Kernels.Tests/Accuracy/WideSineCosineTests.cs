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

    [Theory]
    [InlineData("Sin")]
    [InlineData("Cos")]
    public void Published_hard_cases_are_rounded_correctly(string name) => Check(Inputs.Published(name));

    [Fact]
    public void Values_are_good_to_the_last_bits()
    {
        double worst = 0;
        double[] inputs = [.. Inputs.Hard(), .. Inputs.Uniform(5000, 100), .. Inputs.Uniform(5000, 1e300), .. HardCases.Midpoints];
        foreach (double x in inputs)
        {
            var (sine, cosine) = Exact.SinCos(x, 230);
            worst = Math.Max(worst, LastStagesAssert.RelativeError(sine, WideSineCosine.Evaluate(x, cosine: false)));
            worst = Math.Max(worst, LastStagesAssert.RelativeError(cosine, WideSineCosine.Evaluate(x, cosine: true)));
        }

        // 40 units of 2⁻¹⁹² of a number that may be as small as 3/8.
        Assert.InRange(worst, Math.ScaleB(1, -192), Math.ScaleB(1, -185));
    }

    private static void Check(IReadOnlyCollection<double> inputs)
    {
        foreach (double x in inputs.Where(double.IsFinite))
        {
            var (exactSine, exactCosine) = Exact.SinCos(x);
            string argument = HardCases.Hex(x);
            BitsAssert.Equal(x == 0 ? x : exactSine.Round(), Round<Sine>(x), $"sin {argument}");
            BitsAssert.Equal(exactCosine.Round(), Round<Cosine>(x), $"cos {argument}");
        }

        // NaN if it is not decided.
        static double Round<TResults>(double x)
            where TResults : struct, ICircleResults =>
            OnCircle<TResults>.Trivial(x, 0, 0) ?? LastStages<OnCircle<TResults>>.RoundWide<Proved>(x) ?? double.NaN;
    }
}
