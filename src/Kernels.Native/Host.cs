using System.Runtime.InteropServices;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels.Native;

/// <summary>The host has asked for the call's end.</summary>
internal sealed class InterruptedException : Exception;

/// <summary>An interpreter, which handles signals between its instructions: long calls ask it now and then, and Ctrl-C ends them.</summary>
/// <remarks>It is asked by its main thread alone: in others it would have nothing to say.</remarks>
internal static unsafe partial class Host
{
    /// <summary>Ticks of about a millisecond from one question to the next: often enough for a human, and its lock may be dear.</summary>
    private const int Patience = 20;

    private static delegate* unmanaged<int> _acquire;
    private static delegate* unmanaged<int> _check;
    private static delegate* unmanaged<nint*, nint*, nint*, void> _fetch;
    private static delegate* unmanaged<int, void> _release;

    // The exception that has ended a call: three objects of the host's.
    private static readonly nint[] Pending = new nint[3];

    [ThreadStatic]
    private static int _lastLook;

    [ThreadStatic]
    private static sbyte _isMain;

    /// <summary>The functions of the interpreter: its lock, its signals, its exception; null where it has none.</summary>
    public static void Set(void* acquire, void* check, void* fetch, void* release)
    {
        _acquire = (delegate* unmanaged<int>)acquire;
        _check = (delegate* unmanaged<int>)check;
        _fetch = (delegate* unmanaged<nint*, nint*, nint*, void>)fetch;
        _release = (delegate* unmanaged<int, void>)release;
    }

    /// <summary>Whether the calling thread is the one that is to ask.</summary>
    public static bool IsToBeAsked
    {
        get
        {
            if (_isMain == 0)
                _isMain = (sbyte)(_check != null && ThreadNumber() == ProcessNumber() ? 1 : -1);
            return _isMain > 0;
        }
    }

    /// <summary>Asks, if it is time to: not for each call, since NumPy makes many of one whose elements it has to convert.</summary>
    /// <exception cref="InterruptedException">The host wants the call to end; what it has to say waits to be taken.</exception>
    public static void Ask()
    {
        if (Ticks.Now - _lastLook < Patience)
            return;
        _lastLook = Ticks.Now;
        int state = _acquire();
        bool isInterrupted = _check() != 0;
        if (isInterrupted)
        {
            fixed (nint* pending = Pending)
                _fetch(pending, pending + 1, pending + 2);
        }

        _release(state);
        if (isInterrupted)
            throw new InterruptedException();
    }

    /// <summary>Hands over what the host had to say.</summary>
    public static void Take(nint* exception)
    {
        for (int i = 0; i < Pending.Length; i++)
        {
            exception[i] = Pending[i];
            Pending[i] = 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    [SuppressGCTransition]
    private static partial int ThreadNumber();

    [LibraryImport("libc", EntryPoint = "getpid")]
    [SuppressGCTransition]
    private static partial int ProcessNumber();
}

/// <summary>A loop whose calling thread asks the host now and then.</summary>
internal readonly struct Asking<TLoop>(TLoop loop, int thread) : ILoop where TLoop : struct, ILoop
{
    private readonly TLoop _loop = loop;
    private readonly int _thread = thread;

    public static int ElementBytes => TLoop.ElementBytes;

    public ulong FunctionKey => _loop.FunctionKey;

    public long ElementsToBorder(long first, int bytes) => _loop.ElementsToBorder(first, bytes);

    public long Run<VNear, VWhole>(long first, long count) where VNear : struct, ILanes<VNear> where VWhole : struct, ILanes<VWhole>
    {
        long done = _loop.Run<VNear, VWhole>(first, count);
        if (Environment.CurrentManagedThreadId == _thread)
            Host.Ask();
        return done;
    }
}

/// <summary>All cores, with a calling thread that asks the host now and then if it is to.</summary>
internal readonly struct HostRunner(Partitioner runner) : IRunner
{
    private readonly Partitioner _runner = runner;

    public void Run<TLoop>(TLoop loop, long count) where TLoop : struct, ILoop
    {
        _runner.Run(new Asking<TLoop>(loop, Host.IsToBeAsked ? Environment.CurrentManagedThreadId : 0), count);
    }
}
