using CsCheck;
using Kernels.Threading;

namespace Kernels.Tests.Threading;

/// <summary>The arithmetic of chunks.</summary>
public class PartitionTests
{
    private static readonly Gen<int> Sizes = Gen.OneOf(Gen.Const(sizeof(float)), Gen.Const(sizeof(double)));

    private static readonly Gen<long> Firsts = Gen.OneOf(Gen.Long[0, 1_000_000], Gen.Long[0, long.MaxValue / 4]);

    [Fact]
    public void Parts_follow_one_another_to_the_end_and_are_cut_at_borders() =>
        Gen.Select(Firsts, Gen.Long[1, 300_000], Gen.Int[0, Partition.Page - 1], Gen.Long[1, 100_000], Sizes)
            .Sample((first, count, headBytes, length, size) =>
            {
                int head = headBytes / size, page = Partition.Page / size;
                var partition = new Partition(first, first + count, head, size);

                // Less than a line is cut anywhere.
                int line = CacheLine.Bytes / size, border = length >= 16 * page ? page : length >= line ? line : 1;
                for (long begin = first; begin < partition.End;)
                {
                    long end = partition.Cut(begin, length);
                    Assert.InRange(end - begin, 1, Math.Max(length, border));
                    if (end < partition.End)
                    {
                        Assert.Equal(0, (end - first - head) % border);
                        Assert.True(end - begin > length - border);
                    }

                    begin = end;
                }
            });

    [Fact]
    public void Parts_end_with_the_range() =>
        Gen.Select(Firsts, Gen.Long[1, 100], Gen.Int[0, Partition.Page - 1], Sizes).Sample((first, count, headBytes, size) =>
            Assert.Equal(first + count, new Partition(first, first + count, headBytes / size, size).Cut(first + count - 1, 100_000)));
}
