using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <content>How they read tables: in each lane a row of its own, at an offset in elements.</content>
internal readonly unsafe partial struct Double8<TDomain>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double8<TDomain> First, Double8<TDomain> Second) Pairs(ref readonly double table, long* offsets)
    {
        var even = Both(
            Double4<TDomain>.TwoPairs(in table, offsets[0], offsets[2]), Double4<TDomain>.TwoPairs(in table, offsets[4], offsets[6]));
        var odd = Both(
            Double4<TDomain>.TwoPairs(in table, offsets[1], offsets[3]), Double4<TDomain>.TwoPairs(in table, offsets[5], offsets[7]));
        return Avx512F.IsSupported
            ? (new(Avx512F.UnpackLow(even, odd)), new(Avx512F.UnpackHigh(even, odd)))
            : (new(Vector512.Create(even[0], odd[0], even[2], odd[2], even[4], odd[4], even[6], odd[6])),
                new(Vector512.Create(even[1], odd[1], even[3], odd[3], even[5], odd[5], even[7], odd[7])));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double8<TDomain> First, Double8<TDomain> Second, Double8<TDomain> Third, Double8<TDomain> Fourth) Rows(
        ref readonly double table, long* offsets)
    {
        if (!Avx512F.IsSupported)
            return RowsOneByOne(in table, offsets);
        var row02 = Both(Double4<TDomain>.Row(in table, offsets[0]), Double4<TDomain>.Row(in table, offsets[2]));
        var row13 = Both(Double4<TDomain>.Row(in table, offsets[1]), Double4<TDomain>.Row(in table, offsets[3]));
        var row46 = Both(Double4<TDomain>.Row(in table, offsets[4]), Double4<TDomain>.Row(in table, offsets[6]));
        var row57 = Both(Double4<TDomain>.Row(in table, offsets[5]), Double4<TDomain>.Row(in table, offsets[7]));

        // In each 128 bits the lower (upper) elements of both; then the even (odd) 128 bits of both.
        Vector512<double> low03 = Avx512F.UnpackLow(row02, row13), low47 = Avx512F.UnpackLow(row46, row57);
        Vector512<double> high03 = Avx512F.UnpackHigh(row02, row13), high47 = Avx512F.UnpackHigh(row46, row57);
        return (
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(low03, low47, 0b10_00_10_00)),
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(high03, high47, 0b10_00_10_00)),
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(low03, low47, 0b11_01_11_01)),
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(high03, high47, 0b11_01_11_01)));
    }

    // In halves: what is stored in one is not forwarded to loads of numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double8<TDomain> First, Double8<TDomain> Second, Double8<TDomain> Third, Double8<TDomain> Fourth) Rows(
        ref readonly double table, Double8<TDomain> offsets)
    {
        var halves = (offsets._value.GetLower(), offsets._value.GetUpper());
        return Rows(in table, (long*)Unsafe.AsPointer(ref halves));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Double8<TDomain> First, Double8<TDomain> Second, Double8<TDomain> Third, Double8<TDomain> Fourth) RowsOneByOne(
        ref readonly double table, long* offsets)
    {
        Vector512<double> first = default, second = default, third = default, fourth = default;
        for (int lane = 0; lane < Count; lane++)
        {
            var row = Double4<TDomain>.Row(in table, offsets[lane]);
            first = first.WithElement(lane, row[0]);
            second = second.WithElement(lane, row[1]);
            third = third.WithElement(lane, row[2]);
            fourth = fourth.WithElement(lane, row[3]);
        }

        return (new(first), new(second), new(third), new(fourth));
    }

    // The framework's Create inserts both into an undefined vector, which it keeps in memory.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Both(Vector256<double> lower, Vector256<double> upper) => Avx512F.IsSupported
        ? Avx512F.InsertVector256(lower.ToVector512Unsafe(), upper, 1) : Vector512.Create(lower, upper);
}
