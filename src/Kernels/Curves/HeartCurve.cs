using Kernels.Curves;
using Kernels.Functions;

namespace Kernels;

/// <summary>The heart curve x = 16 sin³ t, y = 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t, from a single sine and cosine.</summary>
/// <remarks>
/// <para>
/// t is in radians; every double is a valid parameter. With c = cos t the multiple angles give y = 4 + c(19 + c(−2 + c(−8 − 8c))).
/// </para>
/// <para>
/// Errors over all doubles: x at most 3.6 ULP; y at most 1.7 ULP of 17, the curve's extent. NaN and ±∞ give NaN for both; x(±0) = ±0; x is
/// odd and y is even to the bit. In single precision both are computed in double precision and rounded once:
/// at most 0.5001 ULP, of 17 for y.
/// </para>
/// </remarks>
public readonly struct HeartCurve : ICurve
{
    /// <summary>The largest errors: of x in ULP of x, of y in ULP of 17, in single precision of both.</summary>
    internal const double ErrorBoundOfXInUlp = 3.6, ErrorBoundOfYInUlpOf17 = 1.7, ErrorBoundInSingleUlp = 0.5001;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V X, V Y) Evaluate<V>(V t) where V : struct, ILanes<V>
    {
        var (sine, cosine) = OnCircle<SineAndCosine>.Evaluate(t, default);
        return default(Heart).Map(sine, cosine);
    }
}
