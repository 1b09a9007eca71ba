using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>One parallel call: its chunks, who is at work on them, and what went wrong. And then, mostly, the next one.</summary>
/// <remarks>
/// A helper that starts late finds the job closed and leaves without touching the arrays, which the caller may by then have released; or it
/// finds the next call, and helps there. A chunk whose elements turn out to be dear is given back at the next tick, and whoever has left is
/// called again: so the caller does not close the job before the others have left. Each has its own pacer.
/// </remarks>
internal sealed class Job<TLoop> : IThreadPoolWorkItem
    where TLoop : struct, ILoop
{
    /// <summary>From one report of progress to the next: often enough for any display, too seldom to cost anything.</summary>
    private static readonly long ReportTicks = Stopwatch.Frequency / 1000;

    /// <summary>How long the caller spins for the others' last chunks: they take less, unless a core has been stolen.</summary>
    private static readonly long SpinTicks = Stopwatch.Frequency / 20_000;

    private readonly object _waiting = new();
    private readonly Chunks _chunks = new();

    // What the call is about. No scheduler: the pool takes the job itself, without a task for each helper.
    private TLoop _loop;
    private Partition _partition;
    private Pacer _pacer;
    private int _threads, _most;
    private CancellationToken _token;
    private TaskScheduler? _scheduler;
    private IProgress<long>? _progress;

    // How far it has come.
    private Crew _crew;
    private long _finished, _reported;
    private ExceptionDispatchInfo? _failure;
    private bool _cancelled;

    private Job()
    {
    }

    /// <summary>Returns when every chunk is finished, or throws when every chunk that was begun is.</summary>
    /// <remarks>
    /// With the caller, <paramref name="threads"/> seem worthwhile, and <paramref name="most"/> work at once at most. Only a call without
    /// anything of the user's own, his function aside, that has ended well leaves its job to others: so no helper of his scheduler ever
    /// works for them.
    /// </remarks>
    public static void Run(
        TLoop loop, Partition partition, ref Pacer own, int threads, int most, ParallelOptions options, IProgress<long>? progress)
    {
        var scheduler = options.TaskScheduler ?? TaskScheduler.Current;
        bool isUsual = scheduler == TaskScheduler.Default && progress is null;
        var job = isUsual ? Spares<Job<TLoop>>.Take() ?? new() : new();
        job._loop = loop;
        job._partition = partition;
        job._pacer = own;
        job._threads = threads;
        job._most = most;
        job._token = options.CancellationToken;
        job._scheduler = scheduler == TaskScheduler.Default ? null : scheduler;
        job._progress = progress;
        job._reported = partition.First;
        job._chunks.Begin(partition, threads);
        job.Run(ref own);
        if (!isUsual)
            return;

        // It holds nothing of the caller's.
        job._loop = default;
        job._token = default;
        Spares<Job<TLoop>>.Keep(job);
    }

    private void Run(ref Pacer own)
    {
        try
        {
            _crew.Open(_most - 1);

            // Whoever is inside has a chunk of which he may give a part back. The condition's order matters: where nothing is left, and
            // nobody is inside after that, nothing can be left any more.
            do
            {
                Work(ref own, _threads - 1, _progress);
                Wait(static job => !job._crew.IsInside || job._chunks.AreLeft);
            }
            while (_chunks.AreLeft || _crew.IsInside);
        }
        finally
        {
            // The others hold addresses that the caller is about to release, whatever has ended his own work: an abort from outside may do
            // so anywhere but here.
            _chunks.Withdraw();
            _crew.Close();
            Wait(static job => !job._crew.IsInside);
        }

        _failure?.Throw();
        if (_cancelled)
            throw new OperationCanceledException(_token);
    }

    /// <summary>A helper.</summary>
    public void Execute()
    {
        bool isInside = false;
        try
        {
            // The caller's own thread may be the helper, if the scheduler likes, and be aborted: but not between the count and its note.
            try
            {
            }
            finally
            {
                isInside = _crew.TryEnter();
            }

            if (isInside)
                Help();
        }
        finally
        {
            if (isInside && _crew.Leave())
                Announce();
        }
    }

    // Where the default cannot be set the caller works without this helper.
    private void Help()
    {
        using var environment = new FloatingPointEnvironment();
        var own = _pacer;
        if (environment.TryReplaceByDefault())
            Work(ref own, helpers: 0, told: null);
    }

    // As many as are wanted, those that are about already included.
    private void CallHelpers(int wanted)
    {
        // A scheduler may run a helper at once, to its end: so their number is limited, and not only that of those who are about.
        for (int missing = wanted - _crew.CalledNow; missing > 0 && _chunks.AreLeft; missing--)
        {
            if (!_crew.TryCall(wanted))
                return;
            if (_scheduler is null)
                Helpers.Call(this);
            else
                new Task(static job => ((Job<TLoop>)job!).Execute(), this, TaskCreationOptions.DenyChildAttach).Start(_scheduler);
        }
    }

    // Reports are the caller's business alone, so that they come one at a time and in order.
    private void Work(ref Pacer own, int helpers, IProgress<long>? told)
    {
        try
        {
            CallHelpers(helpers);
            long looked = own.Start();
            while (TryClaim(in own, out long first, out long length))
            {
                RunChunk(ref own, first, length);
                if (told is null || Stopwatch.GetTimestamp() - looked < ReportTicks)
                    continue;

                // The total is reported when everything has gone well.
                long done = _partition.First + Interlocked.Read(ref _finished);
                if (done > _reported && done < _partition.End)
                    told.Report(_reported = done);
                looked = own.Start();
            }
        }
        catch (Exception exception)
        {
            // An abort is raised again after this, even if a scheduler has made another exception of it.
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            _chunks.Withdraw();
        }
    }

    private bool TryClaim(in Pacer own, out long first, out long length)
    {
        Ticker.KeepGoing();
        if (_token.IsCancellationRequested && _chunks.Withdraw())
            _cancelled = true;
        return _chunks.TryClaim(in own, out first, out length);
    }

    private void RunChunk(ref Pacer own, long first, long length)
    {
        do
        {
            long done = Width.Run(_loop, first, length);
            own.Note(done);
            if (_progress is not null)
                Interlocked.Add(ref _finished, done);
            first += done;
            length -= done;
            if (length == 0)
                return;

            // A tick. Whoever leaves a rest undone says so; a failure comes before that.
            Ticker.KeepGoing();
            if (_token.IsCancellationRequested)
                _chunks.Withdraw();
            if (length > 2 * own.Length && !_chunks.AreWithdrawn)
            {
                _chunks.GiveBack(first, first + length, own.Length);
                CallHelpers(_most - 1);
                Announce();
                length = 0;
            }

            // Asked once: if all is withdrawn after that, a rest that has been given back is seen there, and any other is done.
            if (_chunks.AreWithdrawn)
            {
                _cancelled = true;
                return;
            }
        }
        while (length > 0);
    }

    private void Wait(Func<Job<TLoop>, bool> until)
    {
        long start = Stopwatch.GetTimestamp();
        while (!until(this) && Stopwatch.GetTimestamp() - start < SpinTicks)
            Thread.SpinWait(10);
        if (until(this))
            return;
        Locked((Job: this, Until: until), static wait =>
        {
            while (!wait.Until(wait.Job))
                Monitor.Wait(wait.Job._waiting);
        });
    }

    // To the caller, in case it waits.
    private void Announce() => Locked(_waiting, Monitor.PulseAll);

    // Again until Thread.Interrupt does not cut it short. An interrupt is not swallowed, but put off until then.
    private void Locked<TState>(TState state, Action<TState> action)
    {
        for (bool interrupted = false; ;)
        {
            try
            {
                lock (_waiting)
                    action(state);
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
