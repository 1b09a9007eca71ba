using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Eight floats in 256 bits.</summary>
internal readonly struct Single8<TDomain>(Vector256<float> value) : ILanes<Single8<TDomain>>
    where TDomain : struct, IDomain
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
    public static implicit operator Single8<TDomain>(double value) =>
        Unsafe.BitCast<Vector256<float>, Single8<TDomain>>(Vector256.Create(Rounded.ToSingle(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> operator +(Single8<TDomain> left, Single8<TDomain> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> operator -(Single8<TDomain> left, Single8<TDomain> right) =>
        Unsafe.BitCast<Vector256<float>, Single8<TDomain>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> operator -(Single8<TDomain> value) => Unsafe.BitCast<Vector256<float>, Single8<TDomain>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> operator *(Single8<TDomain> left, Single8<TDomain> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> operator /(Single8<TDomain> left, Single8<TDomain> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> FusedMultiplyAdd(Single8<TDomain> left, Single8<TDomain> right, Single8<TDomain> addend) =>
        Unsafe.BitCast<Vector256<float>, Single8<TDomain>>(Fma.IsSupported
            ? Fma.MultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> FusedNegatedMultiplyAdd(Single8<TDomain> left, Single8<TDomain> right, Single8<TDomain> minuend) =>
        Unsafe.BitCast<Vector256<float>, Single8<TDomain>>(Fma.IsSupported
            ? Fma.MultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> Sqrt(Single8<TDomain> value) =>
        Unsafe.BitCast<Vector256<float>, Single8<TDomain>>(Vector256.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> Abs(Single8<TDomain> value) =>
        Unsafe.BitCast<Vector256<float>, Single8<TDomain>>(Vector256.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> Min(Single8<TDomain> left, Single8<TDomain> right) =>
        Unsafe.BitCast<Vector256<float>, Single8<TDomain>>(Vector256.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> Max(Single8<TDomain> left, Single8<TDomain> right) =>
        Unsafe.BitCast<Vector256<float>, Single8<TDomain>>(Vector256.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Single8<TDomain> Load(void* source) => new(Vector256.Load((float*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Single8<TDomain> value, void* destination) => value._value.Store((float*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Single8<TDomain> value) => !Vector256.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> CanonicalizeNaN(Single8<TDomain> value) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(value._value, value._value), value._value, Vector256.Create(float.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single8<TDomain> InDouble<TKernel>(Single8<TDomain> x)
        where TKernel : struct, IDoubleKernel
    {
        // The kind of lanes is compared as a type, which the compiler does before it counts locals: see Double8.
        if (typeof(TDomain) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector256.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            return Narrow(
                TKernel.EvaluateNearSingles(new Double4<TDomain>(nearLower)), TKernel.EvaluateNearSingles(new Double4<TDomain>(nearUpper)));
        }

        var (lower, upper) = Vector256.Widen(x._value);
        return Narrow(TKernel.EvaluateSingles(new Double4<TDomain>(lower)), TKernel.EvaluateSingles(new Double4<TDomain>(upper)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Single8<TDomain> First, Single8<TDomain> Second) InDoublePair<TKernel>(TKernel kernel, Single8<TDomain> x)
        where TKernel : struct, IDoublePairKernel
    {
        if (typeof(TDomain) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector256.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            var (nearLowerFirst, nearLowerSecond) = kernel.EvaluateNearSingles(new Double4<TDomain>(nearLower));
            var (nearUpperFirst, nearUpperSecond) = kernel.EvaluateNearSingles(new Double4<TDomain>(nearUpper));
            return (Narrow(nearLowerFirst, nearUpperFirst), Narrow(nearLowerSecond, nearUpperSecond));
        }

        var (lower, upper) = Vector256.Widen(x._value);
        var (lowerFirst, lowerSecond) = kernel.EvaluateSingles(new Double4<TDomain>(lower));
        var (upperFirst, upperSecond) = kernel.EvaluateSingles(new Double4<TDomain>(upper));
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
    private static Single8<TDomain> Narrow(Double4<TDomain> lower, Double4<TDomain> upper) =>
        new(Vector256.Narrow(lower.Vector, upper.Vector));
}
