using System.Numerics;
using System.Reflection;
using System.Text.RegularExpressions;
using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The constants in the source, against the scripts' committed output and against exact arithmetic.</summary>
public partial class ConstantTests
{
    internal static readonly Dictionary<string, string> Output = TestRepository.Read("tools", "sincos.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => parts[1]);

    [Theory]
    [InlineData(typeof(CircleReduction), "StepsPerRadian Step1 Step2 Step3")]
    [InlineData(typeof(PayneHanek), "StepLow PerStepLow")]
    [InlineData(typeof(SineCosine), "Sin3 Sin5 Sin7 Cos4 Cos6")]
    [InlineData(typeof(SingleSineCosine), "Sin3 Sin5 Cos4", "Single")]
    public void Constants_are_those_of_the_script(Type type, string names, string prefix = "")
    {
        foreach (string name in names.Split(' '))
        {
            var field = type.GetField(name, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public);
            Assert.NotNull(field);
            BitsAssert.Equal(HardCases.Hex(Output[prefix + name]), (double)field.GetRawConstantValue()!, name);
        }
    }

    [Fact]
    public void Hexadecimal_comments_match_the_decimal_constants()
    {
        int compared = 0;
        string folder = TestRepository.PathOf("src", "Kernels", "Functions");
        foreach (string file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            foreach (Match match in ConstantWithComment().Matches(File.ReadAllText(file)))
            {
                double value = double.Parse(match.Groups["decimal"].Value, System.Globalization.CultureInfo.InvariantCulture);
                BitsAssert.Equal(HardCases.Hex(match.Groups["hex"].Value), value, $"{Path.GetFileName(file)}: {match.Value}");
                compared++;
            }
        }

        Assert.True(compared >= 11, $"only {compared} constants found");
    }

    // −0 at 0; the other zeros as the points of the rows have them. One sine is moved, which sends the last float to the right side.
    [Fact]
    public void Every_point_for_floats_is_the_nearest_but_for_one()
    {
        double[] pairs = CircleTable.Pairs();
        Assert.Equal(2 * CircleTable.Steps, pairs.Length);
        for (int k = 0; k < CircleTable.Steps; k++)
        {
            var (sin, cos) = OnCircle(k, 0);
            double sine = k % 256 == 0 ? CircleTable.Rows[4 * k] : new Fixed(sin, Bits).Round();
            bool isMoved = k is CircleTable.NudgedStep or CircleTable.Steps - CircleTable.NudgedStep;
            double moved = isMoved ? Math.CopySign(Math.BitDecrement(Math.Abs(sine)), sine) : sine;
            BitsAssert.Equal(moved, pairs[2 * k], $"sine {k}");
            double cosine = k % 256 == 128 ? CircleTable.Rows[(4 * k) + 1] : new Fixed(cos, Bits).Round();
            BitsAssert.Equal(cosine, pairs[(2 * k) + 1], $"cosine {k}");
        }
    }

    // The table's points are accurate in Gal's sense; where an entry is 0 or 1 it is exact.
    [Fact]
    public void Every_point_of_the_circle_is_within_its_stated_error()
    {
        var rows = CircleTable.Rows;
        Assert.Equal(4 * CircleTable.Steps, rows.Length);
        BitsAssert.Equal(-0.0, rows[0], "the first sine");
        for (int k = 0; k < CircleTable.Steps; k++)
        {
            double shift = rows[(4 * k) + 2];
            Assert.True(
                Math.Abs(shift) < Math.ScaleB(1, -25) && Math.ScaleB(shift, 60) == Math.Floor(Math.ScaleB(shift, 60)),
                $"the shift of point {k}");
            Assert.True(k % 128 != 0 || shift == 0, $"point {k} is a multiple of π/2");
            var (sin, cos) = OnCircle(k, shift);
            CheckEntry(sin, rows[4 * k]);
            CheckEntry(cos, rows[(4 * k) + 1]);
            CheckRest(sin, rows[4 * k], CircleTable.Rests[4 * k]);
            CheckRest(cos, rows[(4 * k) + 1], CircleTable.Rests[(4 * k) + 1]);

            // Oddness and evenness of the results to the bit rest on those of the table.
            int mirrored = 4 * ((CircleTable.Steps - k) % CircleTable.Steps);
            Assert.Equal(-rows[4 * k], rows[mirrored]);
            Assert.Equal(rows[(4 * k) + 1], rows[mirrored + 1]);
            Assert.Equal(-shift, rows[mirrored + 2]);
        }

        static void CheckRest(BigInteger exact, double entry, double rest)
        {
            BigInteger left = exact - Units(entry), difference = BigInteger.Abs(Units(rest) - left);
            Assert.True(rest == 0 ? difference < 1 << 16 : difference <= BigInteger.Abs(left) >> 53, $"the rest of {entry}");
        }

        static BigInteger Units(double value) => Exact.Units(value, Bits);

        static void CheckEntry(BigInteger exact, double entry)
        {
            BigInteger difference = BigInteger.Abs(Units(entry) - exact);
            Assert.True(
                entry == 0 ? difference < 1 << 16 : difference <= BigInteger.Abs(exact) >> 67,
                $"{entry}: {(double)difference / (double)exact}");
        }
    }

    [Fact]
    public void Every_row_of_the_exact_reduction_is_steps_per_radian_modulo_2_to_the_64()
    {
        var rows = PayneHanek.Rows;
        Assert.Equal(4 * 252, rows.Length);
        for (int i = 0; i < rows.Length; i += 4)
        {
            // 2^(4g − 1020)·256/π, exactly to within 2⁻³⁰⁰.
            int scale = PayneHanek.LeastExponent + i - 1020;
            BigInteger exact = (BigInteger.One << (scale + 8 + Bits + 1500)) / Exact.Pi(1500);
            BigInteger row = BigInteger.Zero;
            for (int j = 0; j < 4; j++)
                row += Shift(Exact.Decompose(rows[i + j]).Mantissa, Exact.Decompose(rows[i + j]).Exponent + Bits);
            BigInteger modulus = BigInteger.One << (64 + Bits), difference = (exact - row) % modulus;
            difference = BigInteger.Min(difference, modulus - difference);
            Assert.True(difference <= BigInteger.One << (Bits - 144), $"row {i / 4}");
            Assert.True(Math.Abs(rows[i]) <= Math.ScaleB(1, 63) && rows[i] % 32768 == 0, $"row {i / 4}");

            // What makes the sum of integral and m·Q2 exact.
            Assert.True(Math.Abs(rows[i + 1]) >= 16, $"row {i / 4}");
        }
    }

    [Fact]
    public void Both_reductions_are_as_exact_as_stated()
    {
        double limit = CircleReduction.MaxSteps / CircleReduction.StepsPerRadian;
        double[] inputs = [.. Inputs.Hard(), .. Inputs.Uniform(20_000, 1e6), .. Inputs.BitSpaced(20_000)];
        double[] small = [.. inputs.Where(x => Math.Abs(x) <= limit)];
        double[] large = [.. inputs.Where(x => Math.Abs(x) >= PayneHanek.LeastArgument)];
        foreach (double x in small)
        {
            var (steps, first, multiple) = CircleReduction.ReduceNear(x);
            var (high, low) = CircleReduction.Finish(first, multiple);
            Check(x, steps.Value, high.Value, low.Value, 70);
            Assert.True(multiple.Value == 0 || IsOnGrid(first.Value), $"the shift does not come off {HardCases.Hex(x)} exactly");
        }

        foreach (double x in large)
        {
            var (q1, q2, q3, q4) = TableReads.Rows(in PayneHanek.First, PayneHanek.Offsets<Lanes.Double1<Lanes.Whole>>(x));
            var (steps, first, multiple) = PayneHanek.Reduce(x, q1, q2, q3, q4);
            var (high, low) = CircleReduction.Finish(first, multiple);
            Check(x, steps.Value, high.Value, low.Value, 80);
            Assert.True(
                Math.Abs(first.Value) < Math.ScaleB(1, -25) || IsOnGrid(first.Value),
                $"the shift does not come off {HardCases.Hex(x)} exactly");
        }

        Assert.True(small.Length > 1000 && large.Length > 1000);

        // Shifts are multiples of 2⁻⁶⁰ too.
        static bool IsOnGrid(double first) => double.IsInteger(Math.ScaleB(first, 60));
    }

    [Fact]
    public void Only_those_within_the_fast_reduction_are_taken_for_near()
    {
        const double StepsPerRadian = CircleReduction.StepsPerRadian;
        double[] near =
        [
            0, -0.0, 5e-324, 1, -100, (CircleReduction.MaxSteps - 1) / StepsPerRadian, -CircleReduction.MaxSteps / StepsPerRadian,
        ];
        double[] far =
        [
            (CircleReduction.MaxSteps + 1) / StepsPerRadian, -(CircleReduction.MaxSteps + 1) / StepsPerRadian,
            2 * CircleReduction.MaxSteps / StepsPerRadian, -2 * CircleReduction.MaxSteps / StepsPerRadian,
            1e6, -1e9, 1.66e14, -1.66e14, 1e300, double.MaxValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        ];
        Assert.All(near, x => Assert.True(IsNear(x)));
        Assert.All(far, x => Assert.False(IsNear(x)));
        Assert.True(IsNear(near));
        Assert.All(far, x => Assert.False(IsNear([.. near, x, .. near])));

        static bool IsNear(params double[] arguments)
        {
            Lanes.Double1<Lanes.Near> range = 0;
            foreach (double x in arguments)
                range = OnCircle<Sine>.Begin(x, default, range, default).Range;
            return OnCircle<Sine>.IsNear(range);
        }
    }

    private const int Bits = 400;

    // Sine and cosine of 2π·k/512 + shift as multiples of 2^−bits.
    internal static (BigInteger Sin, BigInteger Cos) OnCircle(int k, double shift, int bits = Bits)
    {
        var (mantissa, exponent) = Exact.Decompose(shift);

        // Into [−π/4, π/4]: k in [−64, 64) and a quarter turn for each 128 steps.
        int quadrant = (k + 64) / 128;
        BigInteger angle = (Exact.Pi(bits) * 2 * (k - (128 * quadrant)) / CircleTable.Steps) + Shift(mantissa, exponent + bits);
        var (sin, cos) = Exact.SinCos(new Fixed(angle, bits));
        return (quadrant & 3) switch
        {
            0 => (sin.Units, cos.Units),
            1 => (cos.Units, -sin.Units),
            2 => (-sin.Units, -cos.Units),
            _ => (-cos.Units, sin.Units),
        };
    }

    // Sine and cosine of k·π/256 + high + low must be those of x; the relative error is that of the remainder where one of them is small.
    private static void Check(double x, double steps, double high, double low, int bits)
    {
        const int Precision = 1300;
        var (mantissa, exponent) = Exact.Decompose(x);
        int extra = Math.Max(0, exponent + 60);
        BigInteger argument = Shift(mantissa, exponent + Precision + extra), step = Exact.Pi(Precision + extra) >> 8;
        BigInteger k = (argument + (step >> 1) - ((((argument + (step >> 1)) % step) + step) % step)) / step;
        BigInteger remainder = (argument - (k * step)) >> extra;
        long last = BitConverter.DoubleToInt64Bits(steps) & 511;
        BigInteger computed = Part(high) + Part(low);

        // The quotient is rounded: half-way either neighbour will do.
        BigInteger difference = BigInteger.Abs(computed - remainder + ((last - (long)(((k % 512) + 512) % 512)) * (step >> extra)));
        BigInteger least = last % 128 == 0 ? BigInteger.Abs(remainder) : BigInteger.One << (Precision - 7);
        Assert.True(difference << bits <= least, $"the reduction of {HardCases.Hex(x)} is off by {(double)difference / (double)least}");

        static BigInteger Part(double value) => Shift(Exact.Decompose(value).Mantissa, Exact.Decompose(value).Exponent + Precision);
    }

    private static BigInteger Shift(BigInteger value, int bits) => bits >= 0 ? value << bits : value >> -bits;

    [GeneratedRegex(@"= (?<decimal>-?[0-9][0-9.e+-]*);\s*//\s*(?<hex>-?0x1[0-9a-f.]*p[+-][0-9]+)")]
    private static partial Regex ConstantWithComment();
}
