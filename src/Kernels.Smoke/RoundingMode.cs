using System.Runtime.InteropServices;

namespace Kernels.Smoke;

/// <summary>The thread's rounding mode, where the C library can be told.</summary>
internal static partial class RoundingMode
{
    private const int ToNearest = 0;

    // FE_UPWARD.
    private static int Up => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x40_0000 : 0x800;

    public static T Upwards<T>(Func<T> function)
    {
        if (!OperatingSystem.IsLinux() || SetRounding(Up) != 0)
            return function();
        try
        {
            return function();
        }
        finally
        {
            _ = SetRounding(ToNearest);
        }
    }

    [LibraryImport("libm.so.6", EntryPoint = "fesetround")]
    private static partial int SetRounding(int mode);
}
