using Kernels.Yardsticks;

namespace Kernels.Compare;

/// <summary>What is compared.</summary>
/// <param name="Operations">The operations.</param>
/// <param name="Precisions">In which precisions.</param>
/// <param name="Intervals">The names of intervals; none for those that each operation has for ordinary ones.</param>
/// <param name="Lengths">Of the arrays.</param>
/// <param name="WithNative">Also with native libraries.</param>
internal sealed record Plan(
    IReadOnlyList<Operation> Operations,
    IReadOnlyList<Precision> Precisions,
    IReadOnlyList<string> Intervals,
    IReadOnlyList<int> Lengths,
    bool WithNative)
{
    public const int DefaultLength = 4096;

    public static readonly int[] AllLengths = [16, 256, 4096, 262_144, 1 << 24];

    /// <summary>Errors are looked for on so many of the arguments.</summary>
    public const int ErrorSamples = 4096;

    public const int LongLength = 1 << 20;

    /// <summary>
    /// Up to this length a timed call goes through all places: the processor learns by heart where code branches on a few thousand
    /// arguments, and a loop over <c>Math</c> would be half as fast again as it ever is on new ones. Beyond, nothing is left to learn, and
    /// five arrays would leave the cache.
    /// </summary>
    public const int ShortLength = 4096;

    /// <summary>Rounds over short arrays take so many sets of places in turn.</summary>
    public const int Groups = 4;

    private const int FewestPlaces = 5;

    /// <summary>More of the shortest arrays, and loading calls and arrays would take a share of the time.</summary>
    private const int MostPlaces = 320;

    /// <summary>
    /// The arguments stand in so many places, in another order in each, unless they are many: then arrays take whole pages anyway. What is
    /// timed as one call writes its results to the same place, so that all of it stays within half of a second-level cache.
    /// </summary>
    public static int Places(int length) => Math.Clamp(FewestPlaces * ShortLength / length, FewestPlaces, MostPlaces);

    public IEnumerable<(Precision Precision, Operation Operation, Interval Interval, int Length)> Races =>
        from precision in Precisions
        from operation in Operations
        from interval in Intervals.Count == 0 ? operation.Ordinary : operation.Intervals.Where(each => Intervals.Contains(each.Name))
        from length in Lengths
        where interval.IsOf(precision)
        select (precision, operation, interval, length);
}
