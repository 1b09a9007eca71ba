using Kernels.Yardsticks;
using Kernels.Yardsticks.Results;

namespace Kernels.Scaling;

/// <summary>Trigonometric polynomials, against the heart and against a loop with a sine and cosine for each harmonic.</summary>
internal static class FourierCurves
{
    private const int Points = 4096;

    public static IReadOnlyList<ScalingRow> Measure(CancellationToken token)
    {
        var (t, x, y) = new Workload(Interval.Hundred.Sample(Points), [], Precision.Double).Double;
        var entrants = new List<(string Name, long Elements, Action Call)>
        {
            ("heart", Points, () => Curve.Evaluate(new HeartCurve(), t, x, y)),
        };
        var ratios = new Dictionary<string, string>();
        foreach (int harmonics in (int[])[4, 16, 64, 256])
        {
            var random = new Random(harmonics);
            double[] Coefficients() => [.. Enumerable.Range(0, harmonics + 1).Select(_ => random.NextDouble() - 0.5)];
            double[][] c = [Coefficients(), Coefficients(), Coefficients(), Coefficients()];
            var curve = new FourierCurve(c[0], c[1], c[2], c[3]);
            entrants.Add(($"{harmonics} harmonics", Points, () => Curve.Evaluate(curve, t, x, y)));
            ratios.Add($"{harmonics} harmonics", "heart");
            if (harmonics > 64)
                continue;
            entrants.Add(($"{harmonics} harmonics, Math.SinCos for each", Points, () => ByMath(c, t, x, y)));
            ratios.Add($"{harmonics} harmonics, Math.SinCos for each", $"{harmonics} harmonics");
        }

        return Rows.Race(entrants, ratios, token);
    }

    private static void ByMath(double[][] c, double[] t, double[] x, double[] y)
    {
        for (int i = 0; i < t.Length; i++)
        {
            double sumX = c[0][0], sumY = c[2][0];
            for (int k = 1; k < c[0].Length; k++)
            {
                var (sin, cos) = Math.SinCos(k * t[i]);
                sumX += (c[0][k] * cos) + (c[1][k] * sin);
                sumY += (c[2][k] * cos) + (c[3][k] * sin);
            }

            x[i] = sumX;
            y[i] = sumY;
        }
    }
}
