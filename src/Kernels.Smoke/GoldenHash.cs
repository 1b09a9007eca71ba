namespace Kernels.Smoke;

/// <summary>
/// One number for the bits of a kernel's results on a fixed set of arguments. Every machine, width and thread count must give the values
/// below; changing one is an event for CHANGELOG.md.
/// </summary>
public static class GoldenHash
{
    private const ulong Basis = 0xCBF29CE484222325;

    public const ulong Heart = 0x9CB3114F39F0D946;
    public const ulong Sin = 0xDD6EE0CE27532FE7;
    public const ulong Cos = 0x695487EEEE1DBF91;

    /// <summary>On how many arguments correct rounding is hashed: enough that some of them are not decided at once.</summary>
    public const int CorrectCount = 100_003;

    /// <summary>Of the doubles nearest to the exact sines of those arguments: there is no other possible value.</summary>
    public const ulong CorrectSin = 0x5B1ED25FCDF7C3D3;

    public const ulong CorrectCos = 0x5543400BEDE78277;

    /// <summary>Of the floats nearest to the exact sines of those arguments, rounded to float themselves.</summary>
    public const ulong SingleSin = 0x15AF17F8602E84DE;

    public const ulong SingleCos = 0x10652B4518AE88F3;

    /// <summary>Of the heart over the same floats.</summary>
    public const ulong SingleHeart = 0xEE7C4E14542422D9;

    /// <summary>Of the doubles and the floats nearest to the exact values of a function.</summary>
    public static (string Name, ulong Doubles, ulong Floats)[] Functions { get; } =
    [
        ("Exp", 0xD9CB931966B7715F, 0x617D1E98229713E1),
        ("Exp2", 0x2F8664ABE313F13E, 0x36629AA7F63B1BAC),
        ("Exp10", 0x0016C05ECB1A7BEF, 0xD2440B3E29340952),
        ("ExpM1", 0xB036B25E513B6F6D, 0x17B53034A389E630),
        ("Log", 0xC8949594C2CD9C71, 0xEE979BCD68A971E5),
        ("Log2", 0xDA120E832A638759, 0x48E914AD73CF463E),
        ("Log10", 0x30D883B24CE2ADDB, 0x1B6412A6A4863B7B),
        ("LogP1", 0xCB6B5C483070C45D, 0xFE124C072FECF87B),
        ("Cbrt", 0x515EEDCF3C6CCB59, 0xEC74D797ECADA845),
    ];

    /// <summary>Of the results of the declared tier, doubles and floats, for the arguments of <see cref="Exponents"/>.</summary>
    public static (string Name, double From, double To, ulong Doubles, ulong Floats)[] DeclaredExponentials { get; } =
    [
        ("Exp", -746, 710, 0x573F9D7739CC8F58, 0x46233B6027D6FB0A),
        ("Exp2", -1076, 1025, 0x0F91CAEFB05F378D, 0x1E7B1510C7A4BE46),
        ("Exp10", -324, 309, 0xB753A469DAD4CED9, 0xA9FC2B9BCB2ACBB8),
        ("ExpM1", -38, 710, 0xE5375B9578CA98E5, 0x6BEC821B753E7162),
    ];

    /// <summary>
    /// Of the doubles and the floats nearest to hypotenuses of the arguments and those four places on. The declared tier has the same: it
    /// misses the nearest double in one of 2³² pairs.
    /// </summary>
    public const ulong Hypot = 0xA3E021D17113AAFD, SingleHypot = 0x314ACD1A0C4F2C87;

    /// <summary>Of the doubles and the floats nearest to the powers of <see cref="Powers"/>.</summary>
    public const ulong Pow = 0x1260E93D48B3B8FE, SinglePow = 0x3C86DFD88601C1B5;

    /// <summary>Of the results of the declared tier for the same.</summary>
    public const ulong DeclaredPow = 0x11F24FC5B397CDBA;

    /// <summary>Of the results of the declared tier for the arguments of <see cref="Radicands"/>.</summary>
    public static (string Name, ulong Doubles)[] DeclaredRoots { get; } = [("Cbrt", 0x9D056BD46C311FF0)];

    /// <summary>Likewise, for the arguments of <see cref="Positive"/>; of LogP1 less 1.</summary>
    public static (string Name, ulong Doubles, ulong Floats)[] DeclaredLogarithms { get; } =
    [
        ("Log", 0xD3FAA0250C6CA3B7, 0x2F2A6D22C3CCD408),
        ("Log2", 0x5881F469202DA0FD, 0xBC09A981E6DBEF18),
        ("Log10", 0x3414F008F7F9DE22, 0xA9087F1C528A0AB1),
        ("LogP1", 0xF9C7562952BA8C77, 0x511F076A606CA20D),
    ];

    /// <summary>The heart as a text, and a formula of choices; correctly rounded, its results follow from the text alone.</summary>
    public const string HeartText = "x = 16*sin(t)**3; y = 13*cos(t) - 5*cos(2*t) - 2*cos(3*t) - cos(4*t)";

    /// <inheritdoc cref="HeartText"/>
    public const string ChoiceText = "where(t < 0.5 or t > 2, floor(t) - copysign(2.5, t), min(t, 1.5)*sqrt(abs(t)))";

    /// <summary>Of the results of these texts, operation by operation the doubles nearest to exact arithmetic.</summary>
    public const ulong HeartOfText = 0x10B0D422C3FA6F17, Choice = 0x5729D65A214757AC;

    public const ulong Fourier = 0x466B3C3CECD7A7C8;
    public const ulong Sample = 0x81EAE88F2795A291;

    /// <summary>Arguments of every binade and both signs, ordinary ones, and the special values, in no order.</summary>
    public static double[] Arguments(int count = 20_003)
    {
        double[] special =
        [
            0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, 1048576,
        ];
        var arguments = new double[count];
        ulong state = 1;
        for (int i = 0; i < arguments.Length; i++)
        {
            ulong z = Next(ref state);
            arguments[i] = (i % 4) switch
            {
                0 => BitConverter.UInt64BitsToDouble(z),
                1 => ((long)z >> 11) * (100.0 / (1L << 52)),
                2 => ((long)z >> 11) * ((i % 8 == 2 ? 1e6 : 4e6) / (1L << 52)),
                _ => i % 100 == 3 ? special[i / 100 % special.Length] : ((long)z >> 11) * (8.0 / (1L << 52)),
            };
        }

        return arguments;
    }

    // Four for each function at which its declared tier gives another double than the nearest.
    private static readonly double[] HardExponents =
    [
        -34.35307718054454, 0.0011053641238347115, 8.984737473410424E-06, -0.6054182233161914,
        7.517632847990714E-07, -0.007685503137478504, 0.004793019007225013, -1.5942709405182012,
        0.012232686966359051, -2.617557613099573E-05, 0.006550793231326878, 20.989956133816246,
        6.57286690024966E-08, 4.000555584256948, -0.012859651568478044, 383.92292174626823,
    ];

    /// <summary>
    /// Arguments from one end of a function's domain to the other, beside the lower end, where powers are subnormal, and between −1 and 1,
    /// in turn; and those whose powers are nearest to the middle between two doubles.
    /// </summary>
    public static double[] Exponents(double from, double to)
    {
        var arguments = new double[CorrectCount + HardExponents.Length];
        ulong state = 2;
        HardExponents.CopyTo(arguments, CorrectCount);
        for (int i = 0; i < CorrectCount; i++)
        {
            double fraction = (Next(ref state) >> 11) * (1.0 / (1L << 53));
            arguments[i] = (i % 4) switch
            {
                0 => from * (1 - (fraction / 16)),
                1 => (2 * fraction) - 1,
                _ => from + ((to - from) * fraction),
            };
        }

        return arguments;
    }

    /// <summary>Arguments of roots: the usual ones, and some at which the declared tier gives another double than the nearest.</summary>
    public static double[] Radicands() =>
    [
        .. Arguments(CorrectCount), -34.48629143391098, 27.496561094884097, -72.41007367726884, -22.251291257446304, -9.535772963210832,
        -62.004843150267774,
    ];

    /// <summary>
    /// Positive numbers: of every binade, up to 1,000, within 2⁻⁵ of 1 and within 2⁻¹⁰, where most logarithms are not the nearest doubles,
    /// in turn.
    /// </summary>
    public static double[] Positive()
    {
        var arguments = new double[CorrectCount];
        ulong state = 3;
        for (int i = 0; i < arguments.Length; i++)
        {
            ulong z = Next(ref state);
            double fraction = (z >> 11) * (1.0 / (1L << 53));
            arguments[i] = (i % 4) switch
            {
                0 => BitConverter.UInt64BitsToDouble(z % 0x7FF0_0000_0000_0000),
                1 => 1000 * fraction,
                2 => 1 + ((fraction - 0.5) / 16),
                _ => 1 + ((fraction - 0.5) / 512),
            };
        }

        return arguments;
    }

    /// <summary>Those four places on: second arguments of another kind.</summary>
    public static double[] Partners(double[] arguments) => [.. arguments[4..], .. arguments[..4]];

    /// <summary>
    /// Bases and exponents: any, whose powers are mostly 0, infinite or none, and positive ones and some negative, whose powers are mostly
    /// between the least number and the largest, or in their neighbourhood; and some at which the declared tier gives another double than
    /// the nearest.
    /// </summary>
    public static (double[] X, double[] Y) Powers()
    {
        double[] any = Arguments(), bases = Positive(), exponents = new double[bases.Length];
        ulong state = 4;
        for (int i = 0; i < bases.Length; i++)
        {
            ulong z = Next(ref state);
            double fraction = ((long)z >> 11) * (1.0 / (1L << 52));
            long binade = (BitConverter.DoubleToInt64Bits(bases[i]) >> 52) - 1023;
            exponents[i] = fraction * (i % 4) switch { 0 => 1080.0 / (1 + Math.Abs(binade)), 1 => 110, 2 => 30_000, _ => 400_000 };
            if (z % 8 == 0)
                (bases[i], exponents[i]) = (-bases[i], (long)exponents[i]);
        }

        double[] hard =
        [
            1.0022055140422683, 8405.78585476179, 1.0019535130513428, 358426.0335327798, 1.0024187545329233, -193279.39229358427,
            1.0007186205301568, 128228.45769037856, 0.9992446238876854, -766641.821810295, 52754.12451730675, -60.51045655298186,
        ];
        return (
            [.. any, .. bases, .. hard.Where((_, i) => i % 2 == 0)],
            [.. Partners(any), .. exponents, .. hard.Where((_, i) => i % 2 == 1)]);
    }

    // SplitMix64, so that no library's generator is part of the definition.
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    /// <summary>FNV-1a over the bits of all numbers, eight bytes each.</summary>
    public static ulong Of(params ReadOnlySpan<double[]> results)
    {
        ulong hash = Basis;
        foreach (double[] result in results)
        {
            foreach (double value in result)
                hash = With(hash, BitConverter.DoubleToUInt64Bits(value), 64);
        }

        return hash;
    }

    /// <summary>The same over floats, four bytes each.</summary>
    public static ulong Of(params ReadOnlySpan<float[]> results)
    {
        ulong hash = Basis;
        foreach (float[] result in results)
        {
            foreach (float value in result)
                hash = With(hash, BitConverter.SingleToUInt32Bits(value), 32);
        }

        return hash;
    }

    private static ulong With(ulong hash, ulong bits, int length)
    {
        for (int shift = 0; shift < length; shift += 8)
            hash = (hash ^ (bits >> shift & 0xFF)) * 0x100000001B3;
        return hash;
    }
}
