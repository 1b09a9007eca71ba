using CsCheck;
using Kernels.Threading;

namespace Kernels.Tests.Threading;

/// <summary>The arithmetic of chunks.</summary>
public class PartitionTests
{
    [Fact]
    public void Chunks_cover_the_range_exactly_once() => Gen.OneOf(Gen.Long[0, 1_000_000], Gen.Long[0, long.MaxValue / 4]).Sample(count =>
    {
        var partition = new Partition(count);
        if (count < 1_000_000)
        {
            long next = 0;
            for (long chunk = 0; chunk < partition.Chunks; chunk++)
            {
                Assert.Equal(next, Partition.First(chunk));
                Assert.InRange(partition.Length(chunk), 1, Partition.ChunkLength);
                next += partition.Length(chunk);
            }

            Assert.Equal(count, next);
        }
        else
        {
            long last = partition.Chunks - 1;
            Assert.Equal(count, Partition.First(last) + partition.Length(last));
        }
    });

    [Theory]
    [InlineData(0, -1, 1)]
    [InlineData(Partition.ChunkLength, 8, 1)]
    [InlineData(Partition.ChunkLength + 1, 8, 2)]
    [InlineData(100L * Partition.ChunkLength, 3, 3)]
    [InlineData(100L * Partition.ChunkLength, 1, 1)]
    public void Workers_are_no_more_than_allowed_or_useful(long count, int maximum, int expected) =>
        Assert.Equal(expected, new Partition(count).Workers(maximum));

    [Fact]
    public void Minus_one_stands_for_all_processors() =>
        Assert.Equal(Environment.ProcessorCount, new Partition(10_000L * Partition.ChunkLength).Workers(-1));
}
