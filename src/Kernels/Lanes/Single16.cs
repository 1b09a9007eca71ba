using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Sixteen floats in 512 bits.</summary>
internal readonly struct Single16<TReach>(Vector512<float> value) : ILanes<Single16<TReach>>
    where TReach : struct, IReach
{
    // Why some operations construct and others BitCast: see Double8.
    private readonly Vector512<float> _value = value;

    public Vector512<float> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Single16<TReach>(double value) =>
        Unsafe.BitCast<Vector512<float>, Single16<TReach>>(Vector512.Create((float)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> operator +(Single16<TReach> left, Single16<TReach> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> operator -(Single16<TReach> left, Single16<TReach> right) =>
        Unsafe.BitCast<Vector512<float>, Single16<TReach>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> operator -(Single16<TReach> value) => Unsafe.BitCast<Vector512<float>, Single16<TReach>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> operator *(Single16<TReach> left, Single16<TReach> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> operator /(Single16<TReach> left, Single16<TReach> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> FusedMultiplyAdd(Single16<TReach> left, Single16<TReach> right, Single16<TReach> addend) =>
        Unsafe.BitCast<Vector512<float>, Single16<TReach>>(Lanes.FusedMultiplyAdd.IsHardware
            ? Vector512.FusedMultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Emulate(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> FusedNegatedMultiplyAdd(Single16<TReach> left, Single16<TReach> right, Single16<TReach> minuend) =>
        Unsafe.BitCast<Vector512<float>, Single16<TReach>>(Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> Sqrt(Single16<TReach> value) =>
        Unsafe.BitCast<Vector512<float>, Single16<TReach>>(Vector512.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> Abs(Single16<TReach> value) =>
        Unsafe.BitCast<Vector512<float>, Single16<TReach>>(Vector512.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> Min(Single16<TReach> left, Single16<TReach> right) =>
        Unsafe.BitCast<Vector512<float>, Single16<TReach>>(Vector512.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> Max(Single16<TReach> left, Single16<TReach> right) =>
        Unsafe.BitCast<Vector512<float>, Single16<TReach>>(Vector512.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Single16<TReach> Load(void* source) => new(Vector512.Load((float*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Single16<TReach> value, void* destination) => value._value.Store((float*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Single16<TReach> value) => !Vector512.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> CanonicalizeNaN(Single16<TReach> value) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(value._value, value._value), value._value, Vector512.Create(float.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TReach> InDouble<TKernel>(Single16<TReach> x)
        where TKernel : struct, IDoubleKernel
    {
        var (lower, upper) = Vector512.Widen(x._value);
        return Narrow(TKernel.Evaluate(new Double8<TReach>(lower)), TKernel.Evaluate(new Double8<TReach>(upper)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Single16<TReach> First, Single16<TReach> Second) InDoublePair<TKernel>(TKernel kernel, Single16<TReach> x)
        where TKernel : struct, IDoublePairKernel
    {
        var (lower, upper) = Vector512.Widen(x._value);
        var (lowerFirst, lowerSecond) = kernel.Evaluate(new Double8<TReach>(lower));
        var (upperFirst, upperSecond) = kernel.Evaluate(new Double8<TReach>(upper));
        return (Narrow(lowerFirst, upperFirst), Narrow(lowerSecond, upperSecond));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Single16<TReach> Narrow(Double8<TReach> lower, Double8<TReach> upper) => new(Vector512.Narrow(lower.Vector, upper.Vector));
}
