using System.Runtime.InteropServices;

namespace Kernels.Functions;

/// <summary>
/// Payne and Hanek's reduction modulo π/256 for arguments of any size, on all lanes at once: of the product x·256/π only what matters is
/// formed, modulo 512.
/// </summary>
/// <remarks>
/// <para>
/// x = m·2^(4g − 1020) with 4g the biased exponent without its last two bits, and 1/8 ≤ |m| &lt; 2. Multiples of 2⁶⁴ in 2^(4g − 1020)·256/π
/// give multiples of 512 in the product, since m is a multiple of 2⁻⁵⁵. What is left, between −2⁶³ and 2⁶³, stands in a row of the table as
/// Q1 + Q2 + Q3 + Q4: Q1 a multiple of 2¹⁵, the others of 53 bits each, the rest below 2⁻¹⁴⁴.
/// </para>
/// <para>
/// m·Q1, m·Q2 and m·Q3 are formed exactly, as sums of two doubles. Of m·Q1 a multiple of 2¹³ goes; with the nearest integer k taken off,
/// the fraction is left as a sum of doubles, whose leading part and rest are found by exact additions. Its error is below 2⁻¹⁴⁰. Beside
/// multiples of π/2, to which no double but 0 is nearer than 2⁻⁶¹, the fraction is above 2⁻⁵⁵, so its relative error is below 2⁻⁸⁵; beside
/// the other multiples of π/256, where it may be 2⁻⁶², only the absolute error counts.
/// </para>
/// </remarks>
internal static partial class PayneHanek
{
    /// <summary>The least magnitude that the table serves: 2¹⁷.</summary>
    public const double LeastArgument = 131072;

    /// <summary>4g for that magnitude.</summary>
    internal const int LeastExponent = 1040;

    /// <summary>Where the rows begin.</summary>
    public static ref readonly double First => ref MemoryMarshal.GetReference(Rows);

    // π/256 = CircleReduction.Step1 + StepLow.
    internal const double StepLow = 4.783776559169348e-19;      // 0x1.1a62633145c07p-61
    internal const double PerStepLow = 2.0903986372090074e+18;  // 0x1.d02967c31cdb5p+60

    // 1.5·2⁻⁷: a sum with a number up to π/512 is a multiple of 2⁻⁶⁰.
    private const double GridMagic = 0.01171875;

    // 2⁻²⁵.
    private const double SmallRemainder = 2.9802322387695312e-08;

    // 3·2⁶⁴: a sum with a number between −2⁶⁴ and 2⁶⁴ is a multiple of 2¹³.
    private const double CoarseMagic = 55340232221128654848.0;

    /// <summary>Negative in lanes with more than the least argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Far<V>(V x) where V : struct, ILanes<V> => LeastArgument - V.Abs(x);

    /// <summary>The offsets of rows, which have four elements: the biased exponent without its last two bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Offsets<V>(V x) where V : struct, ILanes<V> => V.AddBits(V.ShiftLeft(V.ShiftRight(V.Abs(x), 54), 2), -LeastExponent);

    /// <summary>The reduction of what is at least LeastArgument in magnitude, or infinite, or NaN.</summary>
    /// <returns>
    /// k in the last bits of Steps; First and Multiple as <see cref="CircleReduction{V}.Finish(V, V)"/> wants them, for
    /// r = First − Multiple·StepLow; NaN if x is not finite.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Steps, V First, V Multiple) Reduce<V>(V x, V q1, V q2, V q3, V q4) where V : struct, ILanes<V>
    {
        // The mantissa with the last two bits of the exponent, less 1020.
        V m = V.AddBits(V.And(x, BitConverter.UInt64BitsToDouble(0x803F_FFFF_FFFF_FFFF)), 0x3FC0_0000_0000_0000);
        var product1 = DoubleDouble<V>.Product(m, q1);
        var product2 = DoubleDouble<V>.Product(m, q2);
        var product3 = DoubleDouble<V>.Product(m, q3);

        // Both exact: multiples of the last place of m·Q1, small against it.
        V first = product1.High - (product1.High + CoarseMagic - CoarseMagic) + product1.Low;
        V steps = first + product2.High + CircleReduction<V>.RoundingMagic;
        V integral = first - (steps - CircleReduction<V>.RoundingMagic);

        // The first sum is exact: |Q2| ≥ 16, so that both are multiples of 2⁻⁵¹, and it is at most a half. And it is a multiple of the last
        // place of the tail, or 0: so Dekker's sum serves.
        var tail = DoubleDouble<V>.Sum(product3.High, product2.Low);
        var fraction = DoubleDouble<V>.FastSum(integral + product2.High, tail.High);
        V rest = fraction.Low + V.FusedMultiplyAdd(m, q4, tail.Low + product3.Low);

        // Times π/256; x − x is NaN where x is not finite.
        V high = fraction.High * CircleReduction<V>.Step1;
        V highError = V.FusedNegatedMultiplyAdd(fraction.High, CircleReduction<V>.Step1, high) + (x - x);
        V low = V.FusedMultiplyAdd(fraction.High, StepLow, rest * CircleReduction<V>.Step1) - highError;

        // A multiple of 2⁻⁶⁰, so that a row's shift comes off exactly;
        // but a small remainder as it is, since its relative accuracy may count.
        V coarse = V.SelectBySign(V.Abs(high) - SmallRemainder, high, high + GridMagic - GridMagic);
        return (steps, coarse, (coarse - high - low) * PerStepLow);
    }
}
