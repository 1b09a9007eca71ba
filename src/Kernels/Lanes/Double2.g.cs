#nullable enable

using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Two doubles in 128 bits.</summary>
/// <remarks>Written by tools/Kernels.Widths.</remarks>
internal readonly partial struct Double2<TDomain>(Vector128<double> value) : ILanes<Double2<TDomain>>
    where TDomain : struct, IDomain
{
    // A constructor costs the compiler two locals, of which it allows 512 a method, inlined ones included; BitCast costs less,
    // and a user's curve has room for more elementary functions. Sums and products are constructed: there BitCast leaves a dead
    // store in the loops.
    private readonly Vector128<double> _value = value;

    public Vector128<double> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 2;

    public static bool IsWhole => TDomain.IsWhole;

    public static Double2<TDomain> LaneNumbers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128.Create(0.0, 1.0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Double2<TDomain>(double value) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> operator +(Double2<TDomain> left, Double2<TDomain> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> operator -(Double2<TDomain> left, Double2<TDomain> right) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> operator -(Double2<TDomain> value) => Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> operator *(Double2<TDomain> left, Double2<TDomain> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> operator /(Double2<TDomain> left, Double2<TDomain> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> FusedMultiplyAdd(Double2<TDomain> left, Double2<TDomain> right, Double2<TDomain> addend) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Fma.IsSupported
            ? Fma.MultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> FusedNegatedMultiplyAdd(Double2<TDomain> left, Double2<TDomain> right, Double2<TDomain> minuend) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Fma.IsSupported
            ? Fma.MultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Sqrt(Double2<TDomain> value) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Abs(Double2<TDomain> value) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Min(Double2<TDomain> left, Double2<TDomain> right) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Max(Double2<TDomain> left, Double2<TDomain> right) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Clamp(Double2<TDomain> value, Double2<TDomain> min, Double2<TDomain> max) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.Min(Vector128.Max(value._value, min._value), max._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Floor(Double2<TDomain> value) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.Floor(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Ceiling(Double2<TDomain> value) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.Ceiling(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Round(Double2<TDomain> value) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.Round(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Truncate(Double2<TDomain> value) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.Truncate(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> CopySign(Double2<TDomain> value, Double2<TDomain> sign) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(IsWhole
            ? Vector128.Abs(value._value) | (Vector128.Equals(sign._value, sign._value) & sign._value & Vector128.Create(-0.0))
            : Vector128.Abs(value._value) | (sign._value & Vector128.Create(-0.0)) | ~Vector128.Equals(sign._value, sign._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Repeat(ref readonly double four) => new(Vector128.LoadUnsafe(in four));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double2<TDomain> Load(void* source) => new(Vector128.Load((double*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double2<TDomain> LoadSingles(float* source) =>
        new(Vector128.WidenLower(Vector128.CreateScalar(Unsafe.ReadUnaligned<long>(source)).AsSingle()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Double2<TDomain> value, void* destination) => value._value.Store((double*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreNonTemporal(Double2<TDomain> value, double* destination) =>
        value._value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreSingles(Double2<TDomain> value, float* destination) =>
        Unsafe.WriteUnaligned(destination, Vector128.Narrow(value._value, value._value).AsInt64().ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Double2<TDomain> value) => !Vector128.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> CanonicalizeNaN(Double2<TDomain> value) =>
        new(Vector128.ConditionalSelect(Vector128.Equals(value._value, value._value), value._value, Vector128.Create(double.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLess(Double2<TDomain> value, double limit) => Vector128.LessThanAll(value._value, Vector128.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsLess(Double2<TDomain> value, long limit) =>
        Vector128.LessThanAll(value._value.AsInt64(), Vector128.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Less(Double2<TDomain> left, Double2<TDomain> right) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.LessThan(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> LessOrEqual(Double2<TDomain> left, Double2<TDomain> right) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.LessThanOrEqual(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Equal(Double2<TDomain> left, Double2<TDomain> right) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Vector128.Equals(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Not(Double2<TDomain> value) => Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(~value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> And(Double2<TDomain> left, Double2<TDomain> right) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(left._value & right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Or(Double2<TDomain> left, Double2<TDomain> right) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(left._value | right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> Xor(Double2<TDomain> left, Double2<TDomain> right) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> OrDifference(Double2<TDomain> set, Double2<TDomain> left, Double2<TDomain> right) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(set._value | (left._value ^ right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> FlipSign(Double2<TDomain> value, Double2<TDomain> sign) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(value._value ^ (sign._value & Vector128.Create(-0.0)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> SelectBySign(Double2<TDomain> sign, Double2<TDomain> ifSet, Double2<TDomain> ifClear) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>(Sse41.IsSupported
            ? Sse41.BlendVariable(ifClear._value, ifSet._value, sign._value)
            : Vector128.ConditionalSelect((sign._value.AsInt64() >> 63).AsDouble(), ifSet._value, ifClear._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> AddBits(Double2<TDomain> value, long addend) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>((value._value.AsInt64() + Vector128.Create(addend)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> AddBits(Double2<TDomain> left, Double2<TDomain> right) =>
        new((left._value.AsInt64() + right._value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> ShiftLeft(Double2<TDomain> value, int bits) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>((value._value.AsInt64() << bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2<TDomain> ShiftRight(Double2<TDomain> value, int bits) =>
        Unsafe.BitCast<Vector128<double>, Double2<TDomain>>((value._value.AsInt64() >>> bits).AsDouble());
}
