using Kernels.Functions;

namespace Kernels.Yardsticks;

/// <summary>What the library promises.</summary>
public static class DeclaredBounds
{
    /// <summary>The bounds of an operation's outputs, in ULP of the precision (the heart's y: ULP of 17).</summary>
    public static PointError Of(Operation operation, Precision precision) => (operation, precision) switch
    {
        (Operation.Heart, Precision.Double) => new(HeartCurve.ErrorBoundOfXInUlp, HeartCurve.ErrorBoundOfYInUlpOf17),
        (Operation.Heart, _) => new(HeartCurve.ErrorBoundInSingleUlp, HeartCurve.ErrorBoundInSingleUlp),
        (_, Precision.Double) => new(SineCosine.ErrorBoundInUlp, SineCosine.ErrorBoundInUlp),
        _ => new(SingleSineCosine.ErrorBoundInUlp, SingleSineCosine.ErrorBoundInUlp),
    };
}
