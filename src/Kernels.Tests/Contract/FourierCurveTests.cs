namespace Kernels.Tests.Contract;

/// <summary>What coefficients a curve takes, and what it makes of special ones.</summary>
public class FourierCurveTests
{
    [Theory]
    [InlineData("cosX", double.NaN)]
    [InlineData("sinX", double.PositiveInfinity)]
    [InlineData("cosY", double.NegativeInfinity)]
    [InlineData("sinY", 1e300)]
    public void Coefficients_that_are_no_numbers_or_too_large_are_refused(string name, double value)
    {
        double[] good = [1, 2], bad = [1, value];
        var exception = Assert.Throws<ArgumentException>(() => new FourierCurve(
            name == "cosX" ? bad : good, name == "sinX" ? bad : good, name == "cosY" ? bad : good, name == "sinY" ? bad : good));
        Assert.Equal(name, exception.ParamName);
        Assert.Contains(double.IsFinite(value) ? "large" : "harmonic 1", exception.Message, StringComparison.Ordinal);
    }

    // 2²⁷ harmonics, four copies of four coefficients each, are more than an array holds.
    [Fact]
    public void More_harmonics_than_fit_into_an_array_are_refused()
    {
        double[] coefficients = GC.AllocateUninitializedArray<double>(1 << 27);
        foreach (string name in (string[])["cosX", "sinX", "cosY", "sinY"])
        {
            ReadOnlySpan<double> Given(string which) => which == name ? coefficients : [];
            var exception = Assert.Throws<ArgumentException>(
                () => new FourierCurve(Given("cosX"), Given("sinX"), Given("cosY"), Given("sinY")));
            Assert.Equal(name, exception.ParamName);
            Assert.Contains("134,217,728 coefficients", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Curves_without_coefficients_are_the_origin_and_NaN_stays_NaN()
    {
        foreach (var curve in (FourierCurve[])[default, new([], [], [], []), new([0], [5], [0], [7])])
        {
            double[] t = [0, 1, -2, 1e300, double.NaN, double.PositiveInfinity, 3, 4, 5];
            double[] x = new double[t.Length], y = new double[t.Length];
            Curve.Evaluate(curve, t, x, y);
            for (int i = 0; i < t.Length; i++)
            {
                BitsAssert.Equal(double.IsFinite(t[i]) ? 0 : double.NaN, x[i], $"x({t[i]})");
                BitsAssert.Equal(double.IsFinite(t[i]) ? 0 : double.NaN, y[i], $"y({t[i]})");
            }

            Assert.Equal(0, curve.Harmonics);
        }
    }

    [Fact]
    public void Coefficients_are_copied()
    {
        double[] coefficients = [1, 2], x = new double[1], y = new double[1];
        var curve = new FourierCurve(coefficients, [], [], []);
        coefficients[0] = 100;
        Curve.Evaluate(curve, [0.0], x, y);
        Assert.Equal(3, x[0]);
    }

    [Fact]
    public void In_a_kernel_of_the_users_a_point_has_the_same_bits()
    {
        var curve = new FourierCurve([0.5, 1, 0.25], [0, 3], [], [0, -2, 1, 0.125]);
        double[] t = Inputs.Mixed(1003, seed: 51), x = new double[t.Length], y = new double[t.Length];
        double[] wrappedX = new double[t.Length], wrappedY = new double[t.Length];
        Curve.Evaluate(curve, t, x, y);
        Curve.Evaluate(new Wrapper(curve), t, wrappedX, wrappedY);
        BitsAssert.Equal(x, wrappedX, "x");
        BitsAssert.Equal(y, wrappedY, "y");
    }

    private readonly struct Wrapper(FourierCurve curve) : ICurve
    {
        public (V X, V Y) Evaluate<V>(V t)
            where V : struct, ILanes<V> => curve.Evaluate(t);
    }
}
