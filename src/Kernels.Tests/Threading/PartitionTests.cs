using CsCheck;
using Kernels.Threading;

namespace Kernels.Tests.Threading;

/// <summary>The arithmetic of chunks.</summary>
public class PartitionTests
{
    [Fact]
    public void Chunks_cover_the_range_exactly_once() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[0, 300_000], Gen.Long[0, 511], Gen.Long[8, 100_000]).Sample((first, count, head, length) =>
        {
            var partition = new Partition(first, first + count, head, length);
            long next = first;
            for (long chunk = 0; chunk < partition.Chunks; chunk++)
            {
                Assert.Equal(next, partition.First(chunk));
                Assert.InRange(partition.Length(chunk), count == 0 ? 0 : 1, length + head);
                next += partition.Length(chunk);
                if (next < first + count)
                    Assert.Equal(0, (next - first - head) % length);
            }

            Assert.Equal(first + count, next);
        });

    [Fact]
    public void Ranges_beyond_32_bits_are_covered_too() => Gen.Select(Gen.Long[1, long.MaxValue / 4], Gen.Long[0, 511]).Sample((count, head) =>
    {
        var partition = new Partition(0, count, head, 1 << 20);
        long last = partition.Chunks - 1;
        Assert.Equal(count, partition.First(last) + partition.Length(last));
        Assert.InRange(partition.Length(last), 1, (1 << 20) + head);
    });
}
