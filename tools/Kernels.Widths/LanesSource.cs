using System.Text;
using System.Text.RegularExpressions;

namespace Kernels.Widths;

/// <summary>The operations of lanes of each width, and those that the library alone sees, as source.</summary>
internal static class LanesSource
{
    private const int LineLength = 140;

    private const string Inline = "[MethodImpl(MethodImplOptions.AggressiveInlining)]";

    private static readonly string[] Titles =
    [
        "One double: the scalar calls, and machines without SIMD.",
        "Two doubles in 128 bits.",
        "Four doubles in 256 bits.",
        "Eight doubles in 512 bits.",
    ];

    /// <summary>The files and what is in them.</summary>
    public static IEnumerable<(string File, string Source)> All =>
        [("ILanes.g.cs", WriteInterface()), .. Titles.Select((title, i) => ($"Double{1 << i}.g.cs", Write(1 << i, title)))];

    private static string WriteInterface()
    {
        var source = new StringBuilder("""
            #nullable enable

            namespace Kernels;

            /// <content>What only the library's own kernels need. Written by tools/Kernels.Widths.</content>
            public partial interface ILanes<TSelf>
            {
                /// <summary>The number of lanes, a power of two.</summary>
                internal static abstract int Count { get; }

                /// <summary>Whether kernels must cover every argument (see <see cref="IDomain"/>).</summary>
                internal static abstract bool IsWhole { get; }

                /// <summary>0 in the first lane, 1 in the second, and so on.</summary>
                internal static abstract TSelf LaneNumbers { get; }

            """);
        foreach (var operation in Operation.All.Where(operation => operation.Summary is not null))
        {
            source.Append("\n    /// <summary>").Append(operation.Summary).Append("</summary>\n");
            source.Append("    internal static abstract ").Append(WithLanes(operation.Head, "TSelf")).Append(";\n");
        }

        return source.Append("}\n").ToString();
    }

    private static string Write(int count, string title)
    {
        string lanes = $"Double{count}<TDomain>", vector = count == 1 ? "double" : $"Vector{64 * count}<double>";
        string numbers = string.Join(", ", Enumerable.Range(0, count).Select(lane => $"{lane}.0"));
        var source = new StringBuilder($$"""
            #nullable enable

            using System.Runtime.Intrinsics;
            using System.Runtime.Intrinsics.X86;

            namespace Kernels.Lanes;

            /// <summary>{{title}}</summary>
            /// <remarks>Written by tools/Kernels.Widths.</remarks>
            internal readonly partial struct Double{{count}}<TDomain>({{vector}} value) : ILanes<{{lanes}}>
                where TDomain : struct, IDomain
            {
                // A constructor costs the compiler two locals, of which it allows 512 a method, inlined ones included; BitCast costs less,
                // and a user's curve has room for more elementary functions. Sums and products are constructed: there BitCast leaves a dead
                // store in the loops.
                private readonly {{vector}} _value = value;

                public {{vector}} {{(count == 1 ? "Value" : "Vector")}}
                {
                    {{Inline}}
                    get => _value;
                }

                public static int Count => {{count}};

                public static bool IsWhole => TDomain.IsWhole;

                public static {{lanes}} LaneNumbers
                {
                    {{Inline}}
                    get => new({{(count == 1 ? "0" : $"Vector{64 * count}.Create({numbers})")}});
                }

            """);
        foreach (var operation in Operation.All)
        {
            source.Append("\n    ").Append(Inline).Append('\n');
            Append(source, Named(operation.Head, count), Named(operation.ValueOf(count), count));
        }

        return source.Append("}\n").ToString();
    }

    // On one line if it has room; otherwise the choice of an instruction has a line for each way.
    private static void Append(StringBuilder source, string head, string value)
    {
        source.Append("    public static ").Append(head).Append(" =>");
        if (head.Length + value.Length + 23 > LineLength)
        {
            source.Append("\n        ");
            if (8 + value.Length + 1 > LineLength)
            {
                const string Break = "\n            ";
                value = value.Contains(" ? ", StringComparison.Ordinal)
                    ? value.Replace(" ? ", $"{Break}? ", StringComparison.Ordinal).Replace(" : ", $"{Break}: ", StringComparison.Ordinal)
                    : value.Insert(value.IndexOf('(', StringComparison.Ordinal) + 1, Break);
            }
        }
        else
        {
            source.Append(' ');
        }

        source.Append(value).Append(";\n");
    }

    // The letters of Operation, as they are of so many doubles.
    private static string Named(string source, int count)
    {
        source = WithLanes(source, $"Double{count}<TDomain>");
        source = Regex.Replace(source, @"(?<=\b|To)V(?=\b|Double)", $"Vector{64 * count}");
        source = Regex.Replace(source, @"(?<=\b|To)H(?=\b|Single)", $"Vector{32 * count}");
        return Regex.Replace(source, @"\bI\.", count switch { 2 => "Sse41.", 4 => "Avx.", _ => "Avx512F." });
    }

    private static string WithLanes(string source, string lanes) => Regex.Replace(source, @"\bL\b", lanes);
}
