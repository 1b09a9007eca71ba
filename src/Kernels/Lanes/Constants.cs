namespace Kernels.Lanes;

/// <summary>Numbers in lanes that a phase has in registers, where as operands in memory they would cost a load at each use.</summary>
internal readonly struct Constants<V> where V : struct, ILanes<V>
{
    public readonly V First, Second, Third, Fourth, Fifth, Sixth, Seventh, Eighth, Ninth;

    /// <summary>Five, from memory: the compiler puts literals back to where they are used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Constants(ReadOnlySpan<double> five)
    {
        First = five[0];
        Second = five[1];
        Third = five[2];
        Fourth = five[3];
        Fifth = five[4];
    }

    /// <summary>Nine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Constants(ReadOnlySpan<double> five, ReadOnlySpan<double> four)
        : this(five)
    {
        Sixth = four[0];
        Seventh = four[1];
        Eighth = four[2];
        Ninth = four[3];
    }
}
