using Kernels.Cli.Measuring;
using Kernels.Reference;

namespace Kernels.Cli.Curves;

/// <summary>Two trigonometric polynomials.</summary>
/// <param name="coefficients">Their coefficients.</param>
/// <param name="source">The file that they come from.</param>
internal sealed class Fourier(FourierCoefficients coefficients, string source) : PlaneCurve
{
    private readonly FourierCurve _curve = new(coefficients.CosX, coefficients.SinX, coefficients.CosY, coefficients.SinY);

    public override string Name => $"Fourier curve, {_curve.Harmonics} harmonics";

    public override string Title => $"{Path.GetFileNameWithoutExtension(source)}: {_curve.Harmonics} harmonics";

    public override string SourceFile => source;

    public override int PointsForExact => Math.Clamp(200_000 / (_curve.Harmonics + 1), 2, 2000);

    public override void Evaluate(ReadOnlySpan<double> t, Span<double> x, Span<double> y) => Curve.Evaluate(_curve, t, x, y);

    public override void Sample(double start, double step, long first, Span<double> x, Span<double> y, ParallelOptions options) =>
        Curve.Sample(_curve, start, step, first, x, y, options);

    public override void EvaluateByMath(ReadOnlySpan<double> t, Span<double> x, Span<double> y)
    {
        for (int i = 0; i < t.Length; i++)
        {
            double sumX = coefficients.CosX[0], sumY = coefficients.CosY[0];
            for (int k = 1; k < coefficients.CosX.Length; k++)
            {
                var (s, c) = Math.SinCos(k * t[i]);
                sumX += (coefficients.CosX[k] * c) + (coefficients.SinX[k] * s);
                sumY += (coefficients.CosY[k] * c) + (coefficients.SinY[k] * s);
            }

            x[i] = sumX;
            y[i] = sumY;
        }
    }

    public override Deviation Deviate(ReadOnlySpan<double> t, ReadOnlySpan<double> x, ReadOnlySpan<double> y, CancellationToken token)
    {
        var (boundX, boundY) = _curve.ErrorBounds;
        double largestX = 0, largestY = 0;
        for (int i = 0; i < t.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            largestX = Math.Max(largestX, Exact.TrigonometricPolynomial(t[i], coefficients.CosX, coefficients.SinX).AbsoluteError(x[i]));
            largestY = Math.Max(largestY, Exact.TrigonometricPolynomial(t[i], coefficients.CosY, coefficients.SinY).AbsoluteError(y[i]));
        }

        // The bound leaves out what underflows: half of the smallest double in each multiplication, and a coordinate has two a harmonic.
        double underflow = (2 * _curve.Harmonics + 4) * double.Epsilon;
        return new(t.Length) { ShareOfBound = Math.Max(largestX / (boundX + underflow), largestY / (boundY + underflow)) };
    }
}
