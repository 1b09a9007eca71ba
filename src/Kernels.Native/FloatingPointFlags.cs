using System.Runtime.InteropServices;
using Kernels.Programs;

namespace Kernels.Native;

/// <summary>The thread's floating-point status flags, which NumPy makes warnings of.</summary>
internal static partial class FloatingPointFlags
{
    /// <summary>All flags of any processor.</summary>
    private const int All = 0x3F;

    // FE_INVALID is 1 on both; FE_DIVBYZERO and FE_OVERFLOW differ.
    private static bool IsArm => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    /// <summary>Sets those of some conditions, and clears all others: those that the loops have set on their ways mean nothing.</summary>
    public static void Set(Conditions conditions)
    {
        _ = Clear(IsArm ? 0x1F : All & 0x3D);
        int flags = conditions.HasFlag(Conditions.Invalid) ? 1 : 0;
        if (conditions.HasFlag(Conditions.DivideByZero))
            flags |= IsArm ? 2 : 4;
        if (conditions.HasFlag(Conditions.Overflow))
            flags |= IsArm ? 4 : 8;
        if (flags != 0)
            _ = Raise(flags);
    }

    [LibraryImport("libm", EntryPoint = "feclearexcept")]
    [SuppressGCTransition]
    private static partial int Clear(int flags);

    [LibraryImport("libm", EntryPoint = "feraiseexcept")]
    [SuppressGCTransition]
    private static partial int Raise(int flags);
}
