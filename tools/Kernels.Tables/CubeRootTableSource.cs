using System.Globalization;
using System.Numerics;
using System.Text;
using Kernels.Reference;

namespace Kernels.Tables;

/// <summary>Cube roots of few bits, whose cubes stand without error, in the middle of 768 cells; and what divides by those cubes.</summary>
internal static class CubeRootTableSource
{
    /// <summary>Cells of a binade.</summary>
    private const int Cells = 256;

    /// <summary>Roots are multiples of 2⁻²¹, cubes and cells' ends of 2⁻⁶³.</summary>
    private const int RootBits = 21, CubeBits = 3 * RootBits;

    private const int FractionBits = 200;

    /// <summary>A root serves if what its divisor is rounded by counts 2⁻⁷⁰ of the result, at most.</summary>
    private const int WantedBits = 70;

    public static string Write()
    {
        var source = new StringBuilder("""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class CubeRootTable
            {
                /// <summary>For 256 cells each from 1/8 to 1/4, from 1/4 to 1/2 and from 1/2 to 1: T, the double next to 1/(3T³).</summary>
                internal static ReadOnlySpan<double> Rows =>
                [

            """);
        for (int row = 0; row < 3 * Cells; row++)
        {
            var (root, divisor) = Find(row);
            string indent = row % 2 == 0 ? "        " : " ", end = row % 2 == 0 ? "" : "\n";
            source.Append(CultureInfo.InvariantCulture, $"{indent}{root:R}, {divisor:R},{end}");
        }

        return source.Append("    ];\n}\n").ToString();
    }

    // From the middle of the cell outwards, the first that serves.
    private static (double Root, double Divisor) Find(int row)
    {
        BigInteger width = (BigInteger.One << (CubeBits - 3)) / Cells << (row / Cells);
        BigInteger start = width * (Cells + (row % Cells)), end = start + width;
        double middleOfCell = Math.ScaleB((double)(start + (width / 2)), -CubeBits);
        long middle = (long)Math.Round(Math.ScaleB(Exact.Cbrt(middleOfCell).Round(), RootBits));
        for (int i = 0; ; i++)
        {
            long root = middle + ((i & 1) == 0 ? i / 2 : -(i + 1) / 2);
            BigInteger cube = BigInteger.Pow(root, 3), largest = BigInteger.Max(cube - start, end - cube);

            // Differences have 53 bits, and what follows the last 1 of the cube.
            BigInteger lastOne = cube & -cube;
            if (largest > lastOne << 53)
                continue;

            // G = 1/(3T³), in units; what it is rounded by, times the largest difference.
            BigInteger exact = (BigInteger.One << (FractionBits + CubeBits)) / (3 * cube);
            double divisor = new Fixed(exact, FractionBits).Round();
            BigInteger error = BigInteger.Abs(((BigInteger)Math.ScaleB(divisor, 60) << (FractionBits - 60)) - exact);
            if (error * largest << WantedBits <= BigInteger.One << (FractionBits + CubeBits))
                return (Math.ScaleB(root, -RootBits), divisor);
        }
    }
}
