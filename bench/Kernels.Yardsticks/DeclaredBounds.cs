using Kernels.Elementary;

namespace Kernels.Yardsticks;

/// <summary>What the library promises for doubles.</summary>
public static class DeclaredBounds
{
    /// <summary>The bounds of an operation's outputs, in ULP (the heart's y: ULP of 17).</summary>
    public static PointError Of(Operation operation) => operation == Operation.Heart
        ? new(HeartCurve.ErrorBoundOfXInUlp, HeartCurve.ErrorBoundOfYInUlpOf17)
        : new(SineCosine.ErrorBoundInUlp, SineCosine.ErrorBoundInUlp);
}
