using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Four floats in 128 bits.</summary>
internal readonly struct Single4<TDomain>(Vector128<float> value) : ILanes<Single4<TDomain>>
    where TDomain : struct, IDomain
{
    // Why some operations construct and others BitCast: see Double8.
    private readonly Vector128<float> _value = value;

    public Vector128<float> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Single4<TDomain>(double value) =>
        Unsafe.BitCast<Vector128<float>, Single4<TDomain>>(Vector128.Create(Rounded.ToSingle(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> operator +(Single4<TDomain> left, Single4<TDomain> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> operator -(Single4<TDomain> left, Single4<TDomain> right) =>
        Unsafe.BitCast<Vector128<float>, Single4<TDomain>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> operator -(Single4<TDomain> value) => Unsafe.BitCast<Vector128<float>, Single4<TDomain>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> operator *(Single4<TDomain> left, Single4<TDomain> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> operator /(Single4<TDomain> left, Single4<TDomain> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> FusedMultiplyAdd(Single4<TDomain> left, Single4<TDomain> right, Single4<TDomain> addend) =>
        Unsafe.BitCast<Vector128<float>, Single4<TDomain>>(Fma.IsSupported
            ? Fma.MultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> FusedNegatedMultiplyAdd(Single4<TDomain> left, Single4<TDomain> right, Single4<TDomain> minuend) =>
        Unsafe.BitCast<Vector128<float>, Single4<TDomain>>(Fma.IsSupported
            ? Fma.MultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> Sqrt(Single4<TDomain> value) =>
        Unsafe.BitCast<Vector128<float>, Single4<TDomain>>(Vector128.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> Abs(Single4<TDomain> value) =>
        Unsafe.BitCast<Vector128<float>, Single4<TDomain>>(Vector128.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> Min(Single4<TDomain> left, Single4<TDomain> right) =>
        Unsafe.BitCast<Vector128<float>, Single4<TDomain>>(Vector128.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> Max(Single4<TDomain> left, Single4<TDomain> right) =>
        Unsafe.BitCast<Vector128<float>, Single4<TDomain>>(Vector128.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Single4<TDomain> Load(void* source) => new(Vector128.Load((float*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Single4<TDomain> value, void* destination) => value._value.Store((float*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Single4<TDomain> value) => !Vector128.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> CanonicalizeNaN(Single4<TDomain> value) =>
        new(Vector128.ConditionalSelect(Vector128.Equals(value._value, value._value), value._value, Vector128.Create(float.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TDomain> InDouble<TKernel>(Single4<TDomain> x)
        where TKernel : struct, IDoubleKernel
    {
        // The kind of lanes is compared as a type, which the compiler does before it counts locals: see Double8.
        if (typeof(TDomain) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector128.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            return Narrow(
                TKernel.EvaluateNearSingles(new Double2<TDomain>(nearLower)), TKernel.EvaluateNearSingles(new Double2<TDomain>(nearUpper)));
        }

        var (lower, upper) = Vector128.Widen(x._value);
        return Narrow(TKernel.EvaluateSingles(new Double2<TDomain>(lower)), TKernel.EvaluateSingles(new Double2<TDomain>(upper)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Single4<TDomain> First, Single4<TDomain> Second) InDoublePair<TKernel>(TKernel kernel, Single4<TDomain> x)
        where TKernel : struct, IDoublePairKernel
    {
        if (typeof(TDomain) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector128.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            var (nearLowerFirst, nearLowerSecond) = kernel.EvaluateNearSingles(new Double2<TDomain>(nearLower));
            var (nearUpperFirst, nearUpperSecond) = kernel.EvaluateNearSingles(new Double2<TDomain>(nearUpper));
            return (Narrow(nearLowerFirst, nearUpperFirst), Narrow(nearLowerSecond, nearUpperSecond));
        }

        var (lower, upper) = Vector128.Widen(x._value);
        var (lowerFirst, lowerSecond) = kernel.EvaluateSingles(new Double2<TDomain>(lower));
        var (upperFirst, upperSecond) = kernel.EvaluateSingles(new Double2<TDomain>(upper));
        return (Narrow(lowerFirst, upperFirst), Narrow(lowerSecond, upperSecond));
    }

    // Overflow less itself is NaN; any other number less itself is +0, which taken off leaves −0 as it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> NaNBeyond(Vector128<float> x, float overflow)
    {
        var product = x * overflow;
        return x - (product - product);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Single4<TDomain> Narrow(Double2<TDomain> lower, Double2<TDomain> upper) =>
        new(Vector128.Narrow(lower.Vector, upper.Vector));
}
