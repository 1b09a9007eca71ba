using System.Runtime.InteropServices;

namespace Kernels.Functions;

/// <summary>Sine and cosine of a reduced angle in double-double arithmetic: for what <see cref="SineCosine"/> cannot decide.</summary>
/// <remarks>
/// sin(a + r) = S·cos r + C·sin r with S and C of the table and what the table's doubles leave of them. Taylor's series serve: |r| ≤ π/512
/// and a little. sin r − r is good to 2⁻⁷¹ of itself, cos r − 1 to 2⁻⁸⁶.
/// </remarks>
internal static class PreciseSineCosine
{
    private const double ThirdHigh = -0.16666666666666666;      // −1/6
    private const double ThirdLow = -9.25185853854297e-18;

    /// <summary>The most that a reduced angle is off by, whatever its size.</summary>
    private const double AbsoluteError = 1.504632769052528e-36;  // 2⁻¹¹⁹

    /// <summary>What a value may be off by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ErrorBound<V, TTest>(DoubleDouble<V> value)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest => V.FusedMultiplyAdd(V.Abs(value.High), TTest.PreciseRelativeError, AbsoluteError);

    /// <summary>The doubles nearest to a value less and plus what it may be off by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Lower, V Upper) Ends<V, TTest>(DoubleDouble<V> value)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest => value.Ends(ErrorBound<V, TTest>(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (DoubleDouble<V> Sine, DoubleDouble<V> Cosine) Both<V>(V offsets, V first, V multiple) where V : struct, ILanes<V>
    {
        var (tableSine, tableCosine, shift, _) = V.Rows(in CircleTable.First, offsets);
        var (sineRest, cosineRest, _, _) = V.Rows(in MemoryMarshal.GetReference(CircleTable.Rests), offsets);

        // A small remainder of the exact reduction is no multiple of 2⁻⁶⁰: what its difference from the shift loses counts here.
        var shifted = DoubleDouble<V>.Sum(first, -shift);
        var (high, low) = CircleReduction<V>.Finish(shifted.High, multiple);
        var r = DoubleDouble<V>.Sum(high, low + shifted.Low);
        var square = r * r;

        // −r³/6 + r⁵/5! − r⁷/7! + r⁹/9!, and −r²/2 + r⁴/4! − r⁶/6! + r⁸/8!.
        V q = square.High;
        V sineTail = q * V.FusedMultiplyAdd(q, V.FusedMultiplyAdd(q, 1.0 / 362880, -1.0 / 5040), 1.0 / 120);
        V cosineTail = q * V.FusedMultiplyAdd(q, V.FusedMultiplyAdd(q, 1.0 / 40320, -1.0 / 720), 1.0 / 24);
        var third = DoubleDouble<V>.FastSum(ThirdHigh, sineTail);
        var sine = r + (r * square * new DoubleDouble<V>(third.High, third.Low + ThirdLow));
        var versine = square * DoubleDouble<V>.FastSum(-0.5, cosineTail);

        DoubleDouble<V> s = new(tableSine, sineRest), c = new(tableCosine, cosineRest);
        return (s + ((c * sine) + (s * versine)), c + ((c * versine) + (new DoubleDouble<V>(-s.High, -s.Low) * sine)));
    }
}
