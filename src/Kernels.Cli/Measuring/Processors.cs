using System.Numerics;
using System.Runtime.InteropServices;

namespace Kernels.Cli.Measuring;

/// <summary>The processors that the calling thread may run on, to be tried one after the other.</summary>
/// <remarks>
/// On a shared machine a neighbour slows one of the cores for seconds, and a thread stays where it is: what it times there is slow from
/// beginning to end. Where a thread cannot be told where to run (macOS, more than 64 processors), it is one that the system chooses.
/// </remarks>
internal sealed partial class Processors
{
    /// <summary>More would not find a quieter core, but take longer.</summary>
    private const int Most = 4;

    private readonly nint _all = Environment.ProcessorCount <= nint.Size * 8 ? Read() : 0;

    /// <summary>How many there are to be tried.</summary>
    public int Count => Math.Clamp(BitOperations.PopCount((nuint)_all), 1, Most);

    /// <summary>Runs something on one of them.</summary>
    /// <returns>What it returns.</returns>
    public T RunOn<T>(int processor, Func<T> action)
    {
        nint one = _all;
        for (int lower = 0; lower < processor; lower++)
            one &= one - 1;
        Write(one & -one);
        try
        {
            return action();
        }
        finally
        {
            Write(_all);
        }
    }

    private static nint Read()
    {
        if (OperatingSystem.IsWindows())
        {
            using var process = System.Diagnostics.Process.GetCurrentProcess();
            return process.ProcessorAffinity;
        }

        return GetOnPosix(0, out nint mask) == 0 ? mask : 0;
    }

    // Fails where one of the processors is not to be had any more; then it goes on where it is.
    private static void Write(nint mask)
    {
        if (mask == 0)
            return;
        if (OperatingSystem.IsWindows())
            _ = SetOnWindows(CurrentThreadOnWindows(), mask);
        else
            _ = SetOnPosix(0, in mask);
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_SchedGetAffinity")]
    private static partial int GetOnPosix(int thread, out nint mask);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_SchedSetAffinity")]
    private static partial int SetOnPosix(int thread, in nint mask);

    [LibraryImport("kernel32", EntryPoint = "GetCurrentThread")]
    private static partial nint CurrentThreadOnWindows();

    [LibraryImport("kernel32", EntryPoint = "SetThreadAffinityMask")]
    private static partial nint SetOnWindows(nint thread, nint mask);
}
