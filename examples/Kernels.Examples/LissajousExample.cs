using Kernels;

namespace Examples;

internal static class LissajousExample
{
    public static void Run()
    {
        // README: LissajousCall
        double[] t = [0, 0.5, 1];
        double[] x = new double[3], y = new double[3];

        Curve.Evaluate(new Lissajous(3, 2, Math.PI / 2), t, x, y);

        Console.WriteLine(string.Join(' ', x));
        Console.WriteLine(string.Join(' ', y));
        // README: end
    }
}
