using System.Numerics;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The reference itself, against MPFR and against known values.</summary>
public class ReferenceTests
{
    [Fact]
    public void Reference_agrees_with_MPFR()
    {
        if (!Mpfr.IsAvailable)
            Assert.Skip($"{Mpfr.Library} is missing (Debian's package libmpfr6).");
        double[] inputs = [.. Inputs.BitSpaced(2000), .. Inputs.Uniform(500, 100), .. Inputs.Hard()];
        foreach (double x in inputs)
        {
            var (sin, cos) = Exact.SinCos(x);
            var (mpfrSin, mpfrCos) = Mpfr.SinCos(x, 200);

            // Well beyond what any test asks of the reference.
            Assert.True(mpfrSin.AgreesWith(sin, 120) && mpfrCos.AgreesWith(cos, 120), HardCases.Hex(x));
        }
    }

    [Fact]
    public void The_quick_reference_agrees_with_the_exact_one()
    {
        double[] inputs =
        [
            .. Inputs.BitSpaced(30_000), .. Inputs.Uniform(10_000, 100), .. Inputs.Uniform(3000, 1e9), .. Inputs.Hard(),
            .. HardCases.Midpoints, 5e-324, 1e-9, -1e-8, 1e300,
        ];
        long before = Nearest.ExactCalls;
        Parallel.ForEach(inputs, x =>
        {
            if (x == 0)
                return;
            var (sin, cos) = Exact.SinCos(x, 160);
            Assert.Equal((sin.Round(), cos.Round()), Nearest.Doubles(x));
            float single = (float)x;
            if (single == 0 || !float.IsFinite(single))
                return;
            (sin, cos) = Exact.SinCos(single, 160);
            Assert.Equal((sin.RoundToSingle(), cos.RoundToSingle()), Nearest.Singles(single));
        });

        // The midpoints between doubles are beyond it.
        Assert.True(Nearest.ExactCalls >= before + 10);
    }

    [Fact]
    public void The_nearest_approach_of_all_doubles_is_among_the_generated()
    {
        double x = HardCases.Hex("0x1.6ac5b262ca1ffp+849");
        Assert.Contains(x, HardCases.NearestToMultiplesOfHalfPi());
        var (_, cos) = Exact.SinCos(x);
        Assert.Equal(HardCases.Hex("-0x1.14ae72e6ba22fp-61"), cos.Round());
    }

    [Fact]
    public void Pi_is_pi()
    {
        const string Digits = "3243F6A8885A308D313198A2E03707344A4093822299F31D0082EFA98EC4E6C8";
        Assert.Equal(BigInteger.Parse(Digits, System.Globalization.NumberStyles.HexNumber, null), Exact.Pi(252));
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-1.9999999999999998)]
    [InlineData(5e-324)]
    [InlineData(1e300)]
    public void Errors_are_measured_in_ulp_of_the_exact_value(double value)
    {
        var (mantissa, exponent) = Exact.Decompose(value);
        var exact = new Fixed(mantissa << (1200 + exponent), 1200);
        Assert.Equal(value, exact.Round());
        Assert.Equal(0, exact.ErrorInUlp(value));
        Assert.Equal(1, exact.ErrorInUlp(Math.BitIncrement(value)));
        Assert.Equal(double.PositiveInfinity, exact.ErrorInUlp(double.NaN));
    }
}
