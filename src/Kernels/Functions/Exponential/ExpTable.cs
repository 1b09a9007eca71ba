using System.Runtime.InteropServices;

namespace Kernels.Functions;

/// <summary>The powers of 2 at 512 points from 0 to 1.</summary>
/// <remarks>
/// Row j belongs to 2^(j/512)·e^shift, where the shift, below 2⁻³⁰, is such that this power happens to be a double, but for 2⁻⁷⁸ of itself:
/// Gal's accurate tables. In row 0 it is 1, and the shift 0.
/// </remarks>
internal static partial class ExpTable
{
    public const int Steps = 512;

    /// <summary>The row whose point is the next double: see <see cref="Points"/>.</summary>
    internal const int MovedRow = 497;

    private static readonly nint Address = AlignedTable.CopyOf(Rows);
    private static readonly nint PointAddress = AlignedTable.CopyOf(FloatingPointEnvironment.UnderDefault(Points));

    /// <summary>Where the rows begin.</summary>
    public static ref readonly double First => ref AlignedTable.At(Address);

    /// <summary>Where the points begin.</summary>
    public static ref readonly double FirstPoint => ref AlignedTable.At(PointAddress);

    /// <summary>Where the rests begin, at the same offsets as the rows.</summary>
    public static ref readonly double FirstRest => ref MemoryMarshal.GetReference(Rests);

    /// <summary>The bits in which twice a number of steps, that is the offset of its row, may differ.</summary>
    public const double OffsetBits = 5.05E-321;  // 0x0.00000000003fep-1022

    /// <summary>Those in which the number itself, the offset of a point, may differ.</summary>
    public const double PointOffsetBits = 2.525E-321;  // 0x0.00000000001ffp-1022

    /// <summary>The offset of the row of so many steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Offsets<V>(V steps) where V : struct, ILanes<V> => V.And(V.ShiftLeft(steps, 1), OffsetBits);

    /// <summary>
    /// What a number of steps, less than 2²⁰ in size, adds to the exponent, at its place: steps/512, rounded down, times 2⁵².
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exponents<V>(V steps) where V : struct, ILanes<V> =>
        V.And(V.ShiftLeft(steps, 43), BitConverter.Int64BitsToDouble(-1L << 52));

    /// <summary>The powers at the multiples of 1/512 themselves, as the nearest doubles but for one, and 2.</summary>
    /// <remarks>
    /// They are the rows' powers less the shift, e^−shift by Taylor's series, of which the next term, a sixth of the cube, is below 2⁻⁹².
    /// The double nearest to 2 to the power −0.029743774 lies so near to the middle between two floats that its rounding to float would go
    /// to the wrong side: the point from which it comes, that of row 497, is the next double.
    /// </remarks>
    internal static double[] Points()
    {
        double[] points = new double[Steps + 1];
        for (int j = 0; j < Steps; j++)
        {
            double power = Rows[2 * j], shift = Rows[(2 * j) + 1];
            points[j] = power - (power * (shift - (shift * shift / 2)));
        }

        points[Steps] = 2;
        points[MovedRow] = Math.BitIncrement(points[MovedRow]);
        return points;
    }
}
