namespace Kernels.Functions;

/// <summary>Logarithms of 512 numbers next to 1/m, for mantissas m from <see cref="FirstBits"/> to twice that.</summary>
/// <remarks>
/// Row j serves the mantissas whose bits, less those of the first, have j in front. Its r has so few bits, and r·m is so near to 1, that
/// r·m − 1 is a double. The cells are laid so that 1 is inside one, whose r is 1: from there on results are as good as r·m − 1 is.
/// The logarithm's first part is a multiple of 2⁻⁴², and so is that of ln 2: sums of the two are doubles.
/// </remarks>
internal static partial class LogTable
{
    public const int Count = 512;

    private const long MantissaBits = 0xF_FFFF_FFFF_FFFF, FirstFraction = FirstBits & MantissaBits;

    /// <summary>2⁵²: the sum with a smaller integer has that in its last bits.</summary>
    internal const double IntegerMagic = 4503599627370496;

    /// <summary>Beyond it the sign bit of the parts is set, where numbers are infinite, or almost.</summary>
    internal const long LargestExponent = 1023;

    /// <summary>Exponents are counted from here.</summary>
    private const int ExponentBias = 1024;

    private const double LeastNormal = 2.2250738585072014e-308;               // 0x1p-1022

    /// <summary>The bits in which offsets, of rows of four and of two, may differ.</summary>
    private const double OffsetBits = 1.01E-320, PairOffsetBits = 5.05E-321;  // 0x0.00000000007fcp-1022, 0x0.00000000003fep-1022

    private static readonly nint Address = AlignedTable.CopyOf(Complete());

    /// <summary>Where the rows begin, each with its rest.</summary>
    public static ref readonly double First => ref AlignedTable.At(Address);

    /// <summary>
    /// A number's exponent, at its place, and the bits by which its mantissa is more than the first: the sign bit is set if it is infinite,
    /// almost so, or no number, and if it is negative, but for −∞ and NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Decompose<V>(V x) where V : struct, ILanes<V> => V.AddBits(x, (2L << 52) - FirstFraction);

    /// <summary>The number's exponent, as a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exponent<V>(V parts) where V : struct, ILanes<V> =>
        V.Or(V.ShiftRight(parts, 52), IntegerMagic) - (IntegerMagic + ExponentBias);

    /// <summary>Its mantissa.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Mantissa<V>(V parts) where V : struct, ILanes<V> =>
        V.AddBits(V.And(parts, BitConverter.Int64BitsToDouble(MantissaBits)), FirstBits);

    /// <summary>2^−exponent, which may be subnormal on whole lanes; any number, if the argument is not positive and finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V InverseScale<V>(V parts) where V : struct, ILanes<V>
    {
        V scale = V.Xor(V.And(parts, BitConverter.Int64BitsToDouble(~MantissaBits)), BitConverter.Int64BitsToDouble(2047L << 52));
        return V.IsWhole
            ? V.SelectBySign(parts, LeastNormal / 4, V.SelectBySign(V.AddBits(scale, -1), LeastNormal / 2, scale)) : scale;
    }

    /// <summary>The offset of its row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Offsets<V>(V parts) where V : struct, ILanes<V> => V.And(V.ShiftRight(parts, 41), OffsetBits);

    /// <summary>That of its pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V PairOffsets<V>(V parts) where V : struct, ILanes<V> => V.And(V.ShiftRight(parts, 42), PairOffsetBits);

    /// <summary>For floats, of each row: r, and the logarithm times a factor in two doubles, as the nearest double, or moved.</summary>
    /// <param name="factorHigh">1/ln b.</param>
    /// <param name="factorLow">What that leaves.</param>
    /// <param name="moved">Rows whose logarithm is moved, each with the number of doubles by which, away from 0.</param>
    internal static double[] Pairs(double factorHigh, double factorLow, ReadOnlySpan<int> moved)
    {
        double[] pairs = new double[2 * Count];
        for (int j = 0; j < Count; j++)
        {
            double high = Rows[(3 * j) + 1], product = high * factorHigh, lost = Math.FusedMultiplyAdd(high, factorHigh, -product);
            pairs[2 * j] = Rows[3 * j];
            pairs[(2 * j) + 1] = product + (lost + (high * factorLow) + (Rows[(3 * j) + 2] * factorHigh));
        }

        for (int i = 0; i < moved.Length; i += 2)
        {
            ref double logarithm = ref pairs[(2 * moved[i]) + 1];
            logarithm = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(logarithm) + moved[i + 1]);
        }

        return pairs;
    }

    private static double[] Complete()
    {
        double[] complete = new double[4 * Count];
        for (int j = 0; j < Count; j++)
        {
            Rows.Slice(3 * j, 3).CopyTo(complete.AsSpan(4 * j));
            complete[(4 * j) + 3] = Rests[j];
        }

        return complete;
    }
}
