using Kernels;

namespace Examples;

internal static class FourierExample
{
    public static void Run()
    {
        // README: fourier
        // The heart once more: x = 12 sin t − 4 sin 3t, y = 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t.
        var curve = new FourierCurve(cosX: [], sinX: [0, 12, 0, -4], cosY: [0, 13, -5, -2, -1], sinY: []);
        double[] x = new double[3], y = new double[3];

        Curve.Sample(curve, start: 0, step: Math.PI / 2, x, y);

        Console.WriteLine(string.Join(' ', x));
        Console.WriteLine(string.Join(' ', y));
        // README: end
    }
}
