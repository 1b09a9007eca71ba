namespace Kernels.Cli.Measuring;

/// <summary>The loop a program has before it knows of Kernels: the formula of the heart curve as it stands, on <see cref="Math"/>.</summary>
internal static class MathLoop
{
    public static void Evaluate(ReadOnlySpan<double> t, Span<double> x, Span<double> y)
    {
        for (int i = 0; i < t.Length; i++)
        {
            double s = Math.Sin(t[i]);
            x[i] = 16 * s * s * s;
            y[i] = (13 * Math.Cos(t[i])) - (5 * Math.Cos(2 * t[i])) - (2 * Math.Cos(3 * t[i])) - Math.Cos(4 * t[i]);
        }
    }
}
