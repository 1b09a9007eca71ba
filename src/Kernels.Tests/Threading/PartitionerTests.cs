using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Kernels.Tests.Threading;

/// <summary>Parallel calls: the same bits, every element once, progress in order, and what they allocate.</summary>
public class PartitionerTests
{
    /// <summary>
    /// Enough work for several threads, and no round number. Without fused multiply-add in hardware an element takes a microsecond.
    /// </summary>
    internal static readonly int Length = Lanes.FusedMultiplyAdd.IsHardware ? 300_001 : 20_001;

    /// <summary>Enough for progress to be reported more than once.</summary>
    private static readonly int LongLength = 12 * Length;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Every_element_is_done_exactly_once(int threads)
    {
        foreach (int length in (int[])[1, 8, 1023, 1024, 1025, Length])
        {
            var counts = new int[length];
            new Kernels.Threading.Partitioner(Threads(threads), null).Run(new Counting(counts), length);
            Assert.All(counts, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void Chunks_are_short_where_elements_are_dear_and_end_at_cache_lines()
    {
        var starts = new SortedSet<long>();
        new Kernels.Threading.Partitioner(Threads(2), null).Run(new Dear(starts), 1000);
        long[] borders = [.. starts.Where(start => start >= 24)];
        Assert.True(borders.Length >= 100);

        // After a disturbance a piece may be less than a line.
        Assert.True(borders.Count(border => border % 8 == 7) > 90);
    }

    [Fact]
    public void One_thread_allowed_means_the_caller_alone()
    {
        int me = Environment.CurrentManagedThreadId;
        var others = new ConcurrentBag<int>();
        new Kernels.Threading.Partitioner(Threads(1), null).Run(
            new Counting(new int[2000], (_, _) =>
            {
                Thread.Sleep(1);
                if (Environment.CurrentManagedThreadId != me)
                    others.Add(1);
            }),
            2000);
        Assert.Empty(others);
    }

    [Fact]
    public void No_limit_on_threads_means_no_more_than_processors()
    {
        double[] x = new double[LongLength], y = new double[x.Length];
        var options = Threads(int.MaxValue);
        Elementary.Sin(x, y, options);

        // To wait for a late thread may take memory too, but not each time.
        long least = long.MaxValue;
        for (int call = 0; call < 5; call++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Elementary.Sin(x, y, options);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, 1024);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(7, -1)]
    [InlineData(1, 4_000_000)]
    [InlineData(2, 0)]
    public void Progress_increases_and_ends_with_the_total(int threads, int length)
    {
        if (length < 0)
            length = LongLength;
        double[] x = new double[length];
        var reports = new Recorder();
        Elementary.Sin(x, x, Threads(threads), reports);
        Assert.Equal(length, reports.Values[^1]);
        Assert.Equal(reports.Values.Order().Distinct(), reports.Values);
        Assert.False(reports.Overlapped);

        // Alone the caller cannot miss them, however busy the machine; so much takes the fastest one more than a millisecond.
        if (length > LongLength)
            Assert.True(reports.Values.Count > 2, $"{reports.Values.Count} reports");
    }

    [Fact]
    public void A_token_cancelled_before_stops_before_the_first_write()
    {
        double[] x = Inputs.Uniform(Length, 1), y = new double[Length];
        var token = new CancellationToken(canceled: true);
        var options = new ParallelOptions { CancellationToken = token };
        var exception = Assert.Throws<OperationCanceledException>(() => Elementary.Sin(x, y, options));
        Assert.Equal(token, exception.CancellationToken);
        Assert.All(y, value => Assert.Equal(0, value));
        Assert.Throws<OperationCanceledException>(() => Elementary.Sin((double[])[], [], options));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void An_exception_surfaces_once_as_it_is(int threads)
    {
        double[] x = new double[Length], y = new double[Length];
        x[^1] = 1;
        var exception = Assert.Throws<InvalidTimeZoneException>(() => Function.Apply(new ThrowingAtOne(), x, y, Threads(threads)));
        Assert.Equal("thrown by the function", exception.Message);
        Assert.Contains(nameof(ThrowingAtOne), exception.StackTrace!, StringComparison.Ordinal);
        Assert.Throws<InvalidTimeZoneException>(() => Function.Apply(new ThrowingAtOne(), x, y));
        CheckUsable();
    }

    [Fact]
    public void An_exception_of_the_progress_surfaces()
    {
        double[] x = new double[LongLength];
        var reports = new Recorder { OnReport = _ => throw new InvalidTimeZoneException() };
        Assert.Throws<InvalidTimeZoneException>(() => Elementary.Sin(x, x, Threads(2), reports));
        Assert.Single(reports.Values);
        CheckUsable();
    }

    [Fact]
    public void The_schedulers_threads_are_used_and_the_caller_takes_part()
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        double[] x = new double[Length];
        Elementary.Sin(x, x, new ParallelOptions { MaxDegreeOfParallelism = 7, TaskScheduler = new NeverScheduler() });
        BitsAssert.Equal(new double[Length], x, "on the caller alone");

        var refusing = new NeverScheduler { Refuses = true };
        var options = new ParallelOptions { MaxDegreeOfParallelism = 7, TaskScheduler = refusing };
        Assert.Throws<TaskSchedulerException>(() => Elementary.Sin(x, x, options));
    }

    [Fact]
    public async Task Concurrent_callers_do_not_disturb_one_another()
    {
        double[] input = Inputs.Mixed(Length, seed: 22);
        double[][] expected = Operations.Named<double>("Heart").Evaluate(input);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (int call = 0; call < 10; call++)
            {
                double[] x = new double[Length], y = new double[Length];
                Curve.Evaluate(new HeartCurve(), input, x, y, Threads(3));
                BitsAssert.Equal(expected[0], x, "x beside other callers");
                BitsAssert.Equal(expected[1], y, "y beside other callers");
            }
        }, Token)));
    }

    [Fact]
    public void Calls_within_calls_finish()
    {
        double[] x = Inputs.Uniform(LongLength, 1), inner = Inputs.Uniform(Length, 1), results = new double[Length];
        int calls = 0;
        var reports = new Recorder
        {
            OnReport = _ =>
            {
                Elementary.Cos(inner, results, Threads(3));
                calls++;
            },
        };

        // On a busy machine a call may take so long that it is reported once.
        for (int call = 0; call < 20 && calls < 2 + call; call++)
            Elementary.Sin(x, x, Threads(3), reports);
        Assert.True(calls > 1);
        BitsAssert.Equal(Operations.Named<double>("Cos").Evaluate(inner)[0], results, "the call within");
    }

    [Fact]
    public async Task A_starved_pool_leaves_the_work_to_the_caller()
    {
        using var release = new ManualResetEventSlim();
        ThreadPool.GetMaxThreads(out int threads, out _);
        int blocked = Math.Min(threads, 4 * Environment.ProcessorCount);
        var blockers = Enumerable.Range(0, blocked).Select(_ => Task.Run(() => release.Wait(Token), Token)).ToArray();
        double[] input = Inputs.Mixed(Length, seed: 24), actual = new double[Length];
        Elementary.Sin(input, actual, Threads(4));
        release.Set();
        await Task.WhenAll(blockers);
        BitsAssert.Equal(Operations.Named<double>("Sin").Evaluate(input)[0], actual, "beside a starved pool");
    }

    [Fact]
    public void A_parallel_call_allocates_a_little_and_nothing_per_chunk()
    {
        // The call itself takes 320; of its chunks there are hundreds.
        const int MostBytes = 512;
        double[] x = new double[2 * LongLength];
        var options = Threads(2);
        Elementary.Sin(x, x, options);
        Assert.InRange(Allocated(Length), 0, MostBytes);
        Assert.InRange(Allocated(x.Length), 0, MostBytes);

        // What a thread gives back when it has lost its core takes memory too: often on a busy machine, but not each time.
        long Allocated(int length)
        {
            long least = long.MaxValue;
            for (int call = 0; call < 200 && least > MostBytes; call++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                Elementary.Sin(x.AsSpan(0, length), x, options);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            return least;
        }
    }

    internal static ParallelOptions Threads(int threads) => new() { MaxDegreeOfParallelism = threads };

    private static void CheckUsable()
    {
        double[] input = Inputs.Mixed(Length, seed: 23), actual = new double[Length];
        Elementary.Sin(input, actual, new ParallelOptions());
        BitsAssert.Equal(Operations.Named<double>("Sin").Evaluate(input)[0], actual, "the call after");
    }

    /// <summary>A loop of its own kind, since what is known of the pace belongs to the kind. Fifty microseconds for an element.</summary>
    private readonly struct Dear(SortedSet<long> starts) : ILoop
    {
        public long Run<VNear, VWhole>(long first, long count)
            where VNear : struct, ILanes<VNear>
            where VWhole : struct, ILanes<VWhole>
        {
            lock (starts)
                starts.Add(first);
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalMicroseconds < 50 * count)
                Thread.SpinWait(1);
            return count;
        }

        public ulong FunctionKey => Loops.FunctionKey.None;

        public static int ElementBytes => sizeof(double);

        public long ElementsToBorder(long first, int bytes) => (bytes / sizeof(double)) - 1 - (first % (bytes / sizeof(double)));
    }

    private readonly struct ThrowingAtOne : IFunction
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public V Evaluate<V>(V x)
            where V : struct, ILanes<V>
        {
            // 0/0 in the lane of 1.
            if (V.AnyNaN((x - 1) / (x - 1)))
                throw new InvalidTimeZoneException("thrown by the function");
            return x;
        }
    }

    // Takes tasks and never runs them, or does not even take them.
    private sealed class NeverScheduler : TaskScheduler
    {
        public bool Refuses { get; init; }

        protected override IEnumerable<Task> GetScheduledTasks() => [];

        protected override void QueueTask(Task task)
        {
            if (Refuses)
                throw new NotSupportedException();
        }

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
    }
}
