namespace Kernels.Lanes;

/// <summary>Lanes of double, with what only the library's own kernels need: bits, single lanes and the domain.</summary>
internal interface IDoubleLanes<TSelf> : ILanes<TSelf>
    where TSelf : struct, IDoubleLanes<TSelf>
{
    /// <summary>Whether kernels must cover every argument (see <see cref="IDomain"/>).</summary>
    static abstract bool IsWhole { get; }

    /// <summary>Whether every lane is less than the limit; false if one is NaN.</summary>
    static abstract bool AllLess(TSelf value, double limit);

    /// <summary>
    /// Whether the bits of every lane, as an integer, are less than the limit, whatever the thread's floating-point environment.
    /// </summary>
    static abstract bool AllBitsLess(TSelf value, long limit);

    /// <summary>Less than Count elements from memory; the other lanes repeat one of them.</summary>
    static abstract unsafe TSelf LoadPart(double* source, int count);

    /// <summary>Less than Count elements to memory.</summary>
    static abstract unsafe void StorePart(TSelf value, double* destination, int count);

    /// <summary>Count floats from memory, of any alignment; exactly.</summary>
    static abstract unsafe TSelf LoadSingles(float* source);

    /// <summary>Count floats to memory, of any alignment; each is rounded.</summary>
    static abstract unsafe void StoreSingles(TSelf value, float* destination);

    /// <summary>
    /// The squares of 2·Count floats, added in single precision to a vector of sums that <see cref="AreSquaresLess"/> reads.
    /// </summary>
    static abstract unsafe TSelf AddSquares(TSelf sums, float* source);

    /// <summary>Whether all such sums are less than the limit; false if one is NaN.</summary>
    static abstract bool AreSquaresLess(TSelf sums, float limit);

    /// <summary>Does something on the lanes of float of the same shape.</summary>
    static abstract void OnSingles<TAction>(ref TAction action) where TAction : struct, ISingleAction;

    /// <summary>0 in the first lane, 1 in the second, and so on.</summary>
    static abstract TSelf LaneNumbers { get; }

    /// <summary>In every lane the same number, which stands four times in memory: so it can be an operand that takes no register.</summary>
    static abstract TSelf Repeat(ref readonly double four);

    /// <summary>Count elements to memory past the caches, at an address that is a multiple of their size.</summary>
    static abstract unsafe void StoreNonTemporal(TSelf value, double* destination);

    static abstract double GetLane(TSelf value, int lane);

    static abstract TSelf WithLane(TSelf value, int lane, double element);

    /// <summary>The bits of both, combined by exclusive or.</summary>
    static abstract TSelf Xor(TSelf left, TSelf right);

    /// <summary>The bits of both, combined by or.</summary>
    static abstract TSelf Or(TSelf left, TSelf right);

    /// <summary>The bits of each lane as an integer, and a number added to it, modulo 2⁶⁴.</summary>
    static abstract TSelf AddBits(TSelf value, long addend);

    /// <summary>The bits of both, combined by and.</summary>
    static abstract TSelf And(TSelf left, TSelf right);

    /// <summary>The bits of each lane, moved away from the sign; zeros come in.</summary>
    static abstract TSelf ShiftRight(TSelf value, int bits);

    /// <summary>
    /// The columns of a table with rows of four: in each lane the row at the offset that the lane's bits give, in elements.
    /// </summary>
    static abstract (TSelf First, TSelf Second, TSelf Third, TSelf Fourth) Rows(ref readonly double table, TSelf offsets);

    /// <summary>The same with offsets in memory, which spares their extraction from a vector.</summary>
    static abstract unsafe (TSelf First, TSelf Second, TSelf Third, TSelf Fourth) Rows(ref readonly double table, long* offsets);

    /// <summary>
    /// The columns of a table with rows of two: in each lane the row at the offset that the lane's bits give, in elements.
    /// </summary>
    static abstract (TSelf First, TSelf Second) Pairs(ref readonly double table, TSelf offsets);

    /// <summary>The same with offsets in memory.</summary>
    static abstract unsafe (TSelf First, TSelf Second) Pairs(ref readonly double table, long* offsets);

    /// <summary>The bits of <paramref name="set"/>, and those in which the two others differ.</summary>
    static abstract TSelf OrDifference(TSelf set, TSelf left, TSelf right);

    /// <summary>The bits of each lane, moved towards the sign.</summary>
    static abstract TSelf ShiftLeft(TSelf value, int bits);

    /// <summary>The value, negated in every lane in which the sign bit of <paramref name="sign"/> is set.</summary>
    static abstract TSelf FlipSign(TSelf value, TSelf sign);

    /// <summary>
    /// <paramref name="ifSet"/> in every lane in which the sign bit of <paramref name="sign"/> is set, otherwise
    /// <paramref name="ifClear"/>.
    /// </summary>
    static abstract TSelf SelectBySign(TSelf sign, TSelf ifSet, TSelf ifClear);
}

/// <summary>Something to be done on lanes of float.</summary>
internal interface ISingleAction
{
    void Run<V>() where V : struct, ILanes<V>;
}

/// <summary>A kernel with one result, written for lanes of double.</summary>
internal interface IDoubleKernel
{
    static abstract V Evaluate<V>(V x) where V : struct, IDoubleLanes<V>, ILanes<V>;

    /// <summary>A factor by which floats beyond the domain of the near form overflow, and no others.</summary>
    static abstract float SingleOverflow { get; }

    /// <summary>
    /// Of floats within that domain, to be rounded to float; NaN gives NaN. It may be another algorithm than that for doubles.
    /// </summary>
    static abstract V EvaluateNearSingles<V>(V x) where V : struct, IDoubleLanes<V>, ILanes<V>;

    /// <summary>Of any floats, with the same results.</summary>
    static abstract V EvaluateSingles<V>(V x) where V : struct, IDoubleLanes<V>, ILanes<V>;
}

/// <summary>A kernel with two results, written for lanes of double; a value, for the sake of parameters.</summary>
internal interface IDoublePairKernel
{
    (V First, V Second) Evaluate<V>(V x) where V : struct, IDoubleLanes<V>, ILanes<V>;

    /// <inheritdoc cref="IDoubleKernel.SingleOverflow"/>
    static abstract float SingleOverflow { get; }

    /// <inheritdoc cref="IDoubleKernel.EvaluateNearSingles{V}(V)"/>
    (V First, V Second) EvaluateNearSingles<V>(V x) where V : struct, IDoubleLanes<V>, ILanes<V>;

    /// <inheritdoc cref="IDoubleKernel.EvaluateSingles{V}(V)"/>
    (V First, V Second) EvaluateSingles<V>(V x) where V : struct, IDoubleLanes<V>, ILanes<V>;
}
