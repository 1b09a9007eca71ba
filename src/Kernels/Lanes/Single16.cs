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
        Unsafe.BitCast<Vector512<float>, Single16<TReach>>(Vector512.Create(Rounded.ToSingle(value)));

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
        Unsafe.BitCast<Vector512<float>, Single16<TReach>>(Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

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
        // The kind of lanes is compared as a type, which the compiler does before it counts locals: see Double8.
        if (typeof(TReach) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector512.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            return Narrow(
                TKernel.EvaluateNearSingles(new Double8<TReach>(nearLower)), TKernel.EvaluateNearSingles(new Double8<TReach>(nearUpper)));
        }

        var (lower, upper) = Vector512.Widen(x._value);
        return Narrow(TKernel.EvaluateSingles(new Double8<TReach>(lower)), TKernel.EvaluateSingles(new Double8<TReach>(upper)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Single16<TReach> First, Single16<TReach> Second) InDoublePair<TKernel>(TKernel kernel, Single16<TReach> x)
        where TKernel : struct, IDoublePairKernel
    {
        if (typeof(TReach) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector512.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            var (nearLowerFirst, nearLowerSecond) = kernel.EvaluateNearSingles(new Double8<TReach>(nearLower));
            var (nearUpperFirst, nearUpperSecond) = kernel.EvaluateNearSingles(new Double8<TReach>(nearUpper));
            return (Narrow(nearLowerFirst, nearUpperFirst), Narrow(nearLowerSecond, nearUpperSecond));
        }

        var (lower, upper) = Vector512.Widen(x._value);
        var (lowerFirst, lowerSecond) = kernel.EvaluateSingles(new Double8<TReach>(lower));
        var (upperFirst, upperSecond) = kernel.EvaluateSingles(new Double8<TReach>(upper));
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
    private static Single16<TReach> Narrow(Double8<TReach> lower, Double8<TReach> upper) =>
        new(Vector512.Narrow(lower.Vector, upper.Vector));
}
