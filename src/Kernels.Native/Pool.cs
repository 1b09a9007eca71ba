using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Kernels.Native;

/// <summary>Threads that help with calls: as many as there are processors, started when they are needed, and kept.</summary>
/// <remarks>
/// .NET's own pool ends the process where a limit of it, on threads or on address space, keeps the pool from starting the thread that
/// watches the others. Here there are fewer threads then.
/// </remarks>
internal static unsafe partial class Pool
{
    /// <summary>Bytes of a stack: a call's memory is elsewhere.</summary>
    private const int StackBytes = 512 << 10;

    /// <summary>Bytes of address space that must be left for a thread: where the runtime has none for it, it ends the process.</summary>
    private const int RoomBytes = 16 << 20;

    /// <summary>How long a thread looks for the next helper before it sleeps: to wake one takes 50 µs, and calls come in rows.</summary>
    private static readonly long Patience = Stopwatch.Frequency / 1_000_000 * 300;

    private static readonly object Waiting = new();

    // None is left out, since jobs count those that they have called. It hardly ever grows.
    private static readonly Queue<IThreadPoolWorkItem> Helpers = new(capacity: 256);

    // Their number, for those who look for one.
    private static int _count;

    // Threads: all, those that look for a helper, and those that sleep and have not been woken.
    private static int _threads, _looking, _asleep;

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The library is the whole program that its runtime knows of.")]
    internal static void Open()
    {
        Kernels.Threading.Helpers.Pool = Call;
        Kernels.Threading.Helpers.StartThread = SignalMask.Start;

        // A thread may fail before it comes to our code.
        ExceptionHandling.SetUnhandledExceptionHandler(static exception => exception is OutOfMemoryException);
    }

    private static void Call(IThreadPoolWorkItem helper)
    {
        lock (Waiting)
        {
            Helpers.Enqueue(helper);
            Volatile.Write(ref _count, Helpers.Count);
            if (Helpers.Count <= _looking)
                return;
            if (_asleep > 0)
            {
                _asleep--;
                Monitor.Pulse(Waiting);
                return;
            }

            if (_threads == Environment.ProcessorCount)
                return;
            _threads++;
        }

        Start();
    }

    private static void Start()
    {
        try
        {
            if (HasRoom())
            {
                SignalMask.Start(new(Work, StackBytes) { IsBackground = true, Name = "Kernels helper" });
                return;
            }
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
        {
            // The next call that wants one tries again.
        }

        // Where there is nobody at all, callers help themselves, so that no job waits for those that it has called.
        IThreadPoolWorkItem? left = null;
        lock (Waiting)
        {
            if (--_threads == 0 && Helpers.Count > 0)
                left = First();
        }

        left?.Execute();
    }

    private static bool HasRoom()
    {
        const int None = 0, PrivateAnonymousWithoutReserve = 0x4022;
        void* room = Map(null, RoomBytes, None, PrivateAnonymousWithoutReserve, -1, 0);
        if (room == (void*)-1)
            return false;
        _ = Unmap(room, RoomBytes);
        return true;
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(void* address, nuint length);

    private static void Work()
    {
        while (true)
            Take().Execute();
    }

    private static IThreadPoolWorkItem Take()
    {
        lock (Waiting)
        {
            if (Helpers.Count > 0)
                return First();
            _looking++;
        }

        long end = Stopwatch.GetTimestamp() + Patience;
        while (Volatile.Read(ref _count) == 0 && Stopwatch.GetTimestamp() < end)
        {
            Thread.SpinWait(10);
            Thread.Yield();
        }

        lock (Waiting)
        {
            _looking--;
            while (Helpers.Count == 0)
            {
                _asleep++;
                Monitor.Wait(Waiting);
            }

            return First();
        }
    }

    private static IThreadPoolWorkItem First()
    {
        var helper = Helpers.Dequeue();
        Volatile.Write(ref _count, Helpers.Count);
        return helper;
    }
}
