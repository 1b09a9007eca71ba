using System.Diagnostics;
using System.Runtime.CompilerServices;
using Kernels.Threading;

namespace Kernels.Tests.Threading;

/// <summary>Jobs do one call after the other: helpers that come late, calls that fail, and calls within calls mix nothing up.</summary>
[Collection(nameof(StressTests.Alone))]
public class ReuseTests
{
    private const int Length = 4000;

    private static readonly ParallelOptions Options = new();

    // Six helpers come late, into a call that has two places for them.
    [Fact]
    public void Late_helpers_are_no_more_than_the_call_allows()
    {
        const int Helpers = 6;
        var gauge = new Gauge();
        using var starved = new StarvedPool(threadsLater: Helpers);
        Run<Counts<Late>>(new(new int[Length]), 1 + Helpers);
        Run<Counts<Late>>(
            new(new int[Length], (_, _) =>
            {
                starved.Dispose();
                gauge.Enter();
                Thread.Sleep(2);
                gauge.Leave();
            }),
            3);
        Assert.InRange(gauge.Most, 1, 3);
    }

    // Called for the first call, they help in the fifth; none has been called in between.
    [Fact]
    public void Late_helpers_help_in_a_later_call_and_are_not_called_again()
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        int[][] counts = [.. Enumerable.Range(0, 5).Select(_ => new int[Length])];
        var company = new Company();
        using var starved = new StarvedPool();
        long pending = ThreadPool.PendingWorkItemCount;
        for (int call = 0; call < 4; call++)
            Run<Counts<LateAgain>>(new(counts[call]), 3);

        // The pool may have been given something else meanwhile.
        Assert.InRange(ThreadPool.PendingWorkItemCount - pending, 2, 7);
        Run<Counts<LateAgain>>(
            new(counts[4], (_, _) =>
            {
                starved.Dispose();
                company.Await(parts: 1);
            }),
            3);
        Assert.True(company.HasCome);
        Assert.All(counts, ofCall => Assert.All(ofCall, count => Assert.Equal(1, count)));
    }

    // Who finds no place must not count as called for ever.
    [Fact]
    public void After_late_helpers_that_found_nothing_to_do_others_come()
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        for (int call = 0; call < 20; call++)
        {
            using (new StarvedPool())
                Run<Counts<LateForNothing>>(new(new int[Length]), 3);
            Thread.Sleep(10);
        }

        var company = new Company();
        Run<Counts<LateForNothing>>(new(new int[Length], (_, _) => company.Await(parts: 1)), 3);
        Assert.True(company.HasCome);
    }

    // Nor who has helped and left.
    [Fact]
    public void In_every_call_of_a_job_a_helper_comes()
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        for (int call = 0; call < 20; call++)
        {
            var company = new Company();
            Run<Counts<Helped>>(new(new int[Length], (_, _) => company.Await(parts: 1)), 2);
            Assert.True(company.HasCome, $"alone in call {call}");
        }
    }

    [Fact]
    public void A_job_that_is_kept_holds_nothing_of_the_call()
    {
        WeakReference[] used = Use();

        // A helper may still be on its way out.
        for (int i = 0; i < 100 && used.Any(reference => reference.IsAlive); i++)
        {
            Thread.Sleep(5);
            GC.Collect();
        }

        Assert.All(used, reference => Assert.False(reference.IsAlive));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference[] Use()
        {
            var counts = new int[Length];
            var source = new CancellationTokenSource();
            var options = new ParallelOptions { CancellationToken = source.Token };
            Run<Counts<Held>>(new(counts), 2, options);
            return [new(counts), new(source), new(options)];
        }
    }

    // To the pool only jobs come back that are as good as new.
    [Fact]
    public void A_call_that_has_failed_or_was_cancelled_leaves_nothing_to_the_next()
    {
        for (int call = 0; call < 200; call++)
        {
            var counts = new int[Length];
            Assert.Throws<InvalidTimeZoneException>(() =>
                Run<Counts<Failing>>(new(new int[Length], (_, _) => throw new InvalidTimeZoneException()), 3));
            Run<Counts<Failing>>(new(counts), 3);
            using var source = new CancellationTokenSource();
            Assert.Throws<OperationCanceledException>(() => Run<Counts<Failing>>(
                new(new int[Length], (_, _) => source.Cancel()), 3, new ParallelOptions { CancellationToken = source.Token }));
            Run<Counts<Failing>>(new(counts), 3);
            Assert.All(counts, count => Assert.Equal(2, count));
        }
    }

    // Helpers come late all the time, since calls are so short. Each result is looked at, and what is left in its place once more later.
    [Fact(Timeout = 120_000)]
    public async Task Short_calls_of_all_kinds_from_eight_threads_write_their_own_results_in_time()
    {
        int[] ends = new int[3];
        var callers = Enumerable.Range(0, 8).Select(seed => Task.Factory.StartNew(
            () =>
            {
                var random = new Random(seed);
                var places = Enumerable.Range(0, 4).Select(_ => Poisoned(Length)).ToArray();
                long start = Stopwatch.GetTimestamp();
                for (int call = 0; Stopwatch.GetElapsedTime(start).TotalSeconds < 4; call++)
                {
                    var place = places[call % places.Length];
                    CheckPoisoned(place);
                    Interlocked.Increment(ref ends[OneOf(random, place)]);
                    Array.Fill(place, Writing.Poison);
                }

                Thread.Sleep(20);
                Array.ForEach(places, CheckPoisoned);
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
        await Task.WhenAll(callers);
        Assert.All(ends, count => Assert.True(count > 200, string.Join(", ", ends)));
    }

    // 0: finished, 1: cancelled, 2: thrown.
    private static int OneOf(Random random, double[] place)
    {
        int length = random.Next(1, place.Length), most = random.Next(1, 5), kind = random.Next(8);
        double value = random.Next();
        using var source = new CancellationTokenSource();
        var options = new ParallelOptions { CancellationToken = source.Token, TaskScheduler = kind == 7 ? new OwnThreads() : null };
        long dangerous = random.Next(length);
        Action<double>? danger = kind switch
        {
            0 => static _ => throw new InvalidTimeZoneException(),
            1 => _ => source.Cancel(),
            2 => CallWithin,
            _ => null,
        };
        try
        {
            var progress = kind == 3 ? new Progress<long>() : null;
            Run<Writing>(new(place, value, dangerous, danger), most, options, length, progress);
            Assert.NotEqual(0, kind);
        }
        catch (InvalidTimeZoneException)
        {
            Assert.Equal(0, kind);
            return 2;
        }
        catch (OperationCanceledException exception)
        {
            Assert.Equal(1, kind);
            Assert.Equal(source.Token, exception.CancellationToken);
            return 1;
        }

        CheckWritten(place.AsSpan(0, length), value);
        CheckPoisoned(place[length..]);
        return 0;
    }

    private static void CallWithin(double value)
    {
        double[] place = Poisoned(500);
        Run<Writing>(new(place, value, -1, null), 3, length: place.Length);
        CheckWritten(place, value);
    }

    private static double[] Poisoned(int length)
    {
        double[] place = new double[length];
        Array.Fill(place, Writing.Poison);
        return place;
    }

    private static void CheckPoisoned(double[] place)
    {
        int i = place.AsSpan().IndexOfAnyExcept(Writing.Poison);
        if (i >= 0)
            Assert.Fail($"{place[i]} was written to element {i} after the end, or beside");
    }

    private static void CheckWritten(ReadOnlySpan<double> place, double value)
    {
        for (int i = 0; i < place.Length; i++)
        {
            if (place[i] != value + i)
                Assert.Fail($"element {i} is {place[i]}, not {value + i}");
        }
    }

    private static void Run<TLoop>(
        TLoop loop, int most, ParallelOptions? options = null, int length = Length, IProgress<long>? progress = null)
        where TLoop : struct, ILoop
    {
        var pacer = new Pacer(50);
        var partition = new Partition(0, length, 0, TLoop.ElementBytes);
        Job<TLoop>.Run(loop, partition, ref pacer, most, most, options ?? Options, progress);
    }

    /// <summary>Kinds of loops, each with jobs of its own.</summary>
    private readonly struct Late;

    private readonly struct LateAgain;

    private readonly struct LateForNothing;

    private readonly struct Helped;

    private readonly struct Held;

    private readonly struct Failing;

    private readonly struct Counts<TKind>(int[] counts, Action<long, long>? inPart = null) : ILoop
        where TKind : struct
    {
        public long Run<VNear, VWhole>(long first, long count)
            where VNear : struct, ILanes<VNear>
            where VWhole : struct, ILanes<VWhole> => new Counting(counts, inPart).Run<VNear, VWhole>(first, count);

        public ulong FunctionKey => Loops.FunctionKey.None;

        public static int ElementBytes => Counting.ElementBytes;

        public long ElementsToBorder(long first, int bytes) => 0;
    }

    /// <summary>Writes a value and the element's number, once; with one element comes something else.</summary>
    private readonly struct Writing(double[] place, double value, long dangerous, Action<double>? danger) : ILoop
    {
        public const double Poison = -7;

        public long Run<VNear, VWhole>(long first, long count)
            where VNear : struct, ILanes<VNear>
            where VWhole : struct, ILanes<VWhole>
        {
            for (long i = first; i < first + count; i++)
                place[i] = place[i] == Poison ? value + i : double.NaN;
            if (first <= dangerous && dangerous < first + count)
                danger?.Invoke(value);
            return count;
        }

        public ulong FunctionKey => Loops.FunctionKey.None;

        public static int ElementBytes => sizeof(double);

        public long ElementsToBorder(long first, int bytes) => 0;
    }

    /// <summary>A pool whose threads all wait, until this is disposed of.</summary>
    private sealed class StarvedPool : IDisposable
    {
        private readonly int _least, _most, _ports, _leastPorts, _threadsLater;
        private readonly ManualResetEventSlim _release = new();

        public StarvedPool(int threadsLater = 0)
        {
            _threadsLater = threadsLater;
            ThreadPool.GetMinThreads(out _least, out _leastPorts);
            ThreadPool.GetMaxThreads(out _most, out _ports);
            int threads = Math.Max(_least, Environment.ProcessorCount), waiting = 0;
            ThreadPool.SetMaxThreads(threads, _ports);
            for (int i = 0; i < threads; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(
                    _ =>
                    {
                        Interlocked.Increment(ref waiting);
                        _release.Wait();
                    },
                    null);
            }

            // Some of the pool's threads may wait for something else: this one for itself. The rest of these is next then.
            SpinWait.SpinUntil(() => Volatile.Read(ref waiting) == threads, 100);
        }

        public void Dispose()
        {
            if (_release.IsSet)
                return;
            ThreadPool.SetMaxThreads(_most, _ports);
            ThreadPool.SetMinThreads(Math.Max(_least, _threadsLater), _leastPorts);
            _release.Set();
            if (_threadsLater > 0)
            {
                Thread.Sleep(100);
                ThreadPool.SetMinThreads(_least, _leastPorts);
            }
        }
    }

    /// <summary>Runs each task on a thread of its own.</summary>
    private sealed class OwnThreads : TaskScheduler
    {
        protected override IEnumerable<Task> GetScheduledTasks() => [];

        protected override void QueueTask(Task task) => new Thread(() => TryExecuteTask(task)).Start();

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
    }
}
