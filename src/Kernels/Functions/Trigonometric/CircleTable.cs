namespace Kernels.Functions;

/// <summary>Sine and cosine at 512 points of the circle.</summary>
/// <remarks>
/// Row k belongs to the angle 2π·k/512 + shift, where the shift, below 2⁻²⁵, is such that sine and cosine both happen to be doubles, but
/// for 2⁻⁶⁷ of themselves: Gal's accurate tables. At multiples of π/2 it is 0. The table has the symmetries of the circle to the bit; its
/// first sine is −0, so that sin(−0) = −0.
/// </remarks>
internal static partial class CircleTable
{
    public const int Steps = 512;

    /// <summary>The multiple of π/256 whose sine in the pairs is the next double: see <see cref="Pairs"/>.</summary>
    internal const int NudgedStep = 285;

    private static readonly nint Address = AlignedTable.CopyOf(Rows);
    private static readonly nint PairAddress = AlignedTable.CopyOf(FloatingPointEnvironment.UnderDefault(Pairs));

    public static ref readonly double First => ref AlignedTable.At(Address);

    public static ref readonly double FirstPair => ref AlignedTable.At(PairAddress);

    /// <summary>The offsets of rows of four, and of their rests; the number of steps is in the last bits of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Offsets<V>(V steps) where V : struct, ILanes<V> =>
        V.And(V.ShiftLeft(steps, 2), BitConverter.Int64BitsToDouble((Steps - 1) << 2));

    /// <summary>The bits in which twice a number of steps, that is the offset of its pair, may differ.</summary>
    public const double OffsetBitsOfPairs = 5.05E-321;  // 0x0.00000000003fep-1022

    /// <summary>Sine and cosine of the multiples of π/256 themselves, as the nearest doubles but for one.</summary>
    /// <remarks>
    /// They are the rows' points, less the shift; the next term of Taylor's series, a sixth of its cube, is below 2⁻⁷⁷. The nearest double
    /// to sin 9830.398 lies half-way between two floats, so that its rounding to float would go to the wrong side: the sine from which it
    /// comes, that of 285 steps, is the next double towards 0. That of −285 follows it.
    /// </remarks>
    internal static double[] Pairs()
    {
        double[] pairs = new double[2 * Steps];
        for (int k = 0; k < Steps; k++)
        {
            double sine = Rows[4 * k], cosine = Rows[(4 * k) + 1], shift = Rows[(4 * k) + 2], half = shift * shift / 2;
            pairs[2 * k] = sine - ((cosine * shift) + (sine * half));
            pairs[(2 * k) + 1] = cosine - ((cosine * half) - (sine * shift));
        }

        pairs[2 * (Steps - NudgedStep)] = Math.BitDecrement(pairs[2 * (Steps - NudgedStep)]);
        pairs[2 * NudgedStep] = -pairs[2 * (Steps - NudgedStep)];
        return pairs;
    }
}
