using System.Runtime.CompilerServices;
using Kernels;

namespace Examples;

/// <summary>As cheap as a function can be: what the loop costs shows here.</summary>
public readonly struct Square : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Evaluate<V>(V x)
        where V : struct, ILanes<V> => x * x;
}
