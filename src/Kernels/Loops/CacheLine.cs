using System.Runtime.Intrinsics.X86;

namespace Kernels.Loops;

/// <summary>Where addresses lie in relation to cache lines and other borders.</summary>
internal static unsafe class CacheLine
{
    public const int Bytes = 64;

    /// <summary>The first line that begins in a memory, which has room for one more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* Align<T>(T* memory) where T : unmanaged => (T*)(((nuint)memory + Bytes - 1) & ~(nuint)(Bytes - 1));

    /// <summary>Asks for the line of an address that is going to be written to, so that the stores will not wait for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(void* address)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(address);
    }

    /// <summary>Elements of a line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length<T>() where T : unmanaged => Bytes / sizeof(T);

    /// <summary>Elements since the last line began.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ElementsFrom<T>(T* address) where T : unmanaged => (int)((nuint)address % Bytes) / sizeof(T);

    /// <summary>Elements until the next line begins, or any other border of so many bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ElementsTo<T>(T* address, int bytes = Bytes)
        where T : unmanaged => (int)((nuint)(-(nint)address) % (nuint)bytes) / sizeof(T);
}
