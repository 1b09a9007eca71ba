namespace Kernels.Tests;

/// <summary>Rows at offsets that lanes' bits give, which lanes of a known width do not offer by themselves.</summary>
internal static class TableReads
{
    public static (V First, V Second) Pairs<V>(ref readonly double table, V offsets)
        where V : struct, ILanes<V> => V.Pairs(in table, offsets);

    public static (V First, V Second, V Third, V Fourth) Rows<V>(ref readonly double table, V offsets)
        where V : struct, ILanes<V> => V.Rows(in table, offsets);
}
