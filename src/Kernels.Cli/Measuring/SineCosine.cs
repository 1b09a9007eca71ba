using Kernels.Reference;

namespace Kernels.Cli.Measuring;

/// <summary>How exact sine and cosine of the sampled parameters are, by both of the library's tiers.</summary>
/// <param name="ElementaryUlp">The largest error of <see cref="Elementary"/>.</param>
/// <param name="Nearest">At how many parameters both results of <see cref="CorrectlyRounded"/> are the nearest doubles; of any other number
/// than all the user must know.</param>
internal sealed record SineCosine(double ElementaryUlp, int Nearest)
{
    public static SineCosine Measure(double[] t, CancellationToken token)
    {
        double[] sin = new double[t.Length], cos = new double[t.Length];
        double[] nearestSin = new double[t.Length], nearestCos = new double[t.Length];
        Elementary.SinCos(t, sin, cos);
        CorrectlyRounded.SinCos(t, nearestSin, nearestCos);
        double largest = 0;
        int nearest = 0;
        for (int i = 0; i < t.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            var exact = Exact.SinCos(t[i]);
            largest = Math.Max(largest, Math.Max(exact.Sin.ErrorInUlp(sin[i]), exact.Cos.ErrorInUlp(cos[i])));
            if (nearestSin[i] == exact.Sin.Round() && nearestCos[i] == exact.Cos.Round())
                nearest++;
        }

        return new(largest, nearest);
    }
}
