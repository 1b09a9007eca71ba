using System.Globalization;
using System.Numerics;
using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>
/// The bound on the error of sine and cosine before the last rounding, summed up row by row of the table as docs/accuracy.md derives it,
/// and what is measured against it.
/// </summary>
public class ErrorDerivationTests(ITestOutputHelper output)
{
    private const double U = 1.1102230246251565e-16;  // 2⁻⁵³, half an ULP of 1

    // |r|: half a step, the rounding of the quotient and the table's shift.
    private static readonly double R = (Math.PI / 512) + Math.ScaleB(1, -24);

    // |low|: half an ULP of high, and k·Step3.
    private static readonly double Low = (U * R) + Math.ScaleB(1, -68);

    [Fact]
    public void The_derived_bound_is_within_the_declared_one()
    {
        double worst = Enumerable.Range(0, CircleTable.Steps).Max(k => RelativeBound(k).Max());
        output.WriteLine($"derived: {worst:E3} relative, {0.5 + (worst / U)} ULP");
        Assert.True(0.5 + (worst / U) <= SineCosine.ErrorBoundInUlp);
        string derived = (Math.Ceiling((0.5 + (worst / U)) * 1e5) / 1e5).ToString("F5", CultureInfo.InvariantCulture);
        Assert.Contains($"**{derived} ULP**", TestRepository.Read("docs", "accuracy.md"), StringComparison.Ordinal);
    }

    // The sine of row 0 is the one that Gappa is not asked for: it is that of the remainder.
    [Fact]
    public void The_derived_bound_of_the_row_without_a_proof_is_within_that_of_the_rounding_test()
    {
        double derived = RelativeBound(0)[0];
        Assert.InRange(derived / Proved.RelativeError, 0.1, 1);
        string exponent = (Math.Ceiling(Math.Log2(derived) * 10) / 10).ToString("F1", CultureInfo.InvariantCulture);
        string page = TestRepository.Read("docs", "accuracy.md");
        Assert.Contains($"by hand: 2{ProofTests.Superscript(exponent)}", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_measured_before_the_last_rounding_keeps_within_the_bound_of_its_row_and_comes_near_it()
    {
        double nearest = 0;
        double[] inputs =
        [
            .. Inputs.Uniform(60_000, 100), .. Inputs.Uniform(20_000, 0.1), .. Inputs.Uniform(20_000, 1e300), .. Inputs.BitSpaced(40_000),
            .. Inputs.Hard(),
        ];
        var measured = new double[inputs.Length];
        Parallel.For(0, inputs.Length, i => measured[i] = Measure(inputs[i]));
        for (int i = 0; i < inputs.Length; i++)
        {
            Assert.True(measured[i] <= 1, $"{HardCases.Hex(inputs[i])}: {measured[i]} of the bound");
            nearest = Math.Max(nearest, measured[i]);
        }

        output.WriteLine($"largest share of the bound: {nearest}");
        Assert.True(nearest > 0.3, "the bound is much too large, or nothing was measured");
    }

    // The larger share of its bound that sine or cosine takes.
    private static double Measure(double x)
    {
        var (offsets, first, multiple) = CircleReduction.Reduce(x);
        var (tableSine, tableCosine, shift, _) = TableReads.Rows(in CircleTable.First, offsets);
        var (high, low) = CircleReduction.Finish(first - shift, multiple);
        var (sine, cosine) = SineCosine.Remainder(high, low);
        double[] bounds = RelativeBound((int)(BitConverter.DoubleToInt64Bits(offsets.Value) / 4));
        var (exactSine, exactCosine) = Exact.SinCos(x, 160);
        return Math.Max(
            Share(exactSine, SineCosine.SineParts(tableSine, tableCosine, high, sine, cosine), bounds[0]),
            Share(exactCosine, SineCosine.CosineParts(tableSine, tableCosine, high, sine, cosine), bounds[1]));
    }

    // Below the normal numbers relative errors mean nothing: there the result is x itself.
    private static double Share(Fixed exact, (Double1<Whole> Leading, Double1<Whole> Small) parts, double bound)
    {
        if (Math.Abs(parts.Leading.Value) < 1e-290)
            return 0;
        BigInteger units = Exact.Units(parts.Leading.Value, exact.FractionBits) - Exact.Units(parts.Small.Value, exact.FractionBits);
        return Math.Exp(BigInteger.Log(BigInteger.Abs(units - exact.Units) + 1) - BigInteger.Log(BigInteger.Abs(exact.Units))) / bound;
    }

    // For sine and for cosine of the row's angles; the terms in the order of docs/accuracy.md.
    private static double[] RelativeBound(int k)
    {
        double s = Math.Abs(CircleTable.Rows[4 * k]), c = Math.Abs(CircleTable.Rows[(4 * k) + 1]);
        double[] table = TableErrors(k);
        return [Of(s, c, table[0], table[1]), Of(c, s, table[1], table[0])];

        // The result is own·cos r ± other·sin r.
        static double Of(double own, double other, double ownError, double otherError)
        {
            double result = own - (other * R);
            if (own == 0)
            {
                // The result is sin r: relative to r, with r ≤ R.
                return Math.ScaleB(1, -70) + Math.Pow(2, -74.5) + (5.1 * U * R * R / 6) + (U * R * R / 2) + (1.1 * U * R * R / 6);
            }

            double reduction = other * Math.ScaleB(1, -78);
            double tables = ownError + (otherError * R);
            double polynomials = (other * R * Math.Pow(2, -74.5)) + (own * Math.Pow(2, -79.8));
            double omitted = (own * R * Low) + (other * Low * R * R / 2);
            double sine = other * ((5.1 * U * R * R * R / 6) + (U * Low));
            double cosine = own * 3.1 * U * R * R / 2;
            double sums = 2 * U * ((own * R * R / 2) + (other * ((R * R * R / 6) + Low)) + (2 * U * own));
            return (reduction + tables + polynomials + omitted + sine + cosine + sums) / result;
        }
    }

    private static double[] TableErrors(int k)
    {
        const int Bits = 200;
        var (sine, cosine) = ConstantTests.OnCircle(k, CircleTable.Rows[(4 * k) + 2], Bits);
        return [Error(sine, CircleTable.Rows[4 * k]), Error(cosine, CircleTable.Rows[(4 * k) + 1])];

        static double Error(BigInteger exact, double entry)
        {
            var (mantissa, exponent) = Exact.Decompose(entry);
            BigInteger units = exponent + Bits >= 0 ? mantissa << (exponent + Bits) : mantissa >> -(exponent + Bits);
            BigInteger difference = BigInteger.Abs(units - exact);
            return Math.ScaleB((double)difference, -Bits);
        }
    }
}
