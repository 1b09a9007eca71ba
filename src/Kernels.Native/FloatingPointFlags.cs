using System.Runtime.InteropServices;
using Kernels.Programs;

namespace Kernels.Native;

/// <summary>The thread's floating-point status flags, which NumPy makes warnings of.</summary>
internal static partial class FloatingPointFlags
{
    // Of C's <fenv.h> on Arm64, and on x64: to be told apart when the library is compiled.
    private static int DivideByZero => IsArm ? 2 : 4;

    private static int Overflow => IsArm ? 4 : 8;

    private static int Underflow => IsArm ? 8 : 16;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    private const int Invalid = 1;

    private static int All => Invalid | DivideByZero | Overflow | Underflow;

    /// <summary>Those that are set.</summary>
    public static int Now => Test(All);

    /// <summary>Sets the flags of some conditions beside those from before, and clears what loops have set: it means nothing.</summary>
    /// <remarks>To look costs nothing against clearing. That results are rounded is always true, and nobody asks.</remarks>
    public static void Set(Conditions conditions, int before)
    {
        int flags = before | (conditions.HasFlag(Conditions.Invalid) ? Invalid : 0)
            | (conditions.HasFlag(Conditions.DivideByZero) ? DivideByZero : 0)
            | (conditions.HasFlag(Conditions.Overflow) ? Overflow : 0);
        int others = Now & ~flags;
        if (others != 0)
            _ = Clear(others);
        if (flags != 0)
            _ = Raise(flags);
    }

    [LibraryImport("libm", EntryPoint = "fetestexcept")]
    [SuppressGCTransition]
    private static partial int Test(int flags);

    [LibraryImport("libm", EntryPoint = "feclearexcept")]
    [SuppressGCTransition]
    private static partial int Clear(int flags);

    [LibraryImport("libm", EntryPoint = "feraiseexcept")]
    [SuppressGCTransition]
    private static partial int Raise(int flags);
}
