using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The largest errors of the heart's coordinates against the exact curve.</summary>
public class HeartAccuracyTests(ITestOutputHelper output)
{
    [Fact]
    public void Bit_spaced_inputs_stay_within_the_bounds() => CheckBounds(Inputs.BitSpaced(100_000));

    [Theory]
    [InlineData(3.2)]
    [InlineData(100)]
    [InlineData(1e6)]
    public void Uniform_inputs_stay_within_the_bounds(double range) => CheckBounds(Inputs.Uniform(100_000, range));

    [Fact]
    public void Hard_cases_stay_within_the_bounds() => CheckBounds(Inputs.Hard());

    private void CheckBounds(double[] inputs)
    {
        double[] x = new double[inputs.Length], y = new double[inputs.Length];
        Curve.Evaluate(new HeartCurve(), inputs, x, y);
        var worst = ErrorSearch.Largest(inputs, i =>
        {
            var (exactX, exactY) = Exact.Heart(inputs[i]);
            return (exactX.ErrorInUlp(x[i]), exactY.ErrorInUlpOf(y[i], 17));
        });
        output.WriteLine($"{inputs.Length} inputs: x {worst.First} ULP, y {worst.Second} ULP of 17");
        Assert.True(worst.First.Error <= HeartCurve.ErrorBoundOfXInUlp, $"x: {worst.First}");
        Assert.True(worst.Second.Error <= HeartCurve.ErrorBoundOfYInUlpOf17, $"y: {worst.Second}");
    }
}
