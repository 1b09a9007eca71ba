using System.Numerics;

namespace Kernels.Reference;

/// <content>
/// Of logarithms, roots and powers. First those at which the value is within 2⁻⁴⁷ of a last place, or less, of the middle between two
/// doubles.
/// </content>
public static partial class HardCases
{
    /// <summary>
    /// Where two AVX-512 libraries or machines differ (1332.312, 1e4, 1e6, 0.8181…, 0.0404…); 1 and its neighbours, and those of them whose
    /// series begins at a middle between two doubles; the least and the largest arguments.
    /// </summary>
    public static IReadOnlyList<double> Log { get; } =
    [
        Hex("0x1.1f19ae6db054ep+193"), Hex("0x1.c0a65f9234893p-842"), Hex("0x1.d3da559aa99f5p+63"), Hex("0x1.93e17ed15431ap-283"),
        Hex("0x1.fcdb4d6db2715p+1013"), Hex("0x1.12e24c5146e47p+172"), Hex("0x1.e65df55368954p+862"), Hex("0x1.5b8ff5b6f349cp-640"),
        Hex("0x1.e9273da07b1e8p+792"), Hex("0x1.c729be8017127p-773"), Hex("0x1.1f01fdcb57914p-255"), Hex("0x1.355c0b420ee7ep-12"),
        1332.312, 1e4, 1e6, 0.8181818181818182, 0.04048147466152369, 64,
        .. Beside(1), .. MiddlesBeside1(), .. BesideOrdinaryArguments(),
    ];

    /// <summary>Powers of 2, whose logarithms are integers, with neighbours of some.</summary>
    public static IReadOnlyList<double> Log2 { get; } =
    [
        Hex("0x1.1ba39ff28e3eap-5"), Hex("0x1.1ba39ff28e3eap-8"), Hex("0x1.d30a43773dd1bp+511"), Hex("0x1.89d948a94fe17p-3"),
        Hex("0x1.716143fc89551p-1"), Hex("0x1.4d7840d357b20p+3"), Hex("0x1.d68d81e6978dfp-129"), Hex("0x1.af4e9039f2511p-17"),
        Hex("0x1.15a2bc270db74p+127"), Hex("0x1.0017bf57ac60dp+1"), Hex("0x1.2cda79edf96b9p+31"), Hex("0x1.8bd769c45c87ap-65"),
        .. Enumerable.Range(-1074, 2098).Select(n => Math.ScaleB(1, n)), .. ((int[])[-1022, -513, -64, -1, 1, 2, 3, 10, 64, 512, 1023])
            .SelectMany(n => Beside(Math.ScaleB(1, n))),
        .. Beside(1), .. BesideOrdinaryArguments(), 1332.312, 1e4, 1e6,
    ];

    /// <summary>Powers of 10, whose logarithms are integers up to 10²², with their neighbours; those beyond, next to integers.</summary>
    public static IReadOnlyList<double> Log10 { get; } =
    [
        Hex("0x1.c295d530e7d8fp+184"), Hex("0x1.def83efbd4256p+813"), Hex("0x1.61d0d560199cep+612"), Hex("0x1.852ff9d06d8e9p-225"),
        Hex("0x1.e4688566cab37p-283"), Hex("0x1.d4ab96e0aa354p-77"), Hex("0x1.a052c03d81aafp+579"), Hex("0x1.4d0f00313488cp+576"),
        Hex("0x1.446d3277841e1p-778"), Hex("0x1.3e238630d4b3bp+581"), Hex("0x1.f2502af163dffp-736"), Hex("0x1.c6a7ee52b2cf7p+768"),
        .. Enumerable.Range(0, 23).SelectMany(n => Beside((double)BigInteger.Pow(10, n))),
        .. Enumerable.Range(-324, 633).Select(n => Exact.Exp10(n).Round()).Where(x => x > 0), .. BesideOrdinaryArguments(), 1332.312,
    ];

    /// <summary>
    /// Where 1 + x was taken for the argument (1.23e−15, 1.23e−20), with −0 and subnormals; a large one (1e308); beside −1 and 0; middles,
    /// of tiny arguments most of all.
    /// </summary>
    public static IReadOnlyList<double> LogP1 { get; } =
    [
        Hex("-0x1.73ffffffff4bdp-40"), Hex("0x1.9e000000037cbp-38"), Hex("-0x1.22fffffff91bdp-36"), Hex("0x1.e65df55368954p+862"),
        Hex("0x1.1be7575f49c6bp+191"), Hex("0x1.e7b915e057d3ap+925"), Hex("0x1.e4a048cf48923p+531"), Hex("0x1.14956b273c365p+8"),
        Hex("0x1.007e43f06233cp-12"), Hex("0x1.019aade22712ap-27"), Hex("0x1.027039188c77ep-5"), Hex("-0x1.ccf076b93f7f0p-10"),
        1.23e-15, 1.23e-20, -1.23e-15, 1e308, 1, -0.5, -0.25, 1e-300, -1e-300, -5e-310, double.Epsilon, -double.Epsilon,
        Math.ScaleB(1, -1022), Math.ScaleB(-1, -1022), double.MaxValue, .. Beside(-1).Where(x => x > -1), .. Beside(Math.ScaleB(1, 53)),
        .. Beside(Math.Sqrt(2) - 1), .. Beside(Math.Sqrt(0.5) - 1),
        .. TinyExponents(53), .. TinyExponents(54), .. HalfSquares(),
    ];

    /// <summary>The two hardest of one library's search; cubes, with their neighbours; the least and the largest arguments.</summary>
    public static IReadOnlyList<double> Cbrt { get; } =
    [
        Hex("0x1.9b78223aa307cp+1"), Hex("0x1.a202bfc89ddffp+2"), Hex("0x1.a3a8de5543964p+0"), Hex("0x1.0a9bbd11b3a24p-1"),
        Hex("0x1.7c2a8af7d25b3p+0"), Hex("0x1.4aade3afa96f3p-1"), Hex("0x1.aa966fd367276p-1"), Hex("0x1.a141bd06c0fd5p+1"),
        Hex("0x1.f140403f1226fp-1"), Hex("0x1.b58ffc5ad2fb8p-1"), Hex("0x1.62ffe76159660p+0"), Hex("0x1.16c79dfbe623ap-1"),
        Hex("0x1.553c1be6cbe2fp+1"),
        .. Cubes().SelectMany(x => (double[])[x, -x]), .. BesideOrdinaryArguments().SelectMany(x => (double[])[x, -x]),
    ];

    /// <summary>
    /// A difference of size that lost a sign (1, −1e20); Pythagorean triples whose hypotenuse is the middle between two doubles, with
    /// neighbours; pairs whose squares' sum is next to the square of such a middle; beside overflow and subnormals.
    /// </summary>
    public static IReadOnlyList<(double X, double Y)> Hypot { get; } =
    [
        (Hex("0x1.1732e04bf1488p-1"), Hex("0x1.0b590d18d9545p-27")), (Hex("0x1.85e5ab86aad3ep-1"), Hex("0x1.d3456f627eaa7p-25")),
        (Hex("0x1.004b4cf2344aap-1"), Hex("0x1.bba8e00dcdea8p-27")), (Hex("0x1.331f2a32d01fap-1"), Hex("0x1.a498eb27b11bdp-26")),
        (Hex("0x1.a308e1455f447p+0"), Hex("0x1.9d931a83ef879p+0")), (Hex("0x1p+291"), Hex("0x1p+317")),
        (Hex("0x1.05203b7199e9fp-1"), Hex("0x1.44ccbb4a5e8f8p-24")), (Hex("0x1.9adb9c806081ep-1"), Hex("0x1.eebdac4990283p-22")),
        (Hex("0x1.0000000000001p+529"), Hex("0x1p+555")), (Hex("0x1.28e37c1c0f8aep-1"), Hex("0x1.d1dc2b80a4107p-23")),
        (Hex("0x1.5f268c3406ef8p-1"), Hex("0x1.0074996023042p-20")), (Hex("0x1.e5b5df85658cfp-1"), Hex("0x1.f8e7d6506d3e0p-20")),
        (1, -1e20), (3, 4), (-3e-320, 4e-320), (3e307, -4e307), (1, 1), (0, 1), (-1, 0), (0, -0.0), (double.Epsilon, double.Epsilon),
        (double.Epsilon, 1), (1, Math.ScaleB(1, -600)), (double.MaxValue, double.Epsilon), (double.MaxValue, double.MaxValue),
        (Math.ScaleB(3, -1074), Math.ScaleB(2, -1074)), (Math.ScaleB(1, -1022), double.Epsilon), (1e-170, 1e-170), (1e170, 1e-170),
        .. Beside(Math.ScaleB(Math.Sqrt(2), 997)).Select(y => (double.MaxValue, y)),
        .. Beside(Math.ScaleB(Math.Sqrt(2), 1022)).Select(x => (x, Math.ScaleB(Math.Sqrt(2), 1022))),
        .. Triples(53), .. MiddleSquares(53),
    ];

    /// <summary>
    /// Beside 1, where 102 bits and more are those of a middle; exact powers and middles, with neighbours; powers of 2 and 10 up to
    /// overflow and down to 0; bases next to 1 with large exponents, on which libraries lose all bits; what others have reported: integer
    /// exponents of negative bases and −1, 2^−2⁶³, 1^1e35, 10^68, 141322⁻¹.
    /// </summary>
    public static IReadOnlyList<(double X, double Y)> Pow { get; } =
    [
        (Hex("0x1.ffffffffffffcp-1"), Hex("0x1.fffffffffffffp-2")), (Hex("0x1.ffffffffffffcp-1"), Hex("-0x1.ffffffffffffdp-2")),
        (Hex("0x1.ffffffffffffp-1"), Hex("-0x1.ffffffffffff6p-3")), (Hex("0x1.ffffffffffff8p-1"), Hex("-0x1.ffffffffffffbp-3")),
        (Hex("0x1.5ac6d6dc2a1b2p-1"), Hex("0x1.e467e38d44040p-2")), (Hex("0x1.619e4bd9e9323p-1"), Hex("0x1.4d31ec6d44040p-2")),
        (Hex("0x1.82f6e211cdeb8p-1"), Hex("0x1.e1b5feb4a2020p-1")), (Hex("0x1.c4269c893fd34p+50"), Hex("0x1.4p-2")),
        (Hex("0x1.f2ff9248c5e3fp-1"), Hex("0x1.7b78423a88080p-3")), (Hex("0x1.17a4699e5d9ecp-1"), Hex("0x1.e421208b485fep-1")),
        (Hex("0x1.db8bb0a3a28bap+52"), Hex("0x1.5p-1")), (Hex("0x1.a5a8606bea4efp+3"), Hex("0x1.4p-3")),
        (Hex("0x1.1747dfcef0053p-1"), Hex("0x1.1dd8a05a8b00bp-1")), (Hex("0x1.4b19ec39d18e2p-326"), Hex("0x1.921fb54442d18p+1")),
        (Hex("0x1.7ff1b57d71188p-1"), Hex("0x1.2e8d51b04ab8p+11")), (Hex("0x1.000002c5e2e99p+0"), Hex("0x1.c9eee35374af6p+31")),
        (Hex("0x1.fffffd2e3e669p-1"), Hex("0x1.344c9823eb66cp+32")), (Hex("0x1.acb0e8p-1"), 4), (141322, -1), (1, 1e35), (-1, 2),
        (double.Epsilon, 1), (double.MaxValue, 1), (double.MaxValue, -1), (-1, 3), (-2, 3), (-3, 3), (-4, 3), (-1, -Math.ScaleB(1, 63)),
        (2, -Math.ScaleB(1, 63)), (-2, Math.ScaleB(1, 53) - 1), (1e300, 1e300), (1e-300, 1e300), (1.5, 1e-300), (double.Epsilon, 1e-18),
        (3, -1), (0.1, 2), (-0.1, -3), (5, 0), (-5, 0), (0, 2), (9, 0.5), (7, 0.5), (2, 0.5), (4, -0.5), (16, 0.75), (1e10, 30.8),
        .. Enumerable.Range(26, 29).Select(e => (Math.BitDecrement(1), -Math.ScaleB(1, e))),
        .. Enumerable.Range(-325, 635).Select(n => (10.0, (double)n)), .. Beside(308.25471555991674).Select(y => (10.0, y)),
        .. Beside(1024).Select(y => (2.0, y)), .. Beside(-1022).Select(y => (2.0, y)), .. Beside(-1075).Select(y => (2.0, y)),
        .. Beside(0.5).Select(x => (x, 1075.0)), .. Beside(Math.ScaleB(1, -43)).Select(x => (x, 25.0)),
        .. Beside(Math.ScaleB(3, -43)).Select(x => (-x, 25.0)), .. Beside(Math.ScaleB(3, -215)).Select(x => (x, 5.0)),
        .. Beside(Math.Sqrt(double.MaxValue)).Select(x => (x, 2.0)), .. Beside(Math.ScaleB(1, -511)).Select(x => (x, 2.0)),
        .. from x in Beside(1) from y in (double[])[2, 3, 0.5, -1, 1e15, -1e17, 1.1e18] select (x, y),
        .. ExactPowers(53),
    ];

    /// <summary>Floats on which a double hardly tells the side; 1, powers of 2 and 10, with neighbours; special ones.</summary>
    public static IReadOnlyList<float> SingleLogarithms { get; } =
    [
        .. ((uint[])
            [
                0x1f11_6ab8, 0x3c41_3d3a, 0x4117_8feb, 0x4c5d_65a5, 0x4d60_4ebe, 0x65d8_90d3, 0x66a8_c860, 0x6f31_a8ec,
                0x0efe_ee7a, 0x45bd_edc8, 0x6105_67e4, 0x62a6_c1dd, 0x3f44_2160, 0x3fed_dffd, 0x4020_7ab9, 0x408d_64de,
                0x410d_64de, 0x43a9_da4d, 0x43df_57d9, 0x43ff_c006, 0x120b_93dc
            ]).Select(BitConverter.UInt32BitsToSingle),
        .. Enumerable.Range(-149, 277).Select(n => MathF.ScaleB(1, n)),
        .. Enumerable.Range(0, 11).Select(n => (float)BigInteger.Pow(10, n)),
        .. ((float[])[1, 10, 100, 1000, 1e10f, 2, 0.5f, 1.1754944e-38f])
            .SelectMany(x => (float[])[MathF.BitDecrement(x), MathF.BitIncrement(x)]),
        .. SpecialSingles,
    ];

    /// <summary>The same of ln(1 + x).</summary>
    public static IReadOnlyList<float> SingleLogP1 { get; } =
    [
        .. ((uint[])
            [
                0x3ebe_9143, 0x3efd_81ad, 0x4107_8feb, 0x4665_a5a6, 0x5518_5f82, 0x5ee8_984e, 0x65d8_90d3, 0x66a8_c860,
                0x6f31_a8ec, 0x79e7_ec37, 0xbb0e_c8c4
            ]).Select(BitConverter.UInt32BitsToSingle),
        (float)Hex("-0x1.247ab0p-6"), (float)Hex("-0x1.3a415ep-5"), (float)Hex("0x1.b7fd86p-4"), (float)Hex("0x1.43c7e2p-6"),
        .. ((string[])["0x1.800006p-21", "0x1.200036p-17", "0x1.e00096p-17"]).SelectMany(x => (float[])[(float)Hex(x), -(float)Hex(x)]),
        .. ((float[])[1, 0.5f, -0.5f, -0.99999994f, 5.9604645e-8f, 2.9802322e-8f, 1.1920929e-7f])
            .SelectMany(x => (float[])[MathF.BitDecrement(x), x, MathF.BitIncrement(x)]),
        .. SpecialSingles,
    ];

    /// <summary>The same of cube roots.</summary>
    public static IReadOnlyList<float> SingleCubes { get; } =
    [
        .. ((uint[])
            [
                0x3faf_1391, 0x3fce_4d58, 0x4003_53b5, 0x400f_7652, 0x4021_b8e7, 0x4052_6132, 0x4065_7981, 0x40ca_c367
            ]).Select(BitConverter.UInt32BitsToSingle),
        .. ((float[])[1, 8, 27, 64, 125, 0.125f, 4173281]).SelectMany(x => (float[])[MathF.BitDecrement(x), x, MathF.BitIncrement(x), -x]),
        .. SpecialSingles,
    ];

    /// <summary>Triples and middles likewise, of floats.</summary>
    public static IReadOnlyList<(float X, float Y)> SingleHypotenuses { get; } =
    [
        .. Triples(24).Select(Single), .. MiddleSquares(24).Select(Single), (1, -1e20f), (3, 4), (float.MaxValue, float.MaxValue),
        (float.Epsilon, float.Epsilon), (3e-45f, 4e-45f), (1, 1e-30f), (0, 0), (-0f, 0), .. SpecialSinglePairs(),
    ];

    /// <summary>
    /// Exact powers and middles of floats likewise, such as the squares of odd integers from 4097 to 5791; beside overflow and 0.
    /// </summary>
    public static IReadOnlyList<(float X, float Y)> SinglePowers { get; } =
    [
        .. ExactPowers(24).Select(Single), .. Enumerable.Range(2048, 848).Select(n => ((2f * n) + 1, 2f)), (0.8372874f, 4), (-3, 3),
        (2, 128), (2, -149), (2, -150), (2, -149.99998f), (2, 127.99999f), (10, 38), (10, 39), (10, -45), (10, -46), (1.5f, 1e-30f),
        (0.99999994f, 1e9f), (1.0000001f, 7.4e8f), (-1, 3e38f), (-0.5f, 149), (-0.5f, 150), (-0.5f, 151), .. SpecialSinglePairs(),
    ];

    private static float[] SpecialSingles =>
    [
        0, -0f, float.Epsilon, -float.Epsilon, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.NaN,
        -1,
    ];

    private static IEnumerable<(float X, float Y)> SpecialSinglePairs() =>
        from x in SpecialSingles
        from y in (float[])[.. SpecialSingles, 1, 2, -2, 3, -3, 0.5f, -0.5f]
        select (x, y);

    private static (float X, float Y) Single((double X, double Y) pair) => ((float)pair.X, (float)pair.Y);

    // Of logarithms and roots: the least, the least normal and the largest ones; where reductions by powers of 2 may change over.
    private static IEnumerable<double> BesideOrdinaryArguments() =>
        ((double[])[Math.ScaleB(1, -1022), Math.Sqrt(0.5), 0.75, Math.Sqrt(2), 1.5, 2, 10, Math.E, 3 * Math.ScaleB(1, -1074)])
            .SelectMany(Beside).Where(x => x > 0).Append(double.Epsilon).Append(double.MaxValue);

    // x = 1 + t with t = k·2⁻⁵² or −k·2⁻⁵³, where t − t²/2 is the middle between two doubles; t³/3 is less than 2⁻²⁹ units.
    private static IEnumerable<double> MiddlesBeside1()
    {
        for (int k = 5; k < 4096; k++)
        {
            int exponent = BitOperations.Log2((uint)k), fraction = (k * k) & ((4 << exponent) - 1);
            if ((fraction & ((2 << exponent) - 1)) == 1 << exponent)
                yield return 1 + Math.ScaleB(k, -52);
            if (fraction == 2 << exponent)
                yield return 1 - Math.ScaleB(k, -53);
        }
    }

    private static IEnumerable<double> Cubes() =>
        from n in (int[])[1, 2, 3, 5, 7, 10, 101, 4097, 65537, 131071, 208063]
        from e in (int[])[-358, -340, -17, 0, 1, 17, 320]
        from x in Beside(Math.ScaleB((double)n * n * n, 3 * e))
        where x > 0
        select x;

    /// <summary>
    /// (p² − q², 2pq), whose hypotenuse p² + q² is odd and has one bit more than numbers of so many; and beside them.
    /// </summary>
    private static IEnumerable<(double X, double Y)> Triples(int bits)
    {
        // p² is 0.7·2^bits, and q² about half of that, less or more.
        double scale = Math.Sqrt(Math.ScaleB(1, bits));
        for (int i = 0; i < 12; i++)
        {
            long p = (long)(0.84 * scale) + i, q = ((long)((0.57 + (0.02 * i)) * scale) & ~1) + 1 - (p & 1);
            foreach (int exponent in (int[])[-bits, 0, 40])
            {
                double x = Math.ScaleB((p * p) - (q * q), exponent), y = Math.ScaleB(2 * p * q, exponent);
                yield return (x, y);
                yield return (-y, x);
                yield return (Math.BitIncrement(x), y);
                yield return (x, Math.BitDecrement(y));
            }
        }
    }

    /// <summary>
    /// Integers x and y with 4(x² + y²) + 1 = (2x + d)²: the hypotenuse is below the middle x + d/2 by an eighth of its reciprocal. d is a
    /// prime of the form 4n + 1, or 1, and 2y a root of −1 modulo d.
    /// </summary>
    private static IEnumerable<(double X, double Y)> MiddleSquares(int bits)
    {
        foreach (long d in (long[])[1, 5, 13, 29, 101, 1009, 10_009, 100_049, 1_000_033])
        {
            long root = 0;
            while (((4 * root * root) + 1) % d != 0)
                root++;

            // x = (4y² + 1 − d²)/4d from 2^(bits − 1) to 2^bits.
            for (int i = 0; i < 4; i++)
            {
                long y = (long)Math.Sqrt(d * Math.ScaleB(0.6 + (0.1 * i), bits));
                y += root + d - (y % d);
                double x = (double)(((4 * (BigInteger)y * y) + 1 - (d * d)) / (4 * d));
                if (x >= Math.ScaleB(1, bits - 1) && x + d < Math.ScaleB(1, bits) && y < Math.ScaleB(1, bits))
                {
                    yield return (x, y);
                    yield return (Math.ScaleB(-y, -bits), Math.ScaleB(x, -bits));
                }
            }
        }
    }

    /// <summary>
    /// x = (m·2^e)^(2^k) and y = n/2^k, whose power mⁿ·2^en is exact or, of one bit more than numbers of so many, the middle between two;
    /// and beside them.
    /// </summary>
    private static IEnumerable<(double X, double Y)> ExactPowers(int bits)
    {
        double limit = Math.ScaleB(1, bits);
        for (int k = 0; k <= 5; k++)
        {
            for (int n = 2; n <= 34; n++)
            {
                // m is odd, and mⁿ next to 2^bits on both sides, or between the middles.
                double first = 2 * Math.Floor(Math.Pow(2, bits / (double)n) / 2), last = 2 * Math.Floor(Math.Pow(2, (bits + 0.5) / n) / 2);
                foreach (double m in (double[])[first - 1, first + 1, last + 1])
                {
                    if (m < 3 || Math.Pow(m, 1 << k) >= limit || (k > 0 && n % 2 == 0))
                        continue;
                    double x = (double)BigInteger.Pow((BigInteger)m, 1 << k), y = Math.ScaleB(n, -k);
                    yield return (x, y);
                    yield return (Math.ScaleB(x, -2 << k), y);
                    yield return (bits == 53 ? Math.BitIncrement(x) : MathF.BitIncrement((float)x), y);
                    if (k == 0)
                        yield return (-x, y);
                }
            }
        }
    }
}
