using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>The thread that moves <see cref="Ticks"/> on: one for the process, as long as parallel calls are made.</summary>
internal static class Ticker
{
    /// <summary>Ticks without a call until it ends: the next one costs its call some 100 µs.</summary>
    private const int Patience = 1000;

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
        // An abort from outside does not cut a finally block short.
        try
        {
        }
        finally
        {
            Volatile.Write(ref _isWanted, true);
            if (!Interlocked.Exchange(ref _runs, true))
                Start();
        }
    }

    private static void Start()
    {
        try
        {
            // It has nothing to do with the context of the call that happens to be the first.
            Helpers.StartThread(new(Run) { IsBackground = true, Name = "Kernels ticker" });
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
        {
            // No thread is to be had: calls look around at the ends of their pieces only, and the next one tries again. In this order, so
            // that it finds nothing that seems to run.
            Volatile.Write(ref _runs, false);
            Volatile.Write(ref _isWanted, false);
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

            // It does not wait for the next call, which would keep what the library was loaded into from being unloaded. A call that comes
            // right now either is noticed here or has started another thread.
            Interlocked.Exchange(ref _runs, false);
        }
        while (Volatile.Read(ref _isWanted) && !Interlocked.Exchange(ref _runs, true));
    }
}
