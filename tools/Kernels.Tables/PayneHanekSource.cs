using System.Globalization;
using System.Numerics;
using System.Text;
using Kernels.Reference;

namespace Kernels.Tables;

/// <summary>The table of the exact reduction: 2^(4g − 1020)·256/π modulo 2⁶⁴ as a sum of four doubles, for each g, as source.</summary>
internal static class PayneHanekSource
{
    private const int FirstExponent = 1040;

    private const int LastExponent = 2044;

    /// <summary>Bits behind the binary point.</summary>
    private const int FractionBits = 400;

    public static string Write()
    {
        var source = new StringBuilder();
        source.Append("""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class PayneHanek
            {
                /// <summary>For g = 260 to 511: 2^(4g − 1020)·256/π modulo 2⁶⁴, between −2⁶³ and 2⁶³, as the sum of four.</summary>
                internal static ReadOnlySpan<double> Rows =>
                [

            """);
        for (int exponent = FirstExponent; exponent <= LastExponent; exponent += 4)
        {
            var parts = Row(exponent - 1020).Select(part => part.ToString("R", CultureInfo.InvariantCulture));
            source.Append(CultureInfo.InvariantCulture, $"        {string.Join(", ", parts)},\n");
        }

        return source.Append("    ];\n}\n").ToString();
    }

    private static double[] Row(int scale)
    {
        int bits = FractionBits + scale + 64;
        BigInteger stepsPerRadian = (BigInteger.One << (bits + 8 + bits)) / Exact.Pi(bits);
        BigInteger modulus = BigInteger.One << (64 + FractionBits);
        BigInteger rest = (stepsPerRadian >> (bits - FractionBits - scale)) % modulus;
        if (rest > modulus >> 1)
            rest -= modulus;

        // The first a multiple of 2^15, the others the doubles nearest to what is left.
        BigInteger coarse = BigInteger.One << (15 + FractionBits);
        BigInteger first = (rest + (coarse >> 1) - (((rest + (coarse >> 1)) % coarse) + coarse) % coarse) / coarse * coarse;
        double[] row = new double[4];
        row[0] = new Fixed(first, FractionBits).Round();
        rest -= first;
        for (int i = 1; i < 4; i++)
        {
            row[i] = new Fixed(rest, FractionBits).Round();
            var (mantissa, exponent) = Exact.Decompose(row[i]);
            rest -= exponent + FractionBits >= 0 ? mantissa << (exponent + FractionBits) : mantissa >> -(exponent + FractionBits);
        }

        return row;
    }
}
