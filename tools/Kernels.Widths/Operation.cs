namespace Kernels.Widths;

/// <summary>An operation of lanes. L stands for the lanes, V for the class that has the operations of their vector, H for that of half a
/// vector, I for that with Intel's instructions.</summary>
/// <param name="Head">Its name and parameters, after those words that all have.</param>
/// <param name="Vector">Its value in vectors.</param>
/// <param name="Scalar">Its value in a double, if that is written otherwise.</param>
internal sealed record Operation(string Head, string Vector, string? Scalar = null)
{
    /// <summary>What it does, if it is internal: <c>ILanes.cs</c> tells of the others.</summary>
    public string? Summary { get; init; }

    /// <summary>Its value in the narrowest vectors, if that is written otherwise.</summary>
    public string? Vector128 { get; init; }

    /// <summary>Its value in the widest, likewise.</summary>
    public string? Vector512 { get; init; }

    /// <summary>Whether vectors are made lanes by the constructor.</summary>
    public bool IsConstructed { get; init; }

    /// <summary>Whether the value is not made lanes.</summary>
    public bool IsPlain => Head.Contains("bool ", StringComparison.Ordinal) || Head.Contains("void ", StringComparison.Ordinal);

    /// <summary>Its value in so many doubles.</summary>
    public string ValueOf(int count)
    {
        string value = (count switch { 1 => Scalar, 2 => Vector128, 8 => Vector512, _ => null }) ?? Vector;
        if (IsPlain)
            return value;
        return count == 1 || IsConstructed ? $"new({value})" : $"Unsafe.BitCast<Vector{64 * count}<double>, L>({value})";
    }

    public static Operation[] All { get; } =
    [
        new("implicit operator L(double value)", "V.Create(value)", "value"),
        new("L operator +(L left, L right)", "left._value + right._value") { IsConstructed = true },
        new("L operator -(L left, L right)", "left._value - right._value"),
        new("L operator -(L value)", "-value._value"),
        new("L operator *(L left, L right)", "left._value * right._value") { IsConstructed = true },
        new("L operator /(L left, L right)", "left._value / right._value") { IsConstructed = true },
        new(
            "L FusedMultiplyAdd(L left, L right, L addend)",
            "Fma.IsSupported ? Fma.MultiplyAdd(left._value, right._value, addend._value)"
                + " : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value)",
            "Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value)")
        {
            Vector512 = "Avx512F.IsSupported ? Avx512F.FusedMultiplyAdd(left._value, right._value, addend._value)"
                + " : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value)",
        },
        new(
            "L FusedNegatedMultiplyAdd(L left, L right, L minuend)",
            "Fma.IsSupported ? Fma.MultiplyAddNegated(left._value, right._value, minuend._value)"
                + " : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value)",
            "Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value)")
        {
            Vector512 = "Avx512F.IsSupported ? Avx512F.FusedMultiplyAddNegated(left._value, right._value, minuend._value)"
                + " : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value)",
        },
        new("L Sqrt(L value)", "V.Sqrt(value._value)", "Math.Sqrt(value._value)"),
        new("L Abs(L value)", "V.Abs(value._value)", "Math.Abs(value._value)"),
        new("L Min(L left, L right)", "V.Min(left._value, right._value)", "Math.Min(left._value, right._value)"),
        new("L Max(L left, L right)", "V.Max(left._value, right._value)", "Math.Max(left._value, right._value)"),
        new(
            "L Clamp(L value, L min, L max)",
            "V.Min(V.Max(value._value, min._value), max._value)",
            "Math.Min(Math.Max(value._value, min._value), max._value)"),
        new("L Floor(L value)", "V.Floor(value._value)", "Math.Floor(value._value)"),
        new("L Ceiling(L value)", "V.Ceiling(value._value)", "Math.Ceiling(value._value)"),
        new("L Round(L value)", "V.Round(value._value)", "Math.Round(value._value)"),
        new("L Truncate(L value)", "V.Truncate(value._value)", "Math.Truncate(value._value)"),
        new(
            "L CopySign(L value, L sign)",
            "IsWhole ? V.Abs(value._value) | (V.Equals(sign._value, sign._value) & sign._value & V.Create(-0.0))"
                + " : V.Abs(value._value) | (sign._value & V.Create(-0.0)) | ~V.Equals(sign._value, sign._value)",
            "!double.IsNaN(sign._value) ? Math.CopySign(value._value, sign._value) : IsWhole ? Math.Abs(value._value) : double.NaN"),
        new("L Repeat(ref readonly double four)", "V.LoadUnsafe(in four)", "four")
        {
            Summary = "In every lane the same number, which stands four times in memory: so it can be an operand that takes no register.",
            Vector512 = "V.Create(four)",
            IsConstructed = true,
        },
        new("unsafe L Load(void* source)", "V.Load((double*)source)", "*(double*)source")
        {
            Summary = "Count elements from memory, of any alignment.",
            IsConstructed = true,
        },
        new(
            "unsafe L LoadSingles(float* source)",
            "I.IsSupported ? I.ConvertToVDouble(H.Load(source)) : V.Create(H.WidenLower(H.Load(source)), H.WidenUpper(H.Load(source)))",
            "*source")
        {
            Summary = "Count floats from memory, of any alignment; exactly.",
            Vector128 = "V.WidenLower(V.CreateScalar(Unsafe.ReadUnaligned<long>(source)).AsSingle())",
            IsConstructed = true,
        },
        new(
            "unsafe void Store(L value, void* destination)",
            "value._value.Store((double*)destination)",
            "*(double*)destination = value._value")
        {
            Summary = "Count elements to memory, of any alignment.",
        },
        new(
            "unsafe void StoreNonTemporal(L value, double* destination)",
            "value._value.StoreAlignedNonTemporal(destination)",
            "*destination = value._value")
        {
            Summary = "Count elements to memory past the caches, at an address that is a multiple of their size.",
        },
        new(
            "unsafe void StoreSingles(L value, float* destination)",
            "(I.IsSupported ? I.ConvertToHSingle(value._value) : H.Narrow(value._value.GetLower(), value._value.GetUpper()))"
                + ".Store(destination)",
            "*destination = (float)value._value")
        {
            Summary = "Count floats to memory, of any alignment; each is rounded.",
            Vector128 = "Unsafe.WriteUnaligned(destination, V.Narrow(value._value, value._value).AsInt64().ToScalar())",
        },
        new("bool AnyNaN(L value)", "!V.EqualsAll(value._value, value._value)", "double.IsNaN(value._value)")
        {
            Summary = "Whether some lane is NaN.",
        },
        new(
            "L CanonicalizeNaN(L value)",
            "V.ConditionalSelect(V.Equals(value._value, value._value), value._value, V.Create(double.NaN))",
            "double.IsNaN(value._value) ? double.NaN : value._value")
        {
            Summary = """The value, with the bits of <see cref="double.NaN"/> in every lane that is NaN.""",
            IsConstructed = true,
        },
        new("bool AllLess(L value, double limit)", "V.LessThanAll(value._value, V.Create(limit))", "value._value < limit")
        {
            Summary = "Whether every lane is less than the limit; false if one is NaN.",
        },
        new("bool AllBitsLess(L value, long limit)", "V.LessThanAll(value._value.AsInt64(), V.Create(limit))", "Bits(value) < limit")
        {
            Summary = "Whether each lane's bits, as an integer, are less than the limit, whatever the floating-point environment.",
        },
        new("L Less(L left, L right)", "V.LessThan(left._value, right._value)", "FromBits(left._value < right._value ? -1 : 0)")
        {
            Summary = "All bits in every lane in which the first number is less, else none.",
        },
        new(
            "L LessOrEqual(L left, L right)",
            "V.LessThanOrEqual(left._value, right._value)",
            "FromBits(left._value <= right._value ? -1 : 0)")
        {
            Summary = "All bits in every lane in which the first number is not the larger, else none.",
        },
        new("L Equal(L left, L right)", "V.Equals(left._value, right._value)", "FromBits(left._value == right._value ? -1 : 0)")
        {
            Summary = "All bits in every lane in which both numbers are equal, else none.",
        },
        new("L Not(L value)", "~value._value", "FromBits(~Bits(value))")
        {
            Summary = "The bits, inverted.",
        },
        new("L And(L left, L right)", "left._value & right._value", "FromBits(Bits(left) & Bits(right))")
        {
            Summary = "The bits of both, combined by and.",
        },
        new("L Or(L left, L right)", "left._value | right._value", "FromBits(Bits(left) | Bits(right))")
        {
            Summary = "The bits of both, combined by or.",
        },
        new("L Xor(L left, L right)", "left._value ^ right._value", "FromBits(Bits(left) ^ Bits(right))")
        {
            Summary = "The bits of both, combined by exclusive or.",
        },
        new(
            "L OrDifference(L set, L left, L right)",
            "set._value | (left._value ^ right._value)",
            "FromBits(Bits(set) | (Bits(left) ^ Bits(right)))")
        {
            Summary = """The bits of <paramref name="set"/>, and those in which the two others differ.""",
            Vector512 = "Avx512F.IsSupported ? Avx512F.TernaryLogic(set._value, left._value, right._value, 0b1111_0110)"
                + " : set._value | (left._value ^ right._value)",
        },
        new(
            "L FlipSign(L value, L sign)",
            "value._value ^ (sign._value & V.Create(-0.0))",
            "FromBits(Bits(value) ^ (Bits(sign) & long.MinValue))")
        {
            Summary = """The value, negated in every lane in which the sign bit of <paramref name="sign"/> is set.""",
        },
        new(
            "L SelectBySign(L sign, L ifSet, L ifClear)",
            "I.IsSupported ? I.BlendVariable(ifClear._value, ifSet._value, sign._value)"
                + " : V.ConditionalSelect((sign._value.AsInt64() >> 63).AsDouble(), ifSet._value, ifClear._value)",
            "Bits(sign) < 0 ? ifSet._value : ifClear._value")
        {
            Summary = """<paramref name="ifSet"/> in every lane in which the sign bit of <paramref name="sign"/> is set, else the other.""",
            Vector512 = "V.ConditionalSelect((sign._value.AsInt64() >> 63).AsDouble(), ifSet._value, ifClear._value)",
        },
        new("L AddBits(L value, long addend)", "(value._value.AsInt64() + V.Create(addend)).AsDouble()", "FromBits(Bits(value) + addend)")
        {
            Summary = "The bits of each lane as an integer, and a number added to it, modulo 2⁶⁴.",
        },
        new(
            "L AddBits(L left, L right)",
            "(left._value.AsInt64() + right._value.AsInt64()).AsDouble()",
            "FromBits(Bits(left) + Bits(right))")
        {
            Summary = "The bits of both as integers, added lane by lane modulo 2⁶⁴.",
            IsConstructed = true,
        },
        new("L ShiftLeft(L value, int bits)", "(value._value.AsInt64() << bits).AsDouble()", "FromBits(Bits(value) << bits)")
        {
            Summary = "The bits of each lane, moved towards the sign.",
        },
        new("L ShiftRight(L value, int bits)", "(value._value.AsInt64() >>> bits).AsDouble()", "FromBits(Bits(value) >>> bits)")
        {
            Summary = "The bits of each lane, moved away from the sign; zeros come in.",
        },
    ];
}
