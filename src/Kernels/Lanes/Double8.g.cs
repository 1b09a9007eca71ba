#nullable enable

using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Eight doubles in 512 bits.</summary>
/// <remarks>Written by tools/Kernels.Widths.</remarks>
internal readonly partial struct Double8<TDomain>(Vector512<double> value) : ILanes<Double8<TDomain>>
    where TDomain : struct, IDomain
{
    // A constructor costs the compiler two locals, of which it allows 512 a method, inlined ones included; BitCast costs less,
    // and a user's curve has room for more elementary functions. Sums and products are constructed: there BitCast leaves a dead
    // store in the loops.
    private readonly Vector512<double> _value = value;

    public Vector512<double> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 8;

    public static bool IsWhole => TDomain.IsWhole;

    public static Double8<TDomain> LaneNumbers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512.Create(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Double8<TDomain>(double value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> operator +(Double8<TDomain> left, Double8<TDomain> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> operator -(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> operator -(Double8<TDomain> value) => Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> operator *(Double8<TDomain> left, Double8<TDomain> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> operator /(Double8<TDomain> left, Double8<TDomain> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> FusedMultiplyAdd(Double8<TDomain> left, Double8<TDomain> right, Double8<TDomain> addend) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> FusedNegatedMultiplyAdd(Double8<TDomain> left, Double8<TDomain> right, Double8<TDomain> minuend) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Sqrt(Double8<TDomain> value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Abs(Double8<TDomain> value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Min(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Max(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Clamp(Double8<TDomain> value, Double8<TDomain> min, Double8<TDomain> max) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Min(Vector512.Max(value._value, min._value), max._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Floor(Double8<TDomain> value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Floor(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Ceiling(Double8<TDomain> value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Ceiling(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Round(Double8<TDomain> value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Round(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Truncate(Double8<TDomain> value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Truncate(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> CopySign(Double8<TDomain> value, Double8<TDomain> sign) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(IsWhole
            ? Vector512.Abs(value._value) | (Vector512.Equals(sign._value, sign._value) & sign._value & Vector512.Create(-0.0))
            : Vector512.Abs(value._value) | (sign._value & Vector512.Create(-0.0)) | ~Vector512.Equals(sign._value, sign._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Repeat(ref readonly double four) => new(Vector512.Create(four));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double8<TDomain> Load(void* source) => new(Vector512.Load((double*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double8<TDomain> LoadSingles(float* source) =>
        new(Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Double(Vector256.Load(source))
            : Vector512.Create(Vector256.WidenLower(Vector256.Load(source)), Vector256.WidenUpper(Vector256.Load(source))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Double8<TDomain> value, void* destination) => value._value.Store((double*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreNonTemporal(Double8<TDomain> value, double* destination) =>
        value._value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreSingles(Double8<TDomain> value, float* destination) =>
        (Avx512F.IsSupported
            ? Avx512F.ConvertToVector256Single(value._value)
            : Vector256.Narrow(value._value.GetLower(), value._value.GetUpper())).Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Double8<TDomain> value) => !Vector512.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> CanonicalizeNaN(Double8<TDomain> value) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(value._value, value._value), value._value, Vector512.Create(double.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLess(Double8<TDomain> value, double limit) => Vector512.LessThanAll(value._value, Vector512.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsLess(Double8<TDomain> value, long limit) =>
        Vector512.LessThanAll(value._value.AsInt64(), Vector512.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Less(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.LessThan(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> LessOrEqual(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.LessThanOrEqual(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Equal(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Equals(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Not(Double8<TDomain> value) => Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(~value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> And(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(left._value & right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Or(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(left._value | right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Xor(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> OrDifference(Double8<TDomain> set, Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.IsSupported
            ? Avx512F.TernaryLogic(set._value, left._value, right._value, 0b1111_0110)
            : set._value | (left._value ^ right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> FlipSign(Double8<TDomain> value, Double8<TDomain> sign) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(value._value ^ (sign._value & Vector512.Create(-0.0)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> SelectBySign(Double8<TDomain> sign, Double8<TDomain> ifSet, Double8<TDomain> ifClear) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(
            Vector512.ConditionalSelect((sign._value.AsInt64() >> 63).AsDouble(), ifSet._value, ifClear._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> AddBits(Double8<TDomain> value, long addend) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>((value._value.AsInt64() + Vector512.Create(addend)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> AddBits(Double8<TDomain> left, Double8<TDomain> right) =>
        new((left._value.AsInt64() + right._value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> ShiftLeft(Double8<TDomain> value, int bits) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>((value._value.AsInt64() << bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> ShiftRight(Double8<TDomain> value, int bits) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>((value._value.AsInt64() >>> bits).AsDouble());
}
