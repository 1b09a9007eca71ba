using Kernels.Functions;

namespace Kernels.Tests;

/// <summary>Rows at offsets that lanes' bits give, which lanes of a known width do not offer by themselves.</summary>
internal static class TableReads
{
    public static (V First, V Second) Pairs<V>(ref readonly double table, V offsets)
        where V : struct, ILanes<V> => V.Pairs(in table, offsets);

    public static (V First, V Second, V Third, V Fourth) Rows<V>(ref readonly double table, V offsets)
        where V : struct, ILanes<V> => V.Rows(in table, offsets);

    /// <summary>A kernel's row, of four or two.</summary>
    public static TableRow<V> Row<V, TKernel>(V offsets)
        where V : struct, ILanes<V>
        where TKernel : struct, ITableFunction
    {
        if (TKernel.RowLength == 4)
        {
            var (first, second, third, fourth) = V.Rows(in TKernel.Table, offsets);
            return new(first, second, third, fourth);
        }

        var (left, right) = V.Pairs(in TKernel.Table, offsets);
        return new(left, right, default, default);
    }
}
