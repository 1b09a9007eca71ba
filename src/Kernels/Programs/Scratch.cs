using System.Runtime.InteropServices;

namespace Kernels.Programs;

/// <summary>Memory for blocks, lent from a pool that keeps two pieces for each processor at most.</summary>
internal static unsafe class Scratch
{
    /// <summary>Bytes of a piece that is kept: enough for most programs.</summary>
    private const int PieceBytes = 128 << 10;

    private const int Alignment = 64;

    private static readonly nint[] Pieces = new nint[2 * Environment.ProcessorCount];

    /// <summary>So many bytes, at a cache line; give them back.</summary>
    public static byte* Rent(int bytes)
    {
        if (bytes > PieceBytes)
            return (byte*)NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
        int first = Environment.CurrentManagedThreadId % Pieces.Length;
        for (int i = 0; i < Pieces.Length; i++)
        {
            ref nint place = ref Pieces[(first + i) % Pieces.Length];
            if (place != 0 && Interlocked.Exchange(ref place, 0) is var piece && piece != 0)
                return (byte*)piece;
        }

        return (byte*)NativeMemory.AlignedAlloc(PieceBytes, Alignment);
    }

    /// <summary>Takes back what <see cref="Rent"/> has lent for as many bytes.</summary>
    public static void Return(byte* memory, int bytes)
    {
        if (bytes <= PieceBytes)
        {
            int first = Environment.CurrentManagedThreadId % Pieces.Length;
            for (int i = 0; i < Pieces.Length; i++)
            {
                ref nint place = ref Pieces[(first + i) % Pieces.Length];
                if (place == 0 && Interlocked.CompareExchange(ref place, (nint)memory, 0) == 0)
                    return;
            }
        }

        NativeMemory.AlignedFree(memory);
    }
}
