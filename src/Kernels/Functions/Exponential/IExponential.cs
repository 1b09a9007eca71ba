using System.Runtime.CompilerServices;

namespace Kernels.Functions;

/// <summary>What differs from one exponential function to another: the base, and whether 1 is subtracted.</summary>
internal interface IExponential
{
    /// <summary>The largest error over all doubles, in ULP; <c>docs/accuracy.md</c> derives it.</summary>
    static abstract double ErrorBoundInUlp { get; }

    /// <summary>What a result may be off by before it is rounded, relative to itself: likewise.</summary>
    static abstract double RelativeError { get; }

    /// <summary>Whether the function is the power less 1.</summary>
    static abstract bool IsLessOne { get; }

    /// <summary>The largest size of the arguments of the fast path: results are neither subnormal nor infinite.</summary>
    static abstract double NearLimit { get; }

    /// <summary>The largest argument whose power is rounded to 0 or, less 1, to −1.</summary>
    static abstract double Vanishing { get; }

    /// <summary>The least argument whose power is a normal number.</summary>
    static abstract double LeastNormal { get; }

    /// <summary>The largest argument whose power is rounded to a finite number.</summary>
    static abstract double LargestFinite { get; }

    /// <summary>
    /// k, the multiple of 1/512 next to the logarithm to base 2 of the power, in the last bits of Steps, and what is left of the argument.
    /// </summary>
    static abstract (V Steps, V First) Reduce<V>(V x)
        where V : struct, ILanes<V>;

    /// <summary>The natural logarithm of the power, less k·ln 2/512 and the shift of the table's point, as High + Low.</summary>
    static abstract (V High, V Low) Remainder<V>(V steps, V first, V shift)
        where V : struct, ILanes<V>;

    /// <summary>The same to twice the precision.</summary>
    static abstract DoubleDouble<V> PreciseRemainder<V>(V steps, V first, V shift)
        where V : struct, ILanes<V>;

    /// <summary>The double nearest to the exact value, of a finite number.</summary>
    static abstract double Round<TTest>(double x)
        where TTest : struct, IRoundingTest;
}

/// <summary>eˣ.</summary>
internal readonly struct Exp : IExponential
{
    public static double Round<TTest>(double x)
        where TTest : struct, IRoundingTest => LastStages<ExpStages>.Round<TTest>(x);

    // ln 2/512 in three parts; k·Step1 cancels exactly against x.
    internal const double StepsPerUnit = 738.6598609351493;     // 0x1.71547652b82fep+9
    internal const double Step1 = 0.0013538030870311431;        // 0x1.62e42fefa39efp-10
    internal const double Step2 = 4.529388308293554e-20;        // 0x1.abc9e3b39803fp-65
    internal const double Step3 = 1.1147868043781664e-36;       // 0x1.7b57a079a1934p-120

    /// <summary>1.5·2⁵²: the sum with a smaller number has the nearest integer in its last bits.</summary>
    internal const double RoundingMagic = 6755399441055744;

    public static double ErrorBoundInUlp => 0.50001;

    public static double RelativeError => Exponential.RelativeError;

    public static bool IsLessOne => false;

    public static double NearLimit => 708;

    public static double Vanishing => -745.1332191019412;       // -0x1.74910d52d3052p+9

    public static double LeastNormal => -708.3964185322641;     // -0x1.6232bdd7abcd2p+9

    public static double LargestFinite => 709.782712893384;     //  0x1.62e42fefa39efp+9

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Steps, V First) Reduce<V>(V x)
        where V : struct, ILanes<V>
    {
        V steps = V.FusedMultiplyAdd(StepsPerUnit, x, RoundingMagic);
        return (steps, V.FusedNegatedMultiplyAdd(steps - RoundingMagic, Step1, x));
    }

    // The shift comes off exactly: both numbers are multiples of 2⁻⁶³ (where x is not, k and the shift are 0).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V High, V Low) Remainder<V>(V steps, V first, V shift)
        where V : struct, ILanes<V>
    {
        V multiple = steps - RoundingMagic, shifted = first - shift;
        V high = V.FusedNegatedMultiplyAdd(multiple, Step2, shifted);
        return (high, V.FusedNegatedMultiplyAdd(multiple, Step2, shifted - high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> PreciseRemainder<V>(V steps, V first, V shift)
        where V : struct, ILanes<V>
    {
        V multiple = steps - RoundingMagic;
        var less = DoubleDouble<V>.Product(multiple, Step2);
        var high = DoubleDouble<V>.Sum(first - shift, -less.High);
        return DoubleDouble<V>.Sum(high.High, V.FusedNegatedMultiplyAdd(multiple, Step3, high.Low - less.Low));
    }
}

/// <summary>2ˣ.</summary>
internal readonly struct Exp2 : IExponential
{
    public static double Round<TTest>(double x)
        where TTest : struct, IRoundingTest => LastStages<Exp2Stages>.Round<TTest>(x);

    internal const double Ln2High = 0.6931471805599453;         // 0x1.62e42fefa39efp-1
    internal const double Ln2Low = 2.3190468138462996e-17;      // 0x1.abc9e3b39803fp-56
    internal const double Ln2Rest = 5.707708438416212e-34;      // 0x1.7b57a079a1934p-111

    /// <summary>1.5·2⁴³: the sum with a smaller number has the nearest multiple of 1/512 in its last bits.</summary>
    internal const double RoundingMagic = 13194139533312;

    public static double ErrorBoundInUlp => 0.50001;

    public static double RelativeError => Exponential.RelativeError;

    public static bool IsLessOne => false;

    public static double NearLimit => 1021;

    public static double Vanishing => -1075;

    public static double LeastNormal => -1022;

    public static double LargestFinite => 1023.9999999999999;   // 0x1.fffffffffffffp+9

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Steps, V First) Reduce<V>(V x)
        where V : struct, ILanes<V>
    {
        V steps = x + RoundingMagic;
        return (steps, x - (steps - RoundingMagic));
    }

    // The product's error is found exactly, and that of the difference where it counts: where High is above the shift.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V High, V Low) Remainder<V>(V steps, V first, V shift)
        where V : struct, ILanes<V>
    {
        V product = first * Ln2High;
        V low = V.FusedMultiplyAdd(first, Ln2Low, V.FusedMultiplyAdd(first, Ln2High, -product));
        V high = product - shift;
        return (high, low + (product - high - shift));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> PreciseRemainder<V>(V steps, V first, V shift)
        where V : struct, ILanes<V>
    {
        var product = DoubleDouble<V>.Product(first, Ln2High);
        var low = DoubleDouble<V>.Product(first, Ln2Low);
        low = new(low.High, V.FusedMultiplyAdd(first, Ln2Rest, low.Low));
        return product + new DoubleDouble<V>(-shift, 0) + low;
    }
}

/// <summary>10ˣ.</summary>
internal readonly struct Exp10 : IExponential
{
    public static double Round<TTest>(double x)
        where TTest : struct, IRoundingTest => LastStages<Exp10Stages>.Round<TTest>(x);

    // log₁₀ 2/512; k times it cancels exactly against x.
    internal const double StepsPerTenth = 1700.8271845823294;   // 0x1.a934f0979a371p+10
    internal const double Step10 = 0.0005879492102812133;       // 0x1.34413509f79ffp-11

    // ln 10, and what the step times ln 10 is more than ln 2/512.
    internal const double Ln10High = 2.302585092994046;         //  0x1.26bb1bbb55516p+1
    internal const double Ln10Low = -2.1707562233822494e-16;    // -0x1.f48ad494ea3e9p-53
    internal const double Ln10Rest = -9.984262454465777e-33;    // -0x1.9ebae3ae0260cp-107
    internal const double Excess = 1.2609028499699684e-20;      //  0x1.dc5b0a78f8364p-67
    internal const double ExcessRest = -5.598221989388482e-37;  // -0x1.7cfec86e16a05p-121

    public static double ErrorBoundInUlp => 0.50001;

    public static double RelativeError => Exponential.RelativeError;

    public static bool IsLessOne => false;

    public static double NearLimit => 307;

    public static double Vanishing => -323.6072453387798;       // -0x1.439b746e36b53p+8

    public static double LeastNormal => -307.6526555685887;     // -0x1.33a7146f72a41p+8

    public static double LargestFinite => 308.2547155599167;    //  0x1.34413509f79fep+8

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Steps, V First) Reduce<V>(V x)
        where V : struct, ILanes<V>
    {
        V steps = V.FusedMultiplyAdd(StepsPerTenth, x, Exp.RoundingMagic);
        return (steps, V.FusedNegatedMultiplyAdd(steps - Exp.RoundingMagic, Step10, x));
    }

    // first·ln 10 + k·Excess, whose error is found exactly; then as for 2ˣ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V High, V Low) Remainder<V>(V steps, V first, V shift)
        where V : struct, ILanes<V>
    {
        V multiple = steps - Exp.RoundingMagic;
        V product = V.FusedMultiplyAdd(first, Ln10High, multiple * Excess);
        V low = V.FusedMultiplyAdd(multiple, Excess, V.FusedMultiplyAdd(first, Ln10High, -product));
        low = V.FusedMultiplyAdd(first, Ln10Low, low);
        V high = product - shift;
        return (high, low + (product - high - shift));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> PreciseRemainder<V>(V steps, V first, V shift)
        where V : struct, ILanes<V>
    {
        V multiple = steps - Exp.RoundingMagic;
        var low = DoubleDouble<V>.Product(first, Ln10Low);
        low = new(low.High, V.FusedMultiplyAdd(first, Ln10Rest, V.FusedMultiplyAdd(multiple, ExcessRest, low.Low)));
        var excess = DoubleDouble<V>.Product(multiple, Excess);
        return DoubleDouble<V>.Product(first, Ln10High) + new DoubleDouble<V>(-shift, 0) + (excess + low);
    }
}

/// <summary>eˣ − 1.</summary>
internal readonly struct ExpM1 : IExponential
{
    public static double Round<TTest>(double x)
        where TTest : struct, IRoundingTest => LastStages<ExpM1Stages>.Round<TTest>(x);

    public static double ErrorBoundInUlp => 0.503;

    public static double RelativeError => Exponential.RelativeErrorLessOne;

    public static bool IsLessOne => true;

    public static double NearLimit => Exp.NearLimit;

    public static double Vanishing => -37.42994775023705;       // -0x1.2b708872320e2p+5

    public static double LeastNormal => Exp.LeastNormal;

    public static double LargestFinite => Exp.LargestFinite;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Steps, V First) Reduce<V>(V x)
        where V : struct, ILanes<V> => Exp.Reduce(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V High, V Low) Remainder<V>(V steps, V first, V shift)
        where V : struct, ILanes<V> => Exp.Remainder(steps, first, shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> PreciseRemainder<V>(V steps, V first, V shift)
        where V : struct, ILanes<V> => Exp.PreciseRemainder(steps, first, shift);
}
