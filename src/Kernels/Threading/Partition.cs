namespace Kernels.Threading;

/// <summary>How a range is cut into chunks. Arithmetic only.</summary>
internal readonly struct Partition(long count)
{
    /// <summary>
    /// Elements of a chunk. A chunk of 16,384 takes about 20 µs: a thousand times what claiming it costs, and about what a parked
    /// thread takes to wake, so that a late thread delays the call by one chunk at most.
    /// </summary>
    public const int ChunkLength = 1 << 14;

    public long Count => count;

    public long Chunks => (count + ChunkLength - 1) / ChunkLength;

    public static long First(long chunk) => chunk * ChunkLength;

    public int Length(long chunk) => (int)Math.Min(ChunkLength, count - First(chunk));

    /// <summary>Threads that find work, of those allowed: with less than two chunks, the caller alone.</summary>
    /// <param name="maximum">As in <see cref="ParallelOptions.MaxDegreeOfParallelism"/>: −1 stands for the number of processors.</param>
    public int Workers(int maximum) => (int)Math.Clamp(Chunks, 1, maximum < 0 ? Environment.ProcessorCount : maximum);
}
