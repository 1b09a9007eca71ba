using System.Globalization;
using System.Numerics;
using System.Text;

namespace Kernels.Tables;

/// <summary>
/// Points near the multiples of 1/512 at which the power of 2 happens to be a double, to 26 bits beyond the last: Gal's accurate tables.
/// </summary>
internal static class ExpTableSource
{
    private const int Steps = 512;

    /// <summary>Shifts are multiples of 2⁻⁶⁰.</summary>
    private const int UnitBits = 60;

    private const int FractionBits = 256;

    /// <summary>
    /// Within a block the power grows by the same amount at each step: what the exponential function's curvature adds in 2¹⁶ steps is below
    /// 2⁻³⁷ of the last place.
    /// </summary>
    private const int BlockLength = 1 << 16;

    /// <summary>A double serves if it is as near as 2⁻²⁶ of its last place, which is 2⁻⁵²: 2⁻⁷⁸.</summary>
    private const int WantedBits = 26;

    /// <summary>The table of doubles and shifts, and that of what the doubles leave, as source.</summary>
    public static (string Rows, string Rests) Write()
    {
        StringBuilder rows = new(), rests = new();
        rows.Append("""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class ExpTable
            {
                /// <summary>For j = 0 to 511: the double next to 2^(j/512)·e^shift, shift.</summary>
                internal static ReadOnlySpan<double> Rows =>
                [

            """);
        rests.Append("""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class ExpTable
            {
                /// <summary>For j = 0 to 511: what the power is more than the double of the row; nothing.</summary>
                internal static ReadOnlySpan<double> Rests =>
                [

            """);
        BigInteger power = BigInteger.One << FractionBits, root = Root();
        for (int j = 0; j < Steps; j++)
        {
            long offset = j == 0 ? 0 : Find(power);
            BigInteger exact = At(power, offset);
            double value = new Reference.Fixed(exact, FractionBits).Round();
            BigInteger rest = exact - ((BigInteger)Math.ScaleB(value, 52) << (FractionBits - 52));
            double shift = Math.ScaleB(offset, -UnitBits), left = new Reference.Fixed(rest, FractionBits).Round();
            string indent = j % 2 == 0 ? "        " : " ", end = j % 2 == 0 ? "" : "\n";
            rows.Append(CultureInfo.InvariantCulture, $"{indent}{value:R}, {shift:R},{end}");
            rests.Append(CultureInfo.InvariantCulture, $"{indent}{left:R}, 0,{end}");
            power = (power * root) >> FractionBits;
        }

        return (rows.Append("    ];\n}\n").ToString(), rests.Append("    ];\n}\n").ToString());
    }

    // From 0 outwards, the first that serves.
    private static long Find(BigInteger power)
    {
        for (long block = 0; ; block += BlockLength)
        {
            if (TrySearchBlock(power, block, out long offset) || TrySearchBlock(power, -block - BlockLength, out offset))
                return offset;
        }
    }

    // Fractions of the last place modulo one, in 64 bits.
    private static bool TrySearchBlock(BigInteger power, long start, out long offset)
    {
        BigInteger first = At(power, start);
        ulong fraction = Fraction(first, 52), step = Fraction(first, 52 - UnitBits);
        const ulong Limit = 1ul << (64 - WantedBits);
        for (int i = 0; i < BlockLength; i++)
        {
            // Less than the limit to either side of 0.
            if (fraction + Limit < 2 * Limit)
            {
                offset = start + i;
                return true;
            }

            fraction += step;
        }

        offset = 0;
        return false;
    }

    // power·e^(offset·2^−UnitBits), for offsets below 2³²: the next term is below 2⁻¹⁷⁰.
    private static BigInteger At(BigInteger power, long offset)
    {
        BigInteger one = BigInteger.One << FractionBits, shift = new BigInteger(offset) << (FractionBits - UnitBits), sum = one;
        for (int n = 5; n >= 1; n--)
            sum = one + (((shift * sum) >> FractionBits) / n);
        return (power * sum) >> FractionBits;
    }

    private static ulong Fraction(BigInteger units, int scale) => (ulong)((units >> (FractionBits - scale - 64)) & ulong.MaxValue);

    // 2^(1/512), nine times the square root.
    private static BigInteger Root()
    {
        BigInteger root = BigInteger.One << (FractionBits + 1);
        for (int steps = 1; steps < Steps; steps *= 2)
            root = Reference.Exact.SquareRoot(root << FractionBits);
        return root;
    }
}
