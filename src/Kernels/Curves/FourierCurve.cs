using Kernels.Curves;
using Kernels.Functions;
using static System.FormattableString;

namespace Kernels;

/// <summary>The curve x = Σ aₖ cos kt + bₖ sin kt, y likewise: trigonometric polynomials with any number of harmonics.</summary>
/// <remarks>
/// <para>
/// t is in radians; every double is a valid parameter. A point takes a single sine and cosine of t, and Clenshaw's recurrence in Reinsch's
/// form, which is stable for all t.
/// </para>
/// <para>
/// The error of each coordinate is at most 2⁻⁵³·Σ (10k + 8)(|aₖ| + |bₖ|), so with n harmonics at most (10n + 8)·2⁻⁵³ times the sum of its
/// coefficients' magnitudes, over all doubles. (What underflows below 2⁻¹⁰²² is not counted.) NaN and ±∞ give NaN for both. In single
/// precision both are computed in double precision, with at most sixteen times that error, and rounded once.
/// </para>
/// </remarks>
public readonly struct FourierCurve : ICurve
{
    /// <summary>A coordinate's error bound in units of 2⁻⁵³: by each magnitude times its harmonic, and by the magnitude alone.</summary>
    internal const double ErrorBoundByHarmonic = 10, ErrorBoundByCoefficient = 8;

    /// <summary>Times that for floats, before the last rounding: sine and cosine may err by 8 units, instead of half a one.</summary>
    internal const double SingleFactor = 16;

    /// <summary>Sums of magnitudes beyond this might overflow on the way.</summary>
    private const double LargestSum = 1e300;

    /// <summary>Coefficients of a span: an array has room for so many rows, from an even harmonic down.</summary>
    private static readonly int MostCoefficients = ((Array.MaxLength / Fourier.RowLength) - 1) | 1;

    // The curve that has no coefficient is the origin.
    private static readonly double[] None = new double[3 * Fourier.RowLength];

    private readonly double[]? _coefficients;

    /// <summary>Makes a curve of its coefficients. They are copied.</summary>
    /// <param name="cosX">What the cosines contribute to x: element k belongs to cos kt, element 0 is the constant.</param>
    /// <param name="sinX">What the sines contribute to x: element k belongs to sin kt, element 0 has no effect.</param>
    /// <param name="cosY">What the cosines contribute to y.</param>
    /// <param name="sinY">What the sines contribute to y.</param>
    /// <remarks>Lengths may differ; coefficients that are not given are 0. An array that is null becomes an empty span on its way here, so
    /// it stands for no coefficients; nothing can tell the two apart.</remarks>
    /// <exception cref="ArgumentException">A coefficient is NaN or infinite, or the magnitudes of one of the four spans sum up to more than
    /// 10³⁰⁰ divided by its length, or a span has more than 134,217,723 coefficients.</exception>
    public FourierCurve(ReadOnlySpan<double> cosX, ReadOnlySpan<double> sinX, ReadOnlySpan<double> cosY, ReadOnlySpan<double> sinY)
    {
        Check(cosX, nameof(cosX));
        Check(sinX, nameof(sinX));
        Check(cosY, nameof(cosY));
        Check(sinY, nameof(sinY));
        Harmonics = Math.Max(Math.Max(Math.Max(cosX.Length, sinX.Length), Math.Max(cosY.Length, sinY.Length)) - 1, 0);
        _coefficients = new double[Fourier.RowLength * (Math.Max(Harmonics + (Harmonics % 2), 2) + 1)];
        Fill(0, cosX);
        Fill(1, sinX);
        Fill(2, cosY);
        Fill(3, sinY);
    }

    /// <summary>The highest harmonic k that a coefficient was given for.</summary>
    public int Harmonics { get; }

    /// <summary>Whether a strip of points takes far less than a millisecond: it is finished before anybody looks around.</summary>
    internal bool HasFewHarmonics => Harmonics <= 32;

    internal Fourier Map => new(Rows);

    /// <summary>The most that the coordinates may be off by.</summary>
    internal (double X, double Y) ErrorBounds => (ErrorBound(0) + ErrorBound(1), ErrorBound(2) + ErrorBound(3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V X, V Y) Evaluate<V>(V t) where V : struct, ILanes<V>
    {
        var (sine, cosine) = OnCircle<SineAndCosine>.Evaluate(t, default);
        return Map.Map(sine, cosine);
    }

    private double[] Rows => _coefficients ?? None;

    private double ErrorBound(int column)
    {
        double sum = 0;
        for (int k = 0; k < Rows.Length / Fourier.RowLength; k++)
            sum += ((ErrorBoundByHarmonic * k) + ErrorBoundByCoefficient) * Math.Abs(Rows[Place(k, column)]);
        return sum / (1L << 53);
    }

    private void Fill(int column, ReadOnlySpan<double> coefficients)
    {
        for (int k = 0; k < coefficients.Length; k++)
            Array.Fill(Rows, coefficients[k], Place(k, column), Fourier.Copies);
    }

    private int Place(int harmonic, int column) => Rows.Length - (Fourier.RowLength * (harmonic + 1)) + (Fourier.Copies * column);

    private static void Check(ReadOnlySpan<double> coefficients, string name)
    {
        if (coefficients.Length > MostCoefficients)
        {
            throw new ArgumentException(
                Invariant($"There are {coefficients.Length:N0} coefficients: {MostCoefficients:N0} are the most."), name);
        }

        double sum = 0;
        for (int k = 0; k < coefficients.Length; k++)
        {
            if (!double.IsFinite(coefficients[k]))
                throw new ArgumentException($"The coefficient of harmonic {k} is {coefficients[k]}: it must be a finite number.", name);
            sum += Math.Abs(coefficients[k]);
        }

        if (sum * coefficients.Length > LargestSum)
            throw new ArgumentException($"The coefficients are too large: their magnitudes sum up to {sum}.", name);
    }
}
