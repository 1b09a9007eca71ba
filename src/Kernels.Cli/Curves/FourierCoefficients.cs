using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Kernels.Cli.Curves;

/// <summary>The coefficients of x = Σ aₖ cos kt + bₖ sin kt and of y; all four arrays have the same length, at least 1.</summary>
internal sealed record FourierCoefficients(double[] CosX, double[] SinX, double[] CosY, double[] SinY)
{
    public FourierCoefficients(int harmonics)
        : this(new double[harmonics + 1], new double[harmonics + 1], new double[harmonics + 1], new double[harmonics + 1])
    {
    }

    /// <summary>The most harmonics that so many points determine.</summary>
    public static int MaxHarmonics(int points) => points / 2;

    /// <summary>
    /// Fits a closed outline: of all curves with so many harmonics the one nearest to the points, the i-th of n at t = 2πi/n.
    /// </summary>
    /// <param name="outlineX">The points' first coordinates.</param>
    /// <param name="outlineY">Their second ones.</param>
    /// <param name="harmonics">At most <see cref="MaxHarmonics(int)"/>.</param>
    public static FourierCoefficients Fit(double[] outlineX, double[] outlineY, int harmonics)
    {
        // One transform for both: x + iy.
        int n = outlineX.Length;
        var values = outlineX.Zip(outlineY, (x, y) => new Complex(x, y)).ToArray();
        Fourier(values);
        var fit = new FourierCoefficients(harmonics);
        for (int k = 0; k <= harmonics; k++)
        {
            // The spectra of x and y are the parts of the common one with and without Hermite's symmetry.
            Complex here = values[k], mirrored = Complex.Conjugate(values[(n - k) % n]);
            Complex x = (here + mirrored) / 2, y = (here - mirrored) / (2 * Complex.ImaginaryOne);

            // The constant, and the highest harmonic of an even number of points, stand for themselves; the others for two.
            double scale = (k == 0 || 2 * k == n ? 1.0 : 2.0) / n;
            (fit.CosX[k], fit.SinX[k]) = (scale * x.Real, -scale * x.Imaginary);
            (fit.CosY[k], fit.SinY[k]) = (scale * y.Real, -scale * y.Imaginary);
        }

        return fit;

        static void Fourier(Complex[] samples) => MathNet.Numerics.IntegralTransforms.Fourier.Forward(samples, FourierOptions.NoScaling);
    }
}
