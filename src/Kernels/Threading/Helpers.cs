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

    /// <summary>Who runs helpers in place of .NET's pool, if anyone. Callers do without those that never run.</summary>
    public static Action<IThreadPoolWorkItem>? Pool { get; set; }

    /// <summary>Starts a thread of the library's own.</summary>
    public static Action<Thread> StartThread { get; set; } = static thread => thread.UnsafeStart();

    /// <summary>Has a helper run.</summary>
    public static void Call(IThreadPoolWorkItem helper)
    {
        if (Pool is { } pool)
            pool(helper);
        else
            ThreadPool.UnsafeQueueUserWorkItem(helper, preferLocal: false);
    }

    /// <summary>A call that is long enough for awake helpers has ended, of so many nanoseconds on one thread.</summary>
    public static void NoteCall(float work)
    {
        _workInARow += work;
        Volatile.Write(ref _lastEnd, Stopwatch.GetTimestamp());
    }
}
