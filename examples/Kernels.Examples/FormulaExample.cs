using Kernels;

namespace Examples;

internal static class FormulaExample
{
    public static void Run()
    {
        // README: formula
        double[] t = [0, Math.PI / 2, Math.PI];
        double[] x = new double[3], y = new double[3];

        var heart = PureFunction.Parse("x = 16*sin(t)**3; y = 13*cos(t) - 5*cos(2*t) - 2*cos(3*t) - cos(4*t)");
        heart.Evaluate(t, x, y, new ParallelOptions());

        Console.WriteLine(string.Join(' ', x));
        Console.WriteLine(string.Join(' ', y));

        var damped = PureFunction.From((double t, double a) => Math.Exp(-a * t) * Math.Cos(t));
        damped.Evaluate([t, 0.5], [y], new ParallelOptions());

        Console.WriteLine(string.Join(' ', y));
        // README: end
    }
}
