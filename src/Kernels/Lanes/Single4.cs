using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Four floats in 128 bits.</summary>
internal readonly struct Single4<TReach>(Vector128<float> value) : ILanes<Single4<TReach>>
    where TReach : struct, IReach
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
    public static implicit operator Single4<TReach>(double value) =>
        Unsafe.BitCast<Vector128<float>, Single4<TReach>>(Vector128.Create(Rounded.ToSingle(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> operator +(Single4<TReach> left, Single4<TReach> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> operator -(Single4<TReach> left, Single4<TReach> right) =>
        Unsafe.BitCast<Vector128<float>, Single4<TReach>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> operator -(Single4<TReach> value) => Unsafe.BitCast<Vector128<float>, Single4<TReach>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> operator *(Single4<TReach> left, Single4<TReach> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> operator /(Single4<TReach> left, Single4<TReach> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> FusedMultiplyAdd(Single4<TReach> left, Single4<TReach> right, Single4<TReach> addend) =>
        Unsafe.BitCast<Vector128<float>, Single4<TReach>>(Fma.IsSupported
            ? Fma.MultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> FusedNegatedMultiplyAdd(Single4<TReach> left, Single4<TReach> right, Single4<TReach> minuend) =>
        Unsafe.BitCast<Vector128<float>, Single4<TReach>>(Fma.IsSupported
            ? Fma.MultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> Sqrt(Single4<TReach> value) =>
        Unsafe.BitCast<Vector128<float>, Single4<TReach>>(Vector128.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> Abs(Single4<TReach> value) =>
        Unsafe.BitCast<Vector128<float>, Single4<TReach>>(Vector128.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> Min(Single4<TReach> left, Single4<TReach> right) =>
        Unsafe.BitCast<Vector128<float>, Single4<TReach>>(Vector128.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> Max(Single4<TReach> left, Single4<TReach> right) =>
        Unsafe.BitCast<Vector128<float>, Single4<TReach>>(Vector128.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Single4<TReach> Load(void* source) => new(Vector128.Load((float*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Single4<TReach> value, void* destination) => value._value.Store((float*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Single4<TReach> value) => !Vector128.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> CanonicalizeNaN(Single4<TReach> value) =>
        new(Vector128.ConditionalSelect(Vector128.Equals(value._value, value._value), value._value, Vector128.Create(float.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single4<TReach> InDouble<TKernel>(Single4<TReach> x)
        where TKernel : struct, IDoubleKernel
    {
        // The kind of lanes is compared as a type, which the compiler does before it counts locals: see Double8.
        if (typeof(TReach) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector128.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            return Narrow(
                TKernel.EvaluateNearSingles(new Double2<TReach>(nearLower)), TKernel.EvaluateNearSingles(new Double2<TReach>(nearUpper)));
        }

        var (lower, upper) = Vector128.Widen(x._value);
        return Narrow(TKernel.EvaluateSingles(new Double2<TReach>(lower)), TKernel.EvaluateSingles(new Double2<TReach>(upper)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Single4<TReach> First, Single4<TReach> Second) InDoublePair<TKernel>(TKernel kernel, Single4<TReach> x)
        where TKernel : struct, IDoublePairKernel
    {
        if (typeof(TReach) == typeof(Near))
        {
            var (nearLower, nearUpper) = Vector128.Widen(NaNBeyond(x._value, TKernel.SingleOverflow));
            var (nearLowerFirst, nearLowerSecond) = kernel.EvaluateNearSingles(new Double2<TReach>(nearLower));
            var (nearUpperFirst, nearUpperSecond) = kernel.EvaluateNearSingles(new Double2<TReach>(nearUpper));
            return (Narrow(nearLowerFirst, nearUpperFirst), Narrow(nearLowerSecond, nearUpperSecond));
        }

        var (lower, upper) = Vector128.Widen(x._value);
        var (lowerFirst, lowerSecond) = kernel.EvaluateSingles(new Double2<TReach>(lower));
        var (upperFirst, upperSecond) = kernel.EvaluateSingles(new Double2<TReach>(upper));
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
    private static Single4<TReach> Narrow(Double2<TReach> lower, Double2<TReach> upper) =>
        new(Vector128.Narrow(lower.Vector, upper.Vector));
}
