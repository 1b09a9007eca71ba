using System.Runtime.CompilerServices;
using Kernels;

namespace Examples;

// README: Damped
public readonly struct Damped(double damping) : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Evaluate<V>(V x) where V : struct, ILanes<V> =>
        Elementary.Sin(x) / (1 + damping * x * x);
}
// README: end
