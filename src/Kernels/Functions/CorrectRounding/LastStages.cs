using System.Numerics;

namespace Kernels.Functions;

/// <summary>
/// The double nearest to a value of a function, of arguments that vectors could not decide: one at a time, in integers of 192 bits, and in
/// integers of growing precision where those do not decide (Ziv's strategy).
/// </summary>
/// <remarks>
/// It comes to an end: a value is either trivial, or exact in a double, or no double and no middle between two, so that some precision
/// tells on which side of the middle it lies. Each function says why at its <see cref="ILastStages.EvaluateExactly"/>.
/// Compiled fully at once, as are the functions: a fresh process would run all of this unoptimised.
/// </remarks>
internal static class LastStages<TFunction> where TFunction : struct, ILastStages
{
    private const int FirstPrecision = 256;

    private static long _exactCalls;

    /// <summary>How often growing precision has been needed since the program began.</summary>
    public static long ExactCalls => Interlocked.Read(ref _exactCalls);

    /// <summary>The nearest double, of finite arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Round<TTest>(double x, double y, int result) where TTest : struct, IRoundingTest =>
        TFunction.Trivial(x, y, result) ?? RoundWide<TTest>(x, y, result) ?? RoundExactly(x, y, result);

    /// <summary>The nearest double, unless the value is too near to the middle between two for 192 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double? RoundWide<TTest>(double x, double y = 0, int result = 0) where TTest : struct, IRoundingTest
    {
        var (fraction, exponent, isNegative) = TFunction.EvaluateWide(x, y, result);
        return FinalRounding.Round(fraction, exponent, isNegative, TTest.WideError, TFunction.Format);
    }

    /// <summary>The nearest double, whatever precision it takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double RoundExactly(double x, double y = 0, int result = 0)
    {
        Interlocked.Increment(ref _exactCalls);
        for (int bits = FirstPrecision; ; bits *= 2)
        {
            var (units, exponent) = TFunction.EvaluateExactly(x, y, result, bits);
            if (FinalRounding.Round(units, exponent, TFunction.Format) is { } nearest)
                return nearest;
        }
    }
}

/// <summary>What the last stages of all functions share.</summary>
internal static class LastStages
{
    /// <summary>The magnitude of a finite number as mantissa·2^exponent, the mantissa of 53 bits where the number is normal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Mantissa, int Exponent) Decompose(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        ulong biased = (ulong)bits >> 52, fraction = (ulong)bits & 0xF_FFFF_FFFF_FFFF;
        return biased == 0 ? (fraction, -1074) : (fraction | 1ul << 52, (int)biased - 1075);
    }

    /// <summary>The lower word of left·right + carry; the upper one is the next carry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Multiply(ulong left, ulong right, ref ulong carry)
    {
        UInt128 sum = Math.BigMul(left, right) + carry;
        carry = (ulong)(sum >> 64);
        return (ulong)sum;
    }

    /// <summary>artanh(1/m) = 1/m + 1/3m³ + 1/5m⁵ + …, or arctan(1/m), where signs alternate; in units of 2^−bits, rounded down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static BigInteger InverseTangent(int m, bool isHyperbolic, int bits)
    {
        BigInteger power = (BigInteger.One << bits) / m, sum = 0;
        for (int n = 1; !power.IsZero; n += 2, power /= isHyperbolic ? m * m : -m * m)
            sum += power / n;
        return sum;
    }
}
