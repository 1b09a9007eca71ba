using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Functions;

/// <summary>Sine, cosine or both of floats, to be rounded to float: see <see cref="SingleSineCosine"/>.</summary>
internal readonly struct SingleOnCircle<TResults> : ITableFunction
    where TResults : struct, ICircleResults
{
    private const int Offsets = 0, Remainder = 1;

    public static int Inputs => 1;

    public static int Results => TResults.Count;

    public static ref readonly double Table => ref CircleTable.FirstPair;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfBegin<V>()
        where V : struct, ILanes<V> => SingleSineCosine.Reduction<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfFinish<V>()
        where V : struct, ILanes<V> => SingleSineCosine.Polynomials<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Begin<V>(V x, V y, V range, Scratch<V> scratch, Constants<V> constants)
        where V : struct, ILanes<V>
    {
        (V offsets, V remainder, range) = SingleSineCosine.Reduce(x, range, constants);
        scratch[Offsets] = offsets;
        scratch[Remainder] = remainder;
        return range;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range)
        where V : struct, ILanes<V> => SingleSineCosine.IsNear(range);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exceptional<V>(V x, V y)
        where V : struct, ILanes<V> => SingleSineCosine.Far(x);

    public void Middle<V>(Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Nearest, V Other, V SecondNearest, V SecondOther) Finish<V, TTest>(
        Scratch<V> scratch, ref readonly double table, Constants<V> constants)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (tableSine, tableCosine) = scratch.Pairs(in table, Offsets);
        var (sine, cosine) = SingleSineCosine.OfRemainder(scratch[Remainder], constants);
        var (first, second) = TResults.Singles(tableSine, tableCosine, sine, cosine);
        return (first, first, second, second);
    }

    // Beyond the method's range the kernel for doubles, rounded to odd.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V Nearest, V Other, V SecondNearest, V SecondOther) Evaluate<V, TTest>(V x, V y)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (offsets, remainder, _) = SingleSineCosine.Reduce(x, default, SingleSineCosine.Reduction<V>());
        var (tableSine, tableCosine) = V.Pairs(in CircleTable.FirstPair, offsets);
        var (sine, cosine) = SingleSineCosine.OfRemainder(remainder, SingleSineCosine.Polynomials<V>());
        var (first, second) = TResults.Singles(tableSine, tableCosine, sine, cosine);
        var (leading, small, secondLeading, secondSmall) = OnCircle<TResults>.Parts(x);
        V far = SingleSineCosine.Far(x);
        first = V.SelectBySign(far, SineCosine.ToOdd(leading, small), first);
        if (TResults.Count > 1)
            second = V.SelectBySign(far, SineCosine.ToOdd(secondLeading, secondSmall), second);
        return (first, first, second, second);
    }
}
