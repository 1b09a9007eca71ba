namespace Kernels.Yardsticks.Racing;

/// <summary>
/// Multiplications and fused multiply-adds of our kernels for an element. They share two units on every processor of interest, so they
/// bound the time from below. A test counts them in the compiled loops.
/// </summary>
public static class OperationCounts
{
    public const int Sin = 17;

    public const int SinCos = 21;

    public const int Heart = 28;

    /// <summary>The bound in nanoseconds an element, for one core; null where they have not been counted.</summary>
    public static double? Bound(string operation, Limits limits) => operation switch
    {
        "sin" or "cos" => Sin / limits.FusedMultiplyAddsPerNanosecond,
        "sincos" => SinCos / limits.FusedMultiplyAddsPerNanosecond,
        "heart" => Heart / limits.FusedMultiplyAddsPerNanosecond,
        _ => null,
    };
}
