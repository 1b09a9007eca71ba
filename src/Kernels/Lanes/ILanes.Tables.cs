namespace Kernels;

/// <content>How the library's kernels read tables.</content>
public partial interface ILanes<TSelf>
{
    /// <summary>The columns of a table with rows of two, at offsets that the lanes' bits give.</summary>
    internal static abstract (TSelf First, TSelf Second) Pairs(ref readonly double table, TSelf offsets);

    /// <summary>The same with offsets in memory.</summary>
    internal static abstract unsafe (TSelf First, TSelf Second) Pairs(ref readonly double table, long* offsets);

    /// <summary>The columns of a table with rows of four, at offsets that the lanes' bits give.</summary>
    internal static abstract (TSelf First, TSelf Second, TSelf Third, TSelf Fourth) Rows(ref readonly double table, TSelf offsets);

    /// <summary>The same with offsets in memory, which need not be extracted.</summary>
    internal static abstract unsafe (TSelf First, TSelf Second, TSelf Third, TSelf Fourth) Rows(ref readonly double table, long* offsets);
}
