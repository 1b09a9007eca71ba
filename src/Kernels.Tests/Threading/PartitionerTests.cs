using System.Runtime.CompilerServices;
using Kernels.Lanes;
using Kernels.Threading;

namespace Kernels.Tests.Threading;

/// <summary>Parallel calls: the same bits, every element once, and an orderly end whatever happens.</summary>
public class PartitionerTests
{
    private const int Length = (5 * Partition.ChunkLength) + 1234;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<string, int>> NamesAndThreads =>
        from operation in Operation.All from threads in (int[])[1, 2, 3, 7, -1] select new TheoryDataRow<string, int>(operation.Name, threads);

    [Theory]
    [MemberData(nameof(NamesAndThreads))]
    public void Parallel_equals_sequential(string name, int threads)
    {
        var operation = Operation.Named(name);
        foreach (int length in (int[])[0, 1, 100, Partition.ChunkLength, Partition.ChunkLength + 1, Length])
        {
            double[] input = Inputs.Mixed(length, seed: 21), first = new double[length], second = new double[length];
            double[][] expected = operation.Evaluate(input);
            operation.Run(input, first, second, Threads(threads));
            BitsAssert.Equal(expected[0], first, $"{name} on {threads} threads");
            if (operation.Outputs == 2)
                BitsAssert.Equal(expected[1], second, $"{name} on {threads} threads");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Every_element_is_done_exactly_once(int threads)
    {
        foreach (long length in (long[])[1, Partition.ChunkLength - 1, Partition.ChunkLength + 1, Length, 40L * Partition.ChunkLength])
        {
            var counts = new int[length];
            new Partitioner(Threads(threads), null).Run(new Counting(counts), length);
            Assert.All(counts, count => Assert.Equal(1, count));
        }
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, Length)]
    [InlineData(7, 40 * Partition.ChunkLength)]
    [InlineData(2, 0)]
    public void Progress_increases_and_ends_with_the_total(int threads, int length)
    {
        double[] x = new double[length];
        var reports = new Recorder();
        Trig.Sin(x, x, Threads(threads), reports);
        Assert.Equal(length, reports.Values[^1]);
        Assert.Equal(reports.Values.Order().Distinct(), reports.Values);
        Assert.False(reports.Overlapped);
    }

    [Fact]
    public void A_token_cancelled_before_stops_before_the_first_write()
    {
        double[] x = Inputs.Uniform(Length, 1), y = new double[Length];
        var token = new CancellationToken(canceled: true);
        var exception = Assert.Throws<OperationCanceledException>(() => Trig.Sin(x, y, new ParallelOptions { CancellationToken = token }));
        Assert.Equal(token, exception.CancellationToken);
        Assert.All(y, value => Assert.Equal(0, value));
        Assert.Throws<OperationCanceledException>(() => Trig.Sin([], [], new ParallelOptions { CancellationToken = token }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void A_cancellation_during_the_call_stops_the_rest(int threads)
    {
        using var source = new CancellationTokenSource();
        var counts = new int[100 * Partition.ChunkLength];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = source.Token };
        var exception = Assert.Throws<OperationCanceledException>(
            () => new Partitioner(options, null).Run(new CancellingInChunkThree(counts, source), counts.Length));
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.All(counts, count => Assert.InRange(count, 0, 1));
        Assert.InRange(counts.Sum(), 4 * Partition.ChunkLength, (4 + threads) * Partition.ChunkLength);
        CheckUsable();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void An_exception_surfaces_once_as_it_is(int threads)
    {
        double[] x = new double[50 * Partition.ChunkLength], y = new double[x.Length];
        var exception = Assert.Throws<InvalidTimeZoneException>(() => Function.Apply(new Throwing(), x, y, Threads(threads)));
        Assert.Equal("thrown by the function", exception.Message);
        Assert.Contains(nameof(Throwing), exception.StackTrace!, StringComparison.Ordinal);
        Assert.Throws<InvalidTimeZoneException>(() => Function.Apply(new Throwing(), x, y));
        CheckUsable();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void An_exception_stops_the_rest(int threads)
    {
        var counts = new int[200 * Partition.ChunkLength];
        Assert.Throws<InvalidTimeZoneException>(() => new Partitioner(Threads(threads), null).Run(new ThrowingInChunkThree(counts), counts.Length));
        Assert.InRange(counts.Sum(), 3 * Partition.ChunkLength, 100 * Partition.ChunkLength);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_more_threads_work_than_allowed(int threads)
    {
        var gauge = new Gauge();
        new Partitioner(Threads(threads), null).Run(new Gauging(gauge, 2), 60L * Partition.ChunkLength);
        Assert.InRange(gauge.Most, 1, threads);
    }

    [Fact]
    public void An_interrupted_caller_waits_for_the_others_all_the_same()
    {
        var gauge = new Gauge();
        int inside = -1;
        bool interrupted = false;
        var caller = new Thread(() =>
        {
            // Its own chunks are nothing: it is soon waiting for the others.
            var loop = new Gauging(gauge, 100, idleThread: Environment.CurrentManagedThreadId);
            new Partitioner(Threads(3), null).Run(loop, 4L * Partition.ChunkLength);
            inside = gauge.Now;
            try
            {
                Thread.Sleep(0);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        });
        caller.Start();
        Assert.True(SpinWait.SpinUntil(() => gauge.Now > 0 || !caller.IsAlive, 10_000));
        bool wasRunning = gauge.Now > 0;
        caller.Interrupt();
        caller.Join();
        Assert.Equal(0, inside);
        Assert.True(interrupted || !wasRunning);
    }

    [Fact]
    public void An_exception_of_the_progress_surfaces()
    {
        double[] x = new double[Length];
        var reports = new Recorder { OnReport = _ => throw new InvalidTimeZoneException() };
        Assert.Throws<InvalidTimeZoneException>(() => Trig.Sin(x, x, Threads(2), reports));
        CheckUsable();
    }

    [Fact]
    public void The_schedulers_threads_are_used_and_the_caller_takes_part()
    {
        double[] x = new double[Length];
        Trig.Sin(x, x, new ParallelOptions { MaxDegreeOfParallelism = 7, TaskScheduler = new NeverScheduler() });
        BitsAssert.Equal(new double[Length], x, "on the caller alone");

        var refusing = new NeverScheduler { Refuses = true };
        Assert.Throws<TaskSchedulerException>(() => Trig.Sin(x, x, new ParallelOptions { MaxDegreeOfParallelism = 7, TaskScheduler = refusing }));
    }

    [Fact]
    public async Task Concurrent_callers_do_not_disturb_one_another()
    {
        double[] input = Inputs.Mixed(Length, seed: 22);
        double[][] expected = Operation.Named("Heart").Evaluate(input);
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
    public void A_parallel_call_allocates_a_little_and_nothing_per_chunk()
    {
        double[] x = new double[400 * Partition.ChunkLength];
        var options = Threads(2);
        Trig.Sin(x, x, options);
        long small = Allocated(4 * Partition.ChunkLength), large = Allocated(x.Length);
        Assert.InRange(large, 0, 2048);
        Assert.InRange(large - small, -512, 512);

        long Allocated(int length)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Trig.Sin(x.AsSpan(0, length), x, options);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static ParallelOptions Threads(int threads) => new() { MaxDegreeOfParallelism = threads };

    private static void CheckUsable()
    {
        double[] input = Inputs.Mixed(Length, seed: 23), actual = new double[Length];
        Trig.Sin(input, actual, new ParallelOptions());
        BitsAssert.Equal(Operation.Named("Sin").Evaluate(input)[0], actual, "the call after");
    }

    private readonly struct Counting(int[] counts) : ILoop
    {
        public void Run<VNear, VWhole>(long first, long count)
            where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
            where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
        {
            for (long i = first; i < first + count; i++)
                Interlocked.Increment(ref counts[i]);
        }
    }

    // Later chunks wait for the cancellation, so that each thread is within one chunk at most when it comes.
    private readonly struct CancellingInChunkThree(int[] counts, CancellationTokenSource source) : ILoop
    {
        public void Run<VNear, VWhole>(long first, long count)
            where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
            where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
        {
            new Counting(counts).Run<VNear, VWhole>(first, count);
            long chunk = first / Partition.ChunkLength;
            if (chunk == 3)
                source.Cancel();
            else if (chunk > 3)
                source.Token.WaitHandle.WaitOne();
        }
    }

    private readonly struct ThrowingInChunkThree(int[] counts) : ILoop
    {
        public void Run<VNear, VWhole>(long first, long count)
            where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
            where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
        {
            if (first / Partition.ChunkLength == 3)
                throw new InvalidTimeZoneException();
            Thread.Sleep(1);
            new Counting(counts).Run<VNear, VWhole>(first, count);
        }
    }

    private sealed class Gauge
    {
        private int _now;
        private int _most;

        public int Most => _most;

        public int Now => Volatile.Read(ref _now);

        public void Enter()
        {
            int now = Interlocked.Increment(ref _now), most;
            while (now > (most = Volatile.Read(ref _most)))
                Interlocked.CompareExchange(ref _most, now, most);
        }

        public void Leave() => Interlocked.Decrement(ref _now);
    }

    // Chunks that take a while, except on one thread.
    private readonly struct Gauging(Gauge gauge, int milliseconds, int idleThread = 0) : ILoop
    {
        public void Run<VNear, VWhole>(long first, long count)
            where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
            where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole>
        {
            if (Environment.CurrentManagedThreadId == idleThread)
            {
                Thread.Yield();
                return;
            }

            gauge.Enter();
            Thread.Sleep(milliseconds);
            gauge.Leave();
        }
    }

    private readonly struct Throwing : IFunction
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public V Evaluate<V>(V x)
            where V : struct, ILanes<V> => throw new InvalidTimeZoneException("thrown by the function");
    }

    private sealed class Recorder : IProgress<long>
    {
        private int _inside;

        public List<long> Values { get; } = [];

        public bool Overlapped { get; private set; }

        public Action<long> OnReport { get; init; } = _ => { };

        public void Report(long value)
        {
            if (Interlocked.Increment(ref _inside) != 1)
                Overlapped = true;
            Values.Add(value);
            Thread.Sleep(1);
            Interlocked.Decrement(ref _inside);
            OnReport(value);
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
