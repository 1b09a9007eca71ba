using Kernels;

namespace Examples;

internal static class DampedExample
{
    public static void Run()
    {
        // README: DampedCall
        double[] x = [0, 1, 2], y = new double[3];

        Function.Apply(new Damped(0.5), x, y);

        Console.WriteLine(string.Join(' ', y));
        // README: end
    }
}
