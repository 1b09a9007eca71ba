using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Eight floats in 256 bits.</summary>
internal readonly struct Single8<TReach>(Vector256<float> value) : ILanes<Single8<TReach>>
    where TReach : struct, IReach
{
    // Why some operations construct and others BitCast: see Double8.
    private readonly Vector256<float> _value = value;

    public Vector256<float> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Single8<TReach>(double value) =>
        Unsafe.BitCast<Vector256<float>, Single8<TReach>>(Vector256.Create((float)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> operator +(Single8<TReach> left, Single8<TReach> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> operator -(Single8<TReach> left, Single8<TReach> right) =>
        Unsafe.BitCast<Vector256<float>, Single8<TReach>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> operator -(Single8<TReach> value) => Unsafe.BitCast<Vector256<float>, Single8<TReach>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> operator *(Single8<TReach> left, Single8<TReach> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> operator /(Single8<TReach> left, Single8<TReach> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> FusedMultiplyAdd(Single8<TReach> left, Single8<TReach> right, Single8<TReach> addend) =>
        Unsafe.BitCast<Vector256<float>, Single8<TReach>>(Lanes.FusedMultiplyAdd.IsHardware
            ? Vector256.FusedMultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Emulate(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> FusedNegatedMultiplyAdd(Single8<TReach> left, Single8<TReach> right, Single8<TReach> minuend) =>
        Unsafe.BitCast<Vector256<float>, Single8<TReach>>(Fma.IsSupported
            ? Fma.MultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> Sqrt(Single8<TReach> value) =>
        Unsafe.BitCast<Vector256<float>, Single8<TReach>>(Vector256.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> Abs(Single8<TReach> value) =>
        Unsafe.BitCast<Vector256<float>, Single8<TReach>>(Vector256.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> Min(Single8<TReach> left, Single8<TReach> right) =>
        Unsafe.BitCast<Vector256<float>, Single8<TReach>>(Vector256.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> Max(Single8<TReach> left, Single8<TReach> right) =>
        Unsafe.BitCast<Vector256<float>, Single8<TReach>>(Vector256.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Single8<TReach> Load(void* source) => new(Vector256.Load((float*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Single8<TReach> value, void* destination) => value._value.Store((float*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Single8<TReach> value) => !Vector256.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> CanonicalizeNaN(Single8<TReach> value) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(value._value, value._value), value._value, Vector256.Create(float.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TReach> InDouble<TKernel>(Single8<TReach> x)
        where TKernel : struct, IDoubleKernel
    {
        var (lower, upper) = Vector256.Widen(x._value);
        return Narrow(TKernel.Evaluate(new Double4<TReach>(lower)), TKernel.Evaluate(new Double4<TReach>(upper)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Single8<TReach> First, Single8<TReach> Second) InDoublePair<TKernel>(TKernel kernel, Single8<TReach> x)
        where TKernel : struct, IDoublePairKernel
    {
        var (lower, upper) = Vector256.Widen(x._value);
        var (lowerFirst, lowerSecond) = kernel.Evaluate(new Double4<TReach>(lower));
        var (upperFirst, upperSecond) = kernel.Evaluate(new Double4<TReach>(upper));
        return (Narrow(lowerFirst, upperFirst), Narrow(lowerSecond, upperSecond));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Single8<TReach> Narrow(Double4<TReach> lower, Double4<TReach> upper) => new(Vector256.Narrow(lower.Vector, upper.Vector));
}
