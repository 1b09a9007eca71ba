using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>
/// Evenly spaced arguments, made where they are needed: tᵢ = i·step + start, rounded once to double, and to float if floats are wanted.
/// </summary>
/// <param name="start">The argument with the index 0.</param>
/// <param name="step">From one to the next.</param>
/// <param name="first">The index of the first that is wanted.</param>
internal readonly unsafe struct Grid<T>(double start, double step, long first) : ISource<T>
    where T : unmanaged
{
    /// <summary>Up to here every index is a double.</summary>
    private const long LargestIndex = 1L << 53;

    private readonly double _start = start;
    private readonly double _step = step;
    private readonly long _first = first;

    /// <summary>Throws if an index is no double.</summary>
    public static void Check(long first, int count)
    {
        if (first < -LargestIndex || first > LargestIndex - Math.Max(count - 1, 0))
            throw new ArgumentOutOfRangeException(nameof(first), first, "The indices must lie between −2⁵³ and 2⁵³.");
    }

    public T* Arguments<V>(long first, int count, T* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        Fill<V>(_start, _step, _first + first, count, scratch);
        return scratch;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Fill<V>(double start, double step, double first, int count, T* destination)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        // Four chains: one alone would wait for its own additions.
        V index0 = first + V.LaneNumbers, index1 = index0 + V.Count, index2 = index1 + V.Count, index3 = index2 + V.Count;
        for (int i = 0; i < count; i += 4 * V.Count)
        {
            Element.Store(V.FusedMultiplyAdd(index0, step, start), destination + i);
            Element.Store(V.FusedMultiplyAdd(index1, step, start), destination + i + V.Count);
            Element.Store(V.FusedMultiplyAdd(index2, step, start), destination + i + (2 * V.Count));
            Element.Store(V.FusedMultiplyAdd(index3, step, start), destination + i + (3 * V.Count));
            index0 += 4 * V.Count;
            index1 += 4 * V.Count;
            index2 += 4 * V.Count;
            index3 += 4 * V.Count;
        }
    }
}
