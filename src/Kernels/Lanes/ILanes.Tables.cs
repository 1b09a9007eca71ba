namespace Kernels;

/// <content>How the library's kernels read tables.</content>
public partial interface ILanes<TSelf>
{
    /// <summary>The columns of a table with rows of two, at offsets in memory.</summary>
    internal static abstract unsafe (TSelf First, TSelf Second) Pairs(ref readonly double table, long* offsets);

    /// <summary>The same at offsets that the lanes' bits give: through memory, since taking them out of registers is dearer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static virtual unsafe (TSelf First, TSelf Second) Pairs(ref readonly double table, TSelf offsets) =>
        TSelf.Pairs(in table, (long*)Unsafe.AsPointer(ref offsets));

    /// <summary>The columns of a table with rows of four, at offsets in memory.</summary>
    internal static abstract unsafe (TSelf First, TSelf Second, TSelf Third, TSelf Fourth) Rows(ref readonly double table, long* offsets);

    /// <summary>The same at offsets that the lanes' bits give.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static virtual unsafe (TSelf First, TSelf Second, TSelf Third, TSelf Fourth) Rows(ref readonly double table, TSelf offsets) =>
        TSelf.Rows(in table, (long*)Unsafe.AsPointer(ref offsets));
}
