using System.Runtime.InteropServices;

namespace Kernels.Lanes;

/// <summary>
/// Tables that begin with a cache line. A program's data lie at multiples of eight bytes, and half of a table's rows would straddle lines.
/// </summary>
internal static unsafe class AlignedTable
{
    /// <summary>The address of a copy, which is never freed.</summary>
    public static nint CopyOf(ReadOnlySpan<double> table)
    {
        double* copy = (double*)NativeMemory.AlignedAlloc((nuint)table.Length * sizeof(double), alignment: 64);
        table.CopyTo(new Span<double>(copy, table.Length));
        return (nint)copy;
    }

    /// <summary>What is at an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly double At(nint address) => ref *(double*)address;
}
