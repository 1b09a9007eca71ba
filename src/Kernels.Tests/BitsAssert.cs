using Kernels.Reference;

namespace Kernels.Tests;

/// <summary>Comparison to the bit, NaN included.</summary>
internal static class BitsAssert
{
    public static void Equal(double expected, double actual, string what)
    {
        if (BitConverter.DoubleToInt64Bits(expected) != BitConverter.DoubleToInt64Bits(actual))
            Assert.Fail($"{what}: expected {Show(expected)}, got {Show(actual)}");
    }

    public static void Equal(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.DoubleToInt64Bits(expected[i]) != BitConverter.DoubleToInt64Bits(actual[i]))
                Assert.Fail($"{what}, element {i} of {expected.Length}: expected {Show(expected[i])}, got {Show(actual[i])}");
        }
    }

    private static string Show(double value) => $"{HardCases.Hex(value)} (bits {BitConverter.DoubleToInt64Bits(value):x16})";
}
