namespace Kernels.Functions;

/// <summary>Sine, cosine or both of floats, to be rounded to float: see <see cref="SingleSineCosine"/>.</summary>
internal readonly struct SingleOnCircle<TResults> : ITableFunction
    where TResults : struct, ICircleResults
{
    public static int Results => TResults.Count;

    public static int Columns => 2;

    public static ref readonly double Table => ref CircleTable.FirstPair;

    public static int RowLength => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfBegin<V>()
        where V : struct, ILanes<V> => SingleSineCosine.Reduction<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfSecond<V>()
        where V : struct, ILanes<V> => SingleSineCosine.Polynomials<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, Constants<V> constants)
        where V : struct, ILanes<V>
    {
        (V offsets, V remainder, range) = SingleSineCosine.Reduce(x, range, constants);
        return (offsets, remainder, default, range);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear<V>(V range)
        where V : struct, ILanes<V> => SingleSineCosine.IsNear(range);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, TableRow<V> row, V remainder, V unused, Constants<V> constants)
        where V : struct, ILanes<V>
        where TTest : struct, IRoundingTest
    {
        var (sine, cosine) = SingleSineCosine.OfRemainder(remainder, constants);
        var (first, second) = TResults.Singles(row.First, row.Second, sine, cosine);
        if (V.IsWhole && !V.AllBitsLess(SingleSineCosine.Near(x), 0))
            (first, second) = ReplaceFar(x, first, second);
        return ((first, first), (second, second));
    }

    // Beyond the method's range the kernel for doubles, rounded to odd.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static (V First, V Second) ReplaceFar<V>(V x, V first, V second)
        where V : struct, ILanes<V>
    {
        var (leading, small, secondLeading, secondSmall) = OnCircle<TResults>.Parts(x);
        V near = SingleSineCosine.Near(x);
        return (
            V.SelectBySign(near, first, SineCosine.ToOdd(leading, small)),
            TResults.Count > 1 ? V.SelectBySign(near, second, SineCosine.ToOdd(secondLeading, secondSmall)) : default);
    }
}
