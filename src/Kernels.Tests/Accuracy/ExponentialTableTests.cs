using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.RegularExpressions;
using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>
/// Constants and table of the exponential functions against the scripts' committed output and exact arithmetic, and the bounds that
/// docs/accuracy.md derives from them.
/// </summary>
public partial class ExponentialTableTests(ITestOutputHelper output)
{
    private const int Bits = 300;

    private const double U = 1.1102230246251565e-16;  // 2⁻⁵³, half an ULP of 1

    private static readonly Dictionary<string, string> Output = TestRepository.Read("tools", "exp.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => parts[1]);

    [Theory]
    [InlineData(typeof(Exp), "StepsPerUnit Step1 Step2 Step3")]
    [InlineData(typeof(Exp2), "Ln2High Ln2Low Ln2Rest")]
    [InlineData(typeof(Exp10), "StepsPerTenth Step10 Ln10High Ln10Low Ln10Rest Excess ExcessRest")]
    [InlineData(typeof(Exponential), "Exp3 Exp4 Exp5")]
    [InlineData(typeof(SingleExponential), "Power1 Power2 Power3 Power4 Log2E1 Log2E2 Log2Ten1 Log2Ten2 Exp3 Exp4", "Single")]
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
        foreach (string file in Directory.GetFiles(TestRepository.PathOf("src", "Kernels", "Functions", "Exponential"), "*.cs"))
        {
            foreach (Match match in ConstantWithComment().Matches(File.ReadAllText(file)))
            {
                double value = double.Parse(match.Groups["decimal"].Value, CultureInfo.InvariantCulture);
                BitsAssert.Equal(HardCases.Hex(match.Groups["hex"].Value), value, $"{Path.GetFileName(file)}: {match.Value}");
                compared++;
            }
        }

        Assert.True(compared >= 30, $"only {compared} constants found");
    }

    [Fact]
    public void Every_row_of_the_table_is_within_its_stated_error()
    {
        Assert.Equal(2 * ExpTable.Steps, ExpTable.Rows.Length);
        Assert.Equal(2 * ExpTable.Steps, ExpTable.Rests.Length);
        Assert.Equal(1, ExpTable.Rows[0]);
        BitsAssert.Equal(0.0, ExpTable.Rows[1], "the first shift");
        for (int j = 0; j < ExpTable.Steps; j++)
        {
            double power = ExpTable.Rows[2 * j], shift = ExpTable.Rows[(2 * j) + 1], rest = ExpTable.Rests[2 * j];
            Assert.True(Math.Abs(shift) < Math.ScaleB(1, -30) && double.IsInteger(Math.ScaleB(shift, 60)), $"the shift of row {j}");
            BigInteger exact = Power(j, shift), left = exact - Units(power);
            Assert.True(BigInteger.Abs(left) < BigInteger.One << (Bits - 78), $"row {j} is off by {Math.ScaleB((double)left, -Bits)}");
            Assert.True(BigInteger.Abs(Units(rest) - left) < BigInteger.One << (Bits - 130), $"the rest of row {j}");
        }
    }

    // One point is moved, which sends the last float to the right side.
    [Fact]
    public void Every_point_for_floats_is_the_nearest_but_for_one()
    {
        double[] points = ExpTable.Points();
        Assert.Equal(ExpTable.Steps + 1, points.Length);
        Assert.Equal(2, points[ExpTable.Steps]);
        for (int j = 0; j < ExpTable.Steps; j++)
        {
            double nearest = new Fixed(Power(j, 0), Bits).Round();
            BitsAssert.Equal(j == ExpTable.MovedRow ? Math.BitIncrement(nearest) : nearest, points[j], $"point {j}");
        }
    }

    [Fact]
    public void Gappa_was_asked_with_the_constants_of_the_source_and_proved_the_bound()
    {
        string question = TestRepository.Read("tools", "exp.gappa"), answer = TestRepository.Read("tools", "exp-proof.txt");
        foreach (double constant in (double[])[Exponential.Exp3, Exponential.Exp4, Exponential.Exp5])
            Assert.Equal(2, question.Split(HardCases.Hex(constant)).Length - 1);
        double polynomial = Math.Pow(2, double.Parse(Output["ExpError"], CultureInfo.InvariantCulture));
        Assert.True(polynomial <= HardCases.Hex("0x1.13p-76"));
        const string Assumed = @"|polynomialError| <= 0x1.13p-76 /\ |excessError| <= 0x1p-85 /\ |rest| <= 0x1p-78";
        Assert.Contains(Assumed, question, StringComparison.Ordinal);

        // Relative to the table's double; the power is at least 1 − 2⁻¹⁰·⁵ of it. The test adds it to what is small, less than 2⁻²² of it,
        // with a rounding of at most 2⁻⁷⁶.
        double proved = double.Parse(ProvedExponent().Match(answer).Groups[1].Value, CultureInfo.InvariantCulture);
        double tested = (Math.Pow(2, proved) / 0.9993) + Math.ScaleB(1, -76);
        Assert.InRange(tested, 0.9 * Exponential.RelativeError, Exponential.RelativeError);
        Assert.Contains($"2{ProofTests.Superscript(proved.ToString("F2", CultureInfo.InvariantCulture))}",
            TestRepository.Read("docs", "accuracy.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Exp")]
    [InlineData("Exp2")]
    [InlineData("Exp10")]
    public void Powers_keep_within_what_is_proved_before_the_last_rounding(string name)
    {
        double largest = Largest(name);
        output.WriteLine($"{name}: 2^{Math.Log2(largest):F2}");
        Assert.InRange(largest, 0.4 * Exponential.RelativeError, Exponential.RelativeError);
    }

    // A power less 1 errs most, relative to itself, half a step beside 0.
    [Fact]
    public void Powers_less_1_keep_within_what_is_derived_before_the_last_rounding()
    {
        double r = HardCases.Hex("0x1.63p-11"), squared = r * r / 2;
        double absolute = (4 * U * squared) + (r * U * Math.ScaleB(1, -11)) + Math.Pow(2, -75.9) + Math.ScaleB(1, -78);
        double derived = absolute / (Math.Log(2) / 1024), inUlp = 0.5 + (derived / U);
        double largest = Largest("ExpM1");
        output.WriteLine($"derived 2^{Math.Log2(derived):F2}, {inUlp} ULP; measured 2^{Math.Log2(largest):F2}");
        Assert.InRange(largest, 0.4 * derived, derived);
        Assert.True(inUlp <= ExpM1.ErrorBoundInUlp);
        string page = TestRepository.Read("docs", "accuracy.md");
        string bound = (Math.Ceiling(inUlp * 1e5) / 1e5).ToString("F5", CultureInfo.InvariantCulture);
        Assert.Contains($"**{bound} ULP**", page, StringComparison.Ordinal);
    }

    // What the parts are off by before the last rounding, relative to the result.
    private static double Largest(string name)
    {
        var function = TestedKernel.Named(name);
        double[] inputs = [.. function.Near(function.Inputs(10_000)).Where(x => name != "ExpM1" || Math.Abs(x) > 1e-30)];
        var errors = new double[inputs.Length];
        Parallel.For(0, inputs.Length, i => errors[i] = name switch
        {
            "Exp" => Measure<Exp>(function.Reference, inputs[i]),
            "Exp2" => Measure<Exp2>(function.Reference, inputs[i]),
            "Exp10" => Measure<Exp10>(function.Reference, inputs[i]),
            _ => Measure<ExpM1>(function.Reference, inputs[i]),
        });
        return errors.Max();
    }

    private static double Measure<TFunction>(ReferenceFunction reference, double x)
        where TFunction : struct, IExponential
    {
        var (offsets, steps, _, _) =
            Exponential<TFunction>.Begin(x, default, default, Exponential<TFunction>.ConstantsOfBegin<Double1<Near>>());
        var (table, shift) = TableReads.Pairs(in ExpTable.First, offsets);
        var (high, rest) = Exponential<TFunction>.Reduce(x, steps, shift, Exponential<TFunction>.ConstantsOfSecond<Double1<Near>>());
        var exponents = ExpTable.Exponents(steps);
        var (leading, small) = Exponential<TFunction>.Power(table, high, rest);
        if (TFunction.IsLessOne)
            (leading, small) = Exponential<TFunction>.LessOne(Double1<Near>.AddBits(table, exponents), 1, high, rest);
        int scale = TFunction.IsLessOne ? 0 : (int)(BitConverter.DoubleToInt64Bits(exponents.Value) >> 52);
        var exact = reference.Exact(x, significantBits: 160);

        // On a common grid: the parts are multiples of 2⁻¹⁴⁰⁰.
        const int Grid = 1400;
        BigInteger parts = Shift(leading.Value, Grid) - Shift(small.Value, Grid);
        BigInteger wanted = Grid - exact.FractionBits - scale is var bits && bits >= 0 ? exact.Units << bits : exact.Units >> -bits;
        return Math.Exp(BigInteger.Log(BigInteger.Abs(parts - wanted) + 1) - BigInteger.Log(BigInteger.Abs(wanted)));

        static BigInteger Shift(double value, int grid)
        {
            var (mantissa, exponent) = Exact.Decompose(value);
            return mantissa << (exponent + grid);
        }
    }

    // 2^(j/512)·e^shift = e^(j·ln 2/512 + shift).
    private static BigInteger Power(int j, double shift)
    {
        BigInteger exponent = (Exact.Logarithm(2, Bits) * j / ExpTable.Steps) + Units(shift), term = BigInteger.One << Bits, sum = term;
        for (int n = 1; !term.IsZero; n++)
        {
            term = ((term * exponent) >> Bits) / n;
            if (term == BigInteger.MinusOne)
                break;
            sum += term;
        }

        return sum;
    }

    private static BigInteger Units(double value) => Exact.Units(value, Bits);

    [GeneratedRegex(@"(=|=>) (?<decimal>-?[0-9][0-9.e+-]*);\s*//\s*(?<hex>-?0x1[0-9a-f.]*p[+-][0-9]+)")]
    private static partial Regex ConstantWithComment();

    [GeneratedRegex(@"\(result - exact\) / T in .*2\^\((-[0-9.]+)\)")]
    private static partial Regex ProvedExponent();
}
