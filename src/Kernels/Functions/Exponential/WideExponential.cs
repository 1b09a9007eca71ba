namespace Kernels.Functions;

/// <summary>Powers of a base, and eˣ − 1, of one double in integers of 192 bits.</summary>
/// <remarks>
/// <para>
/// |x|·log₂ b is the product of the mantissa with 256 bits of log₂ b: for |x| &lt; 2¹¹ it has an error below 2⁻²⁴⁰, and its fraction is
/// right to one unit of 2⁻¹⁹²; so is 1 less the fraction, if x is negative. Then bˣ = 2ᵏ·2ᶠ with 0 ≤ f &lt; 1 and 2ᶠ = eʳ, r = f·ln 2.
/// </para>
/// <para>
/// eʳ = 1 + r + r²/2! + … to the power 45; the next term is below 2⁻²¹⁶. Every product is less than three units too small, every constant
/// less than one; Horner's scheme shrinks by r &lt; 0.694 what came before, so that the sum errs by less than 14 units and eʳ − 1 by less
/// than 12; r itself is less than five too small, which makes ten of eʳ ≤ 2. Half of that, less than 12, is the error of eʳ/2 ≥ 1/2.
/// </para>
/// <para>
/// eˣ − 1 is eˣ less 1 where |x| ≥ 1/4, with the same error and one unit more: at most 52 when the two leading zeros are off, which is the
/// most that there are. Below, it is x + x·(x/2! + x²/3! + …) with an exact x, scaled to 1/4 or more; the product errs by less than six
/// units, which makes 24.
/// </para>
/// </remarks>
internal static partial class WideExponential
{
    /// <summary>Below it eˣ − 1 has a series of its own.</summary>
    private const double SmallArgument = 0.25;

    /// <summary>bˣ as fraction·2^exponent, for |x| &lt; 2¹¹ other than 0, by log₂ b, two bits before the binary point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (UInt192 Fraction, int Exponent, bool IsNegative) Power(double x, ReadOnlySpan<ulong> log2)
    {
        var (k, f) = Reduce(x, log2);
        return (PowerOf2(f), k + 1, false);
    }

    /// <summary>Half of 2ᶠ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static UInt192 PowerOf2(UInt192 f)
    {
        UInt192 r = f * Ln2, excess = r + (r * (r * Series(r, alternates: false)));
        return (excess >>> 1) + new UInt192(1ul << 63, 0, 0);
    }

    /// <summary>eˣ − 1 as ± fraction·2^exponent, for 2⁻⁶⁰ &lt; |x| &lt; 2¹¹.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (UInt192 Fraction, int Exponent, bool IsNegative) PowerLess1(double x)
    {
        bool isNegative = x < 0;
        if (Math.Abs(x) < SmallArgument)
        {
            var (mantissa, lastPlace) = LastStages.Decompose(x);
            UInt192 whole = new(mantissa << 10, 0, 0);
            int exponent = lastPlace + 54;
            UInt192 r = whole >>> -exponent;
            UInt192 rest = whole * (r * Series(r, isNegative));
            whole = isNegative ? whole - rest : whole + rest;
            return (whole, exponent, isNegative);
        }

        var (power, scale, _) = Power(x, Log2E);
        return isNegative ? (~(power >>> -scale), 0, true) : (power - (new UInt192(1ul << 63, 0, 0) >>> (scale - 1)), scale, false);
    }

    // x·log₂ b = k + f.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int K, UInt192 F) Reduce(double x, ReadOnlySpan<ulong> log2)
    {
        var (mantissa, lastPlace) = LastStages.Decompose(x);
        ulong carry = 0;
        _ = LastStages.Multiply(mantissa, log2[3], ref carry);
        ulong part3 = LastStages.Multiply(mantissa, log2[2], ref carry);
        ulong part2 = LastStages.Multiply(mantissa, log2[1], ref carry);
        ulong part1 = LastStages.Multiply(mantissa, log2[0], ref carry), part0 = carry;

        // 66 bits are before the binary point of the product of integers: 64 and two. The mantissa's last place is at most 2⁻⁴².
        int wholeBits = 66 + lastPlace, k = wholeBits > 0 ? (int)(part0 >>> (64 - wholeBits)) : 0;
        UInt192 f = new(part0, part1, part2);
        f = wholeBits > 0 ? (f << wholeBits) + (new UInt192(part3, 0, 0) >>> (192 - wholeBits)) : f >>> -wholeBits;
        return x < 0 ? (-k - 1, ~f) : (k, f);
    }

    // 1/2! ± r/3! + r²/4! ± …
    private static UInt192 Series(UInt192 r, bool alternates) => InverseFactorials.Sum(r, InverseFactorials.Highest, step: 1, alternates);
}
