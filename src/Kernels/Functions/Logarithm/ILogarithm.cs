using System.Numerics;

namespace Kernels.Functions;

/// <summary>What differs from one logarithm to another: the base, and whether 1 is added to the argument. By default it is ln x.</summary>
internal interface ILogarithm
{
    /// <summary>The largest error over all doubles, in ULP; <c>docs/accuracy.md</c> derives it.</summary>
    static virtual double ErrorBoundInUlp => 0.5009;

    /// <summary>Whether it is the logarithm of 1 + x.</summary>
    static virtual bool IsPlusOne => false;

    /// <summary>Whether the base is e.</summary>
    static virtual bool IsNatural => true;

    /// <summary>1/ln b in two doubles, the second of which leaves 2⁻¹⁰⁸ of it.</summary>
    static virtual double PerLnHigh => 1;

    /// <inheritdoc cref="PerLnHigh"/>
    static virtual double PerLnLow => 0;

    /// <summary>The logarithm, where it is rational: an integer, of a power of the base.</summary>
    static virtual double? Integer(double x) => x == 1 ? 0 : null;

    /// <summary>1/ln b as a fraction of 192 bits, times a power of 2.</summary>
    static virtual (UInt192 Fraction, int Exponent) WidePerLn => default;

    /// <summary>ln b, in units of 2^−bits.</summary>
    static virtual BigInteger Ln(int bits) => BigInteger.One << bits;

    /// <summary>
    /// For floats: rows whose logarithm is moved, which sends the last floats to the right side, each with the number of doubles by which,
    /// away from 0.
    /// </summary>
    static virtual ReadOnlySpan<int> MovedRows => [];

    /// <summary>For floats: ln 2/ln b.</summary>
    static virtual double SingleLn2 => Log.Ln2;

    /// <summary>
    /// For floats, of the polynomial over ln b: the coefficients of z² to z⁵, and of z; or, for 1 + x, of |z|, since that of z is 1.
    /// </summary>
    static virtual ReadOnlySpan<double> SingleConstants => [Log.Float2, Log.Float3, Log.Float4, Log.Float5, 1];
}

/// <summary>ln x.</summary>
internal readonly struct Log : ILogarithm
{
    internal const double Ln2 = 0.6931471805599453;            //  0x1.62e42fefa39efp-1

    // ln(1 + z) ≈ z + Float2·z² + … + Float5·z⁵, to 2⁻⁴³ of z².
    internal const double Float2 = -0.49999999999989997;       // -0x1.ffffffffff8f6p-2
    internal const double Float3 = 0.3333333333329905;         //  0x1.5555555553d35p-2
    internal const double Float4 = -0.25000036517639984;       // -0x1.00001881aeca9p-2
    internal const double Float5 = 0.20000046947899014;        //  0x1.9999d89cc6782p-3

    // For 0x1.827a74p-7, 0x1.b121a6p+76 and 0x1.bacb4ap+25.
    public static ReadOnlySpan<int> MovedRows => [48, -13, 142, -211, 161, -141];
}

/// <summary>log₂ x.</summary>
internal readonly struct Log2 : ILogarithm
{
    internal const double Log2EHigh = 1.4426950408889634;      // 0x1.71547652b82fep+0
    internal const double Log2ELow = 2.0355273740931033e-17;   // 0x1.777d0ffda0d24p-56

    internal const double Float2 = -0.7213475204443375;        // -0x1.71547652b7debp-1
    internal const double Float3 = 0.4808983469624931;         //  0x1.ec709dc39e12ep-2
    internal const double Float4 = -0.36067428700795473;       // -0x1.715499acd4421p-2
    internal const double Float5 = 0.2885396855209899;         //  0x1.2776f283a4a29p-2

    public static bool IsNatural => false;

    public static double ErrorBoundInUlp => 0.5017;

    public static double PerLnHigh => Log2EHigh;

    public static double PerLnLow => Log2ELow;

    public static double? Integer(double x) => double.IsPow2(x) ? Math.ILogB(x) : null;

    public static (UInt192 Fraction, int Exponent) WidePerLn => (WideLogarithm.HalfLog2E, 1);

    public static BigInteger Ln(int bits) => ExactExponential.Ln2(bits);

    public static double SingleLn2 => 1;

    public static ReadOnlySpan<double> SingleConstants => [Float2, Float3, Float4, Float5, Log2EHigh];
}

/// <summary>log₁₀ x.</summary>
internal readonly struct Log10 : ILogarithm
{
    internal const double Log10EHigh = 0.4342944819032518;     // 0x1.bcb7b1526e50ep-2
    internal const double Log10ELow = 1.098319650216765e-17;   // 0x1.95355baaafad3p-57
    internal const double Log10Of2 = 0.3010299956639812;       // 0x1.34413509f79ffp-2

    internal const double Float2 = -0.21714724095158247;       // -0x1.bcb7b1526def1p-3
    internal const double Float3 = 0.14476482730093504;        //  0x1.287a7636f2e6ap-3
    internal const double Float4 = -0.10857377906991748;       // -0x1.bcb7dbe4ef4efp-4
    internal const double Float5 = 0.08685910027435988;        //  0x1.63c65e309d1fbp-4

    // The largest power of 5 that is a double, and so of 10.
    private const int LargestPower = 22;

    public static bool IsNatural => false;

    public static double ErrorBoundInUlp => 0.5016;

    public static double PerLnHigh => Log10EHigh;

    public static double PerLnLow => Log10ELow;

    public static double? Integer(double x)
    {
        double power = 1;
        for (int n = 0; n <= LargestPower; n++, power *= 10)
        {
            if (x == power)
                return n;
        }

        return null;
    }

    public static (UInt192 Fraction, int Exponent) WidePerLn => (WideLogarithm.Log10E, 0);

    public static BigInteger Ln(int bits) => ExactExponential.Ln10(bits);

    // For 0x1.1727b8p-91.
    public static ReadOnlySpan<int> MovedRows => [346, 63];

    public static double SingleLn2 => Log10Of2;

    public static ReadOnlySpan<double> SingleConstants => [Float2, Float3, Float4, Float5, Log10EHigh];
}

/// <summary>ln(1 + x).</summary>
internal readonly struct LogP1 : ILogarithm
{
    public static double ErrorBoundInUlp => 0.5015;

    public static bool IsPlusOne => true;

    // Below 2⁻⁵⁴, half of x is less than half of the place below 1: the result is x.
    public static double? Integer(double x) => Math.Abs(x) < 1.0 / (1L << 54) ? x : null;

    /// <summary>
    /// For floats: more than half of the last place. Beside 0 four have logarithms so near to the middle between two floats that the double
    /// nearest to them is that middle, which is rounded to the wrong side: downward.
    /// </summary>
    internal const double Upwards = 1.3183898417423734e-16;    // 0x1.3p-53

    public static ReadOnlySpan<double> SingleConstants => [Log.Float2, Log.Float3, Log.Float4, Log.Float5, Upwards];

    // For 0x1.fb035ap-2, 0x1.b121a6p+76 and -0x1.1d9188p-9.
    public static ReadOnlySpan<int> MovedRows => [41, 2, 142, -211, 297, 3];
}
