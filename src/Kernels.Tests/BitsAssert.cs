using System.Numerics;
using System.Runtime.InteropServices;
using Kernels.Reference;

namespace Kernels.Tests;

/// <summary>Comparison to the bit, NaN included.</summary>
internal static class BitsAssert
{
    public static void Equal<T>(T expected, T actual, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Inputs.BitsOf(expected) != Inputs.BitsOf(actual))
            Assert.Fail($"{what}: expected {Show(expected)}, got {Show(actual)}");
    }

    public static void Equal<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        if (MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)))
            return;
        for (int i = 0; i < expected.Length; i++)
            Equal(expected[i], actual[i], $"{what}, element {i} of {expected.Length}");
    }

    private static string Show<T>(T value)
        where T : unmanaged, IFloatingPointIeee754<T> => $"{HardCases.Hex(double.CreateTruncating(value))} (bits {Inputs.BitsOf(value):x})";
}
