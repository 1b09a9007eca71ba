using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <content>How they read tables: in each lane a row of its own, at an offset in elements.</content>
internal readonly partial struct Double8<TDomain>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double8<TDomain> First, Double8<TDomain> Second) Pairs(ref readonly double table, Double8<TDomain> offsets)
    {
        // Through memory: see Rows.
        var memory = (offsets._value.GetLower().AsInt64(), offsets._value.GetUpper().AsInt64());
        return Pairs(in table, ref Unsafe.As<(Vector256<long>, Vector256<long>), long>(ref memory));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe (Double8<TDomain> First, Double8<TDomain> Second) Pairs(
        ref readonly double table, long* offsets) => Pairs(in table, ref *offsets);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Double8<TDomain> First, Double8<TDomain> Second) Pairs(ref readonly double table, ref long offsets)
    {
        var even = Both(
            Double4<TDomain>.TwoPairs(in table, offsets, Unsafe.Add(ref offsets, 2)),
            Double4<TDomain>.TwoPairs(in table, Unsafe.Add(ref offsets, 4), Unsafe.Add(ref offsets, 6)));
        var odd = Both(
            Double4<TDomain>.TwoPairs(in table, Unsafe.Add(ref offsets, 1), Unsafe.Add(ref offsets, 3)),
            Double4<TDomain>.TwoPairs(in table, Unsafe.Add(ref offsets, 5), Unsafe.Add(ref offsets, 7)));
        return Avx512F.IsSupported
            ? (new(Avx512F.UnpackLow(even, odd)), new(Avx512F.UnpackHigh(even, odd)))
            : (new(Vector512.Create(even[0], odd[0], even[2], odd[2], even[4], odd[4], even[6], odd[6])),
                new(Vector512.Create(even[1], odd[1], even[3], odd[3], even[5], odd[5], even[7], odd[7])));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double8<TDomain> First, Double8<TDomain> Second, Double8<TDomain> Third, Double8<TDomain> Fourth) Rows(
        ref readonly double table, Double8<TDomain> offsets)
    {
        // Through memory: eight elements taken out of a register are more operations, and more locals than a user's kernel has.
        var memory = (offsets._value.GetLower().AsInt64(), offsets._value.GetUpper().AsInt64());
        return Rows(in table, ref Unsafe.As<(Vector256<long>, Vector256<long>), long>(ref memory));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe (Double8<TDomain> First, Double8<TDomain> Second, Double8<TDomain> Third, Double8<TDomain> Fourth) Rows(
        ref readonly double table, long* offsets) => Rows(in table, ref *offsets);

    // Rows are put together by InsertVector256: the framework's Create inserts both into an undefined vector, which it keeps in
    // memory. All in one method: every inlined call would cost a user's kernel locals.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Double8<TDomain> First, Double8<TDomain> Second, Double8<TDomain> Third, Double8<TDomain> Fourth) Rows(
        ref readonly double table, ref long offsets)
    {
        if (!Avx512F.IsSupported)
            return RowsOneByOne(in table, ref offsets);
        ref double rows = ref Unsafe.AsRef(in table);
        var row02 = Avx512F.InsertVector256(
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)offsets)).ToVector512Unsafe(),
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 2))),
            1);
        var row13 = Avx512F.InsertVector256(
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 1))).ToVector512Unsafe(),
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 3))),
            1);
        var row46 = Avx512F.InsertVector256(
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 4))).ToVector512Unsafe(),
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 6))),
            1);
        var row57 = Avx512F.InsertVector256(
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 5))).ToVector512Unsafe(),
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 7))),
            1);

        // In each 128 bits the lower (upper) elements of both; then the even (odd) 128 bits of both.
        var low03 = Avx512F.UnpackLow(row02, row13);
        var low47 = Avx512F.UnpackLow(row46, row57);
        var high03 = Avx512F.UnpackHigh(row02, row13);
        var high47 = Avx512F.UnpackHigh(row46, row57);
        return (
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(low03, low47, 0b10_00_10_00)),
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(high03, high47, 0b10_00_10_00)),
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(low03, low47, 0b11_01_11_01)),
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(high03, high47, 0b11_01_11_01)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Double8<TDomain> First, Double8<TDomain> Second, Double8<TDomain> Third, Double8<TDomain> Fourth) RowsOneByOne(
        ref readonly double table, ref long offsets)
    {
        Vector512<double> first = default, second = default, third = default, fourth = default;
        for (int lane = 0; lane < Count; lane++)
        {
            var row = Vector256.LoadUnsafe(ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)Unsafe.Add(ref offsets, lane)));
            first = first.WithElement(lane, row[0]);
            second = second.WithElement(lane, row[1]);
            third = third.WithElement(lane, row[2]);
            fourth = fourth.WithElement(lane, row[3]);
        }

        return (new(first), new(second), new(third), new(fourth));
    }

    // See Rows for why not Create.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Both(Vector256<double> lower, Vector256<double> upper) => Avx512F.IsSupported
        ? Avx512F.InsertVector256(lower.ToVector512Unsafe(), upper, 1)
        : Vector512.Create(lower, upper);
}
