using System.Runtime.CompilerServices;
using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>
/// The thread that moves <see cref="Ticks"/> on: one for the process, asleep where no parallel call has been made for a while.
/// </summary>
internal static class Ticker
{
    /// <summary>From one tick to the next, at least.</summary>
    public const float Nanoseconds = 1_000_000;

    /// <summary>
    /// Ticks without a call until it sleeps: to be woken costs the next call up to 50 µs, as much as two thousand ticks of an idle process.
    /// </summary>
    private const int Patience = 1000;

    private static readonly object Gate = new();

    // Set by calls, taken back by the thread from time to time: so calls in a row only read it.
    private static bool _isWanted;
    private static bool _isAwake;
    private static Thread? _thread;

    /// <summary>Keeps the ticks going.</summary>
    /// <returns>Their time.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Look()
    {
        if (!Volatile.Read(ref _isWanted))
            Want();
        return Ticks.Now;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Want()
    {
        Volatile.Write(ref _isWanted, true);
        Interlocked.MemoryBarrier();
        if (!Volatile.Read(ref _isAwake))
            Wake();
    }

    // An abort from outside does not cut a finally block short.
    private static void Wake()
    {
        try
        {
        }
        finally
        {
            Uninterrupted.Run(Gate, StartOrPulse);
        }
    }

    private static void StartOrPulse(object gate)
    {
        lock (gate)
        {
            _isAwake = true;
            if (_thread is null)
                Start();
            else
                Monitor.Pulse(gate);
        }
    }

    private static void Start()
    {
        try
        {
            // It has nothing to do with the context of the call that happens to be the first.
            var thread = new Thread(Run) { IsBackground = true, Name = "Kernels ticker" };
            thread.UnsafeStart();
            _thread = thread;
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
        {
            // No thread is to be had: calls look around at the ends of their pieces only, and the next one tries again.
            _isAwake = false;
            _isWanted = false;
        }
    }

    private static void Run()
    {
        for (int idle = 0; ; idle++)
        {
            Pause.Millisecond();
            Ticks.Advance();
            if (idle < Patience)
                continue;
            idle = 0;
            if (Volatile.Read(ref _isWanted))
                Volatile.Write(ref _isWanted, false);
            else
                Park();
        }
    }

    private static void Park()
    {
        lock (Gate)
        {
            Volatile.Write(ref _isAwake, false);
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _isWanted))
                _isAwake = true;
            while (!_isAwake)
                Monitor.Wait(Gate);
        }
    }
}
