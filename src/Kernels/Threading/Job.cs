using System.Runtime.ExceptionServices;
using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>One parallel call: its chunks, who has claimed and finished them, and what went wrong.</summary>
/// <remarks>
/// The caller waits for claimed chunks, not for helpers: a helper that starts late finds the counter exhausted and leaves without
/// touching the arrays, which the caller may by then have released.
/// </remarks>
internal sealed class Job<TLoop>
    where TLoop : struct, ILoop
{
    private readonly TLoop _loop;
    private readonly Partition _partition;
    private readonly ParallelOptions _options;
    private readonly IProgress<long>? _progress;
    private readonly Lock _reporting = new();
    private readonly object _finishing = new();
    private long _next;
    private long _unfinished;
    private long _finishedElements;
    private long _reportedElements = -1;
    private ExceptionDispatchInfo? _failure;
    private bool _cancelled;

    public Job(TLoop loop, Partition partition, ParallelOptions options, IProgress<long>? progress)
    {
        _loop = loop;
        _partition = partition;
        _options = options;
        _progress = progress;
        _unfinished = partition.Chunks;
    }

    /// <summary>Returns when every chunk is finished, or throws when every chunk that was begun is.</summary>
    public void Run(int workers)
    {
        try
        {
            var scheduler = _options.TaskScheduler ?? TaskScheduler.Current;
            for (int helper = 1; helper < workers; helper++)
                Task.Factory.StartNew(static job => ((Job<TLoop>)job!).Work(), this, default, TaskCreationOptions.DenyChildAttach, scheduler);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }

        Work();
        WaitForOthers();
        _failure?.Throw();
        if (_cancelled)
            throw new OperationCanceledException(_options.CancellationToken);
        if (_reportedElements != _partition.Count)
            _progress?.Report(_partition.Count);
    }

    private void Work()
    {
        while (true)
        {
            if (_options.CancellationToken.IsCancellationRequested)
                Withdraw(cancelled: true);
            long chunk = Interlocked.Increment(ref _next) - 1;
            if (chunk >= _partition.Chunks)
                return;
            try
            {
                int length = _partition.Length(chunk);
                Width.Run(_loop, Partition.First(chunk), length);
                Interlocked.Add(ref _finishedElements, length);
                Report();
            }
            catch (Exception exception)
            {
                Fail(exception);
            }
            finally
            {
                Finish(1);
            }
        }
    }

    // The one who holds the lock reports for all; the caller reports the total if nobody did.
    private void Report()
    {
        // A progress that runs the scheduler's tasks may come back here on the same thread.
        if (_progress is null || _reporting.IsHeldByCurrentThread || !_reporting.TryEnter())
            return;
        try
        {
            long finished = Interlocked.Read(ref _finishedElements);
            if (finished <= _reportedElements)
                return;
            _reportedElements = finished;
            _progress.Report(finished);
        }
        finally
        {
            _reporting.Exit();
        }
    }

    private void Fail(Exception exception)
    {
        Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        Withdraw(cancelled: false);
    }

    // Takes all chunks that nobody has claimed. What happened is noted before the caller can be released.
    private void Withdraw(bool cancelled)
    {
        long unclaimed = _partition.Chunks - Interlocked.Exchange(ref _next, _partition.Chunks);
        if (unclaimed <= 0)
            return;
        _cancelled = cancelled;
        Finish(unclaimed);
    }

    private void Finish(long chunks)
    {
        if (Interlocked.Add(ref _unfinished, -chunks) == 0)
        {
            lock (_finishing)
                Monitor.PulseAll(_finishing);
        }
    }

    // The others are within their last chunks: spin for about as long, then sleep.
    private void WaitForOthers()
    {
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _unfinished) != 0 && !spinner.NextSpinWillYield)
            spinner.SpinOnce();

        // The others hold addresses that the caller is about to release: not even Thread.Interrupt may cut the wait short.
        bool interrupted = false;
        while (Volatile.Read(ref _unfinished) != 0)
        {
            try
            {
                lock (_finishing)
                {
                    if (Volatile.Read(ref _unfinished) != 0)
                        Monitor.Wait(_finishing);
                }
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }

        if (interrupted)
            Thread.CurrentThread.Interrupt();
    }
}
