using System.Runtime.CompilerServices;
using Kernels;

namespace Examples;

/// <summary>
/// A rose with a wavy rim, r = 1 + d·cos k·t: a body well beyond the size that the compiler inlines of its own accord, and with every
/// operation that lanes have.
/// </summary>
public readonly struct Rose(double petals, double depth, double ripple) : ICurve
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V X, V Y) Evaluate<V>(V t)
        where V : struct, ILanes<V>
    {
        V rim = 1 + (depth * Elementary.Cos(petals * t));
        V wave = ripple * Elementary.Sin(7 * petals * t);
        V radius = V.Sqrt((rim * rim) + (wave * wave));
        radius = V.Min(V.Max(radius, 0.125), V.Abs(V.FusedMultiplyAdd(2, radius, 1)));
        var (sin, cos) = Elementary.SinCos(t);
        V x = radius * cos / (1 + (0.25 * sin));
        V y = V.FusedNegatedMultiplyAdd(-radius, sin, 0.5 * rim) - wave;
        return (x, y);
    }
}
