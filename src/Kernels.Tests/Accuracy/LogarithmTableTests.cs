using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>
/// Constants and table of the logarithms against the script's committed output and exact arithmetic, and the bounds that docs/accuracy.md
/// derives from them.
/// </summary>
public partial class LogarithmTableTests(ITestOutputHelper output)
{
    private const int Bits = 400;

    private const double U = 1.1102230246251565e-16;  // 2⁻⁵³, half an ULP of 1

    private const double LargestZ = 1.5 / 1024;

    private static readonly Dictionary<string, string> Output = TestRepository.Read("tools", "log.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => parts[1]);

    public static TheoryData<string> Names => LogarithmTests.Names;

    [Theory]
    [InlineData(typeof(Logarithm), "Ln2High Ln2Low Ln2Rest Log3 Log4 Log5 Log6")]
    [InlineData(typeof(Power), "Power3 Power4 Power5 Power6 Power7")]
    [InlineData(typeof(Log), "Ln2 Float2 Float3 Float4 Float5", "Log")]
    [InlineData(typeof(Log2), "Log2EHigh Log2ELow")]
    [InlineData(typeof(Log2), "Float2 Float3 Float4 Float5", "Log2")]
    [InlineData(typeof(Log10), "Log10EHigh Log10ELow")]
    [InlineData(typeof(Log10), "Log10Of2 Float2 Float3 Float4 Float5", "Log10")]
    public void Constants_are_those_of_the_script(Type type, string names, string prefix = "")
    {
        foreach (string name in names.Split(' '))
        {
            var field = type.GetField(name, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public);
            Assert.NotNull(field);
            BitsAssert.Equal(HardCases.Hex(Output[prefix + name]), (double)field.GetRawConstantValue()!, name);
        }
    }

    // r·m is a multiple of r's last bit times m's, of which r·m − 1 must be less than 2⁵³: at both ends of the cell, and so between.
    [Fact]
    public void Every_row_leaves_a_double_that_is_small()
    {
        Assert.Equal(3 * LogTable.Count, LogTable.Rows.Length);
        Assert.Equal(1, LogTable.Rows[3 * LogTable.RowOf1]);
        Assert.True(KernelInputs.LeastOf(LogTable.RowOf1) < 1 && KernelInputs.LeastOf(LogTable.RowOf1 + 1) > 1);
        BigInteger one = BigInteger.One << Bits;
        for (int row = 0; row < LogTable.Count; row++)
        {
            double r = LogTable.Rows[3 * row], end = Math.BitDecrement(KernelInputs.LeastOf(row + 1));
            BigInteger place = Exact.Decompose(r) is var (mantissa, exponent)
                ? (mantissa & -mantissa) << (exponent + Bits - (end < 1 ? 53 : 52)) : 0;
            foreach (double m in (double[])[KernelInputs.LeastOf(row), end])
            {
                BigInteger z = BigInteger.Abs((Units(r) * Units(m) >> Bits) - one);
                Assert.True(z <= place << 53, $"r·m − 1 of row {row} is no double");
                Assert.True((double)z <= Math.ScaleB(LargestZ, Bits), $"r·m − 1 of row {row} is large");
            }
        }
    }

    [Fact]
    public void Every_row_has_the_logarithm_in_three_parts()
    {
        Assert.Equal(LogTable.Count, LogTable.Rests.Length);
        for (int row = 0; row < LogTable.Count; row++)
        {
            double first = LogTable.Rows[(3 * row) + 1], second = LogTable.Rows[(3 * row) + 2], rest = LogTable.Rests[row];
            Assert.True(double.IsInteger(Math.ScaleB(first, 42)) && Math.Abs(second) <= Math.ScaleB(1, -43), $"the parts of row {row}");
            BigInteger left = Logarithm(row) - Units(first) - Units(second);
            Assert.True(BigInteger.Abs(left) < BigInteger.One << (Bits - 97), $"row {row}");
            Assert.True(BigInteger.Abs(left - Units(rest)) < BigInteger.One << (Bits - 148), $"the rest of row {row}");
        }

        BitsAssert.Equal(0.0, LogTable.Rows[(3 * LogTable.RowOf1) + 1], "the first part of ln 1");
        BitsAssert.Equal(0.0, LogTable.Rows[(3 * LogTable.RowOf1) + 2], "its second");
        BitsAssert.Equal(0.0, LogTable.Rests[LogTable.RowOf1], "its rest");
    }

    // Some are moved, which sends the last floats to the right side.
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_logarithm_for_floats_is_the_nearest_but_for_some(string name)
    {
        switch (name)
        {
            case "Log": Check<Log>(1); break;
            case "Log2": Check<Log2>(2); break;
            case "Log10": Check<Log10>(10); break;
            default: Check<LogP1>(1); break;
        }

        static void Check<T>(int logarithmBase)
            where T : struct, ILogarithm
        {
            double[] pairs = LogTable.Pairs(T.PerLnHigh, T.PerLnLow, T.MovedRows);
            Assert.Equal(2 * LogTable.Count, pairs.Length);
            for (int row = 0; row < LogTable.Count; row++)
            {
                BigInteger logarithm = logarithmBase == 1 ? Logarithm(row)
                    : (Logarithm(row) << Bits) / Exact.Logarithm(logarithmBase, Bits);
                long bits = BitConverter.DoubleToInt64Bits(new Fixed(logarithm, Bits).Round());
                for (int i = 0; i < T.MovedRows.Length; i += 2)
                    bits += T.MovedRows[i] == row ? T.MovedRows[i + 1] : 0;
                BitsAssert.Equal(LogTable.Rows[3 * row], pairs[2 * row], $"r of row {row}");
                BitsAssert.Equal(BitConverter.Int64BitsToDouble(bits), pairs[(2 * row) + 1], $"row {row}");
            }
        }
    }

    [Fact]
    public void Gappa_was_asked_with_the_constants_of_the_source_and_proved_the_bound()
    {
        string question = TestRepository.Read("tools", "log.gappa"), answer = TestRepository.Read("tools", "log-proof.txt");
        foreach (string name in (string[])["Log3", "Log4", "Log5", "Log6"])
            Assert.Equal(2, question.Split(HardCases.Hex(HardCases.Hex(Output[name]))).Length - 1);
        Assert.True(Math.Pow(2, double.Parse(Output["LogError"], CultureInfo.InvariantCulture)) <= HardCases.Hex("0x1.27p-54"));
        Assert.Contains(@"|z| in [0x1p-11, 0x1.8p-10] /\ |lost| <= 0x1p-54 /\ |second| <= 0x1p-43", question, StringComparison.Ordinal);
        Assert.Contains("|polynomialError| <= 0x1.27p-54", question, StringComparison.Ordinal);

        // In intervals, so a little more than is derived.
        double proved = Math.Pow(2, double.Parse(ProvedExponent().Match(answer).Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.InRange(proved / U, Factor("Log"), 1.02 * Factor("Log"));
    }

    // (1 + x)·r/2^e − 1 without error, on near lanes and on whole ones, which go on beyond the exponents of those: then small parts have a
    // sum that rounds.
    [Fact]
    public void Of_the_logarithm_of_1_plus_x_z_is_exact()
    {
        const int Grid = 2300;
        double[] inputs =
        [
            .. TestedKernel.Named("LogP1").Inputs(4_000).Where(x => x > -1 && double.IsFinite(x) && Math.Abs(x) > 1e-300),
            .. Enumerable.Range(0, 4_000).Select(i => Math.ScaleB(1, -11) + Math.ScaleB(i, -33)),
        ];
        bool[] isNear = [.. inputs.Select(x => TestedKernel.Named("LogP1").IsNear(x))];
        Assert.InRange(isNear.Count(near => near), inputs.Length / 3, inputs.Length - 5000);
        Parallel.For(0, inputs.Length, i =>
        {
            Check<Double1<Whole>>(inputs[i]);
            if (isNear[i])
                Check<Double1<Near>>(inputs[i]);
        });

        static void Check<V>(V x)
            where V : struct, ILanes<V>
        {
            var (offsets, parts, _, _) = Logarithm<LogP1>.Begin(x, x, default, default);
            V inverse = TableReads.Row<V, Logarithm<LogP1>>(offsets).First;
            var (part, excess) = Logarithm<LogP1>.Reduce(x, inverse, parts);
            int exponent = (int)FirstOf(LogTable.Exponent(parts));
            BigInteger wanted = ((OnGrid(1) + OnGrid(FirstOf(x))) * OnGrid(FirstOf(inverse)) >> (Grid + exponent)) - OnGrid(1);
            BigInteger error = BigInteger.Abs(OnGrid(FirstOf(part)) - OnGrid(FirstOf(excess)) - wanted);
            Assert.True(error <= (exponent > 42 ? BigInteger.One << (Grid - 106) : 0), HardCases.Hex(FirstOf(x)));
        }

        static BigInteger OnGrid(double value) => Exact.Units(value, Grid);

        static double FirstOf<V>(V lanes)
            where V : struct, ILanes<V> => Unsafe.As<V, double>(ref lanes);
    }

    // By the steps of docs/accuracy.md: so much times u·z²/ln b, and a little of the result.
    [Theory]
    [InlineData("Log", 1.575)]
    [InlineData("LogP1", 2.575)]
    [InlineData("Log2", 2.139)]
    [InlineData("Log10", 2.19)]
    public void Logarithms_keep_within_what_is_derived_before_the_last_rounding(string name, double stated)
    {
        double derived = Factor(name), worst = Worst(name, (z, value, error) => error / Derived(name, z, value));
        output.WriteLine($"{name}: {derived:F4} u·z²; measured {worst:F3} of it");
        Assert.Equal(stated, Math.Ceiling(derived * 1000) / 1000);
        Assert.InRange(worst, 0.4, 1);
        string page = TestRepository.Read("docs", "accuracy.md");
        Assert.Contains($" {stated.ToString(CultureInfo.InvariantCulture)} ", page, StringComparison.Ordinal);

        // The rounding test adds the bound to what is small, and rounds that once.
        double room = Functions.Logarithm.SquareShare * Functions.Logarithm.RelativeError / U;
        Assert.InRange(derived + (0.5 * (1 + Math.ScaleB(1, -9))) + Math.ScaleB(1, -50), 0.5 * room, room);
        Assert.True(Functions.Logarithm.RelativeError >= Math.ScaleB(1, -82));
    }

    // What the rounding test takes and adds: by the square and by the result.
    [Theory]
    [MemberData(nameof(Names))]
    public void The_rounding_test_takes_the_bound_by_the_square_and_by_the_result(string name)
    {
        foreach (double x in (double[])[0.75, 1.00234, 1.5, 3, 40, 1e5, 1e-3])
        {
            var ((lower, upper), z, value) = name switch
            {
                "Log" => Ends<Log>(x),
                "Log2" => Ends<Log2>(x),
                "Log10" => Ends<Log10>(x),
                _ => Ends<LogP1>(x - 1),
            };
            double bound = Coarse.Error * ((Functions.Logarithm.SquareShare * z * z * PerLn(name)) + Math.Abs(value));
            Assert.InRange((upper - lower) / bound, 1.999, 2.001);
        }

        static ((double Lower, double Upper) Ends, double Z, double Value) Ends<T>(double x)
            where T : struct, ILogarithm
        {
            var (offsets, parts, _, _) = Logarithm<T>.Begin<Double1<Near>>(x, default, default, default);
            var row = TableReads.Row<Double1<Near>, Logarithm<T>>(offsets);
            var (part, excess) = Logarithm<T>.Reduce(x, row.First, parts);
            var (lower, upper) = default(Logarithm<T>).Finish<Double1<Near>, Coarse>(x, row, parts, default, default).First;
            var value = Logarithm<T>.Evaluate<Double1<Near>>(x, default).First;
            return ((lower.Value, upper.Value), (part - (T.IsPlusOne ? excess : default)).Value, value.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_declared_bound_follows(string name)
    {
        // Where the exponent is not 0 the result is above 1/4, and no row is worse. The cells beside 1 in steps, and where results are
        // powers of 2 and their last place begins.
        double perLn = PerLn(name), worst = 0;
        for (int row = 0; row < LogTable.Count; row++)
        {
            double from = KernelInputs.LeastOf(row), to = Math.BitDecrement(KernelInputs.LeastOf(row + 1)), r = LogTable.Rows[3 * row];
            int steps = Math.Abs(row - LogTable.RowOf1) < 12 ? 10_000 : 20;
            for (int i = 0; i <= steps; i++)
                Try(from + ((to - from) * i / steps), r);
            for (int n = -1; n > -30; n--)
            {
                Try(Math.Exp(Math.ScaleB(1, n) / perLn) * (1 + (4 * U)), r);
                Try(Math.Exp(-Math.ScaleB(1, n) / perLn) * (1 - (4 * U)), r);
            }

            void Try(double m, double inverse)
            {
                double value = Math.Abs(Math.Log(m) * perLn);
                if (m >= from && m <= to && value > 0)
                    worst = Math.Max(worst, Derived(name, (inverse * m) - 1, value) / (Math.BitIncrement(value) - value));
            }
        }

        double derived = 0.5 + worst;
        output.WriteLine($"{name}: {derived} ULP");
        Assert.InRange(derived, 0.5, TestedKernel.Named(name).ErrorBoundInUlp);
        Assert.True(TestedKernel.Named(name).ErrorBoundInUlp < derived + 0.0003);
        string bound = (Math.Ceiling(derived * 1e5) / 1e5).ToString("F5", CultureInfo.InvariantCulture);
        Assert.Contains(bound, TestRepository.Read("docs", "accuracy.md"), StringComparison.Ordinal);
    }

    // In double-double arithmetic.
    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_precise_keeps_within_its_bound_and_comes_near_it(string name)
    {
        double worst = Worst(name, (_, value, error) => error / value, isPrecise: true);
        output.WriteLine($"{name}: 2^{Math.Log2(worst):F2}");
        Assert.InRange(worst, PreciseLogarithm.RelativeError / 256, PreciseLogarithm.RelativeError / 16);
    }

    // In units of u·z²/ln b: the square and the last sum, each rounded, the polynomial, and cubes; then what each function adds.
    private static double Factor(string name)
    {
        double polynomial = Math.Pow(2, double.Parse(Output["LogError"], CultureInfo.InvariantCulture)) / U;
        double natural = 1 + polynomial + (1.84 * LargestZ), sum = 0.5 * (1 + LargestZ);
        return name switch
        {
            "Log" => natural,
            "LogP1" => natural + 1,
            "Log2" => natural + sum + (sum * Log2.Log2ELow / Log2.Log2EHigh / U),
            _ => natural + sum + (sum * Log10.Log10ELow / Log10.Log10EHigh / U),
        };
    }

    private static double Derived(string name, double z, double value) =>
        (Factor(name) * U * z * z * PerLn(name)) + (Math.ScaleB(1, -82) * value);

    private static double PerLn(string name) => name switch
    {
        "Log2" => Log2.Log2EHigh,
        "Log10" => Log10.Log10EHigh,
        _ => 1,
    };

    // The largest measure of z, the result's magnitude and what the parts are off by.
    private static double Worst(string name, Func<double, double, double, double> measure, bool isPrecise = false)
    {
        var function = TestedKernel.Named(name);
        double[] inputs = [.. function.Near(function.Inputs(10_000)).Where(x => x != 1 && Math.Abs(x) > (name == "LogP1" ? 1e-30 : 0))];
        var measures = new double[inputs.Length];
        Parallel.For(0, inputs.Length, i =>
        {
            var (z, parts) = name switch
            {
                "Log" => Parts<Log>(inputs[i], isPrecise),
                "Log2" => Parts<Log2>(inputs[i], isPrecise),
                "Log10" => Parts<Log10>(inputs[i], isPrecise),
                _ => Parts<LogP1>(inputs[i], isPrecise),
            };
            var exact = function.Reference.Exact(inputs[i], significantBits: 200);
            int grid = Math.Max(1200, exact.FractionBits);
            BigInteger wanted = exact.Units << (grid - exact.FractionBits);
            BigInteger error = BigInteger.Abs(Exact.Units(parts.High, grid) + Exact.Units(parts.Low, grid) - wanted);
            measures[i] = measure(z, ToDouble(BigInteger.Abs(wanted), grid), ToDouble(error, grid));
        });
        return measures.Max();

        static double ToDouble(BigInteger units, int grid) =>
            units.IsZero ? 0 : Math.Exp(BigInteger.Log(units) - (grid * Math.Log(2)));
    }

    private static (double Z, (double High, double Low) Value) Parts<T>(double x, bool isPrecise)
        where T : struct, ILogarithm
    {
        var (offsets, parts, _, _) = Logarithm<T>.Begin<Double1<Near>>(x, default, default, default);
        var row = TableReads.Row<Double1<Near>, Logarithm<T>>(offsets);
        var exponent = Logarithm<T>.Exponent<Double1<Near>>(x, parts);
        var (part, excess) = Logarithm<T>.Reduce(x, row.First, parts);
        var z = T.IsPlusOne ? part - excess : part;
        var (leading, small) = Logarithm<T>.Sum(exponent, z, z * z, part, excess, row);
        if (!isPrecise)
            return (z.Value, (leading.Value, -small.Value));
        var value = PreciseLogarithm.Of<Double1<Near>, T>(x, exponent, parts, row);
        return (z.Value, (value.High.Value, value.Low.Value));
    }

    // −ln r.
    private static BigInteger Logarithm(int row)
    {
        double r = LogTable.Rows[3 * row];
        if (r == 1)
            return 0;
        var logarithm = Exact.Log(r, Bits);
        return -(logarithm.Units >> (logarithm.FractionBits - Bits));
    }

    private static BigInteger Units(double value) => Exact.Units(value, Bits);

    [GeneratedRegex(@"\(small - exact\) / square0 in .*2\^\((-[0-9.]+)\)")]
    private static partial Regex ProvedExponent();
}
