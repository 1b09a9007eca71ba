using System.Numerics;

namespace Kernels.Functions;

/// <summary>√(x² + y²) of doubles.</summary>
/// <remarks>
/// <para>
/// The sum of the squares is known as a difference of two doubles, high − low. From bits of high an estimate of ½/√high is made to within
/// 3.5 in a hundred, which two steps of third order refine: to 2⁻¹⁵, then, together with √high, to 2⁻⁴³. What the square of that root
/// leaves of the sum, known by a fused multiplication, times ½/√high is what the root lacks. There is neither a division nor a square root:
/// they would take longer than all the rest, and approximate instructions differ from processor to processor. (tools/hypot.sollya)
/// </para>
/// <para>
/// Where the squares would overflow or lose bits below the least double, whole lanes take 2^±600 times both, and the root of the sum
/// back. Results that are then subnormal are rounded once, at their own place.
/// </para>
/// </remarks>
internal readonly struct Hypotenuse : ICorrectFunction
{
    public static int Inputs => 2;

    public static int RowLength => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfBegin<V>() where V : struct, ILanes<V> => SquareRoot.Constants<V>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfSecond<V>() where V : struct, ILanes<V> => SquareRoot.Constants<V>();

    /// <summary>Near lanes leave the refined estimate, whole lanes the factor that takes scaling back; both the sum of squares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        if (!V.IsWhole)
        {
            var (high, low) = SumOfSquares(x, y);
            return (SquareRoot.Estimate(high, constants), high, low, V.OrDifference(range, IsSmall(high), IsHuge(high)));
        }

        (x, y) = SquareRoot.InfiniteTogether(x, y);
        V sum = (x * x) + (y * y), small = IsSmall(sum), huge = IsHuge(sum);
        V factor = V.SelectBySign(small, SquareRoot.Up, V.SelectBySign(huge, SquareRoot.Down, 1));
        V back = V.SelectBySign(small, SquareRoot.Down, V.SelectBySign(huge, SquareRoot.Up, 1));
        var (scaledHigh, scaledLow) = SumOfSquares(x * factor, y * factor);
        return (back, scaledHigh, scaledLow, default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V high, V low, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        V estimate = V.IsWhole ? SquareRoot.Estimate(high, constants) : row.First;
        var (leading, small) = Parts(high, low, estimate, constants);
        return (V.IsWhole ? RoundAny<V, TTest>(row.First, high, leading, small) : RoundingTest.Round<V, TTest>(leading, small), default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(V x, V y) where V : struct, ILanes<V>
    {
        var (begun, high, low, range) = Begin(x, y, default, ConstantsOfBegin<V>());
        V result = default(Hypotenuse).Finish<V, Untested>(
            default, new(begun, default, default, default), high, low, ConstantsOfSecond<V>()).First.Nearest;
        return (V.IsWhole ? result : V.SelectBySign(range, double.NaN, result), default);
    }

    /// <summary>Nothing is between the vectors and integers, which always decide.</summary>
    public static (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(
        V x, V y, V offsets, V begun, V secondBegun)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest => (0, 1, default, default);

    /// <summary>
    /// In integers: the sum of the squares, and the squares of the middles beside a root that is right but for a place or two. So the value
    /// is less than a middle, greater, or that, and then the even double is the nearest.
    /// </summary>
    public static double? Trivial(double x, double y, int result)
    {
        double large = Math.MaxMagnitude(x, y), small = Math.MinMagnitude(x, y);
        int exponent = Math.ILogB(large);

        // What is less than 2⁻⁵⁹ of the other adds less than 2⁻¹¹⁹ of it.
        if (small == 0 || Math.ILogB(small) < exponent - 60)
            return Math.Abs(large);
        double one = Math.ScaleB(large, -exponent), other = Math.ScaleB(small, -exponent);
        var (mantissa, largeUnit) = LastStages.Decompose(large);
        var (smallMantissa, unit) = LastStages.Decompose(small);
        BigInteger sum = BigInteger.Pow((BigInteger)mantissa << (largeUnit - unit), 2) + ((BigInteger)smallMantissa * smallMantissa);
        int place = Math.Max((int)((sum.GetBitLength() - 1) / 2) + unit - 52, -1074);
        var root = (long)Math.ScaleB(Math.Sqrt((one * one) + (other * other)), exponent - place);
        sum <<= 2;
        while (IsNearerToNext(root))
            root++;
        while (!IsNearerToNext(root - 1))
            root--;
        return Math.ScaleB(root, place);

        bool IsNearerToNext(long root)
        {
            int comparison = sum.CompareTo(BigInteger.Pow((BigInteger)((2 * root) + 1) << (place - unit), 2));
            return comparison > 0 || (comparison == 0 && (root & 1) != 0);
        }
    }

    /// <summary>x² + y² = high − low, to within 2⁻¹⁰⁴ of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V High, V Low) SumOfSquares<V>(V x, V y) where V : struct, ILanes<V>
    {
        V square = x * x, other = y * y;
        var sum = DoubleDouble<V>.Sum(square, other);
        return (sum.High, V.FusedNegatedMultiplyAdd(x, x, square) + V.FusedNegatedMultiplyAdd(y, y, other) - sum.Low);
    }

    /// <summary>√(high − low) = leading − small, to within 2⁻⁸⁶ of it.</summary>
    /// <remarks>
    /// With ½/√high·(1 + d) for the estimate and √high·(1 + d) for the root, the error is (1 − (1 + d)²)/2; both are to grow by the
    /// correction.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Small) Parts<V>(V high, V low, V estimate, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V root = (high + high) * estimate, error = V.FusedNegatedMultiplyAdd(root, estimate, constants.Third);
        V correction = error * V.FusedMultiplyAdd(constants.Fourth, error, constants.Fifth);
        V leading = V.FusedMultiplyAdd(root, correction, root), half = V.FusedMultiplyAdd(estimate, correction, estimate);
        return (leading, (low - V.FusedNegatedMultiplyAdd(leading, leading, high)) * half);
    }

    /// <remarks>
    /// 2⁻⁴²² + leading has the last place of subnormal results before they are scaled back, or half of 2⁻⁴²² + leading beside it, where the
    /// value may be on the other side. What is below that place is rounded once more, by 2⁻⁵³ of itself at most, which is a 2⁻⁴³rd of half
    /// the place.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Nearest, V Other) RoundAny<V, TTest>(V back, V high, V leading, V small)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        V isBeside = leading - (1.25 * SquareRoot.LeastNormal), isBelow = leading - (0.75 * SquareRoot.LeastNormal);
        V added = V.SelectBySign(
            isBelow, SquareRoot.LeastNormal, V.SelectBySign(isBeside, 0.5 * SquareRoot.LeastNormal, 0));
        V sum = added + leading;
        var (nearest, other) = RoundingTest.Round<V, TTest>(sum, small - (leading - (sum - added)));
        V isFinite = V.AddBits(V.Abs(high), -SquareRoot.Infinity);
        return (V.SelectBySign(isFinite, (nearest - added) * back, high), V.SelectBySign(isFinite, (other - added) * back, high));
    }

    // The sign bit is set where a sum of squares is too small; where it is too large or no number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V IsSmall<V>(V sum) where V : struct, ILanes<V> => V.AddBits(sum, -SquareRoot.LeastSum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V IsHuge<V>(V sum) where V : struct, ILanes<V> => V.AddBits(sum, long.MaxValue - SquareRoot.LargestSum + 1);
}

/// <summary>What hypotenuses of doubles and floats share.</summary>
internal static class SquareRoot
{
    /// <summary>The largest error of a hypotenuse over all doubles, in ULP; <c>docs/accuracy.md</c> derives it.</summary>
    public const double ErrorBoundInUlp = 0.500001;

    /// <summary>2⁻⁸⁵: <c>docs/accuracy.md</c> derives it.</summary>
    public const double RelativeError = 2.5849394142282115e-26;

    /// <summary>The bits of the least and of the first too large sum of squares that need no scaling: 2⁻⁸⁴⁰ and 2¹⁰²⁰.</summary>
    internal const long LeastSum = (1023L - 840) << 52, LargestSum = (1023L + 1020) << 52;

    /// <summary>The bits of infinity.</summary>
    internal const long Infinity = 0x7FFL << 52;

    /// <summary>2⁶⁰⁰, 2⁻⁶⁰⁰, and the least normal double times 2⁶⁰⁰.</summary>
    internal const double Up = 4.149515568880993e+180, Down = 2.409919865102884e-181, LeastNormal = 9.232978617785736e-128;

    /// <summary>
    /// What the complement of half the bits of a number is added to, to have those of ½/√ of it to within 3.5 in a hundred.
    /// </summary>
    internal const long Magic = 0x5FD6_EC00_0000_0001;

    // 1/√(1 − 2e) ≈ 1 + First1·e + First2·e², relative error 2⁻¹⁵·² for |e| up to 0.0347.
    internal const double First1 = 1.002255155402883;  // 0x1.0093cb3ab3e96p+0
    internal const double First2 = 1.504521454611678;  // 0x1.8128516bb0006p+0

    /// <summary>What the steps want in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Constants<V> Constants<V>() where V : struct, ILanes<V> => new([First1, First2, 0.5, 1.5, 1]);

    /// <summary>½/√x to within 2⁻¹⁵: an estimate from the bits, which halves the exponent, and a step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Estimate<V>(V x, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V estimate = V.AddBits(V.Xor(V.ShiftRight(x, 1), BitConverter.Int64BitsToDouble(-1)), Magic);
        V root = (x + x) * estimate, error = V.FusedNegatedMultiplyAdd(root, estimate, constants.Third);
        return V.FusedMultiplyAdd(estimate * error, V.FusedMultiplyAdd(constants.Second, error, constants.First), estimate);
    }

    /// <summary>Both numbers; if one of them is infinite, that twice, since the other may be NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V X, V Y) InfiniteTogether<V>(V x, V y) where V : struct, ILanes<V>
    {
        y = V.SelectBySign(IsInfinite(x), x, y);
        return (V.SelectBySign(IsInfinite(y), y, x), y);
    }

    // In the sign bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V IsInfinite<V>(V x) where V : struct, ILanes<V> =>
        V.Xor(V.AddBits(V.Abs(x), -Infinity), V.AddBits(V.Abs(x), -Infinity - 1));
}

/// <summary>What has been proved of <see cref="Hypotenuse"/>.</summary>
internal readonly struct ProvedHypotenuse : IRoundingTest
{
    public static double RelativeError => SquareRoot.RelativeError;

    // There is no such stage.
    public static double PreciseRelativeError => 0;
}
