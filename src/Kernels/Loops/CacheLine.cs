using System.Runtime.CompilerServices;

namespace Kernels.Loops;

/// <summary>Where addresses lie in relation to cache lines and other borders.</summary>
internal static unsafe class CacheLine
{
    public const int Bytes = 64;

    /// <summary>Doubles of a line.</summary>
    public const int Length = Bytes / sizeof(double);

    /// <summary>The first line that begins in a memory, which has room for one more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double* Align(double* memory) => (double*)(((nuint)memory + Bytes - 1) & ~(nuint)(Bytes - 1));

    /// <summary>Elements since the last line began.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ElementsFrom(double* address) => (int)((nuint)address % Bytes) / sizeof(double);

    /// <summary>Elements until the next line begins, or any other border of so many bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ElementsTo(double* address, int bytes = Bytes) => (int)((nuint)(-(nint)address) % (nuint)bytes) / sizeof(double);
}
