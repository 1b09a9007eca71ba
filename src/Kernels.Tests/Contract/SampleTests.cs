using Kernels.Lanes;

namespace Kernels.Tests.Contract;

/// <summary>Sampling a grid: the bits of an evaluation at its arguments, whatever the range, and the contract of its spans.</summary>
public class SampleTests
{
    private const double Untouched = 12345.678;

    private static readonly FourierCurve Fourier = new([0.5, 1], [0, 3, 1], [], [0, -2]);

    public static IEnumerable<TheoryDataRow<double, double, long>> Grids =>
    [
        new(0, 0.001, 0),
        new(-3, 1e-9, 12_345),
        new(100, -0.37, 7),
        new(0, 1e300, -4000),
        new(1e-300, 1e-310, 0),
        new(0.1, 1e-5, (1L << 32) - 3),
        new(-0.0, 0.1, (1L << 40) + 1),
        new(5, 1e-16, (1L << 53) - 4998),
        new(5, 1e-16, -(1L << 53)),
        new(double.NaN, 1, 0),
        new(0, double.PositiveInfinity, -3),
    ];

    [Theory]
    [MemberData(nameof(Grids))]
    public void Points_have_the_bits_of_an_evaluation(double start, double step, long first)
    {
        foreach (int length in (int[])[0, 1, 2, 3, 7, 8, 9, 255, 256, 257, 1000, 4999])
        {
            double[] t = Arguments(start, step, first, length), x = Filled(length + 3), y = Filled(length + 5);
            double[] expectedX = new double[length], expectedY = new double[length];

            Curve.Evaluate(new HeartCurve(), t, expectedX, expectedY);
            Curve.Sample(new HeartCurve(), start, step, first, x.AsSpan(3), y.AsSpan(3));
            Check(expectedX, x, 3);
            Check(expectedY, y, 3);
            Assert.Equal(Untouched, y[^1]);

            Curve.Evaluate(Fourier, t, expectedX, expectedY);
            Curve.Sample(Fourier, start, step, first, x.AsSpan(3), y.AsSpan(3), new ParallelOptions());
            Check(expectedX, x, 3);
            Check(expectedY, y, 3);

            Curve.Evaluate(new Operation.OneSidedCurve(50), t, expectedX, expectedY);
            Curve.Sample(new Operation.OneSidedCurve(50), start, step, first, x.AsSpan(3), y.AsSpan(3));
            Check(expectedX, x, 3);
            Check(expectedY, y, 3);

            Function.Apply(new Operation.Root(50), t, expectedX);
            Function.Sample(new Operation.Root(50), start, step, first, x.AsSpan(3));
            Check(expectedX, x, 3);
        }
    }

    [Fact]
    public void Without_an_index_the_grid_begins_at_its_start()
    {
        double[] x = new double[100], y = new double[100], fromX = new double[100], fromY = new double[100];
        Curve.Sample(new HeartCurve(), 1, 0.1, x, y);
        Curve.Sample(new HeartCurve(), 1, 0.1, 0, fromX, fromY);
        BitsAssert.Equal(x, fromX, "x");
        BitsAssert.Equal(y, fromY, "y");
        Curve.Sample(new HeartCurve(), 1, 0.1, fromX, fromY, new ParallelOptions());
        BitsAssert.Equal(x, fromX, "x in parallel");
        Function.Sample(new Operation.Root(50), 1, 0.1, x);
        Function.Sample(new Operation.Root(50), 1, 0.1, 0, fromX, new ParallelOptions());
        BitsAssert.Equal(x, fromX, "a function");
        Function.Sample(new Operation.Root(50), 1, 0.1, y, new ParallelOptions());
        BitsAssert.Equal(x, y, "a function in parallel");
    }

    [Fact]
    public void Parallel_blocks_make_up_the_sequential_whole()
    {
        const int Length = 500_007, Part = 123_457;
        const long First = (1L << 33) - 1000;
        double[] x = new double[Length], y = new double[Length], partsX = new double[Length], partsY = new double[Length];
        Curve.Sample(new HeartCurve(), -7, 1e-6, First, x, y);
        var reports = new Threading.Recorder();
        for (int i = 0; i < Length; i += Part)
        {
            Range part = i..Math.Min(Length, i + Part);
            Curve.Sample(new HeartCurve(), -7, 1e-6, First + i, partsX.AsSpan(part), partsY.AsSpan(part), new ParallelOptions { MaxDegreeOfParallelism = 3 }, reports);
        }

        BitsAssert.Equal(x, partsX, "x");
        BitsAssert.Equal(y, partsY, "y");
        Assert.Equal(Length % Part, reports.Values[^1]);
    }

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        double[] x = new double[1003], y = new double[1003], otherX = new double[1003], otherY = new double[1003];
        Curve.Sample(new HeartCurve(), 0, 0.37, 1L << 34, x, y);
        foreach (int bits in ForcedWidth.All)
        {
            OneToTwo.Sample(default(PairStrips<Kernels.Curves.Heart>), 0, 0.37, 1L << 34, otherX, otherY, new ForcedWidth(bits));
            BitsAssert.Equal(x, otherX, $"x at {bits} bits");
            BitsAssert.Equal(y, otherY, $"y at {bits} bits");
        }
    }

    [Fact]
    public void Mistakes_are_refused_before_the_first_write()
    {
        double[] memory = Filled(100), other = Filled(100);
        Assert.Equal("y", Assert.Throws<ArgumentException>(() => Curve.Sample(new HeartCurve(), 0, 1, memory.AsSpan(0, 10), memory.AsSpan(9, 10))).ParamName);
        Assert.Equal("y", Assert.Throws<ArgumentException>(() => Curve.Sample(new HeartCurve(), 0, 1, memory.AsSpan(0, 10), other.AsSpan(0, 9))).ParamName);
        foreach (long first in (long[])[long.MinValue, -(1L << 53) - 1, (1L << 53) - 98, long.MaxValue])
        {
            Assert.Equal("first", Assert.Throws<ArgumentOutOfRangeException>(() => Curve.Sample(new HeartCurve(), 0, 1, first, memory, other)).ParamName);
            Assert.Equal("first", Assert.Throws<ArgumentOutOfRangeException>(() => Function.Sample(new Operation.Root(1), 0, 1, first, memory)).ParamName);
        }

        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => Curve.Sample(new HeartCurve(), 0, 1, memory, other, null!)).ParamName);
        Assert.All([.. memory, .. other], value => Assert.Equal(Untouched, value));
    }

    private static double[] Arguments(double start, double step, long first, int length) =>
        [.. Enumerable.Range(0, length).Select(i => FusedMultiplyAdd.Of(first + i, step, start))];

    private static double[] Filled(int length)
    {
        var array = new double[length];
        Array.Fill(array, Untouched);
        return array;
    }

    private static void Check(double[] expected, double[] actual, int offset)
    {
        BitsAssert.Equal(expected, actual.AsSpan(offset, expected.Length), $"{expected.Length} points");
        Assert.All(actual[..offset], value => Assert.Equal(Untouched, value));
    }
}
