using System.Globalization;
using System.Text.RegularExpressions;
using Kernels.Functions;
using Kernels.Proof;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>
/// The proof of the bound before rounding belongs to the constants of the source, and to the bound that the rounding test uses.
/// </summary>
public partial class ProofTests
{
    private static readonly string[] Lines = TestRepository.Read("tools", "proof.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void The_proof_is_of_the_constants_in_use()
    {
        (string Name, double Value)[] coefficients =
        [
            ("Sin3", SineCosine.Sin3), ("Sin5", SineCosine.Sin5), ("Sin7", SineCosine.Sin7),
            ("Cos4", SineCosine.Cos4), ("Cos6", SineCosine.Cos6),
        ];
        for (int i = 0; i < coefficients.Length; i++)
            Assert.Equal($"{coefficients[i].Name} {HardCases.Hex(coefficients[i].Value)}", Lines[i]);
        for (int row = 1; row <= CircleTable.Steps / 4; row++)
        {
            string constants = $"{row} {HardCases.Hex(CircleTable.Rows[4 * row])} {HardCases.Hex(CircleTable.Rows[(4 * row) + 1])} ";
            Assert.StartsWith(constants, Lines[coefficients.Length + row - 1], StringComparison.Ordinal);
        }

        // The cosine of the row in the middle, as a sine.
        const int Middle = 4 * CircleTable.Steps / 8;
        string sine = HardCases.Hex(CircleTable.Rows[Middle + 1]), cosine = HardCases.Hex(CircleTable.Rows[Middle]);
        Assert.StartsWith($"{CircleTable.Steps / 8} {sine} {cosine} ", Lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_rounding_test_allows_for_what_is_proved_and_for_little_more()
    {
        double[] exponents = [.. Lines.Skip(5).Take((CircleTable.Steps / 4) + 1).Select(line => Number(line.Split(' ')[3]))];
        double largest = exponents.Max();
        Assert.Equal($"largest {largest.ToString("F4", CultureInfo.InvariantCulture)}", Lines[^1]);
        Assert.InRange(Math.Pow(2, largest) / Proved.RelativeError, 0.9, 1);
        Assert.Contains(
            $"2{Superscript(largest.ToString("F3", CultureInfo.InvariantCulture))}",
            TestRepository.Read("docs", "accuracy.md"),
            StringComparison.Ordinal);
    }

    // The table has the circle's symmetries to the bit: what is proved for the sines of a quarter holds for all sines and cosines.
    [Fact]
    public void The_other_rows_are_those_of_the_first_quarter()
    {
        const int Quarter = CircleTable.Steps / 4;
        for (int k = 0; k < CircleTable.Steps; k++)
        {
            int folded = k % (2 * Quarter) <= Quarter ? k % (2 * Quarter) : (2 * Quarter) - (k % (2 * Quarter));
            Assert.Equal(Math.Abs(CircleTable.Rows[4 * folded]), Math.Abs(CircleTable.Rows[4 * k]));
            Assert.Equal(Math.Abs(CircleTable.Rests[4 * folded]), Math.Abs(CircleTable.Rests[4 * k]));

            // The row in the middle has a proof of its own for each of the two.
            int mirrored = folded == Quarter / 2 ? (4 * folded) + 1 : 4 * (Quarter - folded);
            Assert.Equal(Math.Abs(CircleTable.Rows[mirrored]), Math.Abs(CircleTable.Rows[(4 * k) + 1]));
            Assert.Equal(Math.Abs(CircleTable.Rests[mirrored]), Math.Abs(CircleTable.Rests[(4 * k) + 1]));
        }
    }

    [Fact]
    public void What_was_proved_is_what_would_be_asked_now()
    {
        Row[] rows =
        [
            .. Enumerable.Range(1, CircleTable.Steps / 4).Select(number => new Row(number, IsExchanged: false)),
            new(CircleTable.Steps / 8, IsExchanged: true),
        ];
        string[] proved = Lines[5..^1];
        Assert.Equal(rows.Length, proved.Length);
        for (int i = 0; i < rows.Length; i++)
            Assert.Equal(RowProof.Hash(rows[i]), proved[i].Split(' ')[4]);
    }

    // In the order in which Gappa is told them.
    [Fact]
    public void What_the_proof_assumes_follows_from_the_constants()
    {
        const double LargestMultiple = 1 << 24;
        double edge = (Math.PI / 512) + Math.ScaleB(1, -24);
        double sineError = Math.Pow(2, Number(ConstantTests.Output["SinError"]));
        double cosineError = Math.Pow(2, Number(ConstantTests.Output["CosError"]));
        for (int row = 1; row <= CircleTable.Steps / 4; row++)
        {
            var assumed = Hypothesis().Matches(RowProof.Write(new(row, IsExchanged: false)))
                .ToDictionary(
                    match => match.Groups["name"].Value,
                    match => match.Groups["value"].Value == "0" ? 0 : HardCases.Hex(match.Groups["value"].Value));
            double high = assumed["high"], low = assumed["low"];
            AssertCovers(high, edge);
            AssertCovers(low, Math.ScaleB(1, -61) + (LargestMultiple * CircleReduction.Step3));
            AssertCovers(assumed["sineError"], high * sineError);
            AssertCovers(assumed["cosineError"], cosineError);
            AssertCovers(assumed["sineOmitted"], low * high * high / 2);
            AssertCovers(assumed["cosineOmitted"], (low * high) + (low * low / 2));
            Assert.True(assumed["sineRest"] >= Math.Abs(CircleTable.Rests[4 * row]));
            Assert.True(assumed["cosineRest"] >= Math.Abs(CircleTable.Rests[(4 * row) + 1]));
            AssertCovers(assumed["angle"], Math.ScaleB(1, -78) + Math.ScaleB(1, -110));
        }

        // And is hardly more.
        static void AssertCovers(double assumed, double least) => Assert.InRange(assumed / least, 1, 1.02);
    }

    [GeneratedRegex(@"\|(?<name>\w+)\| <= (?<value>[^ \n]+)")]
    private static partial Regex Hypothesis();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    internal static string Superscript(string text) =>
        string.Concat(text.Select(character => character switch
        {
            '-' => '⁻',
            '.' => '·',
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            _ => (char)('⁰' + (character - '0')),
        }));
}
