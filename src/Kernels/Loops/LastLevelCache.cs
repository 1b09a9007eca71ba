using System.Runtime.Intrinsics.X86;

namespace Kernels.Loops;

/// <summary>What CPUID gives for a leaf and its entry.</summary>
internal delegate (int Eax, int Ebx, int Ecx, int Edx) CpuId(int leaf, int entry);

/// <summary>The last-level cache, as far as it is this process's.</summary>
internal static class LastLevelCache
{
    /// <summary>Assumed where the processor does not tell: a usual share of a few cores.</summary>
    public const long Fallback = 8L << 20;

    /// <summary>Processors have four to six caches; some hypervisors report one after the other without an end.</summary>
    public const int MostEntries = 16;

    /// <summary>No cache is larger. Such a number is a hypervisor's mistake.</summary>
    private const long LargestSize = 1L << 36;

    // Intel's leaf; AMD's of the same form; where the numbers of the highest leaves stand.
    private const int IntelLeaf = 4, AmdLeaf = unchecked((int)0x8000001D), FirstExtendedLeaf = unchecked((int)0x80000000);

    /// <summary>In bytes: of a cache that serves more threads than the process may use, the part that falls to those.</summary>
    public static long Share { get; } = X86Base.IsSupported ? ShareFrom(X86Base.CpuId, Environment.ProcessorCount) : Fallback;

    /// <summary>The share as CPUID tells it.</summary>
    public static long ShareFrom(CpuId cpuId, int processors)
    {
        var (size, threads) = Largest(cpuId, 0, IntelLeaf);
        if (size == 0)
            (size, threads) = Largest(cpuId, FirstExtendedLeaf, AmdLeaf);
        return size == 0 ? Fallback : size * Math.Min(threads, processors) / threads;
    }

    // The leaf has an entry for each cache: in eax the type (0 after the last), the level and the threads that share it,
    // in ebx and ecx its geometry.
    private static (long Size, int Threads) Largest(CpuId cpuId, int firstLeaf, int leaf)
    {
        (long Size, int Threads) largest = (0, 1);
        if ((uint)leaf > (uint)cpuId(firstLeaf, 0).Eax)
            return largest;
        for (int entry = 0; entry < MostEntries && cpuId(leaf, entry) is var (eax, ebx, ecx, _) && (eax & 0x1F) != 0; entry++)
        {
            long ways = (ebx >>> 22) + 1, partitions = (ebx >>> 12 & 0x3FF) + 1, line = (ebx & 0xFFF) + 1, sets = (uint)ecx + 1L;
            long size = ways * partitions * line <= LargestSize / sets ? ways * partitions * line * sets : 0;
            if (size > largest.Size)
                largest = (size, (eax >>> 14 & 0xFFF) + 1);
        }

        return largest;
    }
}
