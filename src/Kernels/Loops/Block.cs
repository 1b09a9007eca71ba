namespace Kernels.Loops;

/// <summary>The pieces in which <see cref="Blocks{TFunction}"/> cuts its ranges.</summary>
internal static class Block
{
    /// <summary>
    /// Elements of a block: long enough that its call is lost among 512 elements of about a nanosecond each, short enough that input and
    /// outputs (12 KB) are still in the first-level cache when a block is done again.
    /// </summary>
    public const int Length = 512;

    /// <summary>
    /// Elements of a block that is staged: arguments and both results, 6 KB,
    /// fit into the first-level cache beside the circle's table of 16 KB.
    /// </summary>
    public const int StageLength = 256;

    /// <summary>Room for the three, aligned.</summary>
    public const int StagesLength = (3 * StageLength) + (CacheLine.Bytes / sizeof(float));

    /// <returns>The destination.</returns>
    public static unsafe T* Copy<T>(T* source, T* destination, int count)
        where T : unmanaged
    {
        new ReadOnlySpan<T>(source, count).CopyTo(new Span<T>(destination, count));
        return destination;
    }
}
