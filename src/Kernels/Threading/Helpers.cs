using System.Diagnostics;

namespace Kernels.Threading;

/// <summary>Whether the pool's threads are awake, or worth waking. Nobody tells; but they stay awake a while after their work.</summary>
/// <remarks>
/// Of calls that follow on one another the first are left to their callers, until these have done as much as waking a helper costs; then
/// all that follow have one. So the price is paid only where it has been worth it already, and once.
/// </remarks>
internal static class Helpers
{
    /// <summary>Nanoseconds that calls in a row leave to their callers before helpers are woken for them.</summary>
    private const float PriceOfWaking = 200_000;

    /// <summary>The longest gap in a row of calls: half of the time that a thread of the pool spins before it parks.</summary>
    private static readonly long GapTicks = Stopwatch.Frequency / 1_000_000 * 150;

    /// <summary>Threads that the pool starts when it is first used: a worker, and one that watches the others.</summary>
    /// <remarks>If it cannot have that one, for a limit of the process, it ends the process. Later it does without further ones.</remarks>
    private const int ThreadsOfPool = 2;

    private static bool _hasPool;

    // Written by all callers at once: a mistake costs time, no more.
    private static long _lastEnd;
    private static float _workInARow;

    /// <summary>Whether a call that begins now, by <see cref="Stopwatch"/>, can count on helpers.</summary>
    public static bool AreAwakeAt(long now)
    {
        if (now - Volatile.Read(ref _lastEnd) > GapTicks)
            _workInARow = 0;
        return _workInARow >= PriceOfWaking;
    }

    /// <summary>Has the pool run a helper. Where no thread is to be had, callers do without.</summary>
    public static void TryCall(IThreadPoolWorkItem helper)
    {
        if (!_hasPool && !(_hasPool = CanHaveThreads(ThreadsOfPool)))
            return;
        try
        {
            ThreadPool.UnsafeQueueUserWorkItem(helper, preferLocal: false);
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
        {
            // The pool has the item all the same, and may run it later: it finds nothing left to do then.
        }
    }

    // Whether so many could be started now.
    private static bool CanHaveThreads(int number)
    {
        using var end = new ManualResetEventSlim();
        var threads = new List<Thread>();
        try
        {
            for (int i = 0; i < number; i++)
            {
                var thread = new Thread(end.Wait) { IsBackground = true };
                thread.UnsafeStart();
                threads.Add(thread);
            }
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
        {
        }
        finally
        {
            end.Set();
            threads.ForEach(thread => thread.Join());
        }

        return threads.Count == number;
    }

    /// <summary>A call that is long enough for awake helpers has ended, of so many nanoseconds on one thread.</summary>
    public static void NoteCall(float work)
    {
        _workInARow += work;
        Volatile.Write(ref _lastEnd, Stopwatch.GetTimestamp());
    }
}
