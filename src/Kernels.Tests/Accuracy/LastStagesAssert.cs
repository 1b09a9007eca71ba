using System.Numerics;
using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The last stages of one function against exact values.</summary>
internal static class LastStagesAssert
{
    /// <summary>An integer of words, the highest first.</summary>
    public static BigInteger Join(params ReadOnlySpan<ulong> words)
    {
        BigInteger value = 0;
        foreach (ulong word in words)
            value = (value << 64) + word;
        return value;
    }

    /// <summary>What a number of 192 bits is off by, relative to the exact value.</summary>
    public static double RelativeError(Fixed exact, (UInt192 Fraction, int Exponent, bool IsNegative) wide)
    {
        BigInteger value = Join(wide.Fraction.High, wide.Fraction.Middle, wide.Fraction.Low);
        var (difference, reference, _) = Compare(exact, wide.IsNegative ? -value : value, wide.Exponent - 192);
        return Math.Exp(BigInteger.Log(difference + 1) - BigInteger.Log(reference));
    }

    /// <summary>What a number in growing precision is off by, rounded up to whole units.</summary>
    public static BigInteger ErrorInUnits(Fixed exact, (BigInteger Units, int Exponent) value)
    {
        var (difference, _, unitBits) = Compare(exact, value.Units, value.Exponent);
        return (difference >> unitBits) + 1;
    }

    // Of the exact value and units·2^exponent: their distance and the exact magnitude in the smaller of both units, and how many bits those
    // of the other are.
    private static (BigInteger Difference, BigInteger Exact, int UnitBits) Compare(Fixed exact, BigInteger units, int exponent)
    {
        int unitBits = Math.Max(exact.FractionBits + exponent, 0);
        BigInteger reference = exact.Units << (unitBits - exact.FractionBits - exponent);
        return (BigInteger.Abs((units << unitBits) - reference), BigInteger.Abs(reference), unitBits);
    }
}
