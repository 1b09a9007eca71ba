using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Kernels.Threading;

namespace Kernels.Tests.Threading;

/// <summary>Chunks, claimed and done by several threads, and an orderly end whatever happens.</summary>
public class JobTests
{
    /// <summary>A job goes by it at first: so its chunks have several pieces.</summary>
    private const float ExpectedNanoseconds = 0.5f;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Every_element_is_done_exactly_once(int threads)
    {
        foreach (int length in (int[])[1, 7, 8, 9, 999, 1025, 5123, 40_000])
        {
            var counts = new int[length];
            Run(new Counting(counts), length, threads, null, Token);
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
        var counts = new int[100_000];
        int parts = 0;

        // Later parts wait for the cancellation, so that each thread is within one part at most when it comes.
        var loop = new Counting(counts, (_, _) =>
        {
            if (Interlocked.Increment(ref parts) == 3)
                source.Cancel();
            else if (parts > 3)
                source.Token.WaitHandle.WaitOne();
        });
        var exception = Assert.Throws<OperationCanceledException>(() => Run(loop, counts.Length, threads, null, source.Token));
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.All(counts, count => Assert.InRange(count, 0, 1));
        Assert.InRange(parts, 3, 2 + threads);
    }

    [Fact]
    public void A_cancellation_with_nothing_left_to_do_comes_too_late()
    {
        using var source = new CancellationTokenSource();
        var counts = new int[8];
        Run(new Counting(counts, (_, _) => source.Cancel()), counts.Length, 1, null, source.Token);
        Assert.All(counts, count => Assert.Equal(1, count));
    }

    // All is one chunk: nothing else is left that would be missed.
    [Fact]
    public void A_cancellation_within_the_last_chunk_is_no_success()
    {
        using var source = new CancellationTokenSource();
        var counts = new int[4 * Vectors.Length];
        var loop = new Vectors((first, count) =>
        {
            for (long i = first; i < first + count; i++)
                counts[i]++;
            source.Cancel();
            Ticks.Advance();
        });
        var options = new ParallelOptions { CancellationToken = source.Token };
        var pacer = new Pacer(ExpectedNanoseconds);
        var partition = new Partition(0, counts.Length, 0, Vectors.ElementBytes);
        Assert.Throws<OperationCanceledException>(() => Job<Vectors>.Run(loop, partition, ref pacer, 1, 1, options, null));
        Assert.Equal([1, 0, 0, 0], counts.Chunk(Vectors.Length).Select(vector => vector.Distinct().Single()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void An_exception_stops_the_rest_and_surfaces_once_as_it_is(int threads)
    {
        int parts = 0;
        var loop = new Counting(new int[100_000], (_, _) => ThrowIn(Interlocked.Increment(ref parts) >= 3));
        var exception = Assert.Throws<InvalidTimeZoneException>(() => Run(loop, 100_000, threads, null, Token));
        Assert.Contains(nameof(ThrowIn), exception.StackTrace!, StringComparison.Ordinal);
        Assert.InRange(parts, 3, 2 + threads);

        // The stack trace must have it.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static void ThrowIn(bool part)
        {
            if (part)
                throw new InvalidTimeZoneException();
        }
    }

    // The caller has taken a long chunk and a helper all others, and left: then the long one turns out to be dear.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_given_back_is_taken_by_whoever_has_nothing_to_do(bool callersIsDear)
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        const int Length = 40_000;
        int caller = Environment.CurrentManagedThreadId, dearThread = 0;
        long dearEnd = 0, othersDone = 0;
        var company = new Company();
        var counts = new int[Length];
        var loop = new Vectors((first, count) =>
        {
            bool isCaller = Environment.CurrentManagedThreadId == caller;

            // Its first vector waits until the other thread has done what it can get, and has had time to leave, or to fall asleep.
            if (isCaller == callersIsDear && Interlocked.CompareExchange(ref dearThread, Environment.CurrentManagedThreadId, 0) == 0)
            {
                long before;
                do
                {
                    before = Interlocked.Read(ref othersDone);
                    Thread.Sleep(30);
                }
                while (before == 0 || before != Interlocked.Read(ref othersDone));
                Volatile.Write(ref dearEnd, long.MaxValue);
            }

            for (long i = first; i < first + count; i++)
                Interlocked.Increment(ref counts[i]);
            if (Volatile.Read(ref dearEnd) == 0)
            {
                Interlocked.Add(ref othersDone, count);
                while (dearThread == 0)
                    Thread.SpinWait(1);
                return;
            }

            company.Await(parts: 20);
            if (!company.HasCome)
                Thread.Sleep(2);
        });
        var options = new ParallelOptions { CancellationToken = Token };
        var pacer = new Pacer(ExpectedNanoseconds);
        Job<Vectors>.Run(loop, new Partition(0, Length, 0, Vectors.ElementBytes), ref pacer, 2, 2, options, null);
        Assert.True(company.HasCome);
        Assert.All(counts, count => Assert.Equal(1, count));
    }

    // A scheduler that runs helpers at once, or each on a thread of its own, is asked for a limited number of them.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_scheduler_is_asked_for_few_helpers(bool isInline)
    {
        var scheduler = new OwnScheduler { IsInline = isInline };
        var counts = new int[100_000];
        Run(new Counting(counts), counts.Length, 3, scheduler, Token);
        scheduler.Join();
        Assert.All(counts, count => Assert.Equal(1, count));
        Assert.InRange(scheduler.Tasks, 1, 20);
    }

    // After a chunk that failed there is nothing new to report.
    [Fact]
    public void Progress_increases_strictly_where_a_chunk_fails()
    {
        var reports = new Recorder();
        int parts = 0;
        var loop = new Counting(new int[100_000], (_, _) =>
        {
            Thread.Sleep(2);
            if (++parts == 4)
                throw new InvalidTimeZoneException();
        });
        Assert.Throws<InvalidTimeZoneException>(() => Run(loop, 100_000, 1, null, Token, reports));
        Assert.Equal(3, reports.Values.Count);
        Assert.Equal(reports.Values.Order().Distinct(), reports.Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_more_threads_work_than_allowed(int threads)
    {
        var gauge = new Gauge();
        Run(new Counting(new int[2400], (_, _) => Slowly(gauge.Enter, gauge.Leave)), 2400, threads, null, Token);
        Assert.InRange(gauge.Most, 1, threads);
    }

    [Fact]
    public void An_interrupted_caller_waits_for_the_others_all_the_same_and_stays_interrupted()
    {
        using var helperInside = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var gauge = new Gauge();
        bool interrupted = false;
        int inside = -1;
        var caller = new Thread(() =>
        {
            int me = Environment.CurrentManagedThreadId;
            Run(
                new Counting(new int[100_000], (_, _) =>
                {
                    if (Environment.CurrentManagedThreadId == me)
                    {
                        // It leaves the rest when a helper has taken a part.
                        helperInside.Wait(Token);
                        return;
                    }

                    gauge.Enter();
                    helperInside.Set();
                    release.Wait(Token);
                    gauge.Leave();
                }),
                100_000,
                2,
                null,
                Token);
            inside = gauge.Now;
            try
            {
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        });
        caller.Start();
        helperInside.Wait(Token);

        // Now it waits for the helper, first spinning.
        Assert.True(SpinWait.SpinUntil(() => caller.ThreadState == System.Threading.ThreadState.WaitSleepJoin, 10_000));
        caller.Interrupt();
        Thread.Sleep(20);
        Assert.Equal(-1, inside);
        release.Set();
        Assert.True(caller.Join(10_000));
        Assert.Equal(0, inside);
        Assert.True(interrupted);
    }

    // Thrown out of the lock that it finds taken, a helper would leave the caller waiting for ever:
    // so it leaves when the caller begins to wait.
    [Fact(Timeout = 120_000)]
    public Task Interrupted_helpers_still_say_that_they_leave()
    {
        var token = TestContext.Current.CancellationToken;
        return Task.Factory.StartNew(
            () =>
            {
                var interrupting = new InterruptingScheduler();
                var random = new Random(1);
                int caller = Environment.CurrentManagedThreadId;
                for (int call = 0; call < 5000; call++)
                {
                    int microseconds = random.Next(40, 70);
                    var loop = new Counting(new int[3000], (_, _) =>
                    {
                        long start = Stopwatch.GetTimestamp();
                        while (Environment.CurrentManagedThreadId != caller
                            && Stopwatch.GetElapsedTime(start).TotalMicroseconds < microseconds)
                            Thread.SpinWait(1);
                    });
                    Run(loop, 3000, 2, interrupting, token);
                }
            },
            token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    [Fact]
    public void A_helper_that_comes_late_touches_nothing()
    {
        var counts = new int[10_000];
        var late = new HeldScheduler();
        Run(new Counting(counts), counts.Length, 3, late, Token);
        Assert.All(counts, count => Assert.Equal(1, count));
        Assert.Equal(2, late.RunAll());
        Assert.All(counts, count => Assert.Equal(1, count));
    }

    private static void Run(
        Counting loop, int length, int threads, TaskScheduler? scheduler, CancellationToken token, IProgress<long>? progress = null)
    {
        var options = new ParallelOptions { CancellationToken = token, TaskScheduler = scheduler };
        var pacer = new Pacer(ExpectedNanoseconds);
        var partition = new Partition(0, length, 0, Counting.ElementBytes);
        Job<Counting>.Run(loop, partition, ref pacer, threads, threads, options, progress);
    }

    private static void Slowly(Action before, Action? after = null)
    {
        before();
        Thread.Sleep(2);
        after?.Invoke();
    }

    // Runs tasks at once, or each on a thread of its own.
    private sealed class OwnScheduler : TaskScheduler
    {
        private readonly ConcurrentBag<Thread> _threads = [];
        private int _tasks;

        public bool IsInline { get; init; }

        public int Tasks => _tasks;

        public void Join()
        {
            foreach (var thread in _threads)
                thread.Join();
        }

        protected override IEnumerable<Task> GetScheduledTasks() => [];

        protected override void QueueTask(Task task)
        {
            Interlocked.Increment(ref _tasks);
            if (IsInline)
            {
                TryExecuteTask(task);
                return;
            }

            var thread = new Thread(() => TryExecuteTask(task));
            _threads.Add(thread);
            thread.Start();
        }

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
    }

    // Runs tasks on threads that have been interrupted.
    private sealed class InterruptingScheduler : TaskScheduler
    {
        protected override IEnumerable<Task> GetScheduledTasks() => [];

        protected override void QueueTask(Task task) => ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                Thread.CurrentThread.Interrupt();
                TryExecuteTask(task);
                try
                {
                    // Takes the interrupt away again.
                    Thread.Sleep(1);
                }
                catch (ThreadInterruptedException)
                {
                }
            },
            null);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
    }

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
