#nullable enable

using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Four doubles in 256 bits.</summary>
/// <remarks>Written by tools/Kernels.Widths.</remarks>
internal readonly partial struct Double4<TDomain>(Vector256<double> value) : ILanes<Double4<TDomain>>
    where TDomain : struct, IDomain
{
    // A constructor costs the compiler two locals, of which it allows 512 a method, inlined ones included; BitCast costs less,
    // and a user's curve has room for more elementary functions. Sums and products are constructed: there BitCast leaves a dead
    // store in the loops.
    private readonly Vector256<double> _value = value;

    public Vector256<double> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 4;

    public static bool IsWhole => TDomain.IsWhole;

    public static Double4<TDomain> LaneNumbers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256.Create(0.0, 1.0, 2.0, 3.0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Double4<TDomain>(double value) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> operator +(Double4<TDomain> left, Double4<TDomain> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> operator -(Double4<TDomain> left, Double4<TDomain> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> operator -(Double4<TDomain> value) => Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> operator *(Double4<TDomain> left, Double4<TDomain> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> operator /(Double4<TDomain> left, Double4<TDomain> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> FusedMultiplyAdd(Double4<TDomain> left, Double4<TDomain> right, Double4<TDomain> addend) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Fma.IsSupported
            ? Fma.MultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> FusedNegatedMultiplyAdd(Double4<TDomain> left, Double4<TDomain> right, Double4<TDomain> minuend) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Fma.IsSupported
            ? Fma.MultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Sqrt(Double4<TDomain> value) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Abs(Double4<TDomain> value) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Min(Double4<TDomain> left, Double4<TDomain> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Max(Double4<TDomain> left, Double4<TDomain> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Clamp(Double4<TDomain> value, Double4<TDomain> min, Double4<TDomain> max) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.Min(Vector256.Max(value._value, min._value), max._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Floor(Double4<TDomain> value) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.Floor(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Ceiling(Double4<TDomain> value) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.Ceiling(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Round(Double4<TDomain> value) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.Round(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Truncate(Double4<TDomain> value) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.Truncate(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> CopySign(Double4<TDomain> value, Double4<TDomain> sign) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(IsWhole
            ? Vector256.Abs(value._value) | (Vector256.Equals(sign._value, sign._value) & sign._value & Vector256.Create(-0.0))
            : Vector256.Abs(value._value) | (sign._value & Vector256.Create(-0.0)) | ~Vector256.Equals(sign._value, sign._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Repeat(ref readonly double four) => new(Vector256.LoadUnsafe(in four));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double4<TDomain> Load(void* source) => new(Vector256.Load((double*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double4<TDomain> LoadSingles(float* source) =>
        new(Avx.IsSupported
            ? Avx.ConvertToVector256Double(Vector128.Load(source))
            : Vector256.Create(Vector128.WidenLower(Vector128.Load(source)), Vector128.WidenUpper(Vector128.Load(source))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Double4<TDomain> value, void* destination) => value._value.Store((double*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreNonTemporal(Double4<TDomain> value, double* destination) =>
        value._value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreSingles(Double4<TDomain> value, float* destination) =>
        (Avx.IsSupported
            ? Avx.ConvertToVector128Single(value._value)
            : Vector128.Narrow(value._value.GetLower(), value._value.GetUpper())).Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Double4<TDomain> value) => !Vector256.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> CanonicalizeNaN(Double4<TDomain> value) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(value._value, value._value), value._value, Vector256.Create(double.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLess(Double4<TDomain> value, double limit) => Vector256.LessThanAll(value._value, Vector256.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsLess(Double4<TDomain> value, long limit) =>
        Vector256.LessThanAll(value._value.AsInt64(), Vector256.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Less(Double4<TDomain> left, Double4<TDomain> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.LessThan(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> LessOrEqual(Double4<TDomain> left, Double4<TDomain> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.LessThanOrEqual(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Equal(Double4<TDomain> left, Double4<TDomain> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Vector256.Equals(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Not(Double4<TDomain> value) => Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(~value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> And(Double4<TDomain> left, Double4<TDomain> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(left._value & right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Or(Double4<TDomain> left, Double4<TDomain> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(left._value | right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> Xor(Double4<TDomain> left, Double4<TDomain> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> OrDifference(Double4<TDomain> set, Double4<TDomain> left, Double4<TDomain> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(set._value | (left._value ^ right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> FlipSign(Double4<TDomain> value, Double4<TDomain> sign) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(value._value ^ (sign._value & Vector256.Create(-0.0)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> SelectBySign(Double4<TDomain> sign, Double4<TDomain> ifSet, Double4<TDomain> ifClear) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>(Avx.IsSupported
            ? Avx.BlendVariable(ifClear._value, ifSet._value, sign._value)
            : Vector256.ConditionalSelect((sign._value.AsInt64() >> 63).AsDouble(), ifSet._value, ifClear._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> AddBits(Double4<TDomain> value, long addend) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>((value._value.AsInt64() + Vector256.Create(addend)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> AddBits(Double4<TDomain> left, Double4<TDomain> right) =>
        new((left._value.AsInt64() + right._value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> ShiftLeft(Double4<TDomain> value, int bits) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>((value._value.AsInt64() << bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TDomain> ShiftRight(Double4<TDomain> value, int bits) =>
        Unsafe.BitCast<Vector256<double>, Double4<TDomain>>((value._value.AsInt64() >>> bits).AsDouble());
}
