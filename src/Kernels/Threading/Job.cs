using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>One parallel call: its chunks, who is at work on them, and what went wrong.</summary>
/// <remarks>
/// The caller waits for helpers that are inside, not for those that have been called: one that starts late finds the job closed and leaves
/// without touching the arrays, which the caller may by then have released.
/// </remarks>
/// <param name="loop">What is done.</param>
/// <param name="partition">How it may be cut.</param>
/// <param name="pacer">What is known of its pace. Each thread goes on with one of its own.</param>
/// <param name="threads">The most threads that work at once, the caller included.</param>
/// <param name="options">The scheduler and the token.</param>
/// <param name="progress">Told of finished elements.</param>
internal sealed class Job<TLoop>(TLoop loop, Partition partition, Pacer pacer, int threads, ParallelOptions options, IProgress<long>? progress)
    : IThreadPoolWorkItem
    where TLoop : struct, ILoop
{
    /// <summary>Set in the number of helpers inside when no more may enter.</summary>
    private const long Closed = 1L << 32;

    /// <summary>From one report of progress to the next: often enough for any display, too seldom to cost anything.</summary>
    private static readonly long ReportTicks = Stopwatch.Frequency / 1000;

    /// <summary>A chunk is at most this part of a thread's share in what is left: the last chunks end at about the same time.</summary>
    private const int ChunksOfShare = 2;

    /// <summary>How long the caller spins for the others' last chunks: they take less, unless a core has been stolen.</summary>
    private static readonly long SpinTicks = Stopwatch.Frequency / 20_000;

    private readonly object _leaving = new();
    private readonly Pacer _pacer = pacer;
    private PaddedCounter _next = new() { Value = partition.First };
    private PaddedCounter _finished;
    private long _inside;
    private ExceptionDispatchInfo? _failure;
    private bool _cancelled;

    /// <summary>Returns when every chunk is finished, or throws when every chunk that was begun is.</summary>
    /// <param name="own">The caller's pacer.</param>
    public void Run(ref Pacer own)
    {
        CallHelpers(threads - 1);
        WorkAndReport(ref own);
        Interlocked.Or(ref _inside, Closed);
        WaitForOthers();
        _failure?.Throw();
        if (_cancelled)
            throw new OperationCanceledException(options.CancellationToken);
    }

    /// <summary>A helper.</summary>
    public void Execute()
    {
        if (Interlocked.Increment(ref _inside) < Closed)
        {
            var own = _pacer;
            own.Start();
            while (RunNextChunk(ref own))
            {
            }

            loop.Finish();
        }

        if (Interlocked.Decrement(ref _inside) == Closed)
        {
            Uninterrupted(() =>
            {
                lock (_leaving)
                    Monitor.PulseAll(_leaving);
            });
        }
    }

    private void CallHelpers(int helpers)
    {
        try
        {
            var scheduler = options.TaskScheduler ?? TaskScheduler.Current;
            for (int i = 0; i < helpers; i++)
            {
                // The pool takes the job itself, without a task for each helper.
                if (scheduler == TaskScheduler.Default)
                    ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                else
                    Task.Factory.StartNew(static job => ((Job<TLoop>)job!).Execute(), this, default, TaskCreationOptions.DenyChildAttach, scheduler);
            }
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    // Reports are the caller's business alone, so that they come one at a time and in order.
    private void WorkAndReport(ref Pacer own)
    {
        long reported = Stopwatch.GetTimestamp();
        own.Start();
        while (RunNextChunk(ref own))
        {
            if (progress is null || Stopwatch.GetTimestamp() - reported < ReportTicks)
                continue;
            try
            {
                // The total is reported when everything has gone well.
                long done = partition.First + Interlocked.Read(ref _finished.Value);
                if (done < partition.End)
                    progress.Report(done);
            }
            catch (Exception exception)
            {
                Fail(exception);
            }

            reported = Stopwatch.GetTimestamp();
            own.Start();
        }

        loop.Finish();
    }

    // Whether there was one.
    private bool RunNextChunk(ref Pacer own)
    {
        if (options.CancellationToken.IsCancellationRequested && Withdraw())
            _cancelled = true;
        if (!TryClaim(in own, out long first, out long length))
            return false;
        try
        {
            Piece.RunAll(loop, first, length, options.CancellationToken);
            own.Note(length);
            if (progress is not null)
                Interlocked.Add(ref _finished.Value, length);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }

        return true;
    }

    private bool TryClaim(in Pacer own, out long first, out long length)
    {
        for (first = Volatile.Read(ref _next.Value); first < partition.End;)
        {
            long share = (partition.End - first) / (ChunksOfShare * threads);
            long end = partition.Cut(first, Math.Max(Math.Min(share, own.Length), own.FewestWorthwhile));
            long next = Interlocked.CompareExchange(ref _next.Value, end, first);
            length = end - first;
            if (next == first)
                return true;
            first = next;
        }

        length = 0;
        return false;
    }

    private void Fail(Exception exception)
    {
        Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        Withdraw();
    }

    // Takes all chunks that nobody has claimed. Whether there were any.
    private bool Withdraw() => Interlocked.Exchange(ref _next.Value, partition.End) < partition.End;

    private void WaitForOthers()
    {
        long start = Stopwatch.GetTimestamp();
        while (!IsAlone() && Stopwatch.GetTimestamp() - start < SpinTicks)
            Thread.SpinWait(10);

        // The others hold addresses that the caller is about to release.
        Uninterrupted(() =>
        {
            lock (_leaving)
            {
                while (!IsAlone())
                    Monitor.Wait(_leaving);
            }
        });

        bool IsAlone() => Volatile.Read(ref _inside) == Closed;
    }

    // Neither the wait nor what ends it may be cut short by Thread.Interrupt; it is put off.
    private static void Uninterrupted(Action action)
    {
        for (bool interrupted = false; ;)
        {
            try
            {
                action();
                if (interrupted)
                    Thread.CurrentThread.Interrupt();
                return;
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }
    }
}
