using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <content>How they read tables: in each lane a row of its own, at an offset in elements.</content>
internal readonly unsafe partial struct Double4<TDomain>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double4<TDomain> First, Double4<TDomain> Second) Pairs(ref readonly double table, long* offsets)
    {
        Vector256<double> even = TwoPairs(in table, offsets[0], offsets[2]), odd = TwoPairs(in table, offsets[1], offsets[3]);
        return Avx.IsSupported
            ? (new(Avx.UnpackLow(even, odd)), new(Avx.UnpackHigh(even, odd)))
            : (new(Vector256.Create(even[0], odd[0], even[2], odd[2])), new(Vector256.Create(even[1], odd[1], even[3], odd[3])));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> TwoPairs(ref readonly double table, long lower, long upper) => Avx.IsSupported
        ? Avx.InsertVector128(Double2<TDomain>.Pair(in table, lower).ToVector256Unsafe(), Double2<TDomain>.Pair(in table, upper), 1)
        : Vector256.Create(Double2<TDomain>.Pair(in table, lower), Double2<TDomain>.Pair(in table, upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double4<TDomain> First, Double4<TDomain> Second, Double4<TDomain> Third, Double4<TDomain> Fourth) Rows(
        ref readonly double table, long* offsets)
    {
        Vector256<double> row0 = Row(in table, offsets[0]), row1 = Row(in table, offsets[1]);
        Vector256<double> row2 = Row(in table, offsets[2]), row3 = Row(in table, offsets[3]);
        if (!Avx.IsSupported)
        {
            return (
                new(Vector256.Create(row0[0], row1[0], row2[0], row3[0])), new(Vector256.Create(row0[1], row1[1], row2[1], row3[1])),
                new(Vector256.Create(row0[2], row1[2], row2[2], row3[2])), new(Vector256.Create(row0[3], row1[3], row2[3], row3[3])));
        }

        Vector256<double> low01 = Avx.UnpackLow(row0, row1), low23 = Avx.UnpackLow(row2, row3);
        Vector256<double> high01 = Avx.UnpackHigh(row0, row1), high23 = Avx.UnpackHigh(row2, row3);
        return (
            new(Avx.Permute2x128(low01, low23, 0x20)), new(Avx.Permute2x128(high01, high23, 0x20)),
            new(Avx.Permute2x128(low01, low23, 0x31)), new(Avx.Permute2x128(high01, high23, 0x31)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Row(ref readonly double table, long offset) =>
        Vector256.LoadUnsafe(ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset));
}
