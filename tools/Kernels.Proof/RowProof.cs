using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kernels.Functions;
using Kernels.Reference;

namespace Kernels.Proof;

/// <summary>What Gappa is asked: how far the sine of a row, not yet rounded, is off, relative to the exact one.</summary>
internal static class RowProof
{
    /// <summary>|r| ≤ π/512, and a little more, since the quotient is rounded and the table's points are shifted.</summary>
    private const string Remainder = "0x1.9220b54442d19p-8";

    /// <summary>
    /// |low|: half of the last place of high, 2⁻⁶¹, and k·Step3, 2⁻⁶⁸·⁶.
    /// </summary>
    private const string Low = "0x1.02p-61";

    public static (string Name, double Value)[] Coefficients { get; } =
    [
        (nameof(SineCosine.Sin3), SineCosine.Sin3), (nameof(SineCosine.Sin5), SineCosine.Sin5), (nameof(SineCosine.Sin7), SineCosine.Sin7),
        (nameof(SineCosine.Cos4), SineCosine.Cos4), (nameof(SineCosine.Cos6), SineCosine.Cos6),
    ];

    private static readonly string Sin3 = HardCases.Hex(SineCosine.Sin3);
    private static readonly string Sin5 = HardCases.Hex(SineCosine.Sin5);
    private static readonly string Sin7 = HardCases.Hex(SineCosine.Sin7);
    private static readonly string Cos4 = HardCases.Hex(SineCosine.Cos4);
    private static readonly string Cos6 = HardCases.Hex(SineCosine.Cos6);

    /// <summary>The first 64 bits of SHA-256 over what Gappa is asked.</summary>
    public static string Hash(Row row) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(row))).AsSpan(0, 8));

    /// <summary>The question. Here, but not for Gappa, a line that ends with a backslash goes on with the next one.</summary>
    public static string Write(Row row) =>
        string.Create(CultureInfo.InvariantCulture, $$"""
            # Row {{row.Number}}: the operations of SineCosine.SineParts, in their order. A fused multiply-add is one rounding.
            @rnd = float<ieee_64, ne>;
            S = {{HardCases.Hex(row.Sine)}};
            C = {{HardCases.Hex(row.Cosine)}};
            high = rnd(High);
            low = rnd(Low);
            square = rnd(high * high);
            sinePolynomial = rnd(rnd({{Sin7}} * square + {{Sin5}}) * square + {{Sin3}});
            cosinePolynomial = rnd(rnd({{Cos6}} * square + {{Cos4}}) * square - 0.5);
            cube = rnd(high * square);
            sine = rnd(cube * sinePolynomial + low);
            cosine = rnd(square * cosinePolynomial);
            leading = rnd(C * high + S);
            difference = rnd(leading - S);
            small1 = rnd(difference - C * high);
            small2 = rnd(small1 - S * cosine);
            small = rnd(small2 - C * sine);
            result = leading - small;

            # The exact value: sin r - high and cos r - 1 are the polynomials of high, low, what the polynomials err by \
            (tools/sincos.txt), and what low
            # adds beyond itself: sin(high + low) - sin high - low is at most low·r²/2, cos(high + low) - cos high at most low·r. \
            The table's S and C
            # leave rests. The angle itself is off by what the reductions leave out, less than 2^-110, and, where the exact one leaves \
            a remainder below 2^-25 that
            # is no multiple of 2^-60, by the rounding of its difference from the shift, 2^-78.
            square' = high * high;
            sine' = high * square' * (({{Sin7}} * square' + {{Sin5}}) * square' + {{Sin3}});
            cosine' = square' * (({{Cos6}} * square' + {{Cos4}}) * square' - 0.5);
            exactSine = sine' + low + sineError + sineOmitted;
            exactCosine = cosine' + cosineError + cosineOmitted;
            sum = (S + sineRest) * (1 + exactCosine) + (C + cosineRest) * (high + exactSine);
            exact = sum + angle;
            terms = (leading - S - C * high) - S * cosine - C * sine;

            {
                |high| <= {{Remainder}} /\ |low| <= {{Low}}
                /\ |sineError| <= 0x1.1p-82 /\ |cosineError| <= 0x1.25p-80 /\ |sineOmitted| <= 0x1.4p-77 /\ |cosineOmitted| <= 0x1.96p-69
                /\ |sineRest| <= {{Bound(row.SineRest)}} /\ |cosineRest| <= {{Bound(row.CosineRest)}} /\ |angle| <= 0x1.001p-78
                -> (result - exact) / exact in ?
            }

            result - exact -> (terms - small) + S * (cosine - exactCosine) + C * (sine - exactSine) \
            - sineRest * (1 + exactCosine) - cosineRest * (high + exactSine) - angle;
            difference - C * high -> (difference - (leading - S)) + (leading - (C * high + S));
            terms - small -> (terms - (difference - C * high - S * cosine - C * sine)) \
            + ((difference - C * high - S * cosine - C * sine) - small);
            terms - (difference - C * high - S * cosine - C * sine) -> (leading - S) - difference;
            (difference - C * high - S * cosine - C * sine) - small \
            -> ((difference - C * high) - small1) + ((small1 - S * cosine) - small2) + ((small2 - C * sine) - small);
            cosine - exactCosine -> (cosine - cosine') - cosineError - cosineOmitted;
            sine - exactSine -> (sine - (sine' + low)) - sineError - sineOmitted;
            $ high in 32;

            """).ReplaceLineEndings("\n").Replace("\\\n", "", StringComparison.Ordinal).Replace("'", "0", StringComparison.Ordinal);

    // The next power of two but a few: Gappa needs a bound, not the number.
    private static string Bound(double rest) => rest == 0 ? "0" : HardCases.Hex(Math.BitIncrement(Math.Abs(rest)));
}
