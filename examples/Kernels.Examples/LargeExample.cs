using System.Runtime.CompilerServices;
using Kernels;

namespace Examples;

/// <summary>All of them over as many points as the command line asks for, where the loops show in a profiler or a disassembly.</summary>
internal static class LargeExample
{
    public static void Run(int points)
    {
        double[] t = [.. Enumerable.Range(0, points).Select(i => i * 0.001)], x = new double[points], y = new double[points];
        Curve.Evaluate(new HeartCurve(), t, x, y);
        Curve.Evaluate(new Lissajous(3, 2, Math.PI / 2), t, x, y);
        Curve.Evaluate(new Rose(), t, x, y);
        Curve.Evaluate(new FourierCurve([], [0, 12, 0, -4], [0, 13, -5, -2, -1], []), t, x, y);
        Elementary.SinCos(t, x, y);
        Elementary.Sin(t, x);
        Elementary.Cos(t, y);
        CorrectlyRounded.SinCos(t, x, y);
        CorrectlyRounded.Sin(t, x);
        CorrectlyRounded.Cos(t, y);
        Curve.Sample(new HeartCurve(), 0, 0.001, x, y);
        Function.Sample(new Ripple(), 0, 0.001, x);
    }

    private readonly struct Ripple : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Evaluate<V>(V x)
            where V : struct, ILanes<V> => Elementary.Sin(x) / (1 + V.Abs(x));
    }
}
