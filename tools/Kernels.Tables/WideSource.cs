using System.Globalization;
using System.Numerics;
using System.Text;
using Kernels.Reference;

namespace Kernels.Tables;

/// <summary>The constants of sine and cosine in integers, as source: 2/π, π/4, and what factorials leave of 1.</summary>
internal static class WideSource
{
    private const int LeadingZeroBits = 64;

    /// <summary>The last bits that the largest double needs, and a word more.</summary>
    private const int Words = 24;

    private const int HighestFactorial = 45;

    public static string Write()
    {
        const int Bits = 64 * Words;
        BigInteger twoOverPi = (BigInteger.One << (2 * Bits + 1)) / Exact.Pi(Bits) >> LeadingZeroBits;
        var source = new StringBuilder();
        source.Append(CultureInfo.InvariantCulture, $$"""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class WideSineCosine
            {
                /// <summary>Zeros before the binary point of <see cref="TwoOverPi"/>.</summary>
                private const int LeadingZeroBits = {{LeadingZeroBits}};

                /// <summary>π/4.</summary>
                private static UInt192 QuarterPi => new({{string.Join(", ", Hexadecimal(Exact.Pi(190), 3))}});

                /// <summary>2/π, a word of zeros before the binary point.</summary>
                private static ReadOnlySpan<ulong> TwoOverPi =>
                [

            """);
        foreach (string[] words in Hexadecimal(twoOverPi, Words).Chunk(4))
            source.Append(CultureInfo.InvariantCulture, $"        {string.Join(", ", words)},\n");
        source.Append(CultureInfo.InvariantCulture, $$"""
                ];

                private const int HighestFactorial = {{HighestFactorial}};

                /// <summary>1/n! for n = 2 to {{HighestFactorial}}, rounded down: three words for each.</summary>
                private static ReadOnlySpan<ulong> InverseFactorials =>
                [

            """);
        BigInteger factorial = 1;
        for (int n = 2; n <= HighestFactorial; n++)
        {
            factorial *= n;
            string[] words = Hexadecimal((BigInteger.One << 192) / factorial, 3);
            source.Append(CultureInfo.InvariantCulture, $"        {string.Join(", ", words)},\n");
        }

        return source.Append("    ];\n}\n").ToString();
    }

    private static string[] Hexadecimal(BigInteger value, int words) =>
        [.. Enumerable.Range(0, words).Select(i => $"0x{(ulong)(value >> (64 * (words - 1 - i)) & ulong.MaxValue):X16}")];
}
