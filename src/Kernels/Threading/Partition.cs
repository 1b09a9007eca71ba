namespace Kernels.Threading;

/// <summary>How a range is cut into chunks. Arithmetic only.</summary>
/// <param name="first">The first element.</param>
/// <param name="end">The element after the last.</param>
/// <param name="head">Elements from the first to the next border of the destination; the first chunk has them in addition.</param>
/// <param name="length">Elements of a chunk, a multiple of those between two borders.</param>
internal readonly struct Partition(long first, long end, long head, long length)
{
    /// <summary>The element after the last.</summary>
    public long End => end;

    public long Chunks => Math.Max(1, (end - first - head + length - 1) / length);

    public long First(long chunk) => chunk == 0 ? first : first + head + (chunk * length);

    public long Length(long chunk) => Math.Min(end, first + head + ((chunk + 1) * length)) - First(chunk);
}
