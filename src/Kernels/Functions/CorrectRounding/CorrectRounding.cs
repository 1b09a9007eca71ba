using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Functions;

/// <summary>Sine or cosine, as far as it is known.</summary>
internal interface ICorrectKernel
{
    /// <summary>The nearest double, and another one if that might be the nearest as well.</summary>
    static abstract (V Nearest, V Other) Evaluate<V, TTest>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where TTest : struct, IRoundingTest;

    /// <summary>The one of the two that this kernel is.</summary>
    static abstract DoubleDouble<V> Of<V>(DoubleDouble<V> sine, DoubleDouble<V> cosine)
        where V : struct, IDoubleLanes<V>, ILanes<V>;

    /// <summary>The double nearest to the exact value, of a finite number.</summary>
    static abstract double Round<TTest>(double x)
        where TTest : struct, IRoundingTest;
}

/// <summary>How far values may be off before they are rounded. (A type, so that tests can leave one out.)</summary>
internal interface IRoundingTest
{
    /// <summary>By <see cref="SineCosine"/>, relative to the value.</summary>
    static abstract double RelativeError { get; }

    /// <summary>By <see cref="PreciseSineCosine"/>, relative to the value.</summary>
    static abstract double PreciseRelativeError { get; }

    /// <summary>By <see cref="WideSineCosine"/>, in units of 2⁻¹⁹² of a value between 1/2 and 1.</summary>
    static abstract UInt192 WideError { get; }
}

/// <summary>What has been proved.</summary>
internal readonly struct Proved : IRoundingTest
{
    /// <summary>2⁻⁶⁵: Gappa proves 2⁻⁶⁵·⁰⁸ (tools/proof.txt).</summary>
    public static double RelativeError => 2.710505431213761e-20;

    /// <summary>2⁻⁸³, twice what docs/accuracy.md derives.</summary>
    public static double PreciseRelativeError => 1.0339757656912846e-25;

    /// <summary>2⁻¹⁸⁰, a hundred times what the remarks there derive.</summary>
    public static UInt192 WideError => new(0, 0, 1 << 12);
}

/// <summary>sin x.</summary>
internal readonly struct CorrectSine : ICorrectKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Nearest, V Other) Evaluate<V, TTest>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where TTest : struct, IRoundingTest => SineCosine.RoundSine<V, TTest>(tableSine, tableCosine, high, low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> Of<V>(DoubleDouble<V> sine, DoubleDouble<V> cosine)
        where V : struct, IDoubleLanes<V>, ILanes<V> => sine;

    public static double Round<TTest>(double x)
        where TTest : struct, IRoundingTest => CorrectRounding.Of<TTest>(x, cosine: false);
}

/// <summary>cos x.</summary>
internal readonly struct CorrectCosine : ICorrectKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Nearest, V Other) Evaluate<V, TTest>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where TTest : struct, IRoundingTest => SineCosine.RoundCosine<V, TTest>(tableSine, tableCosine, high, low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> Of<V>(DoubleDouble<V> sine, DoubleDouble<V> cosine)
        where V : struct, IDoubleLanes<V>, ILanes<V> => cosine;

    public static double Round<TTest>(double x)
        where TTest : struct, IRoundingTest => CorrectRounding.Of<TTest>(x, cosine: true);
}

/// <summary>Single doubles, in as much precision as it takes.</summary>
internal static class CorrectRounding
{
    /// <param name="x">A finite number.</param>
    /// <param name="cosine">Whether the cosine is wanted.</param>
    public static double Of<TTest>(double x, bool cosine)
        where TTest : struct, IRoundingTest =>
        WideSineCosine.TryRound<TTest>(x, cosine, out double result) ? result : ExactSineCosine.Round(x, cosine);
}
