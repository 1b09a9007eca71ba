namespace Kernels.Lanes;

/// <content>How they read tables: in each lane a row of its own, at an offset in elements.</content>
internal readonly partial struct Double1<TDomain>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double1<TDomain> First, Double1<TDomain> Second) Pairs(
        ref readonly double table, Double1<TDomain> offsets) => Pair(in table, Bits(offsets));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe (Double1<TDomain> First, Double1<TDomain> Second) Pairs(
        ref readonly double table, long* offsets) => Pair(in table, *offsets);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Double1<TDomain> First, Double1<TDomain> Second) Pair(ref readonly double table, long offset)
    {
        ref double pair = ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset);
        return (pair, Unsafe.Add(ref pair, 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double1<TDomain> First, Double1<TDomain> Second, Double1<TDomain> Third, Double1<TDomain> Fourth) Rows(
        ref readonly double table, Double1<TDomain> offsets) => Row(in table, Bits(offsets));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe (Double1<TDomain> First, Double1<TDomain> Second, Double1<TDomain> Third, Double1<TDomain> Fourth) Rows(
        ref readonly double table, long* offsets) => Row(in table, *offsets);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Double1<TDomain> First, Double1<TDomain> Second, Double1<TDomain> Third, Double1<TDomain> Fourth) Row(
        ref readonly double table, long offset)
    {
        ref double row = ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset);
        return (row, Unsafe.Add(ref row, 1), Unsafe.Add(ref row, 2), Unsafe.Add(ref row, 3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Bits(Double1<TDomain> value) => BitConverter.DoubleToInt64Bits(value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double FromBits(long bits) => BitConverter.Int64BitsToDouble(bits);
}
