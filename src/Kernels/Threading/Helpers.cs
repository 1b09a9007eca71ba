using System.Diagnostics;

namespace Kernels.Threading;

/// <summary>Whether the pool's threads are awake. Nobody tells, but they are for a while after their last work.</summary>
internal static class Helpers
{
    /// <summary>Half of the time that a thread of the pool spins before it parks.</summary>
    private static readonly long AwakeTicks = Stopwatch.Frequency / 1_000_000 * 150;

    private static long _lastCall;

    /// <summary>
    /// True shortly after another call that was long enough for helpers, whether it had any or not: of calls that follow on one another, the
    /// second wakes them, and all the others have them.
    /// </summary>
    /// <param name="now">The time, as <see cref="Stopwatch"/> counts it.</param>
    public static bool AreAwakeAt(long now) => now - Volatile.Read(ref _lastCall) < AwakeTicks;

    /// <summary>To be told of each call that is long enough for helpers.</summary>
    /// <param name="end">When it ended.</param>
    public static void NoteCall(long end) => Volatile.Write(ref _lastCall, end);
}
