namespace Kernels.Yardsticks.Racing;

/// <summary>
/// Multiplications and fused multiply-adds of our kernels for an element. They share two units on every processor of interest, so they bound
/// the time from below. A test counts them in the compiled loops.
/// </summary>
public static class OperationCounts
{
    public const int SinCos = 24;

    public const int Heart = 31;

    /// <summary>The bound in nanoseconds an element; null where the count is not known.</summary>
    public static double? Bound(string operation, Limits limits) => operation switch
    {
        "sincos" => SinCos / limits.FusedMultiplyAddsPerNanosecond,
        "heart" => Heart / limits.FusedMultiplyAddsPerNanosecond,
        _ => null,
    };
}
