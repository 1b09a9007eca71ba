using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>Arguments at which kernels could fail, by the families of functions.</summary>
internal static class KernelInputs
{
    public static double[] OfExponential<T>(string name, int count)
        where T : struct, IExponential
    {
        double nearLimit = T.ReductionConstants[^1], step = nearLimit / 1021 / 512;
        var random = new Random(7);
        return
        [
            .. Inputs.BitSpaced(count), .. Inputs.Uniform(count, nearLimit), .. Inputs.Uniform(count, 1),
            .. Inputs.Uniform(count / 2, 0.01), .. Inputs.Uniform(count / 2, 1e-7),

            // Subnormal results, and those about to be infinite.
            .. Enumerable.Range(0, count).Select(_ => T.LeastNormal + ((T.Vanishing - T.LeastNormal) * random.NextDouble())),
            .. Enumerable.Range(0, count / 10).Select(_ => T.LargestFinite * (1 - (random.NextDouble() / 500))),

            // Half-way between the table's points remainders are largest; beside 0 they count most.
            .. Enumerable.Range(0, count / 2).Select(_ => (random.Next(-400_000, 400_000) + AboutHalf()) * step),
            .. Enumerable.Range(0, count / 2).Select(_ => (random.Next(-4, 4) + AboutHalf()) * step),
            .. ((double[])[nearLimit, -nearLimit, T.Vanishing, T.LeastNormal, T.LargestFinite, -nearLimit / 1021])
                .SelectMany(x => Beside(x)),
            .. Enumerable.Range(-1100, 2200).Select(n => (double)n), .. HardCasesOf(name),
        ];

        double AboutHalf() => 0.5 + (0.02 * (random.NextDouble() - 0.5));
    }

    public static double[] OfLogarithm<T>(string name, int count)
        where T : struct, ILogarithm
    {
        var random = new Random(7);
        double[] positive =
        [
            .. Inputs.BitSpaced(2 * count).Select(Math.Abs), .. Inputs.Uniform(count, 1000).Select(Math.Abs),
            .. Inputs.Uniform(count, 0.5).Select(x => 1 + x), .. Inputs.Uniform(count / 2, 1e-2).Select(x => 1 + x),
            .. Inputs.Uniform(count / 2, 1e-6).Select(x => 1 + x), .. Inputs.Uniform(count / 10, 1e-300).Select(Math.Abs),

            // The borders of cells, in the binades of 1 and in others: there z is largest.
            .. Enumerable.Range(0, LogTable.Count + 1).SelectMany(row => Beside(LeastOf(row), 2)),
            .. Enumerable.Range(0, count / 2).Select(_ => Math.ScaleB(LeastOf(random.Next(LogTable.Count)), random.Next(-1022, 1023))),

            // The cell of 1 and those beside it, most of all their borders: there errors count most.
            .. Enumerable.Range(0, count).Select(_ => LeastOf(LogTable.RowOf1 - 1) + (random.NextDouble() / 256)),
            .. Enumerable.Range(0, count / 2).Select(_ => LeastOf(LogTable.RowOf1 + random.Next(2)) * (1 + (random.NextDouble() / 1e5))),
            .. Enumerable.Range(1, 60).SelectMany(n => (double[])[1 + Math.ScaleB(1, -n), 1 - Math.ScaleB(1, -n)]), .. Beside(1, 100),
            .. Enumerable.Range(-1074, 2098).Select(n => Math.ScaleB(1, n)), .. Enumerable.Range(-320, 629).Select(n => Math.Pow(10, n)),
            .. Beside(Math.ScaleB(LeastOf(0), 1024), 20), .. Beside(Math.ScaleB(1, -1022), 20), .. Beside(double.Epsilon, 0),

            // Found by search: what rounding leaves out is largest.
            .. MostLost, .. MostLost.Select(x => 1 + x),
        ];
        return T.IsPlusOne
            ?
            [
                .. positive.Select(x => x - 1).Where(x => x > -1), .. Inputs.BitSpaced(count).Where(x => x > -1),
                .. Inputs.Uniform(count, 1e-3), .. Inputs.Uniform(count, 1e-9), .. MostLost, .. HardCasesOf(name),

                // Where near lanes end, and 1 still counts.
                .. Enumerable.Range(0, count).Select(_ => Math.ScaleB(1 + random.NextDouble(), random.Next(38, 64))),
            ]
            : [.. positive.Where(x => x is > 0 and < double.PositiveInfinity), .. HardCasesOf(name)];
    }

    private static double[] MostLost =>
    [
        HardCases.Hex("0x1.815142ba3dbd6p-1"), HardCases.Hex("0x1.a1542e5e76414p-9"), HardCases.Hex("0x1.fec03f7fa36f5p-1"),
        HardCases.Hex("0x1.7bc6bf3951fc8p-1"),
    ];

    /// <summary>The least mantissa of a row.</summary>
    internal static double LeastOf(int row) => BitConverter.Int64BitsToDouble(LogTable.FirstBits + ((long)row << 43));

    private static IEnumerable<double> HardCasesOf(string name) => ReferenceFunction.Of(name).HardCases.Select(point => point.X);

    private static IEnumerable<double> Beside(double x, int count = 40) => Enumerable.Range(-count, (2 * count) + 1)
        .Select(i => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) + i));
}
