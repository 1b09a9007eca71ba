using System.Runtime.InteropServices;

namespace Kernels.Threading;

/// <summary>A sleep of a millisecond. Windows would round it up to its clock's 15.6, but for timers that ask for better.</summary>
internal static partial class Pause
{
    // Since Windows 10, version 1803; 0 elsewhere.
    private static readonly nint Timer = OperatingSystem.IsWindows() ? StartTimer() : 0;

    public static void Millisecond()
    {
        if (Timer == 0 || WaitForSingleObject(Timer, 100) != 0)
            Thread.Sleep(1);
    }

    private static nint StartTimer()
    {
        const uint HighResolution = 2, AllAccess = 0x1F0003;
        long millisecond = -10_000;  // in units of 100 ns, from now on
        nint timer = CreateWaitableTimerExW(0, 0, HighResolution, AllAccess);
        return timer != 0 && SetWaitableTimer(timer, in millisecond, period: 1, 0, 0, 0) != 0 ? timer : 0;
    }

    [LibraryImport("kernel32")]
    private static partial nint CreateWaitableTimerExW(nint attributes, nint name, uint flags, uint access);

    [LibraryImport("kernel32")]
    private static partial int SetWaitableTimer(nint timer, in long due, int period, nint routine, nint argument, int resume);

    [LibraryImport("kernel32")]
    private static partial uint WaitForSingleObject(nint handle, uint milliseconds);
}
