using System.Globalization;
using System.Numerics;
using System.Reflection;
using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>
/// Constants and table of the cube root against the script's committed output and exact arithmetic, and the bounds that docs/accuracy.md
/// derives from them.
/// </summary>
public class CubeRootTableTests(ITestOutputHelper output)
{
    /// <summary>Where polynomials serve: in the script, and here.</summary>
    private const double Edge = 0.0007572174072265625;  // 0x1.8dp-11

    private const double U = 1.1102230246251565e-16;  // 2⁻⁵³, half an ULP of 1

    // All numbers are multiples of 2⁻ᴮⁱᵗˢ, but for what is less than a unit.
    private const int Bits = 400;

    private static readonly Dictionary<string, string> Output = TestRepository.Read("tools", "cbrt.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => parts[1]);

    [Theory]
    [InlineData(typeof(CubeRoot), "Third Minuend Root3 Root4 Root5 Root6")]
    [InlineData(typeof(SingleCubeRoot), "Root1 Root2 Root3 Root4", "Single")]
    public void Constants_are_those_of_the_script(Type type, string names, string prefix = "")
    {
        foreach (string name in names.Split(' '))
        {
            var field = type.GetField(name, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public);
            Assert.NotNull(field);
            BitsAssert.Equal(HardCases.Hex(Output[prefix + name]), (double)field.GetRawConstantValue()!, name);
        }

        Assert.Contains($"edge = {HardCases.Hex(Edge)};", TestRepository.Read("tools", "cbrt.sollya"), StringComparison.Ordinal);
    }

    // T³ is in the cell; no double of the cell differs from it by more than 53 bits; what G is rounded by counts less than 2⁻⁷⁰ there.
    [Fact]
    public void Every_row_of_the_table_is_within_its_stated_error()
    {
        Assert.Equal(2 * CubeRootTable.Count, CubeRootTable.Rows.Length);
        for (int row = 0; row < CubeRootTable.Count; row++)
        {
            double root = CubeRootTable.Rows[2 * row], divisor = CubeRootTable.Rows[(2 * row) + 1];
            double start = Math.ScaleB(256 + (row % 256), (row / 256) - 11), end = Math.ScaleB(257 + (row % 256), (row / 256) - 11);
            Assert.True(double.IsInteger(Math.ScaleB(root, 21)), $"the root of row {row}");
            BigInteger cube = BigInteger.Pow(Units(root), 3) >> (2 * Bits);
            Assert.True(cube > Units(start) && cube < Units(end), $"the cube of row {row}");
            BigInteger largest = BigInteger.Max(cube - Units(start), Units(end) - cube);
            Assert.True(largest <= (cube & -cube) << 53, $"a difference in row {row}");

            // p = largest/(3T³), and what 3T³·G is off 1 times that.
            BigInteger p = (largest << Bits) / (3 * cube), off = BigInteger.Abs((3 * cube * Units(divisor) >> Bits) - Units(1));
            Assert.True(p < Units(Edge), $"the ends of row {row}");
            Assert.True(off * p < BigInteger.One << ((2 * Bits) - 70), $"the divisor of row {row}");
        }
    }

    // In any rounding mode what vectors read is there.
    [Fact]
    public void Offsets_of_any_bits_are_within_the_table()
    {
        long largest = BitConverter.DoubleToInt64Bits(CubeRootTable.OffsetBits);
        Assert.Equal((2 * CubeRootTable.Room) - 2, largest);
        Assert.Equal(0, TableReads.Pairs(in CubeRootTable.First, (Double1<Near>)CubeRootTable.OffsetBits).First.Value);
    }

    [Fact]
    public void The_parts_keep_within_what_is_derived_before_the_last_rounding()
    {
        // What is not rounded away of the table and the polynomial; p instead of its exact value in the series; four roundings of p².
        double squared = Edge * Edge, polynomial = Math.Pow(2, double.Parse(Output["RootError"], CultureInfo.InvariantCulture));
        double derived = (Math.ScaleB(1, -70) + polynomial + (2 * Edge * Math.ScaleB(1, -64)) + (4.01 * U * squared)) / (1 - Edge);
        double largest = Arguments(20_000).AsParallel().Max(Measure), inUlp = 0.5 + (derived / U);
        output.WriteLine($"derived 2^{Math.Log2(derived):F2}, {inUlp} ULP; measured 2^{Math.Log2(largest):F2}");
        Assert.InRange(largest, 0.4 * derived, derived);
        Assert.InRange(DerivedCubeRoot.RelativeError, derived, 1.05 * derived);
        Assert.True(inUlp <= CubeRoot.ErrorBoundInUlp);
        string page = TestRepository.Read("docs", "accuracy.md");
        string exponent = Math.Log2(derived).ToString("F2", CultureInfo.InvariantCulture);
        Assert.Contains($"2{ProofTests.Superscript(exponent)}", page, StringComparison.Ordinal);
        string bound = (Math.Ceiling(inUlp * 1e6) / 1e6).ToString("F6", CultureInfo.InvariantCulture);
        Assert.Contains($"**{bound} ULP**", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Double_double_arithmetic_keeps_within_its_bound()
    {
        double largest = Arguments(5_000).AsParallel().Max(x =>
        {
            var (leading, small, argument) = Parts(x);
            var root = PreciseCubeRoot.Root(leading - small, argument);
            return RelativeError(Units(root.High.Value) + Units(root.Low.Value), argument.Value);
        });
        output.WriteLine($"2^{Math.Log2(largest):F2}");
        Assert.InRange(largest, PreciseCubeRoot.RelativeError / 64, PreciseCubeRoot.RelativeError / 8);
    }

    private static double[] Arguments(int count) =>
    [
        .. Inputs.BitSpaced(count).Where(double.IsNormal), .. Inputs.Uniform(count, 8), .. Ends, .. Ends.Select(Math.BitDecrement),
        .. ReferenceFunction.Of("Cbrt").HardCases.Select(point => point.X).Where(double.IsNormal),
    ];

    // Of cells.
    private static double[] Ends => [.. Enumerable.Range(0, 768).Select(i => Math.ScaleB(256 + (i % 256), (i / 256) - 8))];

    // What the parts are off by, relative to the root.
    private static double Measure(double x)
    {
        var (leading, small, argument) = Parts(x);
        return RelativeError(Units(leading.Value) - Units(small.Value), argument.Value);
    }

    private static (Double1<Near> Leading, Double1<Near> Small, Double1<Near> Argument) Parts(double x)
    {
        var (offsets, argument, _, _) = CubeRoot.Begin<Double1<Near>>(x, default, default, CubeRoot.ConstantsOfBegin<Double1<Near>>());
        var (table, divisor) = TableReads.Pairs(in CubeRootTable.First, offsets);
        var (leading, small) = CubeRoot.Root(table, divisor, argument, 0, CubeRoot.ConstantsOfSecond<Double1<Near>>());
        return (leading, small, argument);
    }

    private static double RelativeError(BigInteger units, double argument)
    {
        var exact = ReferenceFunction.Of("Cbrt").Exact(argument, significantBits: 200);
        BigInteger wanted = exact.Units << (Bits - exact.FractionBits);
        return Math.Exp(BigInteger.Log(BigInteger.Abs(units - wanted) + 1) - BigInteger.Log(wanted));
    }

    private static BigInteger Units(double value) => Exact.Units(value, Bits);
}
