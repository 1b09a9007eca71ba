using System.Numerics;
using CsCheck;
using Kernels.Cli;
using Kernels.Reference;

namespace Kernels.Tests.CommandLine;

/// <summary>The parameters of a grid, whatever its ends and its size.</summary>
public class ParameterGridTests
{
    private static readonly double[] Special = [0, 2 * Math.PI, 1e-5, 1e16, double.MaxValue, double.MinValue, double.Epsilon];

    private static readonly Gen<double> Ends = Gen.OneOf(
        Gen.ULong.Select(BitConverter.UInt64BitsToDouble).Where(double.IsFinite),
        Gen.Double[-1000, 1000],
        Gen.Int[-100, 100].Select(i => (double)i),
        Gen.Long[-1L << 53, 1L << 53].Select(i => i * double.Epsilon),
        Gen.Int[0, Special.Length - 1].Select(i => Special[i]));

    // Ends anywhere, and ends with few doubles between them.
    private static readonly Gen<(double From, double To)> Ranges = Gen.OneOf(
        Gen.Select(Ends, Ends, (a, b) => (Math.Min(a, b), Math.Max(a, b))),
        Gen.Select(Ends, Gen.Int[0, 1000], (a, steps) => (a, Above(a, steps))));

    private static readonly Gen<long> Sizes = Gen.OneOf(Gen.Long[2, 300], Gen.Long[2, 1L << 53]);

    [Fact]
    public void A_grid_begins_and_ends_where_it_should_never_turns_back_and_is_even() =>
        Gen.Select(Ranges, Sizes, Gen.Long[0, long.MaxValue]).Sample((range, points, place) =>
        {
            var grid = new ParameterGrid(range.From, range.To, points);
            Assert.Equal(range.From, grid[0]);
            Assert.Equal(range.To, grid[points - 1]);
            foreach (long around in (long[])[1, points / 2, points - 2, place % points])
            {
                for (long i = Math.Max(around - 3, 1); i < Math.Min(around + 3, points); i++)
                {
                    Assert.InRange(grid[i], grid[i - 1], range.To);
                    Assert.InRange(Distance(range.From, range.To, points, i, grid[i]), 0, 3);
                }
            }
        });

    [Fact]
    public void One_point_is_the_first() => Assert.Equal(-7, new ParameterGrid(-7, 5, 1)[0]);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public void It_is_finest_near_zero(double from, double to)
    {
        var grid = new ParameterGrid(from, to, 11);
        Assert.Equal(0.1, Math.Abs(from == 0 ? grid[1] : grid[9]));
        Assert.Equal(0.2, Math.Abs(from == 0 ? grid[2] : grid[8]));
    }

    // From the exact place, in ULP of the greater end; steps that are subnormal may lose the smallest double each.
    private static double Distance(double from, double to, long points, long index, double parameter)
    {
        BigInteger last = points - 1, exact = (Multiple(from) * (last - index)) + (Multiple(to) * index);
        double greater = Math.Max(Math.Abs(from), Math.Abs(to));
        bool largest = greater == double.MaxValue;
        BigInteger unit = Multiple(largest ? greater - Math.BitDecrement(greater) : Math.BitIncrement(greater) - greater);
        BigInteger off = BigInteger.Abs((Multiple(parameter) * last) - exact) - (last * last);
        return off.Sign <= 0 ? 0 : Math.Exp(BigInteger.Log(off) - BigInteger.Log(unit * last));
    }

    private static double Above(double value, int steps)
    {
        for (int i = 0; i < steps; i++)
            value = Math.Min(Math.BitIncrement(value), double.MaxValue);
        return value;
    }

    private static BigInteger Multiple(double value)
    {
        var (mantissa, exponent) = Exact.Decompose(value);
        return mantissa << (exponent + 1074);
    }
}
