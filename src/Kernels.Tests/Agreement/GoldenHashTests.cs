using Kernels.Reference;
using Kernels.Smoke;

namespace Kernels.Tests.Agreement;

/// <summary>The same bits on every machine, for ever.</summary>
public class GoldenHashTests(ITestOutputHelper output)
{
    [Fact]
    public void Golden_hashes_hold()
    {
        double[] arguments = GoldenHash.Arguments(), x = new double[arguments.Length], y = new double[arguments.Length];
        Curve.Evaluate(new HeartCurve(), arguments, x, y);
        Assert.Equal($"{GoldenHash.Heart:x16}", $"{GoldenHash.Of(x, y):x16}");
        Elementary.Sin(arguments, x);
        Assert.Equal($"{GoldenHash.Sin:x16}", $"{GoldenHash.Of(x):x16}");
        Elementary.Cos(arguments, x);
        Assert.Equal($"{GoldenHash.Cos:x16}", $"{GoldenHash.Of(x):x16}");
        Curve.Evaluate(new FourierCurve([0.5, -1, 0, 2, 0, 0.25], [0, 3, 1, -0.125], [1, 1], [0, -2, 0, 5]), arguments, x, y);
        Assert.Equal($"{GoldenHash.Fourier:x16}", $"{GoldenHash.Of(x, y):x16}");
        Curve.Sample(new HeartCurve(), -10, 1e-3, (1L << 33) - 9999, x, y);
        Assert.Equal($"{GoldenHash.Sample:x16}", $"{GoldenHash.Of(x, y):x16}");
    }

    // The hash is of exact arithmetic, not of the kernel.
    [Fact]
    public void Golden_hashes_of_correct_rounding_are_those_of_exact_arithmetic()
    {
        double[] arguments = GoldenHash.Arguments(GoldenHash.CorrectCount);
        double[] x = new double[arguments.Length], y = new double[arguments.Length];
        double[] sines = [.. arguments.Select(t => double.IsFinite(t) ? t == 0 ? t : Exact.SinCos(t, 160).Sin.Round() : double.NaN)];
        double[] cosines = [.. arguments.Select(t => double.IsFinite(t) ? Exact.SinCos(t, 160).Cos.Round() : double.NaN)];
        Assert.Equal($"{GoldenHash.CorrectSin:x16}", $"{GoldenHash.Of(sines):x16}");
        Assert.Equal($"{GoldenHash.CorrectCos:x16}", $"{GoldenHash.Of(cosines):x16}");
        CorrectlyRounded.Sin(arguments, x);
        CorrectlyRounded.Cos(arguments, y);
        BitsAssert.Equal(sines, x, "sines");
        Assert.NotEqual($"{GoldenHash.CorrectSin:x16}", $"{GoldenHash.Of(Operations.Named<double>("Sin").Evaluate(arguments)[0]):x16}");
        BitsAssert.Equal(cosines, y, "cosines");
        for (int i = 0; i < arguments.Length; i += 7)
        {
            BitsAssert.Equal(sines[i], CorrectlyRounded.Sin(arguments[i]), "scalar sine");
            BitsAssert.Equal(cosines[i], CorrectlyRounded.Cos(arguments[i]), "scalar cosine");
            BitsAssert.Equal(sines[i], CorrectlyRounded.SinCos(arguments[i]).Sin, "scalar sine of both");
            BitsAssert.Equal(cosines[i], CorrectlyRounded.SinCos(arguments[i]).Cos, "scalar cosine of both");
        }
    }

    // Operation by operation over exact arithmetic, not over the library's own functions.
    [Fact]
    public void Golden_hashes_of_texts_are_those_of_exact_arithmetic()
    {
        double[] t = GoldenHash.Arguments(), x = new double[t.Length], y = new double[t.Length], choice = new double[t.Length];
        var power = ReferenceFunction.Of("Pow");
        Parallel.For(0, t.Length, i =>
        {
            double cubed = power.Nearest(Sine(t[i]), 3);
            x[i] = 16 * cubed;
            y[i] = (13 * Cosine(t[i])) - (5 * Cosine(2 * t[i])) - (2 * Cosine(3 * t[i])) - Cosine(4 * t[i]);
            double value = t[i] < 0.5 || t[i] > 2
                ? Math.Floor(t[i]) - Math.CopySign(2.5, t[i]) : Math.Min(t[i], 1.5) * Math.Sqrt(Math.Abs(t[i]));
            choice[i] = double.IsNaN(value) ? double.NaN : value;
        });
        output.WriteLine($"{GoldenHash.Of(x, y):X16} {GoldenHash.Of(choice):X16}");
        var heart = PureFunction.Parse(GoldenHash.HeartText, Rounding.Correct);
        double[] actualX = new double[t.Length], actualY = new double[t.Length];
        heart.Evaluate(t, actualX, actualY, new ParallelOptions());
        BitsAssert.Equal<double>(x, actualX, "x");
        BitsAssert.Equal<double>(y, actualY, "y");
        PureFunction.Parse(GoldenHash.ChoiceText).Evaluate(t, actualX);
        BitsAssert.Equal<double>(choice, actualX, "choice");
        Assert.Equal($"{GoldenHash.HeartOfText:x16}", $"{GoldenHash.Of(x, y):x16}");
        Assert.Equal($"{GoldenHash.Choice:x16}", $"{GoldenHash.Of(choice):x16}");

        static double Sine(double t) => !double.IsFinite(t) ? double.NaN : t == 0 ? t : Exact.SinCos(t, 160).Sin.Round();
        static double Cosine(double t) => !double.IsFinite(t) ? double.NaN : Exact.SinCos(t, 160).Cos.Round();
    }

    // Of every function by the reference, doubles and floats.
    [Fact]
    public void Golden_hashes_of_functions_are_those_of_exact_arithmetic()
    {
        double[] arguments = GoldenHash.Arguments();
        float[] singles = [.. arguments.Select(t => (float)t)];
        List<(string, ulong, ulong)> hashes = [];
        foreach (var (name, _, _) in GoldenHash.Functions)
        {
            var reference = ReferenceFunction.Of(name);
            double[] expected = [.. arguments.Select(x => reference.Nearest(x))];
            float[] expectedSingles = [.. singles.Select(x => reference.Nearest(x))];
            hashes.Add(HashesOf(name, expected, expectedSingles));
            BitsAssert.Equal(expected, Operations.Named<double>($"Correct{name}").Evaluate(arguments)[0], name);
            BitsAssert.Equal<float>(expectedSingles, Operations.Named<float>(name).Evaluate(singles)[0], name);
            BitsAssert.Equal<float>(expectedSingles, Operations.Named<float>($"Correct{name}").Evaluate(singles)[0], name);
        }

        Assert.Equal(GoldenHash.Functions, hashes);
    }

    [Fact]
    public void Golden_hashes_of_hypotenuses_are_those_of_exact_arithmetic()
    {
        double[] x = GoldenHash.Arguments(), y = GoldenHash.Partners(x);
        float[] singleX = [.. x.Select(value => (float)value)], singleY = [.. y.Select(value => (float)value)];
        double[] expected = [.. x.Zip(y, Nearest.Hypot)];
        float[] expectedSingles = [.. singleX.Zip(singleY, Nearest.Hypot)];
        Assert.Equal($"{GoldenHash.Hypot:x16}", $"{GoldenHash.Of(expected):x16}");
        Assert.Equal($"{GoldenHash.SingleHypot:x16}", $"{GoldenHash.Of(expectedSingles):x16}");
        foreach (string name in (string[])["Hypot", "CorrectHypot"])
        {
            BitsAssert.Equal(expected, Operations.Named<double>(name).Evaluate(x, y)[0], name);
            BitsAssert.Equal<float>(expectedSingles, Operations.Named<float>(name).Evaluate(singleX, singleY)[0], name);
        }
    }

    [Fact]
    public void Golden_hashes_of_powers_are_those_of_exact_arithmetic()
    {
        var (x, y) = GoldenHash.Powers();
        float[] singleX = [.. x.Select(value => (float)value)], singleY = [.. y.Select(value => (float)value)];
        double[] expected = [.. x.Zip(y, Nearest.Pow)];
        float[] expectedSingles = [.. singleX.Zip(singleY, Nearest.Pow)];
        double[] declared = Operations.Named<double>("Pow").Evaluate(x, y)[0];
        output.WriteLine(
            $"0x{GoldenHash.Of(expected):X16}, 0x{GoldenHash.Of(expectedSingles):X16}; declared 0x{GoldenHash.Of(declared):X16}");
        Assert.Equal($"{GoldenHash.Pow:x16}", $"{GoldenHash.Of(expected):x16}");
        Assert.Equal($"{GoldenHash.SinglePow:x16}", $"{GoldenHash.Of(expectedSingles):x16}");
        BitsAssert.Equal(expected, Operations.Named<double>("CorrectPow").Evaluate(x, y)[0], "correctly rounded");
        BitsAssert.Equal<float>(expectedSingles, Operations.Named<float>("Pow").Evaluate(singleX, singleY)[0], "floats");
        BitsAssert.Equal<float>(expectedSingles, Operations.Named<float>("CorrectPow").Evaluate(singleX, singleY)[0], "correct floats");

        // Some are not the nearest: so this is not the hash of any kernel that is as good.
        Assert.Equal($"{GoldenHash.DeclaredPow:x16}", $"{GoldenHash.Of(declared):x16}");
        Assert.InRange(declared.Zip(expected).Count(pair => !pair.First.Equals(pair.Second)), 6, 8);
        Assert.InRange(expected.Count(power => double.IsFinite(power) && power != 0), 60_000, expected.Length);
    }

    // Floats of a fifth of the arguments, so that their powers are subnormal and infinite too.
    [Fact]
    public void Golden_hashes_of_the_exponential_functions_of_the_declared_tier_hold()
    {
        string[] names =
        [
            .. GoldenHash.DeclaredExponentials.Select(row => row.Name), .. GoldenHash.DeclaredLogarithms.Select(row => row.Name),
            .. GoldenHash.DeclaredRoots.Select(row => row.Name),
        ];
        Assert.Equal(GoldenHash.Functions.Select(row => row.Name), names);
        List<(string, double, double, ulong, ulong)> hashes = [];
        foreach (var (name, from, to, _, _) in GoldenHash.DeclaredExponentials)
        {
            double[] arguments = GoldenHash.Exponents(from, to), declared = Operations.Named<double>(name).Evaluate(arguments)[0];
            float[] singles = [.. arguments.Select(x => (float)(x / 5))];
            float[] declaredSingles = Operations.Named<float>(name).Evaluate(singles)[0];
            var (_, ofDoubles, ofFloats) = HashesOf(name, declared, declaredSingles);
            hashes.Add((name, from, to, ofDoubles, ofFloats));

            // Hard ones are not the nearest: so this is not the hash of any kernel that is as good.
            double[] nearest = Operations.Named<double>($"Correct{name}").Evaluate(arguments)[0];
            Assert.InRange(declared.Zip(nearest).Count(pair => pair.First != pair.Second), 3, 16);
        }

        Assert.Equal(GoldenHash.DeclaredExponentials, hashes);
    }

    [Fact]
    public void Golden_hashes_of_the_logarithms_of_the_declared_tier_hold()
    {
        List<(string, ulong, ulong)> hashes = [];
        foreach (var (name, _, _) in GoldenHash.DeclaredLogarithms)
        {
            double[] arguments = [.. GoldenHash.Positive().Select(x => name == "LogP1" ? x - 1 : x)];
            double[] declared = Operations.Named<double>(name).Evaluate(arguments)[0];
            float[] singles = [.. arguments.Select(x => (float)x)];
            hashes.Add(HashesOf(name, declared, Operations.Named<float>(name).Evaluate(singles)[0]));

            // Some are not the nearest: so this is not the hash of any kernel that is as good.
            double[] nearest = Operations.Named<double>($"Correct{name}").Evaluate(arguments)[0];
            Assert.InRange(declared.Zip(nearest).Count(pair => pair.First != pair.Second), 3, 100);
        }

        Assert.Equal(GoldenHash.DeclaredLogarithms, hashes);
    }

    [Fact]
    public void Golden_hashes_of_roots_of_the_declared_tier_hold()
    {
        foreach (var (name, doubles) in GoldenHash.DeclaredRoots)
        {
            double[] arguments = GoldenHash.Radicands(), declared = Operations.Named<double>(name).Evaluate(arguments)[0];
            Assert.Equal((name, $"{doubles:x16}"), (name, $"{GoldenHash.Of(declared):x16}"));
            double[] nearest = Operations.Named<double>($"Correct{name}").Evaluate(arguments)[0];
            Assert.InRange(declared.Zip(nearest).Count(pair => !pair.First.Equals(pair.Second)), 4, 8);
        }
    }

    [Fact]
    public void Golden_hashes_of_floats_are_those_of_exact_arithmetic()
    {
        float[] arguments = [.. GoldenHash.Arguments().Select(t => (float)t)];
        float[] x = new float[arguments.Length], y = new float[arguments.Length];
        float[] sines = [.. arguments.Select(t => float.IsFinite(t) ? t == 0 ? t : Exact.SinCos(t, 160).Sin.RoundToSingle() : float.NaN)];
        float[] cosines = [.. arguments.Select(t => float.IsFinite(t) ? Exact.SinCos(t, 160).Cos.RoundToSingle() : float.NaN)];
        Assert.Equal($"{GoldenHash.SingleSin:x16}", $"{GoldenHash.Of(sines):x16}");
        Assert.Equal($"{GoldenHash.SingleCos:x16}", $"{GoldenHash.Of(cosines):x16}");
        Elementary.Sin(arguments, x);
        CorrectlyRounded.Cos(arguments, y);
        BitsAssert.Equal<float>(sines, x, "sines");
        BitsAssert.Equal<float>(cosines, y, "cosines");
        Curve.Evaluate(new HeartCurve(), arguments, x, y);
        Assert.Equal($"{GoldenHash.SingleHeart:x16}", $"{GoldenHash.Of(x, y):x16}");
    }

    private (string Name, ulong Doubles, ulong Floats) HashesOf(string name, double[] doubles, float[] floats)
    {
        var hashes = (name, GoldenHash.Of(doubles), GoldenHash.Of(floats));
        output.WriteLine($"(\"{name}\", 0x{hashes.Item2:X16}, 0x{hashes.Item3:X16}),");
        return hashes;
    }
}
