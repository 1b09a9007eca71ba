using System.Text;

namespace Kernels.Widths;

/// <summary>
/// The operations that lanes of all widths have, as source. Each is told twice: for vectors and for a single double. What the widths do
/// in ways of their own, with tables and floats, stands beside it, written by hand.
/// </summary>
internal static class LanesSource
{
    private const int LineLength = 140;

    // L stands for the lanes, V for the class that has the operations of their vector, I for that with Intel's instructions.
    private static readonly Operation[] Operations =
    [
        new("implicit operator L(double value)", "V.Create(value)", "value"),
        new("L operator +(L left, L right)", "left._value + right._value", IsConstructed: true),
        new("L operator -(L left, L right)", "left._value - right._value"),
        new("L operator -(L value)", "-value._value"),
        new("L operator *(L left, L right)", "left._value * right._value", IsConstructed: true),
        new("L operator /(L left, L right)", "left._value / right._value", IsConstructed: true),
        new(
            "L FusedMultiplyAdd(L left, L right, L addend)",
            "Fma.IsSupported ? Fma.MultiplyAdd(left._value, right._value, addend._value)"
                + " : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value)",
            "Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value)",
            "Avx512F.IsSupported ? Avx512F.FusedMultiplyAdd(left._value, right._value, addend._value)"
                + " : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value)"),
        new(
            "L FusedNegatedMultiplyAdd(L left, L right, L minuend)",
            "Fma.IsSupported ? Fma.MultiplyAddNegated(left._value, right._value, minuend._value)"
                + " : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value)",
            "Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value)",
            "Avx512F.IsSupported ? Avx512F.FusedMultiplyAddNegated(left._value, right._value, minuend._value)"
                + " : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value)"),
        new("L Sqrt(L value)", "V.Sqrt(value._value)", "Math.Sqrt(value._value)"),
        new("L Abs(L value)", "V.Abs(value._value)", "Math.Abs(value._value)"),
        new("L Min(L left, L right)", "V.Min(left._value, right._value)", "Math.Min(left._value, right._value)"),
        new("L Max(L left, L right)", "V.Max(left._value, right._value)", "Math.Max(left._value, right._value)"),
        new("L Repeat(ref readonly double four)", "V.LoadUnsafe(in four)", "four", "V.Create(four)", IsConstructed: true),
        new("unsafe L Load(void* source)", "V.Load((double*)source)", "*(double*)source", IsConstructed: true),
        new(
            "unsafe void Store(L value, void* destination)",
            "value._value.Store((double*)destination)",
            "*(double*)destination = value._value"),
        new(
            "unsafe void StoreNonTemporal(L value, double* destination)",
            "value._value.StoreAlignedNonTemporal(destination)",
            "*destination = value._value"),
        new("bool AnyNaN(L value)", "!V.EqualsAll(value._value, value._value)", "double.IsNaN(value._value)"),
        new(
            "L CanonicalizeNaN(L value)",
            "V.ConditionalSelect(V.Equals(value._value, value._value), value._value, V.Create(double.NaN))",
            "double.IsNaN(value._value) ? double.NaN : value._value",
            IsConstructed: true),
        new("bool AllLess(L value, double limit)", "V.LessThanAll(value._value, V.Create(limit))", "value._value < limit"),
        new("bool AllBitsLess(L value, long limit)", "V.LessThanAll(value._value.AsInt64(), V.Create(limit))", "Bits(value) < limit"),
        new("L And(L left, L right)", "left._value & right._value", "FromBits(Bits(left) & Bits(right))"),
        new("L Or(L left, L right)", "left._value | right._value", "FromBits(Bits(left) | Bits(right))"),
        new("L Xor(L left, L right)", "left._value ^ right._value", "FromBits(Bits(left) ^ Bits(right))"),
        new(
            "L OrDifference(L set, L left, L right)",
            "set._value | (left._value ^ right._value)",
            "FromBits(Bits(set) | (Bits(left) ^ Bits(right)))",
            "Avx512F.IsSupported ? Avx512F.TernaryLogic(set._value, left._value, right._value, 0b1111_0110)"
                + " : set._value | (left._value ^ right._value)"),
        new(
            "L FlipSign(L value, L sign)",
            "value._value ^ (sign._value & V.Create(-0.0))",
            "FromBits(Bits(value) ^ (Bits(sign) & long.MinValue))"),
        new(
            "L SelectBySign(L sign, L ifSet, L ifClear)",
            "I.IsSupported ? I.BlendVariable(ifClear._value, ifSet._value, sign._value)"
                + " : V.ConditionalSelect((sign._value.AsInt64() >> 63).AsDouble(), ifSet._value, ifClear._value)",
            "Bits(sign) < 0 ? ifSet._value : ifClear._value",
            "V.ConditionalSelect((sign._value.AsInt64() >> 63).AsDouble(), ifSet._value, ifClear._value)"),
        new("L AddBits(L value, long addend)", "(value._value.AsInt64() + V.Create(addend)).AsDouble()", "FromBits(Bits(value) + addend)"),
        new(
            "L AddBits(L left, L right)",
            "(left._value.AsInt64() + right._value.AsInt64()).AsDouble()",
            "FromBits(Bits(left) + Bits(right))",
            IsConstructed: true),
        new("L ShiftLeft(L value, int bits)", "(value._value.AsInt64() << bits).AsDouble()", "FromBits(Bits(value) << bits)"),
        new("L ShiftRight(L value, int bits)", "(value._value.AsInt64() >>> bits).AsDouble()", "FromBits(Bits(value) >>> bits)"),
    ];

    /// <summary>Doubles of each width.</summary>
    public static int[] Counts => [1, 2, 4, 8];

    public static string FileOf(int count) => $"Double{count}.g.cs";

    public static string Write(int count)
    {
        string lanes = $"Double{count}<TDomain>", vector = count == 1 ? "double" : $"Vector{64 * count}<double>";
        string numbers = string.Join(", ", Enumerable.Range(0, count).Select(lane => $"{lane}.0"));
        string instructions = count == 2 ? "Sse41" : "Avx";
        var source = new StringBuilder($$"""
            #nullable enable

            using System.Runtime.Intrinsics;
            using System.Runtime.Intrinsics.X86;

            namespace Kernels.Lanes;

            /// <content>Written by tools/Kernels.Widths.</content>
            internal readonly partial struct Double{{count}}<TDomain>({{vector}} value) : ILanes<{{lanes}}>
                where TDomain : struct, IDomain
            {
                // A constructor costs the compiler two locals, of which it allows 512 a method, inlined ones included; BitCast costs less,
                // and a user's curve has room for more elementary functions. Sums and products are constructed: there BitCast leaves a dead
                // store in the loops.
                private readonly {{vector}} _value = value;

                public {{vector}} {{(count == 1 ? "Value" : "Vector")}}
                {
                    [MethodImpl(MethodImplOptions.AggressiveInlining)]
                    get => _value;
                }

                public static int Count => {{count}};

                public static bool IsWhole => TDomain.IsWhole;

                public static {{lanes}} LaneNumbers
                {
                    [MethodImpl(MethodImplOptions.AggressiveInlining)]
                    get => new({{(count == 1 ? "0" : $"Vector{64 * count}.Create({numbers})")}});
                }

            """);
        foreach (var operation in Operations)
        {
            string head = $"    public static {operation.Head} =>".Replace(" L(", $" {lanes}(", StringComparison.Ordinal);
            head = head.Replace("(L ", $"({lanes} ", StringComparison.Ordinal).Replace(" L ", $" {lanes} ", StringComparison.Ordinal);
            string value = count switch
            {
                1 => operation.Scalar ?? operation.Vector,
                8 => operation.Vector512 ?? operation.Vector,
                _ => operation.Vector,
            };
            value = value.Replace("V.", $"Vector{64 * count}.", StringComparison.Ordinal);
            value = value.Replace("I.", $"{instructions}.", StringComparison.Ordinal);
            if (!operation.IsPlain)
                value = count == 1 || operation.IsConstructed ? $"new({value})" : $"Unsafe.BitCast<{vector}, {lanes}>({value})";
            source.Append("\n    [MethodImpl(MethodImplOptions.AggressiveInlining)]\n");
            Append(source, head, value);
        }

        return source.Append("}\n").ToString();
    }

    // On one line if it has room; otherwise the choice of an instruction has a line for each way.
    private static void Append(StringBuilder source, string head, string value)
    {
        if (head.Length + value.Length + 2 > LineLength)
        {
            head += "\n        ";
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
            head += " ";
        }

        source.Append(head).Append(value).Append(";\n");
    }

    /// <summary>An operation.</summary>
    /// <param name="Head">Its name and parameters, after those words that all have.</param>
    /// <param name="Vector">Its value in vectors.</param>
    /// <param name="Scalar">Its value in a double, if that is written otherwise.</param>
    /// <param name="Vector512">Its value in the widest vectors, likewise.</param>
    /// <param name="IsConstructed">Whether vectors are made lanes by the constructor.</param>
    private sealed record Operation(
        string Head, string Vector, string? Scalar = null, string? Vector512 = null, bool IsConstructed = false)
    {
        /// <summary>Whether the value is not made lanes.</summary>
        public bool IsPlain => Head.Contains("bool ", StringComparison.Ordinal) || Head.Contains("void ", StringComparison.Ordinal);
    }
}
