using System.Runtime.Intrinsics.X86;

namespace Kernels.Loops;

/// <summary>The last-level cache, as far as it is this process's.</summary>
internal static class LastLevelCache
{
    /// <summary>Assumed where the processor does not tell: a usual share of a few cores.</summary>
    private const long Fallback = 8L << 20;

    /// <summary>In bytes: of a cache that serves more threads than the process may use, the part that falls to those.</summary>
    public static long Share { get; } = Read();

    private static long Read()
    {
        if (!X86Base.IsSupported)
            return Fallback;

        // Intel's leaf; AMD's of the same form.
        var (size, threads) = Largest(4);
        if (size == 0 && (uint)X86Base.CpuId(unchecked((int)0x80000000), 0).Eax >= 0x8000001D)
            (size, threads) = Largest(unchecked((int)0x8000001D));
        return size == 0 ? Fallback : size * Math.Min(threads, Environment.ProcessorCount) / threads;
    }

    // The leaf has an entry for each cache: in eax the type (0 after the last), the level and the threads that share it, in ebx and ecx its geometry.
    private static (long Size, int Threads) Largest(int leaf)
    {
        (long Size, int Threads) largest = (0, 1);
        if (leaf >= 0 && leaf > X86Base.CpuId(0, 0).Eax)
            return largest;
        for (int entry = 0; X86Base.CpuId(leaf, entry) is var (eax, ebx, ecx, _) && (eax & 0x1F) != 0; entry++)
        {
            long ways = (ebx >>> 22) + 1, partitions = (ebx >>> 12 & 0x3FF) + 1, line = (ebx & 0xFFF) + 1, sets = (uint)ecx + 1L;
            if (ways * partitions * line * sets > largest.Size)
                largest = (ways * partitions * line * sets, (eax >>> 14 & 0xFFF) + 1);
        }

        return largest;
    }
}
