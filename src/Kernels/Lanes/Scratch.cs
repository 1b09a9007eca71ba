using System.Runtime.CompilerServices;

namespace Kernels.Lanes;

/// <summary>A vector's place in the columns of numbers that the phases of a function leave to one another.</summary>
/// <param name="place">Where the vector begins in the first column.</param>
internal readonly unsafe struct Scratch<V>(double* place)
    where V : struct, ILanes<V>
{
    /// <summary>Elements of a column: as many as hide the end of one phase behind the begin of the next.</summary>
    public const int Length = 128;

    /// <summary>A vector of a column.</summary>
    public V this[int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Load(place + (column * Length));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => V.Store(value, place + (column * Length));
    }

    /// <summary>Rows of four of a table, at the offsets in a column: read as numbers, they need not be taken out of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second, V Third, V Fourth) Rows(ref readonly double table, int column) =>
        V.Rows(in table, (long*)(place + (column * Length)));

    /// <summary>Rows of two likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) Pairs(ref readonly double table, int column) => V.Pairs(in table, (long*)(place + (column * Length)));
}
