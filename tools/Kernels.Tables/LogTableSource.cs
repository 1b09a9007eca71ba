using System.Globalization;
using System.Numerics;
using System.Text;
using Kernels.Reference;

namespace Kernels.Tables;

/// <summary>
/// Inverses of few bits of mantissas from 0.707 to 1.415, and their logarithms: 512 cells, of which that of 1 has 1 for inverse.
/// </summary>
internal static class LogTableSource
{
    private const int Count = 512, CellBits = 43, FractionBits = 400;

    /// <summary>The logarithm's first part is a multiple of 2⁻⁴².</summary>
    private const int HighBits = 42;

    /// <summary>The row of 1.</summary>
    private const int RowOf1 = 299;

    private static readonly long OneBits = BitConverter.DoubleToInt64Bits(1);

    /// <summary>
    /// The bits of the least mantissa: the cell of 1 is that from 1 − 3·2⁻¹² to 1 + 2⁻¹¹, and a little later. So the next one, whose r is
    /// 1 − 2⁻¹⁰, begins where x·r is 2⁻¹¹, and x·r + (r − 1) has no more bits than that.
    /// </summary>
    private static readonly long FirstBits = OneBits + (1L << 41) + (1L << 32) - ((RowOf1 + 1L) << CellBits);

    /// <summary>The table, and that of what it leaves, as source.</summary>
    public static (string Rows, string Rests) Write()
    {
        StringBuilder rows = new(), rests = new();
        rows.Append(CultureInfo.InvariantCulture, $$"""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class LogTable
            {
                /// <summary>The bits of the least mantissa.</summary>
                public const long FirstBits = 0x{{FirstBits:X16}};

                /// <summary>The row of 1.</summary>
                public const int RowOf1 = {{RowOf1}};

                /// <summary>For each cell: r, −ln r in a multiple of 2⁻⁴² and a double.</summary>
                internal static ReadOnlySpan<double> Rows =>
                [

            """);
        rests.Append("""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class LogTable
            {
                /// <summary>For each cell: what the logarithm is more than its two parts.</summary>
                internal static ReadOnlySpan<double> Rests =>
                [

            """);
        for (int row = 0; row < Count; row++)
        {
            double inverse = Inverse(row);
            BigInteger logarithm = -Logarithm(inverse);
            BigInteger high = (logarithm + (BigInteger.One << (FractionBits - HighBits - 1))) >> (FractionBits - HighBits);
            BigInteger rest = logarithm - (high << (FractionBits - HighBits));
            double low = new Reference.Fixed(rest, FractionBits).Round();
            double last = new Reference.Fixed(rest - Exact.Units(low, FractionBits), FractionBits).Round();
            string indent = row % 2 == 0 ? "        " : " ", end = row % 2 == 0 ? "" : "\n";
            rows.Append(CultureInfo.InvariantCulture, $"{indent}{inverse:R}, {Math.ScaleB((double)high, -HighBits):R}, {low:R},{end}");
            indent = row % 4 == 0 ? "        " : " ";
            end = row % 4 == 3 ? "\n" : "";
            rests.Append(CultureInfo.InvariantCulture, $"{indent}{last:R},{end}");
        }

        return (rows.Append("    ];\n}\n").ToString(), rests.Append("    ];\n}\n").ToString());
    }

    // Of multiples of 2^−9 to 2^−11 the one of the least error, where z = r·m − 1 is a double for every m of the cell. Errors go with z²,
    // and count relative to the logarithm: beside 1 that is much less at one end of the cell than at the other.
    private static double Inverse(int row)
    {
        long firstBits = FirstBits + ((long)row << CellBits), lastBits = firstBits + (1L << CellBits) - 1;
        if (firstBits <= OneBits && OneBits <= lastBits)
            return 1;
        double from = BitConverter.Int64BitsToDouble(firstBits), to = BitConverter.Int64BitsToDouble(lastBits);
        double best = 0, leastError = double.PositiveInfinity;
        for (int bits = 9; bits <= 11; bits++)
        {
            // Multiples of 2^−bits times those of 2⁻⁵³, or 2⁻⁵² from 1 on.
            double limit = Math.ScaleB(from < 1 ? 1 : 2, -bits);
            double middle = Math.Round(Math.ScaleB(2 / (from + to), bits));
            for (double units = middle - 1; units <= middle + 1; units++)
            {
                double inverse = Math.ScaleB(units, -bits);
                double first = Math.FusedMultiplyAdd(inverse, from, -1), last = Math.FusedMultiplyAdd(inverse, to, -1);
                double error = Math.Max(Math.Abs(first * first / Math.Log(from)), Math.Abs(last * last / Math.Log(to)));
                if (Math.Max(Math.Abs(first), Math.Abs(last)) <= limit && error < leastError)
                    (best, leastError) = (inverse, error);
            }
        }

        return best;
    }

    private static BigInteger Logarithm(double value)
    {
        var logarithm = value == 1 ? new Reference.Fixed(0, FractionBits) : Exact.Log(value, FractionBits);
        return logarithm.Units >> (logarithm.FractionBits - FractionBits);
    }
}
