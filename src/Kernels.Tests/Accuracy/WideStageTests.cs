using System.Numerics;
using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>Functions in integers of 192 bits, one double at a time: what the vectors cannot decide.</summary>
public class WideStageTests(ITestOutputHelper output)
{
    public static TheoryData<string> Functions => [.. LastStagesOf.ByName.Keys];

    [Theory]
    [MemberData(nameof(Functions))]
    public void All_kinds_of_arguments_are_rounded_correctly(string name) => Check(name, LastStagesOf.Arguments(name, 20_000));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Published_hard_cases_are_rounded_correctly(string name)
    {
        var cases = Inputs.PublishedPairs(name);
        output.WriteLine($"{cases.Length} published cases");
        Check(name, cases);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Values_are_good_to_the_last_bits(string name)
    {
        var (stages, function) = (LastStagesOf.ByName[name], ReferenceFunction.Of(name));
        double worst = 0;
        foreach (var (x, y) in LastStagesOf.Arguments(name, 4000).Where(pair => !stages.IsTrivial(pair.X, pair.Y)))
            worst = Math.Max(worst, LastStagesAssert.RelativeError(function.Exact(x, y, 230), stages.EvaluateWide(x, y)));
        output.WriteLine($"largest error: 2^{Math.Log2(worst):F2}");

        // The remarks there derive less.
        double derived = Math.ScaleB(1, name == "Pow" ? -172 : -185);
        Assert.InRange(worst, Math.ScaleB(1, -192), derived);
        var (high, middle, low) = (stages.WideError.High, stages.WideError.Middle, stages.WideError.Low);
        Assert.InRange(Math.ScaleB((double)LastStagesAssert.Join(high, middle, low), -192), 4 * derived, 64 * derived);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void What_they_do_not_decide_growing_precision_does(string name)
    {
        var (stages, function) = (LastStagesOf.ByName[name], ReferenceFunction.Of(name));
        long before = stages.ExactCalls();
        foreach (var (x, y) in function.HardCases.Where(pair => LastStagesOf.AreFor(function, pair.X, pair.Y)))
            BitsAssert.Equal(function.Nearest(x, y), stages.RoundInDoubt(x, y), $"{name} {HardCases.Hex(x)}, {HardCases.Hex(y)}");
        Assert.True(stages.ExactCalls() >= before + 10);
    }

    [Fact]
    public void Constants_are_rounded_down_to_the_last_bit()
    {
        const int Bits = 400;
        BigInteger ln2 = Exact.Logarithm(2, Bits), factorial = 1;
        UInt192 wide = WideExponential.Ln2;
        Assert.Equal(ln2 >> (Bits - 192), LastStagesAssert.Join(wide.High, wide.Middle, wide.Low));
        Assert.Equal((BigInteger.One << (Bits + 254)) / ln2, LastStagesAssert.Join([.. WideExponential.Log2E]));
        Assert.Equal(BigInteger.One << 254, LastStagesAssert.Join([.. WideExponential.Log2Of2]));
        Assert.Equal((Exact.Logarithm(10, Bits) << 254) / ln2, LastStagesAssert.Join([.. WideExponential.Log2Of10]));
        for (int n = 2; n <= InverseFactorials.Highest; n++)
        {
            factorial *= n;
            var inverse = InverseFactorials.Of(n);
            Assert.Equal((BigInteger.One << 192) / factorial, LastStagesAssert.Join(inverse.High, inverse.Middle, inverse.Low));
        }

        UInt192 half = WideLogarithm.HalfLog2E, log10E = WideLogarithm.Log10E;
        Assert.Equal((BigInteger.One << (Bits + 191)) / ln2, LastStagesAssert.Join(half.High, half.Middle, half.Low));
        Assert.Equal(
            (BigInteger.One << (Bits + 192)) / Exact.Logarithm(10, Bits), LastStagesAssert.Join(log10E.High, log10E.Middle, log10E.Low));
        for (int n = 3; n <= WideLogarithm.HighestInverse; n += 2)
        {
            var inverse = WideLogarithm.InverseOf(n);
            Assert.Equal((BigInteger.One << 192) / n, LastStagesAssert.Join(inverse.High, inverse.Middle, inverse.Low));
        }
    }

    // Every result and every decision.
    private static void Check(string name, (double X, double Y)[] arguments)
    {
        var (stages, function) = (LastStagesOf.ByName[name], ReferenceFunction.Of(name));
        foreach (var (x, y) in arguments.Where(pair => LastStagesOf.AreFor(function, pair.X, pair.Y)))
        {
            string argument = $"{name} {HardCases.Hex(x)}, {HardCases.Hex(y)}";
            double? result = stages.RoundWide(x, y);
            Assert.True(result.HasValue, $"{argument} is not decided");
            BitsAssert.Equal(function.Nearest(x, y), result.Value, argument);
        }
    }
}
