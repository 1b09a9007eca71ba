using System.Runtime.CompilerServices;

namespace Kernels.Lanes;

/// <summary>One float.</summary>
internal readonly struct Single1<TDomain>(float value) : ILanes<Single1<TDomain>>
    where TDomain : struct, IDomain
{
    private readonly float _value = value;

    public float Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Single1<TDomain>(double value) => new(Rounded.ToSingle(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> operator +(Single1<TDomain> left, Single1<TDomain> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> operator -(Single1<TDomain> left, Single1<TDomain> right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> operator -(Single1<TDomain> value) => new(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> operator *(Single1<TDomain> left, Single1<TDomain> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> operator /(Single1<TDomain> left, Single1<TDomain> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> FusedMultiplyAdd(Single1<TDomain> left, Single1<TDomain> right, Single1<TDomain> addend) =>
        new(Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> FusedNegatedMultiplyAdd(Single1<TDomain> left, Single1<TDomain> right, Single1<TDomain> minuend) =>
        new(Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> Sqrt(Single1<TDomain> value) => new(MathF.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> Abs(Single1<TDomain> value) => new(MathF.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> Min(Single1<TDomain> left, Single1<TDomain> right) => new(MathF.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> Max(Single1<TDomain> left, Single1<TDomain> right) => new(MathF.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Single1<TDomain> Load(void* source) => new(*(float*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Single1<TDomain> value, void* destination) => *(float*)destination = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Single1<TDomain> value) => float.IsNaN(value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> CanonicalizeNaN(Single1<TDomain> value) =>
        new(float.IsNaN(value._value) ? float.NaN : value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TDomain> InDouble<TKernel>(Single1<TDomain> x)
        where TKernel : struct, IDoubleKernel => new((float)(typeof(TDomain) == typeof(Near)
            ? TKernel.EvaluateNearSingles(new Double1<TDomain>(NaNBeyond(x._value, TKernel.SingleOverflow)))
            : TKernel.EvaluateSingles(new Double1<TDomain>(x._value))).Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Single1<TDomain> First, Single1<TDomain> Second) InDoublePair<TKernel>(TKernel kernel, Single1<TDomain> x)
        where TKernel : struct, IDoublePairKernel
    {
        var (first, second) = typeof(TDomain) == typeof(Near)
            ? kernel.EvaluateNearSingles(new Double1<TDomain>(NaNBeyond(x._value, TKernel.SingleOverflow)))
            : kernel.EvaluateSingles(new Double1<TDomain>(x._value));
        return (new((float)first.Value), new((float)second.Value));
    }

    // Overflow less itself is NaN; any other number less itself is +0, which taken off leaves −0 as it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float NaNBeyond(float x, float overflow)
    {
        float product = x * overflow;
        return x - (product - product);
    }
}
