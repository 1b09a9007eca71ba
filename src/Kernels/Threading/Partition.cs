using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>
/// Where a range may be cut: at borders of the destination's cache lines, so that no two threads write to the same one; of its pages, if
/// the parts are long. The next page begins <paramref name="head"/> elements after the first one.
/// </summary>
internal readonly struct Partition(long first, long end, long head, int elementBytes)
{
    public const int Page = 4096;

    /// <summary>A part of so many pages ends with one.</summary>
    private const long LongPart = 16;

    public long First => first;

    public long End => end;

    /// <summary>
    /// The end of a part that has a given begin and about the given length: no longer, unless there is no border within it. Less than a
    /// line is wanted only of elements so dear that borders do not matter.
    /// </summary>
    public long Cut(long begin, long length)
    {
        long page = Page / elementBytes, line = CacheLine.Bytes / elementBytes, origin = first + head;
        if (length < line)
            return Math.Min(end, begin + length);
        long border = length >= LongPart * page ? page : line;
        long last = (begin + length - origin) & -border;
        return Math.Min(end, origin + (last > begin - origin ? last : ((begin - origin) & -border) + border));
    }
}
