using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>The thread that moves <see cref="Ticks"/> on: one for the process, as long as parallel calls are made.</summary>
internal static class Ticker
{
    /// <summary>Ticks without a call until it ends: the next one costs its call some 100 µs.</summary>
    private const int Patience = 1000;

    private static readonly object Gate = new();

    // Set by calls, taken back by the thread from time to time: so calls in a row only read it.
    private static bool _isWanted;
    private static bool _runs;

    /// <summary>Keeps the ticks going.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void KeepGoing()
    {
        if (!Volatile.Read(ref _isWanted))
            Want();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Want()
    {
        Volatile.Write(ref _isWanted, true);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _runs))
            return;

        // An abort from outside does not cut a finally block short.
        try
        {
        }
        finally
        {
            Uninterrupted.Run(Gate, Start);
        }
    }

    private static void Start(object gate)
    {
        lock (gate)
        {
            if (_runs)
                return;
            try
            {
                // It has nothing to do with the context of the call that happens to be the first.
                new Thread(Run) { IsBackground = true, Name = "Kernels ticker" }.UnsafeStart();
                _runs = true;
            }
            catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
            {
                // No thread is to be had: calls look around at the ends of their pieces only, and the next one tries again.
                _isWanted = false;
            }
        }
    }

    private static void Run()
    {
        do
        {
            Volatile.Write(ref _isWanted, false);
            for (int tick = 0; tick < Patience; tick++)
            {
                Pause.Millisecond();
                Ticks.Advance();
            }
        }
        while (Volatile.Read(ref _isWanted) || !Ends());
    }

    // It does not wait for the next call, which would keep what the library was loaded into from being unloaded.
    private static bool Ends()
    {
        lock (Gate)
        {
            Volatile.Write(ref _runs, false);
            Interlocked.MemoryBarrier();
            return !(_runs = Volatile.Read(ref _isWanted));
        }
    }
}
