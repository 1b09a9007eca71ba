using Kernels.Curves;
using Kernels.Elementary;
using Kernels.Lanes;

namespace Kernels.Tests.Contract;

/// <summary>Results that go past the caches are the same, at the same places, and nowhere else.</summary>
public class StreamingTests
{
    private const double Untouched = 12345.678;

    public static IEnumerable<TheoryDataRow<int>> Widths => ForcedWidth.All.Select(bits => new TheoryDataRow<int>(bits));

    [Theory]
    [MemberData(nameof(Widths))]
    public unsafe void Streamed_results_are_those_of_direct_loops(int bits)
    {
        double[] input = Inputs.Mixed(2000, seed: 41), expectedX = new double[2000], expectedY = new double[2000], expected = new double[2000];
        Curve.Evaluate(new HeartCurve(), input, expectedX, expectedY);
        Trig.Sin(input, expected);
        foreach (int length in (int[])[0, 1, 5, 7, 8, 9, 63, 64, 65, 248, 255, 256, 257, 300, 511, 513, 1999])
        {
            for (int offset = 0; offset < 9; offset++)
            {
                double[] x = Filled(length + 20), y = Filled(length + 20), z = Filled(length + 20);
                fixed (double* t = input, firsts = &x[offset], seconds = &y[(offset * 5 % 8) + 1], sines = &z[offset])
                {
                    var pair = new StagedOneToTwo<ArraySource, PairStrips<Heart>>(default, new(t), firsts, seconds, streams: true);
                    new ForcedWidth(bits).Run(pair, length);
                    new ForcedWidth(bits).Run(new StagedOneToOne<ArraySource, Strips<Sine>>(default, new(t), sines, streams: true), length);
                }

                Check(expectedX, x, offset, length);
                Check(expectedY, y, (offset * 5 % 8) + 1, length);
                Check(expected, z, offset, length);
            }
        }
    }

    [Fact]
    public unsafe void Arrays_that_are_not_aligned_to_their_elements_are_filled_too()
    {
        double[] input = Inputs.Mixed(1000, seed: 42), expected = new double[1000], actual = new double[1002];
        Trig.Sin(input, expected);
        fixed (double* x = input, memory = actual)
        {
            double* y = (double*)((byte*)memory + 3);
            new ForcedWidth(256).Run(new StagedOneToOne<ArraySource, Strips<Sine>>(default, new(x), y, streams: true), 1000);
            BitsAssert.Equal(expected, new ReadOnlySpan<double>(y, 1000), "three bytes off");
        }
    }

    // Above the threshold the public calls stream, below they do not: the same bits on both sides, in place too.
    [Fact]
    public void Both_sides_of_the_threshold_agree()
    {
        int length = (int)Math.Min(Streaming.Threshold / sizeof(double), 12_000_000) + 1001;
        double[] x = new double[length], y = new double[length], inPlace = new double[length], other = new double[length];
        Curve.Sample(new HeartCurve(), -50, 1e-5, x, y, new ParallelOptions());
        const int Part = 100_000;
        double[] t = new double[Part], partX = new double[Part], partY = new double[Part];
        for (int i = 0; i < length; i += Part)
        {
            int n = Math.Min(Part, length - i);
            for (int j = 0; j < n; j++)
                t[j] = inPlace[i + j] = FusedMultiplyAdd.Of(i + j, 1e-5, -50);
            Curve.Evaluate(new HeartCurve(), t.AsSpan(0, n), partX, partY);
            BitsAssert.Equal(partX.AsSpan(0, n), x.AsSpan(i, n), "x");
            BitsAssert.Equal(partY.AsSpan(0, n), y.AsSpan(i, n), "y");
        }

        Curve.Evaluate(new HeartCurve(), inPlace, other, inPlace, new ParallelOptions());
        BitsAssert.Equal(x, other, "x beside in place");
        BitsAssert.Equal(y, inPlace, "y in place");
    }

    [Fact]
    public void Public_calls_stream_above_the_threshold_and_not_in_place()
    {
        if (Streaming.Threshold > 512 << 20)
            Assert.Skip("The arrays would be too large.");
        int above = (int)(Streaming.Threshold / sizeof(double)) + 1, below = above - 1;
        double[] t = new double[above], x = new double[above], y = new double[above];
        Assert.Equal(typeof(StagedOneToOne<ArraySource, Strips<Sine>>), LoopOfOne(t, x, above));
        Assert.Equal(typeof(OneToOneLoop<Strips<Sine>>), LoopOfOne(t, x, below));
        Assert.Equal(typeof(OneToOneLoop<Strips<Sine>>), LoopOfOne(x, x, above));

        // Two destinations count together.
        Assert.Equal(typeof(StagedOneToTwo<ArraySource, PairStrips<Heart>>), LoopOfTwo(t, x, y, (above / 2) + 1));
        Assert.Equal(typeof(OneToTwoLoop<PairStrips<Heart>>), LoopOfTwo(t, x, y, below / 2));
        Assert.Equal(typeof(OneToTwoLoop<PairStrips<Heart>>), LoopOfTwo(t, t, y, above));
        Assert.Equal(typeof(OneToTwoLoop<PairStrips<Heart>>), LoopOfTwo(t, x, t, above));

        static Type? LoopOfOne(double[] x, double[] y, int count)
        {
            var recorder = new Recorder([]);
            OneToOne.Evaluate(default(Strips<Sine>), x.AsSpan(0, count), y, recorder);
            return recorder.Loops.Single();
        }

        static Type? LoopOfTwo(double[] t, double[] x, double[] y, int count)
        {
            var recorder = new Recorder([]);
            OneToTwo.Evaluate(default(PairStrips<Heart>), t.AsSpan(0, count), x, y, recorder);
            return recorder.Loops.Single();
        }
    }

    // Whole lines go to memory at once: a block that ended within one would leave two parts of it.
    [Fact]
    public unsafe void Blocks_end_at_the_destinations_lines()
    {
        double[] x = new double[1100], y = new double[1100];
        fixed (double* firsts = x, seconds = y)
        {
            for (int offset = 0; offset < CacheLine.Length; offset++)
            {
                var starts = new List<long>();
                new ForcedWidth(64).Run(new StagedOneToOne<Asked, Strips<Sine>>(default, new(starts), firsts + offset, streams: true), 1000);
                Check(starts, firsts + offset);
                starts.Clear();
                new ForcedWidth(64).Run(new StagedOneToTwo<Asked, PairStrips<Heart>>(default, new(starts), firsts + offset, seconds, streams: true), 1000);
                Check(starts, firsts + offset);
                foreach (int bytes in (int[])[CacheLine.Bytes, 4096])
                    Assert.Equal(CacheLine.ElementsTo(firsts + offset + 3, bytes), new StagedOneToTwo<Asked, PairStrips<Heart>>(default, new(starts), firsts + offset, seconds, streams: true).ElementsToBorder(3, bytes));
            }
        }

        static void Check(List<long> starts, double* destination)
        {
            Assert.InRange(starts.Count, 4, 5);
            Assert.All(starts.Skip(1), start => Assert.Equal(0, CacheLine.ElementsFrom(destination + start)));
        }
    }

    [Fact]
    public void The_share_of_the_last_level_cache_is_of_this_world()
    {
        Assert.InRange(LastLevelCache.Share, 256 << 10, 4L << 30);
        Assert.Equal(0.75, Streaming.Threshold / (double)LastLevelCache.Share);
    }

    /// <summary>Runs nothing: it only notes what it was to run.</summary>
    private readonly struct Recorder(List<Type> loops) : IRunner
    {
        public List<Type> Loops => loops;

        public void Run<TLoop>(TLoop loop, long count)
            where TLoop : struct, ILoop => loops.Add(typeof(TLoop));
    }

    /// <summary>Zeros, and where blocks of them began.</summary>
    private readonly unsafe struct Asked(List<long> starts) : ISource
    {
        public double* Arguments<V>(long first, int count, double* scratch)
            where V : struct, IDoubleLanes<V>, ILanes<V>
        {
            starts.Add(first);
            new Span<double>(scratch, count).Clear();
            return scratch;
        }
    }

    private static double[] Filled(int length)
    {
        var array = new double[length];
        Array.Fill(array, Untouched);
        return array;
    }

    private static void Check(double[] expected, double[] actual, int offset, int length)
    {
        BitsAssert.Equal(expected.AsSpan(0, length), actual.AsSpan(offset, length), $"{length} elements at {offset}");
        Assert.All([.. actual[..offset], .. actual[(offset + length)..]], value => Assert.Equal(Untouched, value));
    }
}
