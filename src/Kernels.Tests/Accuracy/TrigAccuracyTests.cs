using Kernels.Elementary;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The largest error of sine and cosine against exact arithmetic, over all doubles.</summary>
public class TrigAccuracyTests(ITestOutputHelper output)
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
    public void Around_the_limit_of_the_fast_reduction_errors_stay_within_the_bound() =>
        CheckBound([.. Inputs.Uniform(20_000, 1).Select(x => PiReduction.Limit * (1 + (x / 1000)))]);

    // k for which k·π/2 lies half-way between multiples of 2⁻⁵³: there the remainder's low part is as large as it can be.
    [Fact]
    public void Halfway_remainders_near_odd_multiples_of_a_quarter_pi_stay_within_the_bound()
    {
        var random = new Random(2);
        int[] multiples = [.. Enumerable.Range(1, 667_000).Where(k => Math.Abs(Math.ScaleB(k * PiReduction.HalfPi2, 53) % 1 - 0.5) < 1e-5).Prepend(1)];
        Assert.True(multiples.Length > 5);
        CheckBound([.. Enumerable.Range(0, 100_000).Select(i =>
            (multiples[i % multiples.Length] + ((i & 1) == 0 ? 0.5 : -0.5) + (0.006 * random.NextDouble() * ((i & 2) - 1))) * (Math.PI / 2))]);
    }

    [Fact]
    public void Generated_and_listed_hard_cases_stay_within_the_bound() => CheckBound(Inputs.Hard());

    [Fact]
    public void Published_hard_cases_stay_within_the_bound()
    {
        string? folder = Environment.GetEnvironmentVariable("KERNELS_HARD_CASES");
        if (folder is null)
            Assert.Skip("KERNELS_HARD_CASES is unset: name a folder with files of hexadecimal doubles, one a line.");
        double[] cases = [.. Directory.GetFiles(folder, "*.txt").SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(HardCases.Hex)];
        Assert.NotEmpty(cases);
        CheckBound([.. cases, .. cases.Select(x => -x)]);
    }

    private void CheckBound(double[] inputs)
    {
        double[] sin = new double[inputs.Length], cos = new double[inputs.Length];
        Trig.SinCos(inputs, sin, cos);
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
