using System.Runtime.CompilerServices;
using Kernels.Threading;

namespace Kernels.Tests.Threading;

/// <summary>Chunks, claimed and done by several threads, and an orderly end whatever happens.</summary>
public class JobTests
{
    private const int ChunkLength = 1000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Every_element_is_done_exactly_once(int threads)
    {
        foreach (int length in (int[])[1, ChunkLength - 1, ChunkLength + 1, (5 * ChunkLength) + 123, 40 * ChunkLength])
        {
            var counts = new int[length];
            Run(new Counting(counts), length, threads);
            Assert.All(counts, count => Assert.Equal(1, count));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void A_cancellation_during_the_call_stops_the_rest(int threads)
    {
        using var source = new CancellationTokenSource();
        var counts = new int[100 * ChunkLength];

        // Later chunks wait for the cancellation, so that each thread is within one chunk at most when it comes.
        var loop = new Counting(counts, first =>
        {
            if (first / ChunkLength == 3)
                source.Cancel();
            else if (first / ChunkLength > 3)
                source.Token.WaitHandle.WaitOne();
        });
        var exception = Assert.Throws<OperationCanceledException>(() => RunUntil(loop, counts.Length, threads, source.Token));
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.All(counts, count => Assert.InRange(count, 0, 1));
        Assert.InRange(counts.Sum(), 4 * ChunkLength, (4 + threads) * ChunkLength);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void An_exception_stops_the_rest_and_surfaces_once_as_it_is(int threads)
    {
        var counts = new int[200 * ChunkLength];
        var loop = new Counting(counts, first => ThrowIn(first / ChunkLength >= 3));
        var exception = Assert.Throws<InvalidTimeZoneException>(() => Run(loop, counts.Length, threads));
        Assert.Contains(nameof(ThrowIn), exception.StackTrace!, StringComparison.Ordinal);
        Assert.InRange(counts.Sum(), 4 * ChunkLength, (3 + threads) * ChunkLength);

        // The stack trace must have it.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static void ThrowIn(bool chunk)
        {
            if (chunk)
                throw new InvalidTimeZoneException();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_more_threads_work_than_allowed(int threads)
    {
        var gauge = new Gauge();
        Run(Gauging(gauge, 60, 2), 60 * ChunkLength, threads);
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
            Run(Gauging(gauge, 4, 100, idleThread: Environment.CurrentManagedThreadId), 4 * ChunkLength, 3);
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
    public void A_helper_that_comes_late_touches_nothing()
    {
        var counts = new int[10 * ChunkLength];
        var late = new HeldScheduler();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 3, TaskScheduler = late };
        new Job<Counting>(new Counting(counts), new Partition(0, counts.Length, 0, ChunkLength), options, null).Run(3);
        Assert.All(counts, count => Assert.Equal(1, count));
        Assert.Equal(2, late.RunAll());
        Assert.All(counts, count => Assert.Equal(1, count));
    }

    private static void Run(Counting loop, int length, int threads) => RunUntil(loop, length, threads, CancellationToken.None);

    private static void RunUntil(Counting loop, int length, int threads, CancellationToken token)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = token };
        new Job<Counting>(loop, new Partition(0, length, 0, ChunkLength), options, null).Run(threads);
    }

    // Chunks that take a while, except on one thread.
    private static Counting Gauging(Gauge gauge, int chunks, int milliseconds, int idleThread = 0) => new(new int[chunks * ChunkLength], _ =>
    {
        if (Environment.CurrentManagedThreadId == idleThread)
        {
            Thread.Yield();
            return;
        }

        gauge.Enter();
        Thread.Sleep(milliseconds);
        gauge.Leave();
    });

    // Takes tasks, and runs them when told to.
    private sealed class HeldScheduler : TaskScheduler
    {
        private readonly List<Task> _tasks = [];

        public int RunAll() => _tasks.Count(TryExecuteTask);

        protected override IEnumerable<Task> GetScheduledTasks() => _tasks;

        protected override void QueueTask(Task task) => _tasks.Add(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
    }
}
