using System.Globalization;
using System.Numerics;
using System.Text;
using Kernels.Reference;

namespace Kernels.Tables;

/// <summary>The constants of the functions in integers, as source, each rounded down.</summary>
internal static class WideSource
{
    private const int LeadingZeroBits = 64;

    /// <summary>The last bits that the largest double needs, and a word more.</summary>
    private const int Words = 24;

    private const int HighestFactorial = 45, HighestInverse = 77;

    /// <summary>Of sine and cosine: 2/π and π/4.</summary>
    public static string WriteSineCosine()
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
        return source.Append("    ];\n}\n").ToString();
    }

    /// <summary>Of the exponentials: the logarithms of their bases to the base 2, and ln 2.</summary>
    public static string WriteExponential()
    {
        // Two bits before the point, and 32 more than are written.
        const int Bits = 254 + 32;
        BigInteger ln2 = Exact.Logarithm(2, Bits), one = BigInteger.One << Bits;
        BigInteger log2E = (one << Bits) / ln2 >> 32, log2Of10 = (Exact.Logarithm(10, Bits) << Bits) / ln2 >> 32;
        return string.Create(CultureInfo.InvariantCulture, $$"""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class WideExponential
            {
                /// <summary>ln 2.</summary>
                public static UInt192 Ln2 => new({{string.Join(", ", Hexadecimal(ln2 >> (Bits - 192), 3))}});

                /// <summary>log₂ e, two bits before the binary point.</summary>
                public static ReadOnlySpan<ulong> Log2E =>
                [
                    {{string.Join(", ", Hexadecimal(log2E, 4))}},
                ];

                /// <summary>log₂ 2, likewise.</summary>
                public static ReadOnlySpan<ulong> Log2Of2 => [{{string.Join(", ", Hexadecimal(BigInteger.One << 254, 4))}}];

                /// <summary>log₂ 10, likewise.</summary>
                public static ReadOnlySpan<ulong> Log2Of10 =>
                [
                    {{string.Join(", ", Hexadecimal(log2Of10, 4))}},
                ];
            }

            """);
    }

    /// <summary>Of the logarithms: what leads to other bases, and the series.</summary>
    public static string WriteLogarithm()
    {
        const int Bits = 192 + 32;
        BigInteger one = BigInteger.One << Bits;
        BigInteger halfLog2E = (one << (Bits - 1)) / Exact.Logarithm(2, Bits) >> 32;
        BigInteger log10E = (one << Bits) / Exact.Logarithm(10, Bits) >> 32;
        var source = new StringBuilder();
        source.Append(CultureInfo.InvariantCulture, $$"""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class WideLogarithm
            {
                /// <summary>The highest n.</summary>
                public const int HighestInverse = {{HighestInverse}};

                /// <summary>log₂ e/2.</summary>
                public static UInt192 HalfLog2E => new({{string.Join(", ", Hexadecimal(halfLog2E, 3))}});

                /// <summary>log₁₀ e.</summary>
                public static UInt192 Log10E => new({{string.Join(", ", Hexadecimal(log10E, 3))}});

                /// <summary>1/n for n = 3, 5, …, {{HighestInverse}}, rounded down: three words for each.</summary>
                private static ReadOnlySpan<ulong> Inverses =>
                [

            """);
        for (int n = 3; n <= HighestInverse; n += 2)
            source.Append(CultureInfo.InvariantCulture, $"        {string.Join(", ", Hexadecimal((BigInteger.One << 192) / n, 3))},\n");
        return source.Append("    ];\n}\n").ToString();
    }

    /// <summary>Of the series of all of them.</summary>
    public static string WriteFactorials()
    {
        var source = new StringBuilder();
        source.Append(CultureInfo.InvariantCulture, $$"""
            namespace Kernels.Functions;

            /// <content>Written by tools/Kernels.Tables.</content>
            internal static partial class InverseFactorials
            {
                /// <summary>The highest n.</summary>
                public const int Highest = {{HighestFactorial}};

                /// <summary>1/n! for n = 2 to {{HighestFactorial}}, rounded down: three words for each.</summary>
                private static ReadOnlySpan<ulong> Words =>
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
