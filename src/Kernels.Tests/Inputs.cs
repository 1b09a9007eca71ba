using Kernels.Reference;

namespace Kernels.Tests;

/// <summary>Arguments for the tests; every set is the same at every run.</summary>
internal static class Inputs
{
    /// <summary>Here −x·256/π is the number 1.5·2⁵² that the reduction adds to find the nearest integer, twice: the sum has the bits of a small one's, but for the sign.</summary>
    public const double MirroredSteps = 165802447313166.56;

    /// <summary>
    /// Where the fast reduction ends, or a careless test might take it to end: the last arguments that it takes, and others between the least
    /// and the largest argument that both reductions serve. The two give different bits there, if only now and then.
    /// </summary>
    public static readonly double[] Border =
    [
        HardCases.Hex("0x1.921fb48c51e5cp+17"), HardCases.Hex("-0x1.921fb48c51e5cp+17"),
        HardCases.Hex("0x1.96389daa72751p+17"), HardCases.Hex("-0x1.96389daa72751p+17"),
        HardCases.Hex("0x1.23e73085cf2bdp+19"), HardCases.Hex("-0x1.23e73085cf2bdp+19"),
    ];

    public static readonly double[] Special =
    [
        0.0, -0.0, double.NaN, -double.NaN, BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0001), BitConverter.UInt64BitsToDouble(0xFFFF_FFFF_FFFF_FFFF),
        double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon,
        BitConverter.UInt64BitsToDouble(0x000F_FFFF_FFFF_FFFF), BitConverter.UInt64BitsToDouble(0x0010_0000_0000_0000),
        Math.PI, -Math.PI, Math.PI / 2, Math.PI / 4, Math.BitIncrement(Math.PI / 4), Math.BitDecrement(Math.PI / 4),
        131072, 205887, -205887, 205888, -205888, 1048576, -1048576, MirroredSteps, -MirroredSteps, .. Border, 1e300, -1e300, 1, -1, 0.5, 1e-300,
    ];

    /// <summary>Finite doubles evenly spaced in their bit patterns, with alternating sign.</summary>
    public static double[] BitSpaced(int count)
    {
        var inputs = new double[count];
        ulong step = 0x7FF0_0000_0000_0000 / (ulong)count;
        for (int i = 0; i < count; i++)
        {
            // The low bits would be the same everywhere without the odd multiplier.
            ulong bits = (step * (ulong)i) + (0x9E37_79B9_7F4A_7C15 * (ulong)(i + 1) % step);
            inputs[i] = (i & 1) == 0 ? BitConverter.UInt64BitsToDouble(bits) : -BitConverter.UInt64BitsToDouble(bits);
        }

        return inputs;
    }

    /// <summary>Uniform in [−range, range).</summary>
    public static double[] Uniform(int count, double range, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => ((random.NextDouble() * 2) - 1) * range)];
    }

    /// <summary>All generated and listed hard cases, with both signs.</summary>
    public static double[] Hard()
    {
        double[] positive = [.. HardCases.NearestToMultiplesOfHalfPi(), .. HardCases.Sine, .. HardCases.Cosine, .. HardCases.HalfwayRemainders, .. HardCases.CancellingProducts];
        return [.. positive, .. positive.Select(x => -x)];
    }

    /// <summary>The hard cases that others have published, with both signs; skips the test where there are none.</summary>
    public static double[] Published()
    {
        string? folder = Environment.GetEnvironmentVariable("KERNELS_HARD_CASES");
        if (folder is null)
            Assert.Skip("KERNELS_HARD_CASES is unset: name a folder with files of hexadecimal doubles, one a line.");
        double[] cases = [.. Directory.GetFiles(folder, "*.txt").SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(HardCases.Hex)];
        Assert.NotEmpty(cases);
        return [.. cases, .. cases.Select(x => -x)];
    }

    /// <summary>Ordinary arguments with huge, special and tiny ones among them.</summary>
    public static double[] Mixed(int count, int seed = 1)
    {
        var random = new Random(seed);
        double[] inputs = Uniform(count, 100, seed);
        for (int i = 0; i < count; i++)
        {
            int kind = random.Next(12);
            if (kind == 0)
                inputs[i] = Special[random.Next(Special.Length)];
            else if (kind == 1)
                inputs[i] = Math.ScaleB(random.NextDouble() + 1, random.Next(-1070, 1023));
        }

        return inputs;
    }
}
