namespace Kernels.Lanes;

/// <summary>Numbers in lanes that a phase has in registers, where as operands in memory they would cost a load at each use.</summary>
/// <param name="five">The first five, from memory: the compiler puts literals back to where they are used.</param>
/// <param name="others">Up to four.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct Constants<V>(ReadOnlySpan<double> five, ReadOnlySpan<double> others = default)
    where V : struct, ILanes<V>
{
    public readonly V First = five[0], Second = five[1], Third = five[2], Fourth = five[3], Fifth = five[4];

    public readonly V Sixth = others.Length > 0 ? others[0] : 0, Seventh = others.Length > 1 ? others[1] : 0;

    public readonly V Eighth = others.Length > 2 ? others[2] : 0, Ninth = others.Length > 3 ? others[3] : 0;

    public void Deconstruct(out V first, out V second, out V third, out V fourth, out V fifth) =>
        (first, second, third, fourth, fifth) = (First, Second, Third, Fourth, Fifth);
}
