using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Elementary;

/// <summary>
/// Sine and cosine of any double: reduction modulo π/2, a polynomial for each, and the quadrant's exchange and signs.
/// </summary>
/// <remarks>
/// Both work on |x|, and the sign of x joins that of the quadrant at the end: sine is odd and cosine is even to the bit, and
/// sin(±0) = ±0. Polynomials by tools/sincos.sollya on |r| ≤ π/4 + 2⁻²⁰.
/// </remarks>
internal readonly struct SineCosine : IDoublePairKernel
{
    /// <summary>The largest error of either result over all doubles, in ULP; <c>docs/accuracy.md</c> says how it comes about.</summary>
    public const double ErrorBoundInUlp = 0.85;

    // sin r ≈ r + Sin3·r³ + … + Sin13·r¹³, relative error 2⁻⁵⁷·⁸.
    internal const double Sin3 = -0.1666666666666663;       // -0x1.5555555555548p-3
    internal const double Sin5 = 0.008333333333321924;      //  0x1.111111110f76p-7
    internal const double Sin7 = -0.0001984126982946497;    // -0x1.a01a019bf2b7dp-13
    internal const double Sin9 = 2.7557313585030056e-06;    //  0x1.71de355fa4c72p-19
    internal const double Sin11 = -2.505074281422434e-08;   // -0x1.ae5e550039429p-26
    internal const double Sin13 = 1.5895975029828e-10;      //  0x1.5d8e624f8bd9ep-33

    // cos r ≈ 1 − r²/2 + Cos4·r⁴ + … + Cos14·r¹⁴, absolute error 2⁻⁶⁴.
    internal const double Cos4 = 0.0416666666666666;        //  0x1.555555555554cp-5
    internal const double Cos6 = -0.0013888888888874483;    // -0x1.6c16c16c15223p-10
    internal const double Cos8 = 2.4801587289679692e-05;    //  0x1.a01a019cbff9p-16
    internal const double Cos10 = -2.75573144038047e-07;    // -0x1.27e4f81336569p-22
    internal const double Cos12 = 2.0875729688424388e-09;   //  0x1.1ee9f1b06dc6cp-29
    internal const double Cos14 = -1.1359956108737493e-11;  // -0x1.8fb16360d8b6p-37

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (quadrant, high, low, square) = PiReduction.Reduce(V.Abs(x));
        V half = 0.5 * square;
        V sine = SinePolynomial(high, low, square, half);
        V cosine = CosinePolynomial(high, low, square, half);

        // Odd quadrants exchange the two: bit 0. The sine is negative in quadrants 2 and 3: bit 1; the cosine in 1 and 2: bit 0 ⊕ bit 1.
        V odd = V.ShiftLeft(quadrant, 63);
        V upper = V.ShiftLeft(quadrant, 62);
        return (
            V.FlipSign(V.SelectBySign(odd, cosine, sine), V.Xor(upper, x)),
            V.FlipSign(V.SelectBySign(odd, sine, cosine), V.Xor(upper, odd)));
    }

    // sin(h + l) ≈ h + (h·h²·P(h²) + l·cos h), with 1 − h²/2 for cos h.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SinePolynomial<V>(V high, V low, V square, V half)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V p = Polynomial<V>(square, Sin3, Sin5, Sin7, Sin9, Sin11, Sin13);
        return high + V.FusedMultiplyAdd(high * square, p, V.FusedNegatedMultiplyAdd(half, low, low));
    }

    // cos(h + l) ≈ 1 − h²/2 + (h⁴·P(h²) − h·l), where 1 − h²/2 is rounded and its error goes to the rest.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V CosinePolynomial<V>(V high, V low, V square, V half)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V p = Polynomial<V>(square, Cos4, Cos6, Cos8, Cos10, Cos12, Cos14);
        V one = 1;
        V leading = one - half;
        V error = one - leading - half;
        return leading + V.FusedMultiplyAdd(square * square, p, V.FusedNegatedMultiplyAdd(high, low, error));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomial<V>(V z, double p0, double p1, double p2, double p3, double p4, double p5)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        V p = V.FusedMultiplyAdd(p5, z, p4);
        p = V.FusedMultiplyAdd(p, z, p3);
        p = V.FusedMultiplyAdd(p, z, p2);
        p = V.FusedMultiplyAdd(p, z, p1);
        return V.FusedMultiplyAdd(p, z, p0);
    }
}

/// <summary>The sine of <see cref="SineCosine"/>.</summary>
internal readonly struct Sine : IDoubleKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V> => SineCosine.Evaluate(x).First;
}

/// <summary>The cosine of <see cref="SineCosine"/>.</summary>
internal readonly struct Cosine : IDoubleKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V> => SineCosine.Evaluate(x).Second;
}
