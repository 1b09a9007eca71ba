using System.Runtime.Intrinsics.X86;

namespace Kernels.Loops;

/// <summary>Stores past the caches, for results that are longer than these.</summary>
/// <remarks>
/// An ordinary store first reads the line that it writes to, and evicts another: 16 bytes of traffic for an element of 8. A non-temporal
/// one does neither, but sends to memory what would have stayed in the cache.
/// </remarks>
internal static unsafe class Streaming
{
    /// <summary>Less than any threshold: short calls do not even ask for it.</summary>
    private const int FewestResults = 1 << 14;

    /// <summary>Results of so many bytes are streamed: of the last-level cache's share, what arguments and others leave of it.</summary>
    public static long Threshold { get; } = LastLevelCache.Share / 4 * 3;

    /// <summary>Whether so many results are better streamed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Pays<T>(long results) where T : unmanaged => results > FewestResults && results * sizeof(T) > Threshold;

    /// <summary>
    /// Copies a block from the cache to memory: whole lines past the caches, what remains of the first and the last through them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Copy<V, T>(T* source, T* destination, int count) where V : struct, ILanes<V> where T : unmanaged
    {
        int i = 0, head = Math.Min(count, CacheLine.ElementsTo(destination));
        for (; i < head; i++)
            destination[i] = source[i];
        if ((nuint)destination % (nuint)sizeof(T) == 0)
        {
            for (; i <= count - CacheLine.Length<T>(); i += CacheLine.Length<T>())
            {
                // Whatever the elements are, a line has the bits of eight doubles.
                double* from = (double*)(source + i), to = (double*)(destination + i);
                for (int j = 0; j < CacheLine.Length<double>(); j += V.Count)
                    V.StoreNonTemporal(V.Load(from + j), to + j);
            }
        }

        for (; i < count; i++)
            destination[i] = source[i];
    }

    /// <summary>Non-temporal stores become visible to other threads in any order: here they are done before whatever follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fence()
    {
        if (Sse.IsSupported)
            Sse.StoreFence();
        else
            Thread.MemoryBarrier();
    }
}
