using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Sixteen floats in 512 bits.</summary>
internal readonly struct Single16<TDomain>(Vector512<float> value) : ILanes<Single16<TDomain>>
    where TDomain : struct, IDomain
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
    public static implicit operator Single16<TDomain>(double value) =>
        Unsafe.BitCast<Vector512<float>, Single16<TDomain>>(Vector512.Create(Rounded.ToSingle(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> operator +(Single16<TDomain> left, Single16<TDomain> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> operator -(Single16<TDomain> left, Single16<TDomain> right) =>
        Unsafe.BitCast<Vector512<float>, Single16<TDomain>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> operator -(Single16<TDomain> value) =>
        Unsafe.BitCast<Vector512<float>, Single16<TDomain>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> operator *(Single16<TDomain> left, Single16<TDomain> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> operator /(Single16<TDomain> left, Single16<TDomain> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> FusedMultiplyAdd(Single16<TDomain> left, Single16<TDomain> right, Single16<TDomain> addend) =>
        Unsafe.BitCast<Vector512<float>, Single16<TDomain>>(Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> FusedNegatedMultiplyAdd(Single16<TDomain> left, Single16<TDomain> right, Single16<TDomain> minuend) =>
        Unsafe.BitCast<Vector512<float>, Single16<TDomain>>(Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> Sqrt(Single16<TDomain> value) =>
        Unsafe.BitCast<Vector512<float>, Single16<TDomain>>(Vector512.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> Abs(Single16<TDomain> value) =>
        Unsafe.BitCast<Vector512<float>, Single16<TDomain>>(Vector512.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> Min(Single16<TDomain> left, Single16<TDomain> right) =>
        Unsafe.BitCast<Vector512<float>, Single16<TDomain>>(Vector512.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> Max(Single16<TDomain> left, Single16<TDomain> right) =>
        Unsafe.BitCast<Vector512<float>, Single16<TDomain>>(Vector512.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Single16<TDomain> Load(void* source) => new(Vector512.Load((float*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Single16<TDomain> value, void* destination) => value._value.Store((float*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Single16<TDomain> value) => !Vector512.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> CanonicalizeNaN(Single16<TDomain> value) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(value._value, value._value), value._value, Vector512.Create(float.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single16<TDomain> InDouble<TKernel>(Single16<TDomain> x)
        where TKernel : struct, IDoubleKernel
    {
        // The kind of lanes is compared as a type, which the compiler does before it counts locals: see Double8.
        if (typeof(TDomain) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector512.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            return Narrow(
                TKernel.EvaluateNearSingles(new Double8<TDomain>(nearLower)), TKernel.EvaluateNearSingles(new Double8<TDomain>(nearUpper)));
        }

        var (lower, upper) = Vector512.Widen(x._value);
        return Narrow(TKernel.EvaluateSingles(new Double8<TDomain>(lower)), TKernel.EvaluateSingles(new Double8<TDomain>(upper)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Single16<TDomain> First, Single16<TDomain> Second) InDoublePair<TKernel>(TKernel kernel, Single16<TDomain> x)
        where TKernel : struct, IDoublePairKernel
    {
        if (typeof(TDomain) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector512.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            var (nearLowerFirst, nearLowerSecond) = kernel.EvaluateNearSingles(new Double8<TDomain>(nearLower));
            var (nearUpperFirst, nearUpperSecond) = kernel.EvaluateNearSingles(new Double8<TDomain>(nearUpper));
            return (Narrow(nearLowerFirst, nearUpperFirst), Narrow(nearLowerSecond, nearUpperSecond));
        }

        var (lower, upper) = Vector512.Widen(x._value);
        var (lowerFirst, lowerSecond) = kernel.EvaluateSingles(new Double8<TDomain>(lower));
        var (upperFirst, upperSecond) = kernel.EvaluateSingles(new Double8<TDomain>(upper));
        return (Narrow(lowerFirst, upperFirst), Narrow(lowerSecond, upperSecond));
    }

    // Overflow less itself is NaN; any other number less itself is +0, which taken off leaves −0 as it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> NaNBeyond(Vector512<float> x, float overflow)
    {
        var product = x * overflow;
        return x - (product - product);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Single16<TDomain> Narrow(Double8<TDomain> lower, Double8<TDomain> upper) =>
        new(Vector512.Narrow(lower.Vector, upper.Vector));
}
