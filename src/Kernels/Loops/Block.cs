namespace Kernels.Loops;

/// <summary>The pieces in which columns pass through the first-level cache.</summary>
internal static class Block
{
    /// <summary>
    /// Elements of a block: long enough that its call is lost among 512 elements of about a nanosecond each, short enough that an input
    /// and two results (12 KB) are still in the first-level cache when a block is done again or scattered.
    /// </summary>
    public const int Length = 512;
}
