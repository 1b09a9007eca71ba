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
        Unsafe.BitCast<Vector256<float>, Single8<TReach>>(Vector256.Create(Rounded.ToSingle(value)));

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
        Unsafe.BitCast<Vector256<float>, Single8<TReach>>(Fma.IsSupported
            ? Fma.MultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

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
        // The kind of lanes is compared as a type, which the compiler does before it counts locals: see Double8.
        if (typeof(TReach) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector256.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            return Narrow(
                TKernel.EvaluateNearSingles(new Double4<TReach>(nearLower)), TKernel.EvaluateNearSingles(new Double4<TReach>(nearUpper)));
        }

        var (lower, upper) = Vector256.Widen(x._value);
        return Narrow(TKernel.EvaluateSingles(new Double4<TReach>(lower)), TKernel.EvaluateSingles(new Double4<TReach>(upper)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Single8<TReach> First, Single8<TReach> Second) InDoublePair<TKernel>(TKernel kernel, Single8<TReach> x)
        where TKernel : struct, IDoublePairKernel
    {
        if (typeof(TReach) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector256.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            var (nearLowerFirst, nearLowerSecond) = kernel.EvaluateNearSingles(new Double4<TReach>(nearLower));
            var (nearUpperFirst, nearUpperSecond) = kernel.EvaluateNearSingles(new Double4<TReach>(nearUpper));
            return (Narrow(nearLowerFirst, nearUpperFirst), Narrow(nearLowerSecond, nearUpperSecond));
        }

        var (lower, upper) = Vector256.Widen(x._value);
        var (lowerFirst, lowerSecond) = kernel.EvaluateSingles(new Double4<TReach>(lower));
        var (upperFirst, upperSecond) = kernel.EvaluateSingles(new Double4<TReach>(upper));
        return (Narrow(lowerFirst, upperFirst), Narrow(lowerSecond, upperSecond));
    }

    // Overflow less itself is NaN; any other number less itself is +0, which taken off leaves −0 as it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> NaNBeyond(Vector256<float> x, float overflow)
    {
        var product = x * overflow;
        return x - (product - product);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Single8<TReach> Narrow(Double4<TReach> lower, Double4<TReach> upper) =>
        new(Vector256.Narrow(lower.Vector, upper.Vector));
}
