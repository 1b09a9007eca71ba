namespace Kernels.Loops;

/// <summary>The pieces in which columns pass through the first-level cache.</summary>
internal static class Block
{
    /// <summary>
    /// Elements of a block: long enough that its call is lost among 512 elements of about a nanosecond each, short enough that an input
    /// and two results (12 KB) are still in the first-level cache when a block is done again or scattered.
    /// </summary>
    public const int Length = 512;

    /// <summary>Columns of a call, inputs and results together.</summary>
    public const int MostColumns = 16;

    /// <returns>The destination.</returns>
    public static unsafe T* Copy<T>(T* source, T* destination, int count)
        where T : unmanaged
    {
        new ReadOnlySpan<T>(source, count).CopyTo(new Span<T>(destination, count));
        return destination;
    }
}
