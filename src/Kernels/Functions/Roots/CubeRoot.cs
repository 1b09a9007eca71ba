namespace Kernels.Functions;

/// <summary>The cube root of doubles.</summary>
/// <remarks>
/// |x| = 8^q·y with y from 1/8 to 1. The row of y in <see cref="CubeRootTable"/> has T and G = 1/(3T³); y − T³ is a double, and with
/// p = (y − T³)·G the root is ±2^q·(T + T·p − T·(p + 1 − (1 + 3p)^⅓)). T + T·p is rounded once and its error is kept; everything small is
/// added to the error, and the sum of the two is rounded last. Sign and q are given to T before, since roots are never subnormal.
/// Polynomial by tools/cbrt.sollya.
/// </remarks>
internal readonly struct CubeRoot : ICorrectFunction
{
    /// <summary>The largest error over all doubles, in ULP; <c>docs/accuracy.md</c> derives it.</summary>
    public const double ErrorBoundInUlp = 0.50002;

    /// <summary>1/3.</summary>
    internal const double Third = 0.3333333333333333;     // 0x1.5555555555555p-2

    /// <summary>1.5·2⁵² and what makes the last twelve bits in <see cref="Split{V}"/> those of −q.</summary>
    internal const double Minuend = 6755399441058815;     // 0x1.8000000000bffp+52

    // (1 + 3p)^⅓ ≈ 1 + p − p²·(1 + Root3·p + Root4·p² + Root5·p³ + Root6·p⁴), absolute error 2⁻⁷²·⁴.
    internal const double Root3 = -1.6666666666596366;    // -0x1.aaaaaaaaa2efep+0
    internal const double Root4 = 3.3333333333066655;     // 0x1.aaaaaaaa9c018p+1
    internal const double Root5 = -7.33336879779751;      // -0x1.d555ea1503046p+2
    internal const double Root6 = 17.11121718905535;      // 0x1.11c78bacdbeebp+4

    /// <summary>The bits of an exponent that has been shifted to the end.</summary>
    private const double ExponentBits = 1.0114E-320;      // 0x0.00000000007ffp-1022

    /// <summary>2⁵² + 2¹².</summary>
    private const double LargeInteger = 4503599627374592; // 0x1.0000000001000p+52

    /// <summary>One in the exponent's last place.</summary>
    private const long ExponentUnit = 1L << 52;

    public static ref readonly double Table => ref CubeRootTable.First;

    public static int RowLength => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfBegin<V>() where V : struct, ILanes<V> =>
        new([ExponentBits, LargeInteger, Third, Minuend, CubeRootTable.OffsetBits]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Constants<V> ConstantsOfSecond<V>() where V : struct, ILanes<V> => new([1, Root3, Root4, Root5, Root6]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V First, V Second, V Range) Begin<V>(V x, V y, V range, in Constants<V> constants) where V : struct, ILanes<V>
    {
        var (argument, scale) = V.IsWhole ? SplitAny(x, constants) : Split(x, constants);
        V magnitude = V.Abs(x);
        V outside = V.Or(V.AddBits(magnitude, -ExponentUnit), V.AddBits(magnitude, ExponentUnit));
        return (V.And(V.ShiftRight(argument, 43), constants.Fifth), argument, scale, V.Or(range, outside));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ((V Nearest, V Other) First, (V Nearest, V Other) Second) Finish<V, TTest>(
        V x, in TableRow<V> row, V argument, V scale, in Constants<V> constants)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        var (leading, small) = Root(row.First, row.Second, argument, scale, constants);
        var (nearest, other) = RoundingTest.Round<V, TTest>(leading, small);
        return (V.IsWhole ? (KeepSpecial(x, nearest), KeepSpecial(x, other)) : (nearest, other), default);
    }

    // Of any argument, in near lanes too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(V x, V y) where V : struct, ILanes<V>
    {
        var constants = ConstantsOfBegin<V>();
        var (argument, scale) = SplitAny(x, constants);
        var (table, divisor) = V.Pairs(in CubeRootTable.First, V.And(V.ShiftRight(argument, 43), constants.Fifth));
        var (leading, small) = Root(table, divisor, argument, scale, ConstantsOfSecond<V>());
        return (KeepSpecial(x, leading - small), default);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (V Lower, V Upper, V SecondLower, V SecondUpper) EvaluatePrecisely<V, TTest>(V x, V y, V offsets, V argument, V scale)
        where V : struct, ILanes<V> where TTest : struct, IRoundingTest
    {
        var (table, divisor) = V.Pairs(in CubeRootTable.First, offsets);
        var (leading, small) = Root(table, divisor, argument, 0, ConstantsOfSecond<V>());
        var root = PreciseCubeRoot.Root(leading - small, argument);
        var (lower, upper) = root.Ends(root.High * TTest.PreciseRelativeError);
        return (KeepSpecial(x, V.AddBits(lower, scale)), KeepSpecial(x, V.AddBits(upper, scale)), default, default);
    }

    /// <summary>All that vectors leave undecided: integers decide it.</summary>
    public static double? Trivial(double x, double y, int result) => ExactCubeRoot.Nearest(x);

    /// <summary>Of normal numbers: y, and what gives a number q and the sign, if added to its bits.</summary>
    /// <remarks>
    /// (2⁵² + 2¹² + e)/3, where e is the biased exponent, is 2/3 more than an integer if e is a multiple of 3; the double next to 1/3 makes
    /// it 1/12 less. So it is rounded to e/3, rounded down, and a constant.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Argument, V Scale) Split<V>(V x, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V exponent = V.Or(V.And(V.ShiftRight(x, 52), constants.First), constants.Second);
        V negated = V.FusedNegatedMultiplyAdd(exponent, constants.Third, constants.Fourth), single = V.ShiftLeft(negated, 52);
        V argument = V.AddBits(V.AddBits(V.Abs(x), single), V.ShiftLeft(negated, 53));
        V scale = V.AddBits(V.FlipSign(V.Xor(single, BitConverter.Int64BitsToDouble(-ExponentUnit)), x), ExponentUnit);
        return (argument, scale);
    }

    /// <summary>The same of subnormal numbers too, by way of 2⁵⁴ times as much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Argument, V Scale) SplitAny<V>(V x, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V subnormal = V.AddBits(V.Abs(x), -ExponentUnit);
        var (argument, scale) = Split(V.SelectBySign(subnormal, x * (1L << 54), x), constants);
        return (argument, V.AddBits(scale, V.SelectBySign(subnormal, BitConverter.Int64BitsToDouble(-18 * ExponentUnit), 0)));
    }

    /// <summary>The root as a difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Leading, V Small) Root<V>(V table, V divisor, V argument, V scale, in Constants<V> constants)
        where V : struct, ILanes<V>
    {
        V difference = V.FusedNegatedMultiplyAdd(table * table, table, argument);
        V p = difference * divisor, rest = V.FusedNegatedMultiplyAdd(difference, divisor, p), square = p * p;
        V series = V.FusedMultiplyAdd(
            V.FusedMultiplyAdd(constants.Fifth, square, V.FusedMultiplyAdd(constants.Fourth, p, constants.Third)),
            square, V.FusedMultiplyAdd(constants.Second, p, constants.First));
        V scaled = V.AddBits(table, scale), leading = V.FusedMultiplyAdd(scaled, p, scaled);
        V error = V.FusedNegatedMultiplyAdd(scaled, p, leading - scaled);
        return (leading, V.FusedMultiplyAdd(scaled, V.FusedMultiplyAdd(square, series, rest), error));
    }

    /// <summary>The result; in lanes where the argument is 0, infinite or NaN, that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V KeepSpecial<V>(V x, V result) where V : struct, ILanes<V>
    {
        V magnitude = V.Abs(x);
        return V.SelectBySign(V.Or(V.AddBits(magnitude, -1), V.AddBits(magnitude, ExponentUnit)), x, result);
    }
}

/// <summary>What has been derived of the cube root.</summary>
internal readonly struct DerivedCubeRoot : IRoundingTest
{
    /// <summary>2⁻⁶⁹·³: <c>docs/accuracy.md</c> derives it.</summary>
    public static double RelativeError => 1.38e-21;

    public static double PreciseRelativeError => PreciseCubeRoot.RelativeError;
}
