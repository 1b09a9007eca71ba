using Kernels;

namespace Examples;

internal static class TrigExample
{
    public static void Run()
    {
        double[] x = [0, 1, 1e300], sin = new double[3], cos = new double[3];

        Trig.SinCos(x, sin, cos);

        Console.WriteLine(string.Join(' ', sin));
        Console.WriteLine(string.Join(' ', cos));
    }
}
