using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Functions;

/// <summary>
/// A function of sine and cosine alone, from the reduced angle: the second of two phases, of which the reduction is the first.
/// </summary>
internal interface ICircleKernel
{
    static abstract V Evaluate<V>(V tableSine, V tableCosine, V high, V low) where V : struct, IDoubleLanes<V>, ILanes<V>;

    /// <summary>The same for floats, to be rounded to float: see <see cref="SingleSineCosine"/>.</summary>
    static abstract V EvaluateSingles<V>(SinglePolynomials<V> polynomials, V tableSine, V tableCosine, V remainder)
        where V : struct, IDoubleLanes<V>, ILanes<V>;

    /// <summary>From sine and cosine.</summary>
    static abstract V Of<V>(V sine, V cosine) where V : struct, IDoubleLanes<V>, ILanes<V>;
}

/// <summary>Two functions of sine and cosine alone, from those two.</summary>
internal interface ICircleMap
{
    /// <summary>Whether the two are sine and cosine themselves.</summary>
    static abstract bool IsIdentity { get; }

    (V First, V Second) Map<V>(V sine, V cosine) where V : struct, IDoubleLanes<V>, ILanes<V>;
}

/// <summary>Both phases at once, for lanes within a user's kernel.</summary>
internal readonly struct OnCircle<TKernel> : IDoubleKernel
    where TKernel : struct, ICircleKernel
{
    public static float SingleOverflow => SingleSineCosine.Overflowing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (offsets, first, multiple) = CircleReduction.Reduce(x);
        var (sine, cosine, shift, _) = V.Rows(in CircleTable.First, offsets);
        var (high, low) = CircleReduction.Finish(first, multiple, shift);
        return TKernel.Evaluate(sine, cosine, high, low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V EvaluateNearSingles<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (offsets, remainder) = SingleReduction<V>.Once.Reduce(x);
        var (sine, cosine) = V.Pairs(in CircleTable.FirstPair, offsets);
        return TKernel.EvaluateSingles(SinglePolynomials<V>.Once, sine, cosine, remainder);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V EvaluateSingles<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine) = SingleSineCosine.Both(x);
        return TKernel.Of(sine, cosine);
    }
}

/// <summary>The same for two results.</summary>
internal readonly struct PairOnCircle<TMap>(TMap map) : IDoublePairKernel
    where TMap : struct, ICircleMap
{
    public static float SingleOverflow => SingleSineCosine.Overflowing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) Evaluate<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (offsets, first, multiple) = CircleReduction.Reduce(x);
        var (sine, cosine, shift, _) = V.Rows(in CircleTable.First, offsets);
        var (high, low) = CircleReduction.Finish(first, multiple, shift);
        (sine, cosine) = SineCosine.Both(sine, cosine, high, low);
        return map.Map(sine, cosine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) EvaluateNearSingles<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (offsets, remainder) = SingleReduction<V>.Once.Reduce(x);
        var (sine, cosine) = V.Pairs(in CircleTable.FirstPair, offsets);
        (sine, cosine) = SinglePolynomials<V>.Once.Both(sine, cosine, remainder);
        return map.Map(sine, cosine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) EvaluateSingles<V>(V x)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine) = SingleSineCosine.Both(x);
        return map.Map(sine, cosine);
    }
}

/// <summary>sin x.</summary>
internal readonly struct Sine : ICircleKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V> => SineCosine.Sine(tableSine, tableCosine, high, low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V EvaluateSingles<V>(SinglePolynomials<V> polynomials, V tableSine, V tableCosine, V remainder)
        where V : struct, IDoubleLanes<V>, ILanes<V> => polynomials.Sine(tableSine, tableCosine, remainder);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V>(V sine, V cosine)
        where V : struct, IDoubleLanes<V>, ILanes<V> => sine;
}

/// <summary>cos x.</summary>
internal readonly struct Cosine : ICircleKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V> => SineCosine.Cosine(tableSine, tableCosine, high, low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V EvaluateSingles<V>(SinglePolynomials<V> polynomials, V tableSine, V tableCosine, V remainder)
        where V : struct, IDoubleLanes<V>, ILanes<V> => polynomials.Cosine(tableSine, tableCosine, remainder);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V>(V sine, V cosine)
        where V : struct, IDoubleLanes<V>, ILanes<V> => cosine;
}

/// <summary>sin x and cos x.</summary>
internal readonly struct SineAndCosine : ICircleMap
{
    public static bool IsIdentity => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) Map<V>(V sine, V cosine)
        where V : struct, IDoubleLanes<V>, ILanes<V> => (sine, cosine);
}
