using Kernels;

namespace Examples;

internal static class RoseExample
{
    public static void Run()
    {
        double[] t = [0, 0.5, 1];
        double[] x = new double[3], y = new double[3];

        Curve.Evaluate(new Rose(petals: 5, depth: 0.5, ripple: 0.1), t, x, y);

        Console.WriteLine(string.Join(' ', x));
        Console.WriteLine(string.Join(' ', y));
    }
}
