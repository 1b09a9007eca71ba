using System.Runtime.CompilerServices;
using Kernels.Elementary;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>The scratch between the two phases of <see cref="Strips{TKernel}"/>: reduced angles, and the offsets of their table rows.</summary>
internal static unsafe class Strip
{
    /// <summary>Vectors of a strip: as many as hide the end of one phase behind the begin of the next; the scratch stays in the first-level cache.</summary>
    public const int Vectors = 16;

    /// <summary>Lanes of the widest vectors.</summary>
    private const int MaxLanes = 8;

    /// <summary>Doubles of scratch, with room to align it.</summary>
    public const int ScratchLength = (3 * Vectors * MaxLanes) + (CacheLine / sizeof(double));

    private const int CacheLine = 64;

    /// <summary>The first cache line that begins in the scratch.</summary>
    /// <param name="scratch">ScratchLength doubles.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double* Align(double* scratch) => (double*)(((nuint)scratch + CacheLine - 1) & ~(nuint)(CacheLine - 1));

    /// <summary>Reduces a vector into the scratch.</summary>
    /// <param name="x">The angles.</param>
    /// <param name="scratch">Where the vector begins in the scratch.</param>
    /// <returns>What <see cref="CircleReduction.IsNear"/> wants to know.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Reduce<V>(V x, double* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (steps, high, low) = CircleReduction.ReduceNear(x);
        V.Store(CircleTable.Offsets(steps), scratch);
        V.Store(high, scratch + (Vectors * V.Count));
        V.Store(low, scratch + (2 * Vectors * V.Count));
        return CircleReduction.Reach(steps);
    }

    /// <summary>A vector from the scratch: the point of the circle and the remainder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Sine, V Cosine, V High, V Low) Load<V>(double* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine, shift, _) = V.Rows(in CircleTable.First, (long*)scratch);
        var (high, low) = CircleReduction.Shift(V.Load(scratch + (Vectors * V.Count)), V.Load(scratch + (2 * Vectors * V.Count)), shift);
        return (sine, cosine, high, low);
    }

    /// <summary>Replaces lanes beyond the fast reduction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mend<V>(double* x, double* scratch, nint count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        for (nint i = 0; i < count; i += V.Count)
        {
            V offsets = V.Load(scratch + i), high = V.Load(scratch + (Vectors * V.Count) + i), low = V.Load(scratch + (2 * Vectors * V.Count) + i);
            if (!CircleReduction.Mend(V.Load(x + i), ref offsets, ref high, ref low))
                continue;
            V.Store(offsets, scratch + i);
            V.Store(high, scratch + (Vectors * V.Count) + i);
            V.Store(low, scratch + (2 * Vectors * V.Count) + i);
        }
    }

    /// <summary>Gives every NaN the bits of <see cref="double.NaN"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Canonicalize<V>(double* y, nint count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        for (nint i = 0; i < count; i += V.Count)
            V.Store(V.CanonicalizeNaN(V.Load(y + i)), y + i);
    }
}
