namespace Kernels.Tests.Repository;

/// <summary>What is made of CPUID's answers, sensible or not.</summary>
public class LastLevelCacheTests
{
    private const int Amd = unchecked((int)0x8000001D), Extended = unchecked((int)0x80000000);

    // 48 KB and 32 KB for two threads, 2 MB likewise, 36 MB for 16.
    private static readonly (int Eax, int Ebx, int Ecx, int Edx)[] Usual =
        [Cache(1, 2, 12, 64), Cache(2, 2, 8, 64), Cache(3, 2, 16, 2048), Cache(3, 16, 12, 49152)];

    [Theory]
    [InlineData(4, 16, 36L << 20)]
    [InlineData(4, 64, 36L << 20)]
    [InlineData(4, 4, 9L << 20)]
    [InlineData(Amd, 16, 36L << 20)]
    [InlineData(Amd, 2, 36L << 20 >> 3)]
    public void The_share_of_the_largest_cache_is_taken(int leaf, int processors, long share) =>
        Assert.Equal(share, LastLevelCache.ShareFrom(Machine(leaf, entry => entry < Usual.Length ? Usual[entry] : default), processors));

    [Theory]
    [InlineData(4)]
    [InlineData(Amd)]
    public void Entries_without_an_end_are_read_some_dozens_of_times(int leaf)
    {
        int reads = 0;
        var endless = Machine(leaf, _ => Usual[3]);
        Assert.Equal(36L << 20, LastLevelCache.ShareFrom(Counted, 16));
        Assert.InRange(reads, LastLevelCache.MostEntries, 36);

        (int Eax, int Ebx, int Ecx, int Edx) Counted(int asked, int entry)
        {
            Assert.InRange(++reads, 1, 1000);
            return endless(asked, entry);
        }
    }

    [Fact]
    public void Without_a_sensible_answer_the_usual_is_assumed()
    {
        // No such leaf, an empty one, bits that are all set: a size of 2⁶⁴.
        Assert.Equal(LastLevelCache.Fallback, LastLevelCache.ShareFrom((_, _) => default, 2));
        Assert.Equal(LastLevelCache.Fallback, LastLevelCache.ShareFrom(Machine(4, _ => default), 2));
        Assert.Equal(LastLevelCache.Fallback, LastLevelCache.ShareFrom((_, _) => (-1, -1, -1, -1), 2));

        // A cache beside one that no machine has.
        Assert.Equal(36L << 20, LastLevelCache.ShareFrom(Machine(4, entry => entry == 0 ? Usual[3] : (-1, -1, -1, -1)), 16));

        // One that says it has no ways, sets or threads, each one too small to be written: the fields hold the number less one.
        Assert.Equal(1, LastLevelCache.ShareFrom(Machine(4, entry => entry == 0 ? (3, 0, 0, 0) : default), 2));
    }

    private static (int Eax, int Ebx, int Ecx, int Edx) Cache(int type, int threads, int ways, int sets) =>
        (type | threads - 1 << 14, ways - 1 << 22 | 63, sets - 1, 0);

    // A processor with the leaf of one maker.
    private static CpuId Machine(int leaf, Func<int, (int Eax, int Ebx, int Ecx, int Edx)> entries) => (asked, entry) =>
        asked == leaf ? entries(entry) : asked == 0 ? (leaf == 4 ? 4 : 1, 0, 0, 0) : asked == Extended ? (Amd, 0, 0, 0) : default;
}
