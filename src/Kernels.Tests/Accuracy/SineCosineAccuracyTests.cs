using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The largest error of sine and cosine against exact arithmetic, over all doubles.</summary>
public class SineCosineAccuracyTests(ITestOutputHelper output)
{
    [Fact]
    public void A_million_bit_spaced_inputs_stay_within_the_bound() => CheckBound(Inputs.BitSpaced(1_000_000));

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1e6)]
    [InlineData(1e300)]
    public void Uniform_inputs_stay_within_the_bound(double range) => CheckBound(Inputs.Uniform(50_000, range));

    [Fact]
    public void Around_the_limit_of_the_fast_reduction_errors_stay_within_the_bound()
    {
        const double Limit = CircleReduction.MaxSteps / CircleReduction.StepsPerRadian;
        CheckBound([.. Inputs.Uniform(20_000, 1).Select(x => Limit * (1 + (x / 1000)))]);
    }

    // For each kind of vector alone: a neighbour beyond the fast reduction would send all of them the right way.
    [Fact]
    public void Where_the_steps_only_look_small_errors_stay_within_the_bound()
    {
        CheckBound([.. Inputs.Uniform(20_000, 250_000).Select(x => x - Inputs.MirroredSteps)]);
        CheckBound([.. Inputs.Uniform(20_000, 250_000).Select(x => Inputs.MirroredSteps - x)]);
    }

    // The remainder is largest half-way between the table's points; sine or cosine is then smallest against it beside multiples of π/2.
    [Fact]
    public void Largest_remainders_beside_multiples_of_half_pi_stay_within_the_bound()
    {
        var random = new Random(2);
        CheckBound([.. Enumerable.Range(0, 200_000).Select(_ =>
            ((random.Next(-60_000, 60_000) * 128) + random.Next(-3, 3) + 0.5 + (0.02 * (random.NextDouble() - 0.5))) * (Math.PI / 256))]);
    }

    [Fact]
    public void Generated_and_listed_hard_cases_stay_within_the_bound() => CheckBound(Inputs.Hard());

    [Theory]
    [InlineData("Sin")]
    [InlineData("Cos")]
    public void Published_hard_cases_stay_within_the_bound(string name) => CheckBound(Inputs.Published(name));

    private void CheckBound(double[] inputs)
    {
        double[] sin = new double[inputs.Length], cos = new double[inputs.Length];
        Elementary.SinCos(inputs, sin, cos);
        var worst = ErrorSearch.Largest(inputs, i =>
        {
            var (exactSin, exactCos) = Exact.SinCos(inputs[i]);
            return (exactSin.ErrorInUlp(sin[i]), exactCos.ErrorInUlp(cos[i]));
        });
        output.WriteLine($"{inputs.Length} inputs: sin {worst.First}, cos {worst.Second}; bound {SineCosine.ErrorBoundInUlp}");
        Assert.True(worst.First.Error <= SineCosine.ErrorBoundInUlp, $"sin: {worst.First}");
        Assert.True(worst.Second.Error <= SineCosine.ErrorBoundInUlp, $"cos: {worst.Second}");
    }
}
