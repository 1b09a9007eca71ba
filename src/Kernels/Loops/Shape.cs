using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Kernels.Loops;

/// <summary>
/// Checks of lengths and overlap, before anything is written. They are inlined, for the sake of short arrays; what they throw is not.
/// </summary>
internal static unsafe class Shape
{
    /// <summary>Throws unless the destination has room for every element of the input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckLength(int inputLength, int destinationLength, string destinationName)
    {
        if (destinationLength < inputLength)
            ThrowShort(inputLength, destinationLength, destinationName);
    }

    /// <summary>Throws if the part that is written overlaps the input, unless both start at the same element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckInput<T>(T* input, T* destination, long count, string destinationName)
        where T : unmanaged
    {
        if (input != destination && Overlap(input, destination, count))
            Throw("The destination overlaps the input without starting at the same element.", destinationName);
    }

    /// <summary>Throws if the parts of two destinations that are written overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckDestinations<T>(T* first, T* second, long count, string secondName)
        where T : unmanaged
    {
        if (Overlap(first, second, count))
            Throw("The two destinations overlap.", secondName);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Overlap<T>(T* left, T* right, long count)
        where T : unmanaged
    {
        // The distance, forwards or backwards, as an unsigned number.
        nuint bytes = (nuint)count * (nuint)sizeof(T);
        return (nuint)((byte*)left - (byte*)right) < bytes || (nuint)((byte*)right - (byte*)left) < bytes;
    }

    [DoesNotReturn]
    private static void ThrowShort(int inputLength, int destinationLength, string name) =>
        Throw($"The destination has room for {destinationLength} elements, the input has {inputLength}.", name);

    [DoesNotReturn]
    private static void Throw(string message, string name) => throw new ArgumentException(message, name);
}
