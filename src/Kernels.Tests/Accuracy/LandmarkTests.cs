namespace Kernels.Tests.Accuracy;

/// <summary>Values that users check first, exactly.</summary>
public class LandmarkTests
{
    [Fact]
    public void Landmarks_are_exact()
    {
        BitsAssert.Equal(1, Elementary.Cos(0.0), "cos 0");
        BitsAssert.Equal(1, Elementary.Cos(-0.0), "cos −0");
        BitsAssert.Equal(0.0, Elementary.Sin(0.0), "sin 0");
        BitsAssert.Equal(-0.0, Elementary.Sin(-0.0), "sin −0");
        BitsAssert.Equal(1, Elementary.Sin(Math.PI / 2), "sin π/2");
        BitsAssert.Equal(-1, Elementary.Sin(-Math.PI / 2), "sin −π/2");
        BitsAssert.Equal(-1, Elementary.Cos(Math.PI), "cos π");
        BitsAssert.Equal(double.Epsilon, Elementary.Sin(double.Epsilon), "sin of the least double");
        BitsAssert.Equal(1, Elementary.Cos(double.Epsilon), "cos of the least double");
    }

    [Fact]
    public void Landmarks_are_exact_in_spans_too()
    {
        double[] x = [0, -0.0, Math.PI / 2, Math.PI, -Math.PI], sin = new double[5], cos = new double[5];
        Elementary.SinCos(x, sin, cos);
        BitsAssert.Equal(0.0, sin[0], "sin 0");
        BitsAssert.Equal(-0.0, sin[1], "sin −0");
        BitsAssert.Equal(1, sin[2], "sin π/2");
        Assert.Equal([1, 1, -1, -1], [cos[0], cos[1], cos[3], cos[4]]);
    }

    [Fact]
    public void The_heart_passes_through_its_landmarks()
    {
        double[] t = [0, -0.0, Math.PI / 2, Math.PI], x = new double[4], y = new double[4];
        Curve.Evaluate(new HeartCurve(), t, x, y);
        BitsAssert.Equal(0.0, x[0], "x(0)");
        BitsAssert.Equal(-0.0, x[1], "x(−0)");
        Assert.Equal(16, x[2]);
        Assert.Equal([5, 5], y[..2]);
        Assert.Equal(-17, y[3]);
    }

    [Fact]
    public void NaN_of_one_coordinate_leaves_the_other_alone()
    {
        double[] t = [-60, 1e300, -60, 1], x = new double[4], y = new double[4];
        Curve.Evaluate(OneSidedCurve.Usual, t, x, y);
        for (int i = 0; i < 4; i++)
        {
            BitsAssert.Equal(Elementary.Sin(t[i]), x[i], "x");
            BitsAssert.Equal(t[i] < -50 ? double.NaN : Math.Sqrt(t[i] + 50) - Elementary.Cos(t[i] / 1e6), y[i], "y");
        }
    }

    [Fact]
    public void Scalars_without_a_value_are_the_one_NaN()
    {
        foreach (double x in SpecialValueTests<double>.WithoutValue)
        {
            BitsAssert.Equal(double.NaN, Elementary.Sin(x), "sin");
            BitsAssert.Equal(double.NaN, Elementary.Cos(x), "cos");
            BitsAssert.Equal(double.NaN, Elementary.SinCos(x).Sin, "sin of both");
            BitsAssert.Equal(double.NaN, Elementary.SinCos(x).Cos, "cos of both");
        }
    }
}
