using System.Numerics;

namespace Kernels.Loops;

/// <summary>
/// Tells functions of one type apart by their fields: one may cost a nanosecond an element where another costs a millisecond.
/// </summary>
internal static class FunctionKey
{
    /// <summary>Of what has no fields.</summary>
    public const ulong None = 0;

    /// <summary>Equal for equal fields; for a class, for the same object.</summary>
    /// <remarks>An object that a field refers to may be moved: then the key is another one. That costs time, no more.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of<TFunction>(TFunction function)
    {
        if (!typeof(TFunction).IsValueType)
            return (ulong)RuntimeHelpers.GetHashCode(function);

        // A structure without fields takes a byte all the same.
        return Unsafe.SizeOf<TFunction>() < sizeof(float)
            ? None : OfBytes(ref Unsafe.As<TFunction, byte>(ref function), Unsafe.SizeOf<TFunction>());
    }

    private static ulong OfBytes(ref byte bytes, int count)
    {
        const ulong Odd = 0x9E37_79B9_7F4A_7C15;
        ulong key = Odd;
        int i = 0;
        for (; i <= count - sizeof(ulong); i += sizeof(ulong))
            key = BitOperations.RotateLeft((key ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, i))) * Odd, 32);
        for (; i < count; i++)
            key = BitOperations.RotateLeft((key ^ Unsafe.Add(ref bytes, i)) * Odd, 32);
        return key;
    }
}
