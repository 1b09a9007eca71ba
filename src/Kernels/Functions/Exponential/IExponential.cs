using System.Numerics;

namespace Kernels.Functions;

/// <summary>What differs from one exponential function to another: the base, and whether 1 is subtracted. By default it is eˣ.</summary>
internal interface IExponential
{
    /// <summary>The largest error over all doubles, in ULP; <c>docs/accuracy.md</c> derives it.</summary>
    static virtual double ErrorBoundInUlp => Exponential.ErrorBoundInUlp;

    /// <summary>What a result may be off by before it is rounded, relative to itself: likewise.</summary>
    static virtual double RelativeError => Exponential.RelativeError;

    /// <summary>Whether the function is the power less 1.</summary>
    static virtual bool IsLessOne => false;

    /// <summary>The largest argument whose power is rounded to 0 or, less 1, to −1.</summary>
    static virtual double Vanishing => -745.1332191019412;       // -0x1.74910d52d3052p+9

    /// <summary>The least argument whose power is a normal number.</summary>
    static virtual double LeastNormal => -708.3964185322641;     // -0x1.6232bdd7abcd2p+9

    /// <summary>The largest argument whose power is rounded to a finite number.</summary>
    static virtual double LargestFinite => 709.782712893384;     //  0x1.62e42fefa39efp+9

    /// <summary>The argument whose power is the middle between two doubles, if there is one, and of these the even one.</summary>
    static virtual (double Argument, double Even) Tie => (double.NaN, double.NaN);

    /// <summary>
    /// What the first phase takes: steps to a unit of the argument, <see cref="Exponential.RoundingMagic"/>, a step, whose multiples come
    /// off the argument exactly, <see cref="ExpTable.OffsetBits"/>, and the largest size of the arguments of the fast path, whose results
    /// are neither subnormal nor infinite.
    /// </summary>
    static virtual ReadOnlySpan<double> ReductionConstants =>
        [Exp.StepsPerUnit, Exponential.RoundingMagic, Exp.Step1, ExpTable.OffsetBits, 708];

    /// <summary>The step, and up to three numbers that <see cref="Remainder{V}"/> takes: four with zeros.</summary>
    static virtual ReadOnlySpan<double> RemainderConstants => [Exp.Step1, Exp.Step2, 0, 0];

    /// <summary>
    /// The natural logarithm of the power, less k·ln 2/512 and the shift of the table's point, as High − Excess. First is the argument less
    /// k steps; the constants from the sixth on are <see cref="RemainderConstants"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual (V High, V Excess) Remainder<V>(V multiple, V first, V shift, in Constants<V> constants)
        where V : struct, ILanes<V> => (first, V.FusedMultiplyAdd(multiple, constants.Seventh, shift));

    /// <summary>
    /// To twice the precision: the base's natural logarithm in three parts, and in two what the step times it is more than ln 2/512.
    /// </summary>
    static virtual ReadOnlySpan<double> PreciseConstants => [1, 0, 0, -Exp.Step2, -Exp.Step3];

    /// <summary>Whether the base is 2.</summary>
    static virtual bool IsBinary => false;

    /// <summary>
    /// For floats: log₂ of the base, its first 29 bits, <see cref="SingleExponential.RoundingMagic"/>, the rest of the logarithm, the bits
    /// of offsets and the largest size of the arguments of the fast path.
    /// </summary>
    static virtual ReadOnlySpan<double> SingleReductionConstants =>
    [
        SingleExponential.Log2E1, SingleExponential.RoundingMagic, SingleExponential.Log2E2, ExpTable.PointOffsetBits,
        SingleExponential.NearLimit,
    ];

    /// <summary>log₂ of the base, two bits before the binary point.</summary>
    static virtual ReadOnlySpan<ulong> Log2 => WideExponential.Log2E;

    /// <summary>The natural logarithm of the base, in units of 2^−bits.</summary>
    static virtual BigInteger Logarithm(int bits) => BigInteger.One << bits;
}

/// <summary>eˣ.</summary>
internal readonly struct Exp : IExponential
{
    // ln 2/512 in three parts; k·Step1 cancels exactly against x.
    internal const double StepsPerUnit = 738.6598609351493;     // 0x1.71547652b82fep+9
    internal const double Step1 = 0.0013538030870311431;        // 0x1.62e42fefa39efp-10
    internal const double Step2 = 4.529388308293554e-20;        // 0x1.abc9e3b39803fp-65
    internal const double Step3 = 1.1147868043781664e-36;       // 0x1.7b57a079a1934p-120
}

/// <summary>2ˣ.</summary>
internal readonly struct Exp2 : IExponential
{
    internal const double Ln2High = 0.6931471805599453;         // 0x1.62e42fefa39efp-1
    internal const double Ln2Low = 2.3190468138462996e-17;      // 0x1.abc9e3b39803fp-56
    internal const double Ln2Rest = 5.707708438416212e-34;      // 0x1.7b57a079a1934p-111

    public static double Vanishing => -1075;

    public static double LeastNormal => -1022;

    public static double LargestFinite => 1023.9999999999999;   // 0x1.fffffffffffffp+9

    public static ReadOnlySpan<double> ReductionConstants => [512, Exponential.RoundingMagic, 1.0 / 512, ExpTable.OffsetBits, 1021];

    public static ReadOnlySpan<double> RemainderConstants => [1.0 / 512, Ln2High, Ln2Low, 0];

    public static ReadOnlySpan<double> PreciseConstants => [Ln2High, Ln2Low, Ln2Rest, 0, 0];

    public static bool IsBinary => true;

    public static ReadOnlySpan<double> SingleReductionConstants =>
        [1, SingleExponential.RoundingMagic, 0, ExpTable.PointOffsetBits, SingleExponential.NearLimit];

    public static ReadOnlySpan<ulong> Log2 => WideExponential.Log2Of2;

    public static BigInteger Logarithm(int bits) => ExactExponential.Ln2(bits);

    // The product's error is found exactly.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V High, V Excess) Remainder<V>(V multiple, V first, V shift, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V high = first * constants.Seventh;
        V excess = V.FusedNegatedMultiplyAdd(first, constants.Seventh, high);
        return (high, excess + V.FusedNegatedMultiplyAdd(first, constants.Eighth, shift));
    }
}

/// <summary>10ˣ.</summary>
internal readonly struct Exp10 : IExponential
{
    // log₁₀ 2/512; k times it cancels exactly against x.
    internal const double StepsPerTenth = 1700.8271845823294;   // 0x1.a934f0979a371p+10
    internal const double Step10 = 0.0005879492102812133;       // 0x1.34413509f79ffp-11

    // ln 10, and what the step times ln 10 is more than ln 2/512.
    internal const double Ln10High = 2.302585092994046;         //  0x1.26bb1bbb55516p+1
    internal const double Ln10Low = -2.1707562233822494e-16;    // -0x1.f48ad494ea3e9p-53
    internal const double Ln10Rest = -9.984262454465777e-33;    // -0x1.9ebae3ae0260cp-107
    internal const double Excess = 1.2609028499699684e-20;      //  0x1.dc5b0a78f8364p-67
    internal const double ExcessRest = -5.598221989388482e-37;  // -0x1.7cfec86e16a05p-121

    public static double Vanishing => -323.6072453387798;       // -0x1.439b746e36b53p+8

    public static double LeastNormal => -307.6526555685887;     // -0x1.33a7146f72a41p+8

    public static double LargestFinite => 308.2547155599167;    //  0x1.34413509f79fep+8

    // 10²³ = 5²³·2²³ with 5²³ of 54 bits.
    public static (double Argument, double Even) Tie => (23, 1e23);

    public static ReadOnlySpan<double> ReductionConstants => [StepsPerTenth, Exponential.RoundingMagic, Step10, ExpTable.OffsetBits, 307];

    public static ReadOnlySpan<double> RemainderConstants => [Step10, Ln10High, Ln10Low, Excess];

    public static ReadOnlySpan<double> PreciseConstants => [Ln10High, Ln10Low, Ln10Rest, Excess, ExcessRest];

    public static ReadOnlySpan<double> SingleReductionConstants =>
    [
        SingleExponential.Log2Ten1, SingleExponential.RoundingMagic, SingleExponential.Log2Ten2, ExpTable.PointOffsetBits,
        SingleExponential.NearLimit,
    ];

    public static ReadOnlySpan<ulong> Log2 => WideExponential.Log2Of10;

    public static BigInteger Logarithm(int bits) => ExactExponential.Ln10(bits);

    // As for 2ˣ, and k·Excess.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V High, V Excess) Remainder<V>(V multiple, V first, V shift, in Constants<V> constants) where V : struct, ILanes<V>
    {
        V high = first * constants.Seventh;
        V excess = V.FusedNegatedMultiplyAdd(first, constants.Seventh, high);
        V rest = V.FusedNegatedMultiplyAdd(multiple, constants.Ninth, V.FusedNegatedMultiplyAdd(first, constants.Eighth, shift));
        return (high, excess + rest);
    }
}

/// <summary>eˣ − 1.</summary>
internal readonly struct ExpM1 : IExponential
{
    public static double ErrorBoundInUlp => 0.503;

    // 2⁻⁶⁶, but for what the rounding of r²/2 adds; docs/accuracy.md derives less.
    public static double RelativeError => 1.3552527156068805e-20;

    public static bool IsLessOne => true;

    public static double Vanishing => -37.42994775023705;       // -0x1.2b708872320e2p+5

    public static ReadOnlySpan<double> SingleReductionConstants =>
        [Exp.StepsPerUnit, Exponential.RoundingMagic, Exp.Step1, ExpTable.OffsetBits, SingleExponential.NearLimit];
}
