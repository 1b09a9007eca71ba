namespace Kernels.Functions;

/// <summary>Numbers of 21 bits, one for each of 256 cells of three binades in which its cube is, and what divides by that cube.</summary>
/// <remarks>
/// Row j has the T next to the middle of its cell whose 1/(3T³) happens to be a double, but for some 2⁻⁶⁰ of itself: after Gal's accurate
/// tables. T³ has 63 bits, so few that any double of the cell differs from it by a double.
/// </remarks>
internal static partial class CubeRootTable
{
    public const int Count = 768;

    /// <summary>Rows that offsets can tell apart: those after the last serve no argument, but are there in any rounding mode.</summary>
    internal const int Room = 1024;

    private static readonly nint Address = AlignedTable.CopyOf([.. Rows, .. new double[2 * (Room - Count)]]);

    /// <summary>Where the rows begin.</summary>
    public static ref readonly double First => ref AlignedTable.At(Address);

    /// <summary>The bits in which offsets of rows may differ.</summary>
    public const double OffsetBits = 1.011E-320;  // 0x0.00000000007fep-1022
}
