using System.Runtime.InteropServices;

namespace Kernels.Native;

/// <summary>Starts threads that take no signals from the program, which may have blocked them to wait for them.</summary>
internal static unsafe partial class SignalMask
{
    private const int Block = 0, Set = 2;

    /// <summary>Bytes of C's <c>sigset_t</c> on Linux: a bit for each signal.</summary>
    private const int Bytes = 128;

    // What a thread brings upon itself, and what the runtime stops threads by: SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS,
    // and SIGRTMIN, of glibc the 34th.
    private static ReadOnlySpan<int> OfRuntime => [4, 5, 6, 7, 8, 11, 31, 34];

    /// <summary>A thread inherits the mask of the one that starts it.</summary>
    public static void Start(Thread thread)
    {
        ulong* blocked = stackalloc ulong[Bytes / sizeof(ulong)];
        ulong* before = stackalloc ulong[Bytes / sizeof(ulong)];
        new Span<ulong>(blocked, Bytes / sizeof(ulong)).Fill(ulong.MaxValue);
        foreach (int signal in OfRuntime)
            blocked[0] &= ~(1UL << (signal - 1));
        _ = Change(Block, blocked, before);
        try
        {
            thread.UnsafeStart();
        }
        finally
        {
            _ = Change(Set, before, null);
        }
    }

    [LibraryImport("libc", EntryPoint = "pthread_sigmask")]
    private static partial int Change(int how, ulong* signals, ulong* before);
}
