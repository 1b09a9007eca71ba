using Kernels.Yardsticks.Racing;

namespace Kernels.Tests.Repository;

/// <summary>What the comparison calls a ratio is that of an idle machine, as long as the machine was idle for some of the time.</summary>
public class QuietRoundsTests
{
    private const int Rounds = 200;

    /// <summary>
    /// How long the second entrant takes, of the first one's time, when idle; and how much longer each takes beside a neighbour.
    /// </summary>
    private const double Ratio = 2, FirstSlower = 1.5, SecondSlower = 1.1;

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.85)]
    public void Neighbours_do_not_show_in_ratios(double busyShare)
    {
        var samples = Samples(busyShare);
        double[] ratios = QuietRounds.Ratios(samples, 0);
        Assert.Equal(1, ratios[0]);
        Assert.Equal(Ratio, ratios[1], Ratio * 0.03);
    }

    [Fact]
    public void Beside_a_neighbour_all_the_time_the_ratio_is_another()
    {
        double[] ratios = QuietRounds.Ratios(Samples(1), 0);
        Assert.Equal(Ratio * SecondSlower / FirstSlower, ratios[1], Ratio * 0.03);
    }

    [Fact]
    public void Fewer_rounds_than_are_wanted_are_all_taken()
    {
        double[] ratios = QuietRounds.Ratios([[1, 2, 4], [3, 2, 2]], 1);
        Assert.Equal([1, 1], ratios);
    }

    // Times that scatter by a twentieth.
    private static double[][] Samples(double busyShare)
    {
        var random = new Random(1);
        double[][] samples = [new double[Rounds], new double[Rounds]];
        for (int round = 0; round < Rounds; round++)
        {
            bool isBusy = random.NextDouble() < busyShare;
            samples[0][round] = (isBusy ? FirstSlower : 1) * (1 + (0.05 * random.NextDouble()));
            samples[1][round] = Ratio * (isBusy ? SecondSlower : 1) * (1 + (0.05 * random.NextDouble()));
        }

        return samples;
    }
}
