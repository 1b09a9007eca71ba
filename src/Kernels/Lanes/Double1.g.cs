#nullable enable

using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>One double: the scalar calls, and machines without SIMD.</summary>
/// <remarks>Written by tools/Kernels.Widths.</remarks>
internal readonly partial struct Double1<TDomain>(double value) : ILanes<Double1<TDomain>>
    where TDomain : struct, IDomain
{
    // A constructor costs the compiler two locals, of which it allows 512 a method, inlined ones included; BitCast costs less,
    // and a user's curve has room for more elementary functions. Sums and products are constructed: there BitCast leaves a dead
    // store in the loops.
    private readonly double _value = value;

    public double Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 1;

    public static bool IsWhole => TDomain.IsWhole;

    public static Double1<TDomain> LaneNumbers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Double1<TDomain>(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> operator +(Double1<TDomain> left, Double1<TDomain> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> operator -(Double1<TDomain> left, Double1<TDomain> right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> operator -(Double1<TDomain> value) => new(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> operator *(Double1<TDomain> left, Double1<TDomain> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> operator /(Double1<TDomain> left, Double1<TDomain> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> FusedMultiplyAdd(Double1<TDomain> left, Double1<TDomain> right, Double1<TDomain> addend) =>
        new(Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> FusedNegatedMultiplyAdd(Double1<TDomain> left, Double1<TDomain> right, Double1<TDomain> minuend) =>
        new(Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Sqrt(Double1<TDomain> value) => new(Math.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Abs(Double1<TDomain> value) => new(Math.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Min(Double1<TDomain> left, Double1<TDomain> right) => new(Math.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Max(Double1<TDomain> left, Double1<TDomain> right) => new(Math.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Clamp(Double1<TDomain> value, Double1<TDomain> min, Double1<TDomain> max) =>
        new(Math.Min(Math.Max(value._value, min._value), max._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Floor(Double1<TDomain> value) => new(Math.Floor(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Ceiling(Double1<TDomain> value) => new(Math.Ceiling(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Round(Double1<TDomain> value) => new(Math.Round(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Truncate(Double1<TDomain> value) => new(Math.Truncate(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> CopySign(Double1<TDomain> value, Double1<TDomain> sign) =>
        new(!double.IsNaN(sign._value) ? Math.CopySign(value._value, sign._value) : IsWhole ? Math.Abs(value._value) : double.NaN);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Repeat(ref readonly double four) => new(four);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double1<TDomain> Load(void* source) => new(*(double*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double1<TDomain> LoadSingles(float* source) => new(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Double1<TDomain> value, void* destination) => *(double*)destination = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreNonTemporal(Double1<TDomain> value, double* destination) => *destination = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreSingles(Double1<TDomain> value, float* destination) => *destination = (float)value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Double1<TDomain> value) => double.IsNaN(value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> CanonicalizeNaN(Double1<TDomain> value) => new(double.IsNaN(value._value) ? double.NaN : value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLess(Double1<TDomain> value, double limit) => value._value < limit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsLess(Double1<TDomain> value, long limit) => Bits(value) < limit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Less(Double1<TDomain> left, Double1<TDomain> right) =>
        new(FromBits(left._value < right._value ? -1 : 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> LessOrEqual(Double1<TDomain> left, Double1<TDomain> right) =>
        new(FromBits(left._value <= right._value ? -1 : 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Equal(Double1<TDomain> left, Double1<TDomain> right) =>
        new(FromBits(left._value == right._value ? -1 : 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Not(Double1<TDomain> value) => new(FromBits(~Bits(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> And(Double1<TDomain> left, Double1<TDomain> right) => new(FromBits(Bits(left) & Bits(right)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Or(Double1<TDomain> left, Double1<TDomain> right) => new(FromBits(Bits(left) | Bits(right)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> Xor(Double1<TDomain> left, Double1<TDomain> right) => new(FromBits(Bits(left) ^ Bits(right)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> OrDifference(Double1<TDomain> set, Double1<TDomain> left, Double1<TDomain> right) =>
        new(FromBits(Bits(set) | (Bits(left) ^ Bits(right))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> FlipSign(Double1<TDomain> value, Double1<TDomain> sign) =>
        new(FromBits(Bits(value) ^ (Bits(sign) & long.MinValue)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> SelectBySign(Double1<TDomain> sign, Double1<TDomain> ifSet, Double1<TDomain> ifClear) =>
        new(Bits(sign) < 0 ? ifSet._value : ifClear._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> AddBits(Double1<TDomain> value, long addend) => new(FromBits(Bits(value) + addend));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> AddBits(Double1<TDomain> left, Double1<TDomain> right) => new(FromBits(Bits(left) + Bits(right)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> ShiftLeft(Double1<TDomain> value, int bits) => new(FromBits(Bits(value) << bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TDomain> ShiftRight(Double1<TDomain> value, int bits) => new(FromBits(Bits(value) >>> bits));
}
