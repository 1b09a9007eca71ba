using System.Runtime.Intrinsics;
using Kernels.Reference;
using Kernels.Smoke;

namespace Kernels.Tests.Agreement;

/// <summary>The same bits at every width, in every form of call, on every instruction set.</summary>
public class WidthAgreementTests
{
    public static IEnumerable<TheoryDataRow<string, int>> NamesAndWidths =>
        from operation in Operation.All from bits in ForcedWidth.All select new TheoryDataRow<string, int>(operation.Name, bits);

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public void Every_width_gives_the_same_bits(string name, int bits)
    {
        var operation = Operation.Named(name);
        double[] input = [.. Inputs.Mixed(5003), .. Inputs.BitSpaced(5003), .. Inputs.Hard(), .. Inputs.Special];
        double[][] expected = operation.Evaluate(input), actual = operation.Evaluate(input, bits);
        for (int i = 0; i < operation.Outputs; i++)
            BitsAssert.Equal(expected[i], actual[i], $"{name} at {bits} bits");
    }

    [Fact]
    public void Golden_hashes_hold()
    {
        double[] arguments = GoldenHash.Arguments(), x = new double[arguments.Length], y = new double[arguments.Length];
        Curve.Evaluate(new HeartCurve(), arguments, x, y);
        Assert.Equal($"{GoldenHash.Heart:x16}", $"{GoldenHash.Of(x, y):x16}");
        Trig.Sin(arguments, x);
        Assert.Equal($"{GoldenHash.Sin:x16}", $"{GoldenHash.Of(x):x16}");
        Trig.Cos(arguments, x);
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
        double[] arguments = GoldenHash.Arguments(GoldenHash.CorrectCount), x = new double[arguments.Length], y = new double[arguments.Length];
        double[] sines = [.. arguments.Select(t => double.IsFinite(t) ? t == 0 ? t : Exact.SinCos(t, 160).Sin.Round() : double.NaN)];
        double[] cosines = [.. arguments.Select(t => double.IsFinite(t) ? Exact.SinCos(t, 160).Cos.Round() : double.NaN)];
        Assert.Equal($"{GoldenHash.CorrectSin:x16}", $"{GoldenHash.Of(sines):x16}");
        Assert.Equal($"{GoldenHash.CorrectCos:x16}", $"{GoldenHash.Of(cosines):x16}");
        CorrectlyRounded.Sin(arguments, x);
        CorrectlyRounded.Cos(arguments, y);
        BitsAssert.Equal(sines, x, "sines");
        Assert.NotEqual($"{GoldenHash.CorrectSin:x16}", $"{GoldenHash.Of(Operation.Named("Sin").Evaluate(arguments)[0]):x16}");
        BitsAssert.Equal(cosines, y, "cosines");
        for (int i = 0; i < arguments.Length; i += 7)
        {
            BitsAssert.Equal(sines[i], CorrectlyRounded.Sin(arguments[i]), "scalar sine");
            BitsAssert.Equal(cosines[i], CorrectlyRounded.Cos(arguments[i]), "scalar cosine");
            BitsAssert.Equal(sines[i], CorrectlyRounded.SinCos(arguments[i]).Sin, "scalar sine of both");
            BitsAssert.Equal(cosines[i], CorrectlyRounded.SinCos(arguments[i]).Cos, "scalar cosine of both");
        }
    }

    [Fact]
    public void Scalars_and_vectors_give_the_bits_of_the_spans()
    {
        double[] input = [.. Inputs.Mixed(4096), .. Inputs.Hard(), .. Inputs.Special];
        Array.Resize(ref input, input.Length / 8 * 8);
        double[] sin = new double[input.Length], cos = new double[input.Length], sinAlone = new double[input.Length], cosAlone = new double[input.Length];
        Trig.SinCos(input, sin, cos);
        Trig.Sin(input, sinAlone);
        Trig.Cos(input, cosAlone);
        BitsAssert.Equal(sin, sinAlone, "Sin beside SinCos");
        BitsAssert.Equal(cos, cosAlone, "Cos beside SinCos");
        double[] s = new double[8], c = new double[8];
        for (int i = 0; i < input.Length; i += 8)
        {
            for (int j = 0; j < 8; j++)
            {
                (s[j], c[j]) = Trig.SinCos(input[i + j]);
                BitsAssert.Equal(sin[i + j], Trig.Sin(input[i + j]), "scalar sin");
                BitsAssert.Equal(cos[i + j], Trig.Cos(input[i + j]), "scalar cos");
            }

            BitsAssert.Equal(sin.AsSpan(i, 8), s, "scalar sin of both");
            BitsAssert.Equal(cos.AsSpan(i, 8), c, "scalar cos of both");
            CheckVectors(input.AsSpan(i, 8), sin.AsSpan(i, 8), cos.AsSpan(i, 8));
        }
    }

    private static void CheckVectors(ReadOnlySpan<double> x, ReadOnlySpan<double> sin, ReadOnlySpan<double> cos)
    {
        double[] s = new double[8], c = new double[8];
        var x512 = Vector512.Create(x);
        Trig.SinCos(x512).Sin.CopyTo(s);
        Trig.SinCos(x512).Cos.CopyTo(c);
        BitsAssert.Equal(sin, s, "512 bits, sin of both");
        BitsAssert.Equal(cos, c, "512 bits, cos of both");
        Trig.Sin(x512).CopyTo(s);
        Trig.Cos(x512).CopyTo(c);
        BitsAssert.Equal(sin, s, "512 bits, sin");
        BitsAssert.Equal(cos, c, "512 bits, cos");
        for (int i = 0; i < 8; i += 4)
        {
            var x256 = Vector256.Create(x[i..]);
            Trig.SinCos(x256).Sin.CopyTo(s);
            Trig.SinCos(x256).Cos.CopyTo(c);
            BitsAssert.Equal(sin.Slice(i, 4), s.AsSpan(0, 4), "256 bits, sin of both");
            BitsAssert.Equal(cos.Slice(i, 4), c.AsSpan(0, 4), "256 bits, cos of both");
            Trig.Sin(x256).CopyTo(s);
            Trig.Cos(x256).CopyTo(c);
            BitsAssert.Equal(sin.Slice(i, 4), s.AsSpan(0, 4), "256 bits, sin");
            BitsAssert.Equal(cos.Slice(i, 4), c.AsSpan(0, 4), "256 bits, cos");
        }

        for (int i = 0; i < 8; i += 2)
        {
            var x128 = Vector128.Create(x[i..]);
            Trig.SinCos(x128).Sin.CopyTo(s);
            Trig.SinCos(x128).Cos.CopyTo(c);
            BitsAssert.Equal(sin.Slice(i, 2), s.AsSpan(0, 2), "128 bits, sin of both");
            BitsAssert.Equal(cos.Slice(i, 2), c.AsSpan(0, 2), "128 bits, cos of both");
            Trig.Sin(x128).CopyTo(s);
            Trig.Cos(x128).CopyTo(c);
            BitsAssert.Equal(sin.Slice(i, 2), s.AsSpan(0, 2), "128 bits, sin");
            BitsAssert.Equal(cos.Slice(i, 2), c.AsSpan(0, 2), "128 bits, cos");
        }
    }
}
