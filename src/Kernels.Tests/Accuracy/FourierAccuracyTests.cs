using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The error of trigonometric polynomials against exact arithmetic, relative to what is promised for their coefficients.</summary>
public class FourierAccuracyTests(ITestOutputHelper output)
{
    // Beside multiples of π the recurrence is ill-conditioned, were it not in Reinsch's form; beside those of π/2 it changes sides.
    private static readonly double[] Parameters =
    [
        .. from multiple in (int[])[0, 1, 2, -1, 7, 100, 1000]
           from offset in (double[])[0, 1e-300, 1e-17, -1e-12, 1e-9, -1e-7, 1e-5, 1e-3, -0.01, 0.1]
           from quarter in (double[])[0, Math.PI / 2, Math.PI / 4]
           select (multiple * Math.PI) + quarter + offset,
        .. Inputs.Uniform(80, 10),
        .. Inputs.Uniform(20, 1e6),
        .. Inputs.Uniform(20, 1e300),
        .. Inputs.BitSpaced(40),
    ];

    public static IEnumerable<TheoryDataRow<int>> Harmonics =>
        ((int[])[0, 1, 2, 3, 4, 5, 8, 16, 33, 64, 128, 256]).Select(n => new TheoryDataRow<int>(n));

    [Theory]
    [MemberData(nameof(Harmonics))]
    public void Random_coefficients_stay_within_the_bound(int harmonics)
    {
        var random = new Random(harmonics);
        for (int round = 0; round < 3; round++)
            CheckBound(Of(_ => (2 * random.NextDouble()) - 1), Of(_ => (2 * random.NextDouble()) - 1));

        // As those of smooth curves fall off, and as those of a noise do not.
        CheckBound(
            Of(k => (random.NextDouble() - 0.5) / (1 + (k * k))),
            Of(k => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-30, 30))));

        double[] Of(Func<int, double> coefficient) => [.. Enumerable.Range(0, harmonics + 1).Select(coefficient)];
    }

    [Theory]
    [MemberData(nameof(Harmonics))]
    public void Coefficients_that_add_up_or_cancel_stay_within_the_bound(int harmonics)
    {
        double[] ones = [.. Enumerable.Repeat(1.0, harmonics + 1)], alternating = [.. ones.Select((_, k) => k % 2 == 0 ? 1.0 : -1)];
        double[] last = [.. ones.Select((_, k) => k == harmonics ? 1.0 : 0)], third = [.. ones.Select(_ => 1.0 / 3)];
        CheckBound(ones, []);
        CheckBound([], ones);
        CheckBound(alternating, alternating);
        CheckBound(last, []);
        CheckBound([], last);
        CheckBound(third, [.. alternating.Select(x => x / 3)]);
    }

    [Fact]
    public void The_heart_as_a_Fourier_curve_agrees_with_the_heart()
    {
        double[] cosY = [0, 13, -5, -2, -1], sinX = [0, 12, 0, -4];
        var curve = new FourierCurve([], sinX, cosY, []);
        Assert.Equal(4, curve.Harmonics);
        double[] t = [.. Inputs.BitSpaced(20_000), .. Inputs.Uniform(20_000, 100), .. Inputs.Hard()];
        double[] x = new double[t.Length], y = new double[t.Length], heartX = new double[t.Length], heartY = new double[t.Length];
        Curve.Evaluate(curve, t, x, y);
        Curve.Evaluate(new HeartCurve(), t, heartX, heartY);
        double boundOfX = curve.ErrorBounds.X + (HeartCurve.ErrorBoundOfXInUlp * Math.ScaleB(1, -48));
        double boundOfY = curve.ErrorBounds.Y + (HeartCurve.ErrorBoundOfYInUlpOf17 * Math.ScaleB(1, -48));
        for (int i = 0; i < t.Length; i++)
        {
            Assert.InRange(x[i] - heartX[i], -boundOfX, boundOfX);
            Assert.InRange(y[i] - heartY[i], -boundOfY, boundOfY);
        }
    }

    [Fact]
    public void The_bound_is_the_declared_one()
    {
        var (x, y) = new FourierCurve([1, -2], [0, 3], [], [0, 0, 0, -1]).ErrorBounds;
        Assert.Equal((8 + (5 * 18)) * Math.ScaleB(1, -53), x);
        Assert.Equal(38 * Math.ScaleB(1, -53), y);
        string source = TestRepository.Read("src", "Kernels", "Curves", "FourierCurve.cs");
        Assert.Contains("2⁻⁵³·Σ (10k + 8)(|aₖ| + |bₖ|)", source, StringComparison.Ordinal);
        Assert.Contains("2⁻⁵³·Σ (10k + 8)(\\|aₖ\\| + \\|bₖ\\|)", TestRepository.Read("docs", "accuracy.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_reference_agrees_with_that_of_the_heart()
    {
        foreach (double t in Inputs.Uniform(100, 1e6))
        {
            var (x, y) = Exact.Heart(t);
            Assert.Equal(x.Round(), Exact.TrigonometricPolynomial(t, [], [0, 12, 0, -4]).Round());
            Assert.Equal(y.Round(), Exact.TrigonometricPolynomial(t, [0, 13, -5, -2, -1], []).Round());
        }
    }

    [Theory]
    [InlineData(-900)]
    [InlineData(-64)]
    [InlineData(900)]
    public void The_reference_is_as_exact_for_curves_of_any_size(int exponent)
    {
        double[] cosines = [0, 13, -5, -2, -1], scaled = [.. cosines.Select(value => Math.ScaleB(value, exponent))];
        double[] t = Inputs.Uniform(100, 1e6), x = new double[t.Length], y = new double[t.Length];
        Curve.Evaluate(new FourierCurve(cosines, [], [], []), t, x, y);
        for (int i = 0; i < t.Length; i++)
        {
            double error = Exact.TrigonometricPolynomial(t[i], cosines, []).AbsoluteError(x[i]);
            double scaledError = Exact.TrigonometricPolynomial(t[i], scaled, []).AbsoluteError(Math.ScaleB(x[i], exponent));
            Assert.Equal(error, Math.ScaleB(scaledError, -exponent));
        }
    }

    // Both coordinates are the same polynomial, given the other way round in the second.
    private void CheckBound(double[] cosines, double[] sines)
    {
        double[] x = new double[Parameters.Length], y = new double[Parameters.Length];
        var curve = new FourierCurve(cosines, sines, sines, cosines);
        Curve.Evaluate(curve, Parameters, x, y);
        var worst = ErrorSearch.Largest(Parameters, i => (
            Exact.TrigonometricPolynomial(Parameters[i], cosines, sines).AbsoluteError(x[i]) / curve.ErrorBounds.X,
            Exact.TrigonometricPolynomial(Parameters[i], sines, cosines).AbsoluteError(y[i]) / curve.ErrorBounds.Y));
        output.WriteLine($"{Math.Max(cosines.Length, sines.Length) - 1} harmonics: {worst.First} and {worst.Second} of the bound");
        Assert.True(worst.First.Error <= 1, $"x: {worst.First}");
        Assert.True(worst.Second.Error <= 1, $"y: {worst.Second}");
    }
}
