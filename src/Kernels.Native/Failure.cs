using System.Runtime.CompilerServices;
using System.Text;

namespace Kernels.Native;

/// <summary>What a call has come to; the numbers are those of kernels.h.</summary>
internal enum Status
{
    Done = 0,

    /// <summary>The arguments are wrong: the text says which.</summary>
    Invalid = 1,

    /// <summary>No memory is left.</summary>
    OutOfMemory = 2,

    /// <summary>The host has an exception of its own, which waits to be taken.</summary>
    Interrupted = 3,

    /// <summary>Anything else: the text says what.</summary>
    Failed = 4,
}

/// <summary>What went wrong last, for each thread: no exception leaves the library.</summary>
internal static unsafe class Failure
{
    [ThreadStatic]
    private static string? _text;

    [ThreadStatic]
    private static Status _ofLoop;

    // Of all threads: the failures of loops, which cannot return a status, that have not been taken.
    private static int _untaken;

    /// <summary>The text of this thread's last failure.</summary>
    public static string Text => _text ?? "";

    /// <summary>Notes an exception.</summary>
    public static Status Note(Exception exception)
    {
        _text = exception.Message;
        return exception switch
        {
            FormatException or ArgumentException => Status.Invalid,
            OutOfMemoryException => Status.OutOfMemory,
            InterruptedException => Status.Interrupted,
            _ => Status.Failed,
        };
    }

    /// <summary>Notes an exception of a loop, until it is taken.</summary>
    public static void NoteOfLoop(Exception exception)
    {
        if (_ofLoop == Status.Done)
            Interlocked.Increment(ref _untaken);
        _ofLoop = Note(exception);
    }

    /// <summary>Where the number of threads stands whose loops have failed and that have not asked: it is never moved.</summary>
    public static int* Untaken => (int*)Unsafe.AsPointer(ref _untaken);

    /// <summary>Whether this thread's loops have failed, and nobody has asked yet.</summary>
    public static bool IsOfLoop => _ofLoop != Status.Done;

    /// <summary>How this thread's loops have failed since this was asked last.</summary>
    public static Status TakeOfLoop()
    {
        var status = _ofLoop;
        if (status != Status.Done)
            Interlocked.Decrement(ref _untaken);
        _ofLoop = Status.Done;
        return status;
    }

    /// <summary>Writes a text as far as there is room for it, in UTF-8 with a zero at its end.</summary>
    /// <returns>The bytes of the whole text, without that zero.</returns>
    public static nint Write(string text, byte* buffer, nint capacity)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (capacity > 0)
        {
            int length = (int)Math.Min(bytes.Length, capacity - 1);
            bytes.AsSpan(0, length).CopyTo(new Span<byte>(buffer, length));
            buffer[length] = 0;
        }

        return bytes.Length;
    }
}
