using Kernels;

namespace Examples;

internal static class ElementaryExample
{
    public static void Run()
    {
        // README: trig
        double[] x = [0, 1, 1e300], sin = new double[3], cos = new double[3];

        Elementary.Sin(x, sin);
        Console.WriteLine(string.Join(' ', sin));

        Elementary.SinCos(x, sin, cos);
        Console.WriteLine(string.Join(' ', cos));

        CorrectlyRounded.Sin(x, sin, new ParallelOptions());
        Console.WriteLine(string.Join(' ', sin));

        double[] y = [-745, 0, 1], powers = new double[3];

        Elementary.Exp(y, powers);
        Console.WriteLine(string.Join(' ', powers));
        // README: end
    }
}
