namespace Kernels.Lanes;

/// <content>How they read tables: in each lane a row of its own, at an offset in elements.</content>
internal readonly unsafe partial struct Double1<TDomain>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double1<TDomain> First, Double1<TDomain> Second) Pairs(ref readonly double table, long* offsets)
    {
        ref double pair = ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)(*offsets));
        return (pair, Unsafe.Add(ref pair, 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double1<TDomain> First, Double1<TDomain> Second, Double1<TDomain> Third, Double1<TDomain> Fourth) Rows(
        ref readonly double table, long* offsets)
    {
        ref double row = ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)(*offsets));
        return (row, Unsafe.Add(ref row, 1), Unsafe.Add(ref row, 2), Unsafe.Add(ref row, 3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Bits(Double1<TDomain> value) => BitConverter.DoubleToInt64Bits(value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double FromBits(long bits) => BitConverter.Int64BitsToDouble(bits);
}
