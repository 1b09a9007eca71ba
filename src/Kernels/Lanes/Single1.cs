using System.Runtime.CompilerServices;

namespace Kernels.Lanes;

/// <summary>One float.</summary>
internal readonly struct Single1<TReach>(float value) : ILanes<Single1<TReach>>
    where TReach : struct, IReach
{
    private readonly float _value = value;

    public float Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Single1<TReach>(double value) => new(Rounded.ToSingle(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> operator +(Single1<TReach> left, Single1<TReach> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> operator -(Single1<TReach> left, Single1<TReach> right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> operator -(Single1<TReach> value) => new(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> operator *(Single1<TReach> left, Single1<TReach> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> operator /(Single1<TReach> left, Single1<TReach> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> FusedMultiplyAdd(Single1<TReach> left, Single1<TReach> right, Single1<TReach> addend) =>
        new(Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> FusedNegatedMultiplyAdd(Single1<TReach> left, Single1<TReach> right, Single1<TReach> minuend) =>
        new(Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> Sqrt(Single1<TReach> value) => new(MathF.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> Abs(Single1<TReach> value) => new(MathF.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> Min(Single1<TReach> left, Single1<TReach> right) => new(MathF.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> Max(Single1<TReach> left, Single1<TReach> right) => new(MathF.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Single1<TReach> Load(void* source) => new(*(float*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Single1<TReach> value, void* destination) => *(float*)destination = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Single1<TReach> value) => float.IsNaN(value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> CanonicalizeNaN(Single1<TReach> value) =>
        new(float.IsNaN(value._value) ? float.NaN : value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Single1<TReach> InDouble<TKernel>(Single1<TReach> x)
        where TKernel : struct, IDoubleKernel => new((float)(typeof(TReach) == typeof(Near)
            ? TKernel.EvaluateNearSingles(new Double1<TReach>(NaNBeyond(x._value, TKernel.SingleOverflow)))
            : TKernel.EvaluateSingles(new Double1<TReach>(x._value))).Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Single1<TReach> First, Single1<TReach> Second) InDoublePair<TKernel>(TKernel kernel, Single1<TReach> x)
        where TKernel : struct, IDoublePairKernel
    {
        var (first, second) = typeof(TReach) == typeof(Near)
            ? kernel.EvaluateNearSingles(new Double1<TReach>(NaNBeyond(x._value, TKernel.SingleOverflow)))
            : kernel.EvaluateSingles(new Double1<TReach>(x._value));
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
