using System.Numerics;
using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The last resort by itself: how good its values are, and that they round rightly.</summary>
public class ExactStageTests(ITestOutputHelper output)
{
    public static TheoryData<string> Functions => [.. LastStagesOf.ByName.Keys];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Values_are_as_good_as_they_are_trusted_to_be(string name)
    {
        var (stages, function) = (LastStagesOf.ByName[name], ReferenceFunction.Of(name));
        foreach (int bits in (int[])[256, 1024])
        {
            BigInteger worst = 0;
            foreach (var (x, y) in LastStagesOf.Arguments(name, 100).Where(pair => !stages.IsTrivial(pair.X, pair.Y)))
            {
                // As many more as leading bits may be 0.
                var exact = function.Exact(x, y, bits + 128);
                worst = BigInteger.Max(worst, LastStagesAssert.ErrorInUnits(exact, stages.EvaluateExactly(x, y, bits)));
            }

            output.WriteLine($"{bits} bits: largest error {worst} units");
            Assert.InRange(worst, 1, 2);
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void All_kinds_of_arguments_are_rounded_correctly(string name)
    {
        var (stages, function) = (LastStagesOf.ByName[name], ReferenceFunction.Of(name));
        foreach (var (x, y) in LastStagesOf.Arguments(name, 300))
            BitsAssert.Equal(function.Nearest(x, y), stages.RoundExactly(x, y), $"{name} {HardCases.Hex(x)}, {HardCases.Hex(y)}");
    }

    // The first precision sees no bit of these, or too few.
    [Theory]
    [InlineData(1e-70)]
    [InlineData(-3e-60)]
    [InlineData(-1e-290)]
    public void Precision_grows_until_it_decides(double x)
    {
        Assert.Equal(1, LastStages<Exponential<Exp>>.RoundExactly(x));
        Assert.Equal(x, LastStages<Exponential<ExpM1>>.RoundExactly(x));
        Assert.Equal(x, LastStages<Logarithm<LogP1>>.RoundExactly(x));
    }
}
