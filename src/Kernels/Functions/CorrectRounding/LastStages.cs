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
internal static class LastStages<TFunction>
    where TFunction : struct, ILastStages
{
    private const int FirstPrecision = 256;

    private static long _exactCalls;

    /// <summary>How often growing precision has been needed since the program began.</summary>
    public static long ExactCalls => Interlocked.Read(ref _exactCalls);

    /// <summary>The nearest double, of finite arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Round<TTest>(double x, double y = 0)
        where TTest : struct, IRoundingTest => TryRoundWide<TTest>(x, y, out double result) ? result : RoundExactly(x, y);

    /// <summary>The nearest double, unless the value is too near to the middle between two for 192 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRoundWide<TTest>(double x, double y, out double result)
        where TTest : struct, IRoundingTest
    {
        if (TFunction.TryTrivial(x, y, out result))
            return true;
        var (fraction, exponent, isNegative) = TFunction.EvaluateWide(x, y);
        return FinalRounding.TryRound(fraction, exponent, isNegative, TTest.WideError, out result);
    }

    /// <summary>The nearest double, whatever precision it takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double RoundExactly(double x, double y = 0)
    {
        Interlocked.Increment(ref _exactCalls);
        if (TFunction.TryTrivial(x, y, out double result))
            return result;
        for (int bits = FirstPrecision; ; bits *= 2)
        {
            var (units, exponent) = TFunction.EvaluateExactly(x, y, bits);
            if (FinalRounding.TryRound(units, exponent, out result))
                return result;
        }
    }
}
