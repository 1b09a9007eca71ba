using System.Runtime.CompilerServices;

namespace Kernels.Functions;

/// <summary>What differs from one exponential function of floats to another.</summary>
internal interface ISingleExponential
{
    /// <summary>The largest size of the arguments of the fast path.</summary>
    static abstract double NearLimit { get; }

    /// <summary>
    /// The first phase: the offset of the table's row; k, the multiple of 1/512 next to the logarithm to base 2 of the power, in the last
    /// bits of Steps; and what is left.
    /// </summary>
    static abstract (V Offsets, V Steps, V First) Reduce<V>(V x)
        where V : struct, ILanes<V>;

    /// <summary>The second phase, to be rounded to float.</summary>
    /// <param name="steps">Of the first phase.</param>
    /// <param name="first">Of the first phase, likewise.</param>
    /// <param name="row">What the first column of the table has at the offset.</param>
    /// <param name="next">What the second column has.</param>
    static abstract V Finish<V>(V row, V next, V steps, V first)
        where V : struct, ILanes<V>;

    /// <summary>The table.</summary>
    static abstract ref readonly double Table { get; }
}

/// <summary>The exponential functions of floats in double precision, to be rounded to float.</summary>
/// <remarks>
/// <para>
/// A power is 2^y. The logarithm to base 2 of the base stands in two parts, of which the first has 29 bits: its product with a float is
/// exact, and so is the difference from the multiple of 1/512; the rest is |r| ≤ 2⁻¹⁰, and the power 2^e·T·2^r with T of
/// <see cref="ExpTable.Points"/>.
/// </para>
/// <para>
/// The error is about 2⁻⁵³ of the result: of a thousand million floats one might be rounded to the wrong side. None is, which has been
/// shown for every float; one of the points is moved for it.
/// </para>
/// <para>
/// eˣ − 1 takes the rows for doubles, whose powers less 1 are right to 2⁻⁶⁷, and a longer polynomial.
/// </para>
/// </remarks>
internal static class SingleExponential
{
    /// <summary>The largest error over all floats, in ULP of float, once the result is rounded: it is the nearest float.</summary>
    public const double ErrorBoundInUlp = 0.5;

    // 2^r ≈ 1 + r·(Power1 + Power2·r + Power3·r² + Power4·r³), absolute error 2⁻⁶².
    internal const double Power1 = 0.693147180559945;       // 0x1.62e42fefa39ecp-1
    internal const double Power2 = 0.2402265069591006;      // 0x1.ebfbdff82c58bp-3
    internal const double Power3 = 0.05550411022573753;     // 0x1.c6b08e46d1e4fp-5
    internal const double Power4 = 0.009618129362499091;    // 0x1.3b2ab787c2c11p-7

    // The base's logarithm to base 2.
    internal const double Log2E1 = 1.442695040255785;       // 0x1.7154765p+0
    internal const double Log2E2 = 6.331784189566044e-10;   // 0x1.5c17f0bbbe88p-31
    internal const double Log2Ten1 = 3.3219280913472176;    // 0x1.a934f09p+1
    internal const double Log2Ten2 = 3.5401447880558664e-09;  // 0x1.e68dc57f2496p-29

    // e^r ≈ 1 + r + r²/2 + Exp3·r³ + Exp4·r⁴, absolute error 2⁻⁶²·⁴.
    internal const double Exp3 = 0.16666666998510854;     // 0x1.555555c75aa82p-3
    internal const double Exp4 = 0.04166666730305309;     // 0x1.555555accc30ap-5

    /// <summary>Notes whether a vector of arguments is within the fast path: see <see cref="Exponential.NoteRange"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NoteRange<V, TFunction>(V range, V x)
        where V : struct, ILanes<V>
        where TFunction : struct, ISingleExponential => V.And(range, V.Abs(x) - TFunction.NearLimit);

    /// <summary>Both phases at once, for any floats; to be rounded to float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V, TFunction>(V x)
        where V : struct, ILanes<V>
        where TFunction : struct, ISingleExponential
    {
        // Beyond the limit every result is infinite or vanishes, in float.
        V clamped = V.SelectBySign(-TFunction.NearLimit - x, x, -TFunction.NearLimit);
        clamped = V.SelectBySign(TFunction.NearLimit - clamped, TFunction.NearLimit, clamped);
        var (offsets, steps, first) = TFunction.Reduce(clamped);
        var (row, next) = V.Pairs(in TFunction.Table, offsets);
        return Exponential.KeepNaN(x, TFunction.Finish(row, next, steps, first));
    }

    /// <summary>y = x·log₂ of the base, as a multiple of 1/512 and a remainder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V Offsets, V Steps, V First) Reduce<V>(V x, double logarithm1, double logarithm2)
        where V : struct, ILanes<V>
    {
        V product = x * logarithm1, steps = product + Exp2.RoundingMagic;
        return (ExpTable.PointOffsets(steps), steps, V.FusedMultiplyAdd(x, logarithm2, product - (steps - Exp2.RoundingMagic)));
    }

    /// <summary>2^e·T·2^r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Power<V>(V point, V steps, V r)
        where V : struct, ILanes<V>
    {
        V series = V.FusedMultiplyAdd(V.FusedMultiplyAdd(V.FusedMultiplyAdd(Power4, r, Power3), r, Power2), r, Power1);
        return V.AddBits(V.FusedMultiplyAdd(point * r, series, point), ExpTable.Exponents(steps));
    }
}

/// <summary>eˣ.</summary>
internal readonly struct SingleExp : ISingleExponential
{
    public static double NearLimit => 200;

    public static ref readonly double Table
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref ExpTable.FirstPoint;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V Steps, V First) Reduce<V>(V x)
        where V : struct, ILanes<V> =>
        SingleExponential.Reduce(x, SingleExponential.Log2E1, SingleExponential.Log2E2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Finish<V>(V row, V next, V steps, V first)
        where V : struct, ILanes<V> => SingleExponential.Power(row, steps, first);
}

/// <summary>2ˣ.</summary>
internal readonly struct SingleExp2 : ISingleExponential
{
    public static double NearLimit => 200;

    public static ref readonly double Table
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref ExpTable.FirstPoint;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V Steps, V First) Reduce<V>(V x)
        where V : struct, ILanes<V>
    {
        V steps = x + Exp2.RoundingMagic;
        return (ExpTable.PointOffsets(steps), steps, x - (steps - Exp2.RoundingMagic));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Finish<V>(V row, V next, V steps, V first)
        where V : struct, ILanes<V> => SingleExponential.Power(row, steps, first);
}

/// <summary>10ˣ.</summary>
internal readonly struct SingleExp10 : ISingleExponential
{
    public static double NearLimit => 100;

    public static ref readonly double Table
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref ExpTable.FirstPoint;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V Steps, V First) Reduce<V>(V x)
        where V : struct, ILanes<V> =>
        SingleExponential.Reduce(x, SingleExponential.Log2Ten1, SingleExponential.Log2Ten2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Finish<V>(V row, V next, V steps, V first)
        where V : struct, ILanes<V> => SingleExponential.Power(row, steps, first);
}

/// <summary>eˣ − 1.</summary>
internal readonly struct SingleExpM1 : ISingleExponential
{
    public static double NearLimit => 200;

    public static ref readonly double Table
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref ExpTable.First;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Offsets, V Steps, V First) Reduce<V>(V x)
        where V : struct, ILanes<V>
    {
        var (steps, first) = Exp.Reduce(x);
        return (ExpTable.Offsets(steps), steps, first);
    }

    // −S·(1 − e^r) − (1 − S): so the sign of a remainder of 0 is kept where S is 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Finish<V>(V row, V next, V steps, V first)
        where V : struct, ILanes<V>
    {
        V r = V.FusedNegatedMultiplyAdd(steps - Exp.RoundingMagic, Exp.Step2, first - next);
        V power = V.AddBits(row, ExpTable.Exponents(steps));
        V series = V.FusedMultiplyAdd(V.FusedMultiplyAdd(SingleExponential.Exp4, r, SingleExponential.Exp3), r, 0.5);
        return V.FusedNegatedMultiplyAdd(power, V.FusedNegatedMultiplyAdd(r * r, series, -r), -(1 - power));
    }
}
