using System.Diagnostics;

namespace Kernels.Threading;

/// <summary>
/// Whether the pool's threads are awake, or worth waking. Nobody tells; but they stay awake for a while after their last work.
/// </summary>
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

    /// <summary>Whether a call that begins now can count on helpers.</summary>
    /// <param name="now">The time, as <see cref="Stopwatch"/> counts it.</param>
    public static bool AreAwakeAt(long now)
    {
        if (now - Volatile.Read(ref _lastEnd) > GapTicks)
            _workInARow = 0;
        return _workInARow >= PriceOfWaking;
    }

    /// <summary>To be told of each call that is long enough for awake helpers, when it has ended.</summary>
    /// <param name="work">Its nanoseconds on one thread.</param>
    public static void NoteCall(float work)
    {
        _workInARow += work;
        Volatile.Write(ref _lastEnd, Stopwatch.GetTimestamp());
    }
}
