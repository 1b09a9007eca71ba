using System.Numerics;
using System.Reflection;
using System.Text.RegularExpressions;
using Kernels.Elementary;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The constants in the source, against the scripts' committed output and against exact arithmetic.</summary>
public partial class ConstantTests
{
    private static readonly Dictionary<string, string> Output = TestRepository.Read("tools", "sincos.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1]);

    [Theory]
    [InlineData(typeof(PiReduction), "TwoOverPi HalfPi1 HalfPi2 HalfPi3")]
    [InlineData(typeof(PayneHanek), "HalfPiHigh HalfPiLow")]
    [InlineData(typeof(SineCosine), "Sin3 Sin5 Sin7 Sin9 Sin11 Sin13 Cos4 Cos6 Cos8 Cos10 Cos12 Cos14")]
    public void Constants_are_those_of_the_script(Type type, string names)
    {
        foreach (string name in names.Split(' '))
        {
            var field = type.GetField(name, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public);
            Assert.NotNull(field);
            BitsAssert.Equal(HardCases.Hex(Output[name]), (double)field.GetRawConstantValue()!, name);
        }
    }

    [Fact]
    public void Hexadecimal_comments_match_the_decimal_constants()
    {
        int compared = 0;
        foreach (string file in Directory.GetFiles(TestRepository.PathOf("src", "Kernels", "Elementary"), "*.cs"))
        {
            foreach (Match match in ConstantWithComment().Matches(File.ReadAllText(file)))
            {
                double value = double.Parse(match.Groups["decimal"].Value, System.Globalization.CultureInfo.InvariantCulture);
                BitsAssert.Equal(HardCases.Hex(match.Groups["hex"].Value), value, $"{Path.GetFileName(file)}: {match.Value}");
                compared++;
            }
        }

        Assert.True(compared >= 18, $"only {compared} constants found");
    }

    [Fact]
    public void The_bits_of_two_over_pi_are_exact_and_those_of_the_script()
    {
        var words = PayneHanek.TwoOverPi;
        Assert.Equal(0UL, words[0]);
        for (int i = 1; i < words.Length; i++)
        {
            BigInteger exact = (BigInteger.One << (2000 + 1 + (64 * i))) / Exact.Pi(2000) & ulong.MaxValue;
            Assert.Equal((ulong)exact, words[i]);
            Assert.Equal(HexInteger(Output[$"TwoOverPiWord{i - 1}"]), words[i]);
        }
    }

    [Fact]
    public void Both_reductions_are_as_exact_as_stated()
    {
        double[] small = [.. Inputs.Hard().Concat(Inputs.Uniform(20_000, 1e6)).Select(Math.Abs).Where(x => x < PiReduction.Limit)];
        double[] large = [.. Inputs.Hard().Concat(Inputs.BitSpaced(20_000)).Select(Math.Abs).Where(x => x >= PiReduction.Limit && x < double.PositiveInfinity)];
        foreach (double x in small)
        {
            var (quadrant, high, low, _) = PiReduction.Reduce<Lanes.Double1<Lanes.Whole>>(x);
            Check(x, (int)(BitConverter.DoubleToInt64Bits(quadrant.Value) & 3), high.Value, low.Value, 57);
        }

        foreach (double x in large)
        {
            var (quadrant, high, low) = PayneHanek.Reduce(x);
            Check(x, quadrant, high, low, 72);
        }

        Assert.True(small.Length > 1000 && large.Length > 1000);
    }

    // sin of the reduced argument, to many bits, must be that of x up to the stated relative error.
    private static void Check(double x, int quadrant, double high, double low, int bits)
    {
        var (sin, cos) = Exact.SinCos(x);
        var reduced = (quadrant & 1) == 0 ? sin : cos;
        BigInteger expected = quadrant is 1 or 0 ? reduced.Units : -reduced.Units;
        if (quadrant is 1 or 3)
            expected = -expected;
        const int More = 700;
        var (mantissaHigh, exponentHigh) = Exact.Decompose(high);
        var (mantissaLow, exponentLow) = Exact.Decompose(low);
        int fraction = sin.FractionBits + More;
        BigInteger r = Shift(mantissaHigh, exponentHigh + fraction) + Shift(mantissaLow, exponentLow + fraction);
        BigInteger square = (r * r) >> fraction, term = r, sine = r;
        for (int n = 2; !term.IsZero; n += 2)
        {
            term = -((term * square) >> fraction) / (n * (n + 1));
            sine += term;
        }

        BigInteger difference = BigInteger.Abs(sine - (expected << More));
        Assert.True(difference << bits <= BigInteger.Abs(expected << More), $"the reduction of {HardCases.Hex(x)} is off by more than 2^-{bits}");
    }

    private static BigInteger Shift(BigInteger value, int bits) => bits >= 0 ? value << bits : value >> -bits;

    private static ulong HexInteger(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal), exponentAt = text.IndexOf('p', StringComparison.Ordinal);
        string fraction = point < 0 ? "" : text[(point + 1)..exponentAt];
        int exponent = exponentAt < 0 ? 0 : int.Parse(text[(exponentAt + 1)..], null);
        var mantissa = BigInteger.Parse("01" + fraction, System.Globalization.NumberStyles.HexNumber, null);
        return (ulong)Shift(mantissa, exponent - (4 * fraction.Length));
    }

    [GeneratedRegex(@"= (?<decimal>-?[0-9][0-9.e+-]*);\s*//\s*(?<hex>-?0x1[0-9a-f.]*p[+-][0-9]+)")]
    private static partial Regex ConstantWithComment();
}
