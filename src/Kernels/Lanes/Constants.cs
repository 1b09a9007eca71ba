namespace Kernels.Lanes;

/// <summary>Numbers in lanes that a phase has in registers, where as operands in memory they would cost a load at each use.</summary>
internal readonly struct Constants<V>(V first, V second, V third, V fourth, V fifth)
    where V : struct, ILanes<V>
{
    private readonly V _first = first, _second = second, _third = third, _fourth = fourth, _fifth = fifth;

    public void Deconstruct(out V first, out V second, out V third, out V fourth, out V fifth) =>
        (first, second, third, fourth, fifth) = (_first, _second, _third, _fourth, _fifth);
}
