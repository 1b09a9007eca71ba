using System.Numerics;
using Kernels.Lanes;

namespace Kernels.Tests.Contract;

/// <summary>Sampling a grid: the bits of an evaluation at its arguments, whatever the range, and the contract of its spans.</summary>
public abstract class SampleTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T Untouched = T.CreateTruncating(12345.678);

    private static readonly FourierCurve Fourier = new([0.5, 1], [0, 3, 1], [], [0, -2]);

    public static IEnumerable<TheoryDataRow<double, double, long>> Grids =>
    [
        new(0, 0.001, 0),
        new(-3, 1e-9, 12_345),
        new(100, -0.37, 7),
        new(0, 1e300, -4000),
        new(0, 1e30, -4000),
        new(4194000, 0.3, 0),
        new(1e-300, 1e-310, 0),
        new(1e-45, 1e-46, 0),
        new(0.1, 1e-5, (1L << 32) - 3),
        new(-0.0, 0.1, (1L << 40) + 1),
        new(5, 1e-16, (1L << 53) - 4998),
        new(5, 1e-16, -(1L << 53)),
        new(double.NaN, 1, 0),
        new(0, double.PositiveInfinity, -3),
    ];

    /// <summary>Where samples are taken: without an index, from the beginning.</summary>
    private protected readonly record struct Grid(double Start, double Step, long? First);

    private protected abstract void Evaluate<TCurve>(TCurve curve, double[] t, T[] x, T[] y) where TCurve : ICurve;

    private protected abstract void Apply<TFunction>(TFunction function, double[] x, T[] y) where TFunction : IFunction;

    /// <summary>By the overload that takes just what is given.</summary>
    private protected abstract void Sample<TCurve>(
        TCurve curve, Grid grid, Span<T> x, Span<T> y, ParallelOptions? options = null, IProgress<long>? progress = null)
        where TCurve : ICurve;

    private protected abstract void Sample<TFunction>(TFunction function, Grid grid, Span<T> y, ParallelOptions? options = null)
        where TFunction : IFunction;

    private protected abstract void SampleWithMissingOptions(Span<T> x, Span<T> y);

    private protected abstract void SampleHeart(Grid grid, Span<T> x, Span<T> y, ForcedWidth width);

    [Theory]
    [MemberData(nameof(Grids))]
    public void Points_have_the_bits_of_an_evaluation(double start, double step, long first)
    {
        var grid = new Grid(start, step, first);
        foreach (int length in (int[])[0, 1, 2, 3, 7, 8, 9, 255, 256, 257, 1000, 4999])
        {
            double[] t = Arguments(grid, length);
            T[] x = Filled(length + 3), y = Filled(length + 5);
            CheckCurve(new HeartCurve());
            CheckCurve(Fourier, new ParallelOptions());
            CheckCurve(OneSidedCurve.Usual);
            T[] expected = new T[length];
            Apply(Root.Usual, t, expected);
            Sample(Root.Usual, grid, x.AsSpan(3));
            Check(expected, x);

            void CheckCurve<TCurve>(TCurve curve, ParallelOptions? options = null)
                where TCurve : ICurve
            {
                T[] expectedX = new T[length], expectedY = new T[length];
                Evaluate(curve, t, expectedX, expectedY);
                Sample(curve, grid, x.AsSpan(3), y.AsSpan(3), options);
                Check(expectedX, x);
                Check(expectedY, y);
                Assert.Equal(Untouched, y[^1]);
            }
        }
    }

    [Fact]
    public void Without_an_index_the_grid_begins_at_its_start()
    {
        Grid grid = new(1, 0.1, null), fromZero = grid with { First = 0 };
        T[] x = new T[100], y = new T[100], otherX = new T[100], otherY = new T[100];
        Sample(new HeartCurve(), fromZero, x, y);
        foreach (var options in (ParallelOptions?[])[null, new ParallelOptions()])
        {
            Sample(new HeartCurve(), grid, otherX, otherY, options);
            BitsAssert.Equal(x, otherX, "x");
            BitsAssert.Equal(y, otherY, "y");
        }

        Sample(Root.Usual, fromZero, x);
        Sample(Root.Usual, grid, y);
        BitsAssert.Equal(x, y, "a function");
        Sample(Root.Usual, fromZero, y, new ParallelOptions());
        BitsAssert.Equal(x, y, "a function in parallel");
        Sample(Root.Usual, grid, y, new ParallelOptions());
        BitsAssert.Equal(x, y, "a function in parallel from the start");
    }

    [Fact]
    public void Parallel_blocks_make_up_the_sequential_whole()
    {
        const int Length = 500_007, Part = 123_457;
        var grid = new Grid(-7, 1e-6, (1L << 33) - 1000);
        T[] x = new T[Length], y = new T[Length], partsX = new T[Length], partsY = new T[Length];
        Sample(new HeartCurve(), grid, x, y);
        var reports = new Threading.Recorder();
        for (int i = 0; i < Length; i += Part)
        {
            Range part = i..Math.Min(Length, i + Part);
            var rest = grid with { First = grid.First + i };
            Sample(new HeartCurve(), rest, partsX.AsSpan(part), partsY.AsSpan(part), new() { MaxDegreeOfParallelism = 3 }, reports);
        }

        BitsAssert.Equal(x, partsX, "x");
        BitsAssert.Equal(y, partsY, "y");
        Assert.Equal(Length % Part, reports.Values[^1]);
    }

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        var grid = new Grid(0, 0.37, 1L << 34);
        T[] x = new T[1003], y = new T[1003], otherX = new T[1003], otherY = new T[1003];
        Sample(new HeartCurve(), grid, x, y);
        foreach (int bits in ForcedWidth.All)
        {
            SampleHeart(grid, otherX, otherY, new ForcedWidth(bits));
            BitsAssert.Equal(x, otherX, $"x at {bits} bits");
            BitsAssert.Equal(y, otherY, $"y at {bits} bits");
        }
    }

    [Fact]
    public void Mistakes_are_refused_before_the_first_write()
    {
        var grid = new Grid(0, 1, null);
        T[] memory = Filled(100), other = Filled(100);
        Assert.Throws<ArgumentException>("y", () => Sample(new HeartCurve(), grid, memory.AsSpan(0, 10), memory.AsSpan(9, 10)));
        Assert.Throws<ArgumentException>("y", () => Sample(new HeartCurve(), grid, memory.AsSpan(0, 10), other.AsSpan(0, 9)));
        foreach (long first in (long[])[long.MinValue, -(1L << 53) - 1, (1L << 53) - 98, long.MaxValue])
        {
            var beyond = grid with { First = first };
            Assert.Throws<ArgumentOutOfRangeException>("first", () => Sample(new HeartCurve(), beyond, memory, other));
            Assert.Throws<ArgumentOutOfRangeException>("first", () => Sample(new Root(1), beyond, memory));
        }

        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => SampleWithMissingOptions(memory, other)).ParamName);
        Assert.All([.. memory, .. other], value => Assert.Equal(Untouched, value));
    }

    // Rounded once to double, whatever the results are.
    private static double[] Arguments(Grid grid, int length) =>
        [.. Enumerable.Range(0, length).Select(i => FusedMultiplyAdd.Of((grid.First ?? 0) + i, grid.Step, grid.Start))];

    private static T[] Filled(int length)
    {
        var array = new T[length];
        Array.Fill(array, Untouched);
        return array;
    }

    private static void Check(T[] expected, T[] actual)
    {
        BitsAssert.Equal<T>(expected, actual.AsSpan(3, expected.Length), $"{expected.Length} points");
        Assert.All(actual[..3], value => Assert.Equal(Untouched, value));
    }
}

public class DoubleSampleTests : SampleTests<double>
{
    private protected override void Evaluate<TCurve>(TCurve curve, double[] t, double[] x, double[] y) => Curve.Evaluate(curve, t, x, y);

    private protected override void Apply<TFunction>(TFunction function, double[] x, double[] y) => Function.Apply(function, x, y);

    private protected override void Sample<TCurve>(
        TCurve curve, Grid grid, Span<double> x, Span<double> y, ParallelOptions? options, IProgress<long>? progress)
    {
        if (options is null && grid.First is null)
            Curve.Sample(curve, grid.Start, grid.Step, x, y);
        else if (options is null)
            Curve.Sample(curve, grid.Start, grid.Step, grid.First!.Value, x, y);
        else if (grid.First is null)
            Curve.Sample(curve, grid.Start, grid.Step, x, y, options, progress);
        else
            Curve.Sample(curve, grid.Start, grid.Step, grid.First.Value, x, y, options, progress);
    }

    private protected override void Sample<TFunction>(TFunction function, Grid grid, Span<double> y, ParallelOptions? options)
    {
        if (options is null && grid.First is null)
            Function.Sample(function, grid.Start, grid.Step, y);
        else if (options is null)
            Function.Sample(function, grid.Start, grid.Step, grid.First!.Value, y);
        else if (grid.First is null)
            Function.Sample(function, grid.Start, grid.Step, y, options);
        else
            Function.Sample(function, grid.Start, grid.Step, grid.First.Value, y, options);
    }

    private protected override void SampleWithMissingOptions(Span<double> x, Span<double> y) =>
        Curve.Sample(new HeartCurve(), 0, 1, x, y, null!);

    private protected override void SampleHeart(Grid grid, Span<double> x, Span<double> y, ForcedWidth width) =>
        Driver.Sample(default(HeartBody), grid.Start, grid.Step, grid.First ?? 0, x, y, width);
}

public class SingleSampleTests : SampleTests<float>
{
    private protected override void Evaluate<TCurve>(TCurve curve, double[] t, float[] x, float[] y)
    {
        double[] exactX = new double[t.Length], exactY = new double[t.Length];
        Curve.Evaluate(curve, t, exactX, exactY);
        Round(exactX, x);
        Round(exactY, y);
    }

    private static void Round(double[] from, float[] to) => from.Select(value => (float)value).ToArray().CopyTo(to, 0);

    private protected override void Apply<TFunction>(TFunction function, double[] x, float[] y)
    {
        double[] exact = new double[x.Length];
        Function.Apply(function, x, exact);
        Round(exact, y);
    }

    private protected override void Sample<TCurve>(
        TCurve curve, Grid grid, Span<float> x, Span<float> y, ParallelOptions? options, IProgress<long>? progress)
    {
        if (options is null && grid.First is null)
            Curve.Sample(curve, grid.Start, grid.Step, x, y);
        else if (options is null)
            Curve.Sample(curve, grid.Start, grid.Step, grid.First!.Value, x, y);
        else if (grid.First is null)
            Curve.Sample(curve, grid.Start, grid.Step, x, y, options, progress);
        else
            Curve.Sample(curve, grid.Start, grid.Step, grid.First.Value, x, y, options, progress);
    }

    private protected override void Sample<TFunction>(TFunction function, Grid grid, Span<float> y, ParallelOptions? options)
    {
        if (options is null && grid.First is null)
            Function.Sample(function, grid.Start, grid.Step, y);
        else if (options is null)
            Function.Sample(function, grid.Start, grid.Step, grid.First!.Value, y);
        else if (grid.First is null)
            Function.Sample(function, grid.Start, grid.Step, y, options);
        else
            Function.Sample(function, grid.Start, grid.Step, grid.First.Value, y, options);
    }

    private protected override void SampleWithMissingOptions(Span<float> x, Span<float> y) =>
        Curve.Sample(new HeartCurve(), 0, 1, x, y, null!);

    private protected override void SampleHeart(Grid grid, Span<float> x, Span<float> y, ForcedWidth width) =>
        Driver.Sample(default(HeartBody), grid.Start, grid.Step, grid.First ?? 0, x, y, width);
}
