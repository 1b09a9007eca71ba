using Kernels;

namespace Examples;

internal static class HeartExample
{
    public static void Run()
    {
        // README: heart
        double[] t = [0, Math.PI / 2, Math.PI];
        double[] x = new double[3], y = new double[3];

        Curve.Evaluate(new HeartCurve(), t, x, y, new ParallelOptions());

        Console.WriteLine(string.Join(' ', x));
        Console.WriteLine(string.Join(' ', y));
        // README: end
    }
}
