namespace Kernels.Functions;

/// <summary>Sine and cosine of one double in integers of 192 bits.</summary>
/// <remarks>
/// <para>
/// |x|·2/π modulo 4 is the product of the mantissa with 320 bits of 2/π, those that matter for the exponent: 318 bits behind the binary
/// point, with an error below 2⁻²⁶⁵. No double but 0 is nearer than 2⁻⁶² to a multiple of π/2, so the first 192 bits of the fraction are
/// right to one unit. Below 3/4 the angle is the double itself.
/// </para>
/// <para>
/// sin θ = θ·(1 − θ²/3! + …) and cos θ = 1 − θ²/2! + …, for |θ| ≤ π/4, to the power 44; the next term is below 2⁻¹⁹⁴. Every product is less
/// than three units of 2⁻¹⁹² too small, every constant less than one; Horner's scheme shrinks by θ² ≤ 0.617 what came before, so that 1 − …
/// errs by less than 15 units. With those of θ a sine errs by less than 40 units of a number that is at least 3/8.
/// </para>
/// </remarks>
internal static partial class WideSineCosine
{
    /// <summary>Below it the angle needs no reduction.</summary>
    private const double SmallAngle = 0.75;

    /// <summary>The sine or cosine as ± fraction·2^exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (UInt192 Fraction, int Exponent, bool IsNegative) Evaluate(double x, bool cosine)
    {
        var (quadrant, isNegative, fraction, exponent) = Reduce(Math.Abs(x));

        // The cosine is the sine a quadrant on, of either sign of the argument.
        quadrant += cosine ? 1 : 0;
        bool flips = (quadrant & 2) != 0 != (x < 0 && !cosine);
        return (quadrant & 1) != 0
            ? (Series(fraction, exponent, InverseFactorials.Highest - 1), 0, flips)
            : (fraction * Series(fraction, exponent, InverseFactorials.Highest), exponent, flips != isNegative);
    }

    // |x| = (4n + quadrant)·π/2 ± fraction·2^exponent.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Quadrant, bool IsNegative, UInt192 Fraction, int Exponent) Reduce(double magnitude)
    {
        var (mantissa, exponent) = LastStages.Decompose(magnitude);
        if (magnitude < SmallAngle)
            return (0, false, new(mantissa << 11, 0, 0), exponent + 53);

        // 320 bits of 2/π from the one on whose product with the mantissa's last place is 2.
        int start = exponent - 2 + LeadingZeroBits;
        ulong carry = 0;
        ulong part4 = LastStages.Multiply(mantissa, TwoOverPiAt(start + 256), ref carry);
        ulong part3 = LastStages.Multiply(mantissa, TwoOverPiAt(start + 192), ref carry);
        ulong part2 = LastStages.Multiply(mantissa, TwoOverPiAt(start + 128), ref carry);
        ulong part1 = LastStages.Multiply(mantissa, TwoOverPiAt(start + 64), ref carry);
        ulong part0 = LastStages.Multiply(mantissa, TwoOverPiAt(start), ref carry);

        // Two bits before the point; the fraction from −1/2 to 1/2: what is negative is complemented, to a unit less.
        UInt192 rest = new(part0, part1, part2), below = new(part3, part4, 0);
        int quadrant = (int)(part0 >>> 62);
        rest = (rest << 2) + (below >>> 190);
        below <<= 2;
        bool isNegative = rest.High >>> 63 != 0;
        quadrant += isNegative ? 1 : 0;
        (rest, below) = isNegative ? (~rest, ~below) : (rest, below);

        // From its first bit on, times π/2, which is twice π/4.
        int zeros = rest.LeadingZeros;
        rest = (rest << zeros) + (below >>> (192 - zeros));
        return (quadrant, isNegative, rest * QuarterPi, 1 - zeros);
    }

    // The 64 bits of 2/π from a bit on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong TwoOverPiAt(int bit) => (ulong)((new UInt128(TwoOverPi[bit / 64], TwoOverPi[(bit / 64) + 1]) << (bit % 64)) >> 64);

    // sin θ / θ or cos θ for θ = fraction·2^exponent: 1 − θ²(1/n! − θ²(1/(n + 2)! − …)), from a highest n down to 3 or 2.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static UInt192 Series(UInt192 fraction, int exponent, int highest)
    {
        UInt192 square = (fraction * fraction) >>> (-2 * exponent);
        return ~(square * InverseFactorials.Sum(square, highest, step: 2, alternates: true));
    }
}
