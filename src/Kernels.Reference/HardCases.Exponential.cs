using System.Numerics;

namespace Kernels.Reference;

/// <content>
/// Of the exponential functions. First those at which the value is within 2⁻⁵² of a last place, or less, of the middle between two doubles.
/// </content>
public static partial class HardCases
{
    /// <summary>
    /// Where two AVX-512 libraries differ (12.312); where overflow is met too early (709.78…) and subnormals are taken for −∞ (−709.5 …);
    /// beside the thresholds of overflow, of normal results and of 0; middles between two doubles.
    /// </summary>
    public static IReadOnlyList<double> Exp { get; } =
    [
        Hex("-0x1.12d31a20fb38bp+5"), Hex("0x1.21c3bb0c54ae3p-10"), Hex("-0x1.e0d16d8ccf167p-20"), Hex("0x1.4a5cae9902908p-12"),
        Hex("0x1.2d7a4ea628bbcp-17"), Hex("-0x1.d1d85a7f253d3p-15"), Hex("0x1.e52a847839285p-8"), Hex("0x1.96d407592b20ap-5"),
        Hex("-0x1.fe6c9574f16e9p+3"), Hex("-0x1.88bdda11a6b24p+6"), Hex("-0x1.35f9609b17477p-1"), Hex("0x1.6d2883e37b4d7p+3"),
        12.312, 709.782712, 709.782712893384, -709.5, -709.6, -709.7, -745, 88.72283905206835, -87.33654475055310, 1, -1,
        .. Beside(Hex("0x1.62e42fefa39efp+9")), .. Beside(Hex("-0x1.6232bdd7abcd2p+9")), .. Beside(Hex("-0x1.74910d52d3051p+9")),
        .. TinyExponents(53), .. TinyExponents(54),
    ];

    /// <summary>Integers, whose powers are doubles; beside the thresholds; −1075, the middle between 0 and the least double.</summary>
    public static IReadOnlyList<double> Exp2 { get; } =
    [
        Hex("0x1.93998f2295764p-21"), Hex("-0x1.f7ad58a0f76f8p-8"), Hex("-0x1.96d26a97d3ec9p-16"), Hex("-0x1.5f3e5be340324p-21"),
        Hex("0x1.3a1d83e298646p-8"), Hex("0x1.09d733f4d1abcp-7"), Hex("-0x1.bf6ea9d5ac8acp-22"), Hex("0x1.8b53b7620da8bp+0"),
        Hex("0x1.1f155e45fb407p+0"), Hex("-0x1.982223ee7d245p+0"), Hex("0x1.cacebf2b2774cp-7"), Hex("-0x1.020cf1489de9fp-26"),
        .. Enumerable.Range(-1080, 2110).Select(n => (double)n), .. Beside(1024), .. Beside(-1022), .. Beside(-1074), .. Beside(-1075),
        .. Beside(0.5), 0.1, -0.3, .. Beside(Hex("0x1.71547652b82fep-54")), .. Beside(Hex("-0x1.71547652b82fep-55")),
    ];

    /// <summary>
    /// Integers: exact from 0 to 22, the middle between two doubles at 23, and 68 and −3, at which others fail; beside the thresholds.
    /// </summary>
    public static IReadOnlyList<double> Exp10 { get; } =
    [
        Hex("0x1.ca3d76530c29bp-17"), Hex("0x1.f7a045885e2p-27"), Hex("0x1.90d7373b3a546p-7"), Hex("0x1.621150b883abbp-21"),
        Hex("-0x1.b7273e51dc2abp-16"), Hex("-0x1.e40231e216cadp-14"), Hex("0x1.ad5012b1000e5p-8"), Hex("0x1.76f741609200ep+7"),
        Hex("0x1.6ed4bc422d15fp+1"), Hex("0x1.4fd6dc3e33723p+4"), Hex("0x1.30a51d804cb6ap+7"), Hex("-0x1.dc5513e417d74p+2"),
        .. Enumerable.Range(-330, 645).Select(n => (double)n), .. Beside(23), .. Beside(Hex("0x1.34413509f79ffp+8")),
        .. Beside(Hex("-0x1.33a7146f72a42p+8")), .. Beside(Hex("-0x1.439b746e36b52p+8")), 0.1, -0.3, 0.30102999566398120,
        .. Beside(Hex("0x1.bcb7b1526e50ep-55")), .. Beside(Hex("-0x1.bcb7b1526e50ep-56")),
    ];

    /// <summary>
    /// Where a library is wrong just below the largest argument (709.78…); beside the thresholds; where eˣ passes powers of two; middles.
    /// </summary>
    public static IReadOnlyList<double> ExpM1 { get; } =
    [
        Hex("0x1.1a4d6f93a29efp-24"), Hex("-0x1.27613c160f4bdp-12"), Hex("0x1.99213264807dcp-19"), Hex("0x1.00091a4a0dae5p+2"),
        Hex("-0x1.2cee7b8e0cf8p-21"), Hex("0x1.f2789c8144ac3p-24"), Hex("0x1.a8ead058bc6b8p+3"), Hex("0x1.154d2d8b760cap-4"),
        Hex("-0x1.a562937658411p-7"), Hex("-0x1.90c0206fe6bccp+0"), Hex("-0x1.0dbc02d440772p-4"), Hex("0x1.7fec44997cfd4p+8"),
        Hex("0x1.4f6c9bbf79eb2p+9"),
        709.782712, 709.782712893384, -36.7, -37, 1, -1, 1e-300, -1e-300, double.Epsilon, -double.Epsilon,
        .. Beside(Hex("0x1.62e42fefa39efp+9")), .. Beside(Hex("-0x1.2b708872320e2p+5")), .. Beside(0.25), .. Beside(-0.25),
        .. Beside(Math.Log(2)), .. Beside(-Math.Log(2)), .. Beside(0.5 * Math.Log(2)), .. Beside(-0.5 * Math.Log(2)),
        .. TinyExponents(53), .. TinyExponents(54), .. HalfSquares(),
    ];

    /// <summary>
    /// Floats on which a double hardly tells the side; where results begin to be infinite, subnormal, 0 or −1; beside the limits of fast
    /// paths; special ones.
    /// </summary>
    public static IReadOnlyList<float> SingleExponents { get; } =
    [
        .. ((uint[])[0x3b42_9d37, 0xbcf3_a937, 0xb8d3_d026, 0x3a07_857c, 0x4288_942b, 0xbae0_e25c, 0xbc2a_461a])
            .Select(BitConverter.UInt32BitsToSingle),
        -0.6368488f, -0.0015012729f,
        .. ((float[])
            [
                88.72284f, -87.33655f, -103.27893f, -103.97208f, 38.53184f, -37.929779f, -45.15450f, 128, -126, -149, -150, -17.32868f,
                200, 100,
            ]).SelectMany(x => (float[])[MathF.BitDecrement(x), x, MathF.BitIncrement(x), -x]),
        0, -0f, float.Epsilon, -float.Epsilon, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.NaN,
        1.1754944e-38f, -1.1754942e-38f, 5.9604645e-8f, -2.9802322e-8f,
    ];

    // A number and four to each side of it.
    private static IEnumerable<double> Beside(double x)
    {
        double down = x, up = x;
        yield return x;
        for (int i = 0; i < 4; i++)
        {
            yield return down = Math.BitDecrement(down);
            yield return up = Math.BitIncrement(up);
        }
    }

    /// <summary>
    /// Odd multiples of half the last place above 1 (2⁻⁵³) and below (2⁻⁵⁴), with both signs: 1 + x is the middle between two doubles, and
    /// eˣ is off it by x²/2.
    /// </summary>
    private static IEnumerable<double> TinyExponents(int bits) =>
        from n in Enumerable.Range(0, 20)
        from sign in (int[])[1, -1]
        from x in Beside(sign * Math.ScaleB((2 * n) + 1, -bits))
        select x;

    /// <summary>
    /// x = m·2ᵉ with m²·2ᵉ next to an odd number, so that x + x²/2, in units of 2ᵉ, is the middle between two doubles to forty bits or
    /// more; x³/6 is less than 2⁻³⁷ units.
    /// </summary>
    private static IEnumerable<double> HalfSquares()
    {
        for (int exponent = -105; exponent <= -97; exponent++)
        {
            // 2⁵² ≤ m < 2⁵³
            int least = Math.Max(1 << (exponent + 105) >> 1 | 1, 1), end = 1 << (exponent + 106);
            for (int odd = least; odd < end; odd += 2 * Math.Max((end - least) / 24, 1))
            {
                double x = Math.ScaleB((double)Exact.SquareRoot((BigInteger)odd << -exponent), exponent);
                foreach (double argument in (double[])[x, Math.BitIncrement(x)])
                {
                    yield return argument;
                    yield return -argument;
                }
            }
        }
    }
}
