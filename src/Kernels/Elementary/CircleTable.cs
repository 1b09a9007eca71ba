using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kernels.Lanes;

namespace Kernels.Elementary;

/// <summary>Sine and cosine at 512 points of the circle.</summary>
/// <remarks>
/// Row k belongs to the angle 2π·k/512 + shift, where the shift, below 2⁻²⁵, is such that sine and cosine both happen to be doubles, but
/// for 2⁻⁶⁷ of themselves: Gal's accurate tables. At multiples of π/2 it is 0. The table has the symmetries of the circle to the bit; its
/// first sine is −0, so that sin(−0) = −0.
/// </remarks>
internal static partial class CircleTable
{
    public const int Steps = 512;

    private static readonly nint Address = AlignedTable.CopyOf(Rows);

    /// <summary>Where the rows begin.</summary>
    public static ref readonly double First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref AlignedTable.At(Address);
    }

    /// <summary>Where the rows of rests begin, at the same offsets.</summary>
    public static ref readonly double FirstRest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref MemoryMarshal.GetReference(Rests);
    }

    /// <summary>The offsets of rows, which have four elements each.</summary>
    /// <param name="steps">A number of steps in the last bits of each lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Offsets<V>(V steps)
        where V : struct, IDoubleLanes<V>, ILanes<V> =>
        V.And(V.ShiftLeft(steps, 2), BitConverter.Int64BitsToDouble((Steps - 1) << 2));
}
