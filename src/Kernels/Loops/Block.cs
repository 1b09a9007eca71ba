namespace Kernels.Loops;

/// <summary>How the loops cut their ranges.</summary>
/// <remarks>
/// A loop runs a block with near lanes, without a branch or a call, and keeps only whether a NaN came out. If one did (an argument
/// beyond the near lanes' reach, or a NaN of the function's own), the vectors concerned are done again with whole lanes, and their NaN
/// made canonical. Since every lane gets the same bits either way, a neighbour never notices. What is left of a range, less than a vector,
/// is padded with its last element and goes through the same two steps.
/// </remarks>
internal static class Block
{
    /// <summary>
    /// Elements of a block: long enough that its call is lost among 512 elements of about a nanosecond each, short enough that input and
    /// outputs (12 KB) are still in the first-level cache when a block is done again.
    /// </summary>
    public const int Length = 512;

    public static unsafe void Copy(double* source, double* destination, int count) =>
        new ReadOnlySpan<double>(source, count).CopyTo(new Span<double>(destination, count));

    /// <summary>Copies less than a vector and fills the vector up with the last element.</summary>
    public static unsafe void CopyPadded(double* source, double* destination, int count, int length)
    {
        Copy(source, destination, count);
        new Span<double>(destination + count, length - count).Fill(source[count - 1]);
    }
}
