using Kernels.Programs;

namespace Kernels.Tests.Programs;

/// <summary>What results that are not finite come from, by IEEE 754's names.</summary>
public sealed unsafe class ConditionTests
{
    public static TheoryData<string, double, double, string> Cases => new()
    {
        { "sin(t) + a", double.PositiveInfinity, 0, "Invalid" },
        { "sin(t) + a", double.NaN, 0, "None" },
        { "t + a", double.PositiveInfinity, 1, "None" },
        { "t + a", double.PositiveInfinity, double.NegativeInfinity, "Invalid" },
        { "t*a", 1e300, 1e300, "Overflow" },
        { "t/a", 1, 0, "DivideByZero" },
        { "t/a", 0, 0, "Invalid" },
        { "t/a", 1e300, 1e-300, "Overflow" },
        { "t/a", double.PositiveInfinity, 0, "None" },
        { "log(t) + a", 0, 0, "DivideByZero" },
        { "log(t) + a", -1, 0, "Invalid" },
        { "log1p(t) + a", -1, 0, "DivideByZero" },
        { "t**a", 0, -1, "DivideByZero" },
        { "t**a", -8, 0.5, "Invalid" },
        { "t**-3 + a", 0, 0, "DivideByZero" },
        { "exp(t) + a", 1000, 0, "Overflow" },
        { "exp(t) + a", -1000, 0, "None" },
        { "1/(1/t) + a", 0, 0, "None" },
        { "exp(t) - exp(a)", 1000, 1000, "Invalid, Overflow" },
        { "where(t > 0, log(t), 2*inf*a)", 0, 1, "None" },
        { "where(t > 0, log(t), 1/a)", 0, 0, "DivideByZero" },
        { "where(a > t, log(t), 3)", -1, 0, "Invalid" },
        { "where(a < t, log(t), 3)", -1, 0, "None" },
        { "where(1/t > a, sqrt(t), 3)", 0, -1, "None" },
        { "where(1/t > a, t/t, 3)", 0, -1, "Invalid, DivideByZero" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void AreThoseOfTheOperationsThatTheResultComesFrom(string text, double t, double a, string expected)
    {
        // Among others, at the beginning, at the end, and in the rest of a vector.
        foreach (int length in (int[])[1, 8, 13, 512, 1025])
        {
            foreach (int place in (int[])[0, length / 2, length - 1])
            {
                double[] ts = new double[length], others = new double[length];
                Array.Fill(ts, 0.5);
                Array.Fill(others, 0.25);
                (ts[place], others[place]) = (t, a);
                Assert.Equal(expected, Of(text, ts, others).ToString());
            }
        }
    }

    [Fact]
    public void OfFiniteResultsThereAreNone()
    {
        double[] t = [.. Enumerable.Range(-5000, 10_000).Select(i => i / 50.0)];
        Assert.Equal(Conditions.None, Of("hypot(sin(t), a)*1e300", t, [.. t.Select(double.Abs)]));
    }

    [Theory]
    [InlineData(3.402823466385289e38, "None")]
    [InlineData(3.4028235677973362e38, "None")]
    [InlineData(3.4028235677973366e38, "Overflow")]
    [InlineData(1e300, "Overflow")]
    [InlineData(double.PositiveInfinity, "None")]
    [InlineData(double.NaN, "None")]
    public void OfFloatsTheyAreThoseOfTheRounding(double value, string expected)
    {
        var function = PureFunction.Parse("(t) -> -t");
        double[] t = new double[1025];
        float[] results = new float[t.Length];
        t[700] = value;
        Conditions conditions = 0;
        fixed (double* x = t)
        fixed (float* y = results)
        {
            RawColumn* columns = stackalloc RawColumn[] { RawColumn.Of(x), RawColumn.Of(y) };
            function.Run(columns, t.Length, default(CallingThread), &conditions);
        }

        Assert.Equal(expected, conditions.ToString());
    }

    [Fact]
    public void OfResultsInPlaceTheyAreThoseOfTheInputs()
    {
        double[] t = new double[100], a = new double[100];
        Array.Fill(t, 1);
        t[50] = 0;
        Assert.Equal(Conditions.DivideByZero, Of("1/t + a", t, a, isInPlace: true));
        Assert.Equal(double.PositiveInfinity, t[50]);
    }

    private static Conditions Of(string text, double[] t, double[] a, bool isInPlace = false)
    {
        var function = PureFunction.Parse($"(t, a) -> {text}");
        double[] results = isInPlace ? t : new double[t.Length];
        Conditions conditions = 0;
        fixed (double* x = t, y = a, z = results)
        {
            RawColumn* columns = stackalloc RawColumn[] { RawColumn.Of(x), RawColumn.Of(y), RawColumn.Of(z) };
            function.Run(columns, t.Length, default(CallingThread), &conditions);
        }

        return conditions;
    }
}
