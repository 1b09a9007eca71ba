namespace Kernels.Widths;

/// <summary>
/// How lanes of each width read tables: in each lane a row of its own, at an offset in elements. P stands for a pair of lanes, R for four.
/// </summary>
internal static class TableReads
{
    /// <summary>The heads of the four operations, and what they do.</summary>
    public static (string Head, string Summary)[] All { get; } =
    [
        ("P Pairs(ref readonly double table, L offsets)", "The columns of a table with rows of two, at offsets that the lanes' bits give."),
        ("unsafe P Pairs(ref readonly double table, long* offsets)", "The same with offsets in memory."),
        ("R Rows(ref readonly double table, L offsets)", "The columns of a table with rows of four, at offsets that the lanes' bits give."),
        ("unsafe R Rows(ref readonly double table, long* offsets)", "The same with offsets in memory, which need not be extracted."),
    ];

    /// <summary>Their methods, for so many doubles.</summary>
    public static string Of(int count) => count switch { 1 => One, 2 => Two, 4 => Four, _ => Eight };

    private const string One = """

            [Inline]
            public static P Pairs(ref readonly double table, L offsets) => Pair(in table, Bits(offsets));

            [Inline]
            public static unsafe P Pairs(ref readonly double table, long* offsets) => Pair(in table, *offsets);

            [Inline]
            private static P Pair(ref readonly double table, long offset)
            {
                ref double pair = ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset);
                return (pair, Unsafe.Add(ref pair, 1));
            }

            [Inline]
            public static R Rows(ref readonly double table, L offsets) => Row(in table, Bits(offsets));

            [Inline]
            public static unsafe R Rows(ref readonly double table, long* offsets) => Row(in table, *offsets);

            [Inline]
            private static R Row(ref readonly double table, long offset)
            {
                ref double row = ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset);
                return (row, Unsafe.Add(ref row, 1), Unsafe.Add(ref row, 2), Unsafe.Add(ref row, 3));
            }

            [Inline]
            private static long Bits(L value) => BitConverter.DoubleToInt64Bits(value._value);

            [Inline]
            private static double FromBits(long bits) => BitConverter.Int64BitsToDouble(bits);

        """;

    private const string Two = """

            [Inline]
            public static P Pairs(ref readonly double table, L offsets) =>
                Pairs(in table, offsets._value.AsInt64().GetElement(0), offsets._value.AsInt64().GetElement(1));

            [Inline]
            public static unsafe P Pairs(ref readonly double table, long* offsets) => Pairs(in table, offsets[0], offsets[1]);

            [Inline]
            private static P Pairs(ref readonly double table, long offset0, long offset1)
            {
                Vector128<double> pair0 = Pair(in table, offset0), pair1 = Pair(in table, offset1);
                return (new(Low(pair0, pair1)), new(High(pair0, pair1)));
            }

            [Inline]
            internal static Vector128<double> Pair(ref readonly double table, long offset) =>
                Vector128.LoadUnsafe(ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset));

            [Inline]
            public static R Rows(ref readonly double table, L offsets) =>
                Rows(in table, offsets._value.AsInt64().GetElement(0), offsets._value.AsInt64().GetElement(1));

            [Inline]
            public static unsafe R Rows(ref readonly double table, long* offsets) => Rows(in table, offsets[0], offsets[1]);

            [Inline]
            private static R Rows(ref readonly double table, long offset0, long offset1)
            {
                ref readonly double row0 = ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset0);
                ref readonly double row1 = ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset1);
                Vector128<double> left0 = Vector128.LoadUnsafe(in row0), right0 = Vector128.LoadUnsafe(in row0, 2);
                Vector128<double> left1 = Vector128.LoadUnsafe(in row1), right1 = Vector128.LoadUnsafe(in row1, 2);
                return (new(Low(left0, left1)), new(High(left0, left1)), new(Low(right0, right1)), new(High(right0, right1)));
            }

            private static Vector128<double> Low(Vector128<double> left, Vector128<double> right) =>
                Sse2.IsSupported ? Sse2.UnpackLow(left, right) : Vector128.Create(left.GetLower(), right.GetLower());

            private static Vector128<double> High(Vector128<double> left, Vector128<double> right) =>
                Sse2.IsSupported ? Sse2.UnpackHigh(left, right) : Vector128.Create(left.GetUpper(), right.GetUpper());

        """;

    private const string Four = """

            [Inline]
            public static P Pairs(ref readonly double table, L offsets)
            {
                var index = offsets._value.AsInt64();
                return Pairs(in table, index.GetElement(0), index.GetElement(1), index.GetElement(2), index.GetElement(3));
            }

            [Inline]
            public static unsafe P Pairs(ref readonly double table, long* offsets) =>
                Pairs(in table, offsets[0], offsets[1], offsets[2], offsets[3]);

            [Inline]
            private static P Pairs(ref readonly double table, long offset0, long offset1, long offset2, long offset3)
            {
                var even = TwoPairs(in table, offset0, offset2);
                var odd = TwoPairs(in table, offset1, offset3);
                return Avx.IsSupported
                    ? (new(Avx.UnpackLow(even, odd)), new(Avx.UnpackHigh(even, odd)))
                    : (new(Vector256.Create(even[0], odd[0], even[2], odd[2])), new(Vector256.Create(even[1], odd[1], even[3], odd[3])));
            }

            [Inline]
            internal static Vector256<double> TwoPairs(ref readonly double table, long lower, long upper) => Avx.IsSupported
                ? Avx.InsertVector128(Double2<TDomain>.Pair(in table, lower).ToVector256Unsafe(), Double2<TDomain>.Pair(in table, upper), 1)
                : Vector256.Create(Double2<TDomain>.Pair(in table, lower), Double2<TDomain>.Pair(in table, upper));

            [Inline]
            public static R Rows(ref readonly double table, L offsets)
            {
                var index = offsets._value.AsInt64();
                return Columns(
                    Row(in table, index.GetElement(0)),
                    Row(in table, index.GetElement(1)),
                    Row(in table, index.GetElement(2)),
                    Row(in table, index.GetElement(3)));
            }

            [Inline]
            public static unsafe R Rows(ref readonly double table, long* offsets) =>
                Columns(Row(in table, offsets[0]), Row(in table, offsets[1]), Row(in table, offsets[2]), Row(in table, offsets[3]));

            [Inline]
            private static R Columns(Vector256<double> row0, Vector256<double> row1, Vector256<double> row2, Vector256<double> row3)
            {
                if (!Avx.IsSupported)
                {
                    return (
                        new(Vector256.Create(row0[0], row1[0], row2[0], row3[0])),
                        new(Vector256.Create(row0[1], row1[1], row2[1], row3[1])),
                        new(Vector256.Create(row0[2], row1[2], row2[2], row3[2])),
                        new(Vector256.Create(row0[3], row1[3], row2[3], row3[3])));
                }

                var low01 = Avx.UnpackLow(row0, row1);
                var low23 = Avx.UnpackLow(row2, row3);
                var high01 = Avx.UnpackHigh(row0, row1);
                var high23 = Avx.UnpackHigh(row2, row3);
                return (
                    new(Avx.Permute2x128(low01, low23, 0x20)),
                    new(Avx.Permute2x128(high01, high23, 0x20)),
                    new(Avx.Permute2x128(low01, low23, 0x31)),
                    new(Avx.Permute2x128(high01, high23, 0x31)));
            }

            [Inline]
            private static Vector256<double> Row(ref readonly double table, long offset) =>
                Vector256.LoadUnsafe(ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset));

        """;

    private static string Eight => $$"""

            [Inline]
            public static P Pairs(ref readonly double table, L offsets)
            {
                // Through memory: see Rows.
                var memory = (offsets._value.GetLower().AsInt64(), offsets._value.GetUpper().AsInt64());
                return Pairs(in table, ref Unsafe.As<(Vector256<long>, Vector256<long>), long>(ref memory));
            }

            [Inline]
            public static unsafe P Pairs(ref readonly double table, long* offsets) => Pairs(in table, ref *offsets);

            [Inline]
            private static P Pairs(ref readonly double table, ref long offsets)
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

            [Inline]
            public static R Rows(ref readonly double table, L offsets)
            {
                // Through memory: eight elements taken out of a register are more operations, and more locals than a user's kernel has.
                var memory = (offsets._value.GetLower().AsInt64(), offsets._value.GetUpper().AsInt64());
                return Rows(in table, ref Unsafe.As<(Vector256<long>, Vector256<long>), long>(ref memory));
            }

            [Inline]
            public static unsafe R Rows(ref readonly double table, long* offsets) => Rows(in table, ref *offsets);

            // Rows are put together by InsertVector256: the framework's Create inserts both into an undefined vector, which it keeps in
            // memory. All in one method: every inlined call would cost a user's kernel locals.
            [Inline]
            private static R Rows(ref readonly double table, ref long offsets)
            {
                if (!Avx512F.IsSupported)
                    return RowsOneByOne(in table, ref offsets);
                ref double rows = ref Unsafe.AsRef(in table);
        {{TwoRows(0, 2)}}{{TwoRows(1, 3)}}{{TwoRows(4, 6)}}{{TwoRows(5, 7)}}
                // In each 128 bits the lower (upper) elements of both; then the even (odd) 128 bits of both.
                var low03 = Avx512F.UnpackLow(row02, row13);
                var low47 = Avx512F.UnpackLow(row46, row57);
                var high03 = Avx512F.UnpackHigh(row02, row13);
                var high47 = Avx512F.UnpackHigh(row46, row57);
                return (
                    Unsafe.BitCast<Vector512<double>, L>(Avx512F.Shuffle4x128(low03, low47, 0b10_00_10_00)),
                    Unsafe.BitCast<Vector512<double>, L>(Avx512F.Shuffle4x128(high03, high47, 0b10_00_10_00)),
                    Unsafe.BitCast<Vector512<double>, L>(Avx512F.Shuffle4x128(low03, low47, 0b11_01_11_01)),
                    Unsafe.BitCast<Vector512<double>, L>(Avx512F.Shuffle4x128(high03, high47, 0b11_01_11_01)));
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            private static R RowsOneByOne(ref readonly double table, ref long offsets)
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
            [Inline]
            private static Vector512<double> Both(Vector256<double> lower, Vector256<double> upper) => Avx512F.IsSupported
                ? Avx512F.InsertVector256(lower.ToVector512Unsafe(), upper, 1)
                : Vector512.Create(lower, upper);

        """;

    private static string TwoRows(int lower, int upper) => $$"""
                var row{{lower}}{{upper}} = Avx512F.InsertVector256(
                    Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint){{Offset(lower)}})).ToVector512Unsafe(),
                    Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint){{Offset(upper)}})),
                    1);

        """;

    private static string Offset(int lane) => lane == 0 ? "offsets" : $"Unsafe.Add(ref offsets, {lane})";
}
