using System.Numerics;
using System.Runtime.CompilerServices;
using Kernels.Functions;
using Kernels.Lanes;

namespace Kernels.Tests.Contract;

/// <summary>Results that go past the caches are the same, at the same places, and nowhere else.</summary>
public class StreamingTests
{
    public static IEnumerable<TheoryDataRow<int>> Widths => ForcedWidth.All.Select(bits => new TheoryDataRow<int>(bits));

    [Theory]
    [MemberData(nameof(Widths))]
    public void Streamed_results_are_those_of_direct_loops(int bits)
    {
        CheckStreamed<double, TableBody<OnCircle<Sine>, Declared>, HeartBody>(bits);
        CheckStreamed<float, TableBody<SingleOnCircle<Sine>, Declared>, SingleHeartBody>(bits);
    }

    private static unsafe void CheckStreamed<T, TSine, THeart>(int bits)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TSine : struct, IBody
        where THeart : struct, IBody
    {
        T[] input = Inputs.Mixed<T>(2000, seed: 41), expected = Operations.Named<T>("Sin").Evaluate(input)[0];
        T[][] expectedPoints = Operations.Named<T>("Heart").Evaluate(input);
        foreach (int length in (int[])[0, 1, 5, 7, 8, 9, 63, 64, 65, 248, 255, 256, 257, 300, 511, 513, 1999])
        {
            for (int offset = 0; offset <= CacheLine.Length<T>(); offset++)
            {
                int otherOffset = (offset * 5 % CacheLine.Length<T>()) + 1;
                T[] x = Filled<T>(length + 20), y = Filled<T>(length + 20), z = Filled<T>(length + 20);
                fixed (T* t = input, firsts = &x[offset], seconds = &y[otherOffset], sines = &z[offset])
                {
                    RawColumn[] points = [RawColumn.Of(t), RawColumn.Of(firsts), RawColumn.Of(seconds)];
                    RawColumn[] numbers = [RawColumn.Of(t), RawColumn.Of(sines)];
                    fixed (RawColumn* p = points, n = numbers)
                    {
                        new ForcedWidth(bits).Run(new StagedLoop<THeart, T>(default, p, streams: true), length);
                        new ForcedWidth(bits).Run(new StagedLoop<TSine, T>(default, n, streams: true), length);
                    }
                }

                Check(expectedPoints[0], x, offset, length);
                Check(expectedPoints[1], y, otherOffset, length);
                Check(expected, z, offset, length);
            }
        }
    }

    [Fact]
    public void Arrays_that_are_not_aligned_to_their_elements_are_filled_too()
    {
        CheckUnaligned<double, TableBody<OnCircle<Sine>, Declared>>();
        CheckUnaligned<float, TableBody<SingleOnCircle<Sine>, Declared>>();
    }

    private static unsafe void CheckUnaligned<T, TSine>()
        where T : unmanaged, IFloatingPointIeee754<T>
        where TSine : struct, IBody
    {
        T[] input = Inputs.Mixed<T>(1000, seed: 42), expected = Operations.Named<T>("Sin").Evaluate(input)[0], actual = new T[1002];
        fixed (T* x = input, memory = actual)
        {
            T* y = (T*)((byte*)memory + 3);
            RawColumn* columns = stackalloc RawColumn[] { RawColumn.Of(x), RawColumn.Of(y) };
            new ForcedWidth(256).Run(new StagedLoop<TSine, T>(default, columns, streams: true), 1000);
            BitsAssert.Equal(expected, new ReadOnlySpan<T>(y, 1000), "three bytes off");
        }
    }

    // Above the threshold the public calls stream, below they do not: the same bits on both sides, in place too.
    [Fact]
    public void Both_sides_of_the_threshold_agree()
    {
        // Without fused multiply-add in hardware millions of hearts would take minutes: there the curve has none.
        if (FusedMultiplyAdd.IsHardware)
            CheckThreshold(default(HeartCurve));
        else
            CheckThreshold(default(Line));
    }

    private static void CheckThreshold<TCurve>(TCurve curve)
        where TCurve : ICurve
    {
        var options = new ParallelOptions();
        CheckThreshold<double>(
            (x, y) => Curve.Sample(curve, -50, 1e-5, x, y, options), (t, x, y) => Curve.Evaluate(curve, t, x, y, options));
        CheckThreshold<float>(
            (x, y) => Curve.Evaluate(curve, Parameters(x.Length), x, y, options), (t, x, y) => Curve.Evaluate(curve, t, x, y, options));
    }

    private static float[] Parameters(int count)
    {
        float[] t = new float[count];
        for (int i = 0; i < count; i++)
            t[i] = (float)FusedMultiplyAdd.Of(i, 1e-5, -50);
        return t;
    }

    private static void CheckThreshold<T>(Action<T[], T[]> sample, TwoResults<T> evaluate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int length = (int)Math.Min(Streaming.Threshold / Unsafe.SizeOf<T>(), 12_000_000) + 1001;
        T[] x = new T[length], y = new T[length], inPlace = new T[length], other = new T[length];
        sample(x, y);
        const int Part = 100_000;
        T[] t = new T[Part], partX = new T[Part], partY = new T[Part];
        for (int i = 0; i < length; i += Part)
        {
            int n = Math.Min(Part, length - i);
            for (int j = 0; j < n; j++)
                t[j] = inPlace[i + j] = T.CreateTruncating(FusedMultiplyAdd.Of(i + j, 1e-5, -50));
            evaluate(t.AsSpan(0, n), partX, partY);
            BitsAssert.Equal<T>(partX.AsSpan(0, n), x.AsSpan(i, n), "x");
            BitsAssert.Equal<T>(partY.AsSpan(0, n), y.AsSpan(i, n), "y");
        }

        evaluate(inPlace, other, inPlace);
        BitsAssert.Equal(x, other, "x beside in place");
        BitsAssert.Equal(y, inPlace, "y in place");
    }

    private readonly struct Line : ICurve
    {
        public (V X, V Y) Evaluate<V>(V t)
            where V : struct, ILanes<V> => (t + 1, 2 * t);
    }

    [Fact]
    public void Public_calls_stream_above_the_threshold_and_not_in_place()
    {
        if (Streaming.Threshold > 512 << 20)
            Assert.Skip("The arrays would be too large.");
        CheckChoice<double, TableBody<OnCircle<Sine>, Declared>, HeartBody>();
        CheckChoice<float, TableBody<SingleOnCircle<Sine>, Declared>, SingleHeartBody>();
    }

    private static void CheckChoice<T, TSine, THeart>()
        where T : unmanaged
        where TSine : struct, IBody
        where THeart : struct, IBody
    {
        int above = (int)(Streaming.Threshold / Unsafe.SizeOf<T>()) + 1, below = above - 1;
        T[] t = new T[above], x = new T[above], y = new T[above];
        Assert.True(StreamsOne(t, x, above));
        Assert.False(StreamsOne(t, x, below));
        Assert.False(StreamsOne(x, x, above));

        // Two destinations count together.
        Assert.True(StreamsTwo(t, x, y, (above / 2) + 1));
        Assert.False(StreamsTwo(t, x, y, below / 2));
        Assert.False(StreamsTwo(t, t, y, above));
        Assert.False(StreamsTwo(t, x, t, above));

        static bool StreamsOne(T[] x, T[] y, int count)
        {
            var recorder = new Recorder<TSine, T>([]);
            Driver.Evaluate<TSine, T, Recorder<TSine, T>>(default, x.AsSpan(0, count), y, default, recorder);
            return recorder.Streams.Single();
        }

        static bool StreamsTwo(T[] t, T[] x, T[] y, int count)
        {
            var recorder = new Recorder<THeart, T>([]);
            Driver.Evaluate<THeart, T, Recorder<THeart, T>>(default, t.AsSpan(0, count), x, y, recorder);
            return recorder.Streams.Single();
        }
    }

    // Whole lines go to memory at once: a block that ended within one would leave two parts of it.
    [Fact]
    public void Blocks_end_at_the_destinations_lines()
    {
        CheckBlocks<double>();
        CheckBlocks<float>();
    }

    private static unsafe void CheckBlocks<T>()
        where T : unmanaged
    {
        T[] x = new T[2100];
        fixed (T* results = x)
        {
            for (int offset = 0; offset < CacheLine.Length<T>(); offset++)
            {
                Asked.Starts.Clear();
                T* destination = results + offset;
                RawColumn[] columns = [RawColumn.Grid(0, 1, 0), RawColumn.Of(destination)];
                fixed (RawColumn* p = columns)
                {
                    var loop = new StagedLoop<Asked, double>(default, p, streams: true);
                    new ForcedWidth(64).Run(loop, 2000);
                    foreach (int bytes in (int[])[CacheLine.Bytes, 4096])
                        Assert.Equal(CacheLine.ElementsTo(destination + 3, bytes), loop.ElementsToBorder(3, bytes));
                }

                int blocks = (2000 + Block.Length - 1) / Block.Length;
                Assert.InRange(Asked.Starts.Count, blocks, blocks + 1);
                foreach (long start in Asked.Starts.Skip(1))
                    Assert.Equal(0, CacheLine.ElementsFrom(destination + start));
            }
        }
    }

    // What is before the first whole line is done by itself: strips after it end at lines, which go to memory as a whole.
    [Fact]
    public unsafe void Direct_loops_stream_from_the_destinations_first_line_on()
    {
        double[] numbers = [.. Enumerable.Range(0, 2000)], x = new double[2100];
        fixed (double* input = numbers, results = x)
        {
            for (int offset = 0; offset < CacheLine.Length<double>(); offset++)
            {
                Asked.Starts.Clear();
                var columns = new DirectColumns<double> { First = input, Second = results + offset, Stream = true };
                new ForcedWidth(64).Run(new DirectLoop<Asked, double>(default, &columns), numbers.Length);
                int head = CacheLine.ElementsTo(results + offset);
                Assert.Equal(head == 0 ? [0] : [0, head], Asked.Starts);
            }
        }
    }

    [Fact]
    public void The_share_of_the_last_level_cache_is_of_this_world()
    {
        Assert.InRange(LastLevelCache.Share, 256 << 10, 4L << 30);
        Assert.Equal(0.75, Streaming.Threshold / (double)LastLevelCache.Share);
    }

    /// <summary>Runs nothing: it only notes whether results were to go past the caches.</summary>
    private readonly struct Recorder<TBody, T>(List<bool> streams) : IRunner
        where TBody : struct, IBody
        where T : unmanaged
    {
        public List<bool> Streams => streams;

        public void Run<TLoop>(TLoop loop, long count)
            where TLoop : struct, ILoop => streams.Add(((DirectLoop<TBody, T>)(object)loop).Streams);
    }

    /// <summary>Notes where blocks begin: of inputs that are their indices.</summary>
    private readonly unsafe struct Asked : IBody
    {
        public static List<long> Starts { get; } = [];

        public static int Inputs => 1;

        public static int Results => 1;

        public ulong FunctionKey => 0;

        public long Evaluate<VNear, VWhole, T>(T** columns, long first, long count, bool streams)
            where VNear : struct, ILanes<VNear>
            where VWhole : struct, ILanes<VWhole>
            where T : unmanaged
        {
            Starts.Add((long)((double*)columns[0])[first]);
            return count;
        }
    }

    private static T[] Filled<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var array = new T[length];
        Array.Fill(array, T.CreateTruncating(12345.678));
        return array;
    }

    private static void Check<T>(T[] expected, T[] actual, int offset, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        BitsAssert.Equal<T>(expected.AsSpan(0, length), actual.AsSpan(offset, length), $"{length} elements at {offset}");
        Assert.All([.. actual[..offset], .. actual[(offset + length)..]], value => Assert.Equal(T.CreateTruncating(12345.678), value));
    }
}
