using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>
/// Every function of the table against its reference: within the declared bound, and the nearest double in the correct tier.
/// </summary>
public class FunctionAccuracyTests
{
    /// <summary>Without fused multiply-add in hardware an element takes a microsecond.</summary>
    private static readonly int Count = Lanes.FusedMultiplyAdd.IsHardware ? 20_000 : 2_000;

    // What has two results has those of two others.
    public static IEnumerable<TheoryDataRow<string>> Names =>
        FunctionTable.All.Where(function => function.Results.Length == 1).Select(function => new TheoryDataRow<string>(function.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Results_are_within_the_bound_and_correct_ones_are_the_nearest(string name) => Check(name, Arguments(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Published_hard_cases_are_too(string name) => Check(name, Inputs.PublishedPairs(name));

    private static (double X, double Y)[] Arguments(string name)
    {
        double[] x =
        [
            .. Inputs.Special, .. Inputs.BitSpaced<double>(Count), .. Inputs.Uniform(Count, 1), .. Inputs.Uniform(Count, 750),
        ];
        var hard = ReferenceFunction.Of(name).HardCases;
        double[] y = Operations.Named<double>(name).Other(x);
        IEnumerable<(double X, double Y)> special = y.Length == 0 ? [] : from a in Inputs.Special from b in Inputs.Special select (a, b);
        return [.. hard, .. hard.Select(pair => (-pair.X, pair.Y)), .. x.Select((a, i) => (a, y.Length == 0 ? 0 : y[i])), .. special];
    }

    private static void Check(string name, (double X, double Y)[] arguments)
    {
        var reference = ReferenceFunction.Of(name);
        double bound = FunctionTable.All.Single(function => function.Name == name).ErrorBoundInUlp;
        double[] xs = [.. arguments.Select(pair => pair.X)], ys = [.. arguments.Select(pair => pair.Y)];
        double[] declared = Operations.Named<double>(name).Evaluate(xs, ys)[0];
        double[] correct = Operations.Named<double>($"Correct{name}").Evaluate(xs, ys)[0];
        for (int i = 0; i < arguments.Length; i++)
        {
            var (x, y) = arguments[i];
            double nearest = reference.Nearest(x, y);
            BitsAssert.Equal(nearest, correct[i], $"{name}({x:r}, {y:r})");

            // What is the nearest is within any bound.
            if (BitConverter.DoubleToInt64Bits(declared[i]) != BitConverter.DoubleToInt64Bits(nearest))
                Assert.InRange(reference.ErrorInUlp(declared[i], x, y), 0, bound);
        }
    }
}
