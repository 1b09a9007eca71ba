namespace Kernels.Functions;

/// <summary>
/// Ziv's rounding test: half the last place is at least 2⁻⁵⁴ of the value, so what the value is off by is at most e·2⁵⁴ of it. Where the
/// rounding error, stretched by 1/(1 − e·2⁵⁴), does not lead to another double, it leaves that much room.
/// </summary>
internal static class RoundingTest
{
    /// <summary>The double nearest to a difference, and another one if that may be the nearest to what it is known of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Nearest, V Other) Round<V, TTest>(V leading, V small) where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        V nearest = leading - small;
        if (!TTest.IsTested)
            return (nearest, nearest);
        V error = small - (leading - nearest);
        return (nearest, V.FusedNegatedMultiplyAdd(error, Stretch<TTest>(), nearest));
    }

    /// <summary>The doubles nearest to a difference less and plus what it may be off by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Lower, V Upper) Ends<V, TTest>(V leading, V small, V error)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        if (TTest.IsTested)
            return (leading - (small + error), leading - (small - error));
        V nearest = leading - small;
        return (nearest, nearest);
    }

    // 2⁵⁴; and what makes another double of any error, for bounds beyond half the last place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Stretch<TTest>() where TTest : struct, IRoundingTest =>
        TTest.RelativeError < 1 / 18014398509481984.0 ? 1 / (1 - (TTest.RelativeError * 18014398509481984.0)) : 1e300;
}
