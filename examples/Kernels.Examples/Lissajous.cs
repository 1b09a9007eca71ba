using System.Runtime.CompilerServices;
using Kernels;

namespace Examples;

// README: Lissajous
public readonly struct Lissajous(double a, double b, double phase) : ICurve
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V X, V Y) Evaluate<V>(V t) where V : struct, ILanes<V> =>
        (Elementary.Sin(a * t + phase), Elementary.Sin(b * t));
}
// README: end
