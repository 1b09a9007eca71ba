namespace Kernels.Lanes;

/// <summary>Lanes of double, with what only the library's own kernels need: bits, single lanes and the reach.</summary>
internal interface IDoubleLanes<TSelf> : ILanes<TSelf>
    where TSelf : struct, IDoubleLanes<TSelf>
{
    /// <summary>Whether kernels must cover every argument (see <see cref="IReach"/>).</summary>
    static abstract bool IsWhole { get; }

    /// <summary>Whether every lane is less than the limit; false if one is NaN.</summary>
    static abstract bool AllLess(TSelf value, double limit);

    static abstract double GetLane(TSelf value, int lane);

    static abstract TSelf WithLane(TSelf value, int lane, double element);

    /// <summary>The bits of both, combined by exclusive or.</summary>
    static abstract TSelf Xor(TSelf left, TSelf right);

    /// <summary>The bits of each lane, moved towards the sign.</summary>
    static abstract TSelf ShiftLeft(TSelf value, int bits);

    /// <summary>The value, negated in every lane in which the sign bit of <paramref name="sign"/> is set.</summary>
    static abstract TSelf FlipSign(TSelf value, TSelf sign);

    /// <summary><paramref name="ifSet"/> in every lane in which the sign bit of <paramref name="sign"/> is set, otherwise <paramref name="ifClear"/>.</summary>
    static abstract TSelf SelectBySign(TSelf sign, TSelf ifSet, TSelf ifClear);
}

/// <summary>A kernel with one result, written for lanes of double.</summary>
internal interface IDoubleKernel
{
    static abstract V Evaluate<V>(V x) where V : struct, IDoubleLanes<V>, ILanes<V>;
}

/// <summary>A kernel with two results, written for lanes of double.</summary>
internal interface IDoublePairKernel
{
    static abstract (V First, V Second) Evaluate<V>(V x) where V : struct, IDoubleLanes<V>, ILanes<V>;
}
