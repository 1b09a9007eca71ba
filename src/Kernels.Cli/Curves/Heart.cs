using Kernels.Cli.Measuring;
using Kernels.Reference;

namespace Kernels.Cli.Curves;

/// <summary>The heart.</summary>
internal sealed class Heart : PlaneCurve
{
    public override string Name => "Heart curve";

    public override string Title => "x = 16 sin³ t,   y = 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t";

    public override int PointsForExact => 2000;

    public override void Evaluate(ReadOnlySpan<double> t, Span<double> x, Span<double> y) => Curve.Evaluate(new HeartCurve(), t, x, y);

    public override void Sample(double start, double step, long first, Span<double> x, Span<double> y, ParallelOptions options) =>
        Curve.Sample(new HeartCurve(), start, step, first, x, y, options);

    public override void EvaluateByMath(ReadOnlySpan<double> t, Span<double> x, Span<double> y)
    {
        for (int i = 0; i < t.Length; i++)
        {
            double s = Math.Sin(t[i]);
            x[i] = 16 * s * s * s;
            y[i] = (13 * Math.Cos(t[i])) - (5 * Math.Cos(2 * t[i])) - (2 * Math.Cos(3 * t[i])) - Math.Cos(4 * t[i]);
        }
    }

    public override Deviation Deviate(ReadOnlySpan<double> t, ReadOnlySpan<double> x, ReadOnlySpan<double> y, CancellationToken token)
    {
        double largestX = 0, largestY = 0;
        for (int i = 0; i < t.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            var (exactX, exactY) = Exact.Heart(t[i]);
            largestX = Math.Max(largestX, exactX.ErrorInUlp(x[i]));
            largestY = Math.Max(largestY, exactY.ErrorInUlpOf(y[i], 17));
        }

        return new(t.Length) { XUlp = largestX, YUlpOf17 = largestY };
    }
}
