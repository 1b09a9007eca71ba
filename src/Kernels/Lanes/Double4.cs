using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Four doubles in 256 bits.</summary>
internal readonly struct Double4<TReach>(Vector256<double> value) : IDoubleLanes<Double4<TReach>>
    where TReach : struct, IReach
{
    // Why some operations construct and others BitCast: see Double8.
    private readonly Vector256<double> _value = value;

    public Vector256<double> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 4;

    public static bool IsWhole => TReach.IsWhole;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Double4<TReach>(double value) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> operator +(Double4<TReach> left, Double4<TReach> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> operator -(Double4<TReach> left, Double4<TReach> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> operator -(Double4<TReach> value) => Unsafe.BitCast<Vector256<double>, Double4<TReach>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> operator *(Double4<TReach> left, Double4<TReach> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> operator /(Double4<TReach> left, Double4<TReach> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> FusedMultiplyAdd(Double4<TReach> left, Double4<TReach> right, Double4<TReach> addend) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>(Lanes.FusedMultiplyAdd.IsHardware
            ? Vector256.FusedMultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Emulate(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> FusedNegatedMultiplyAdd(Double4<TReach> left, Double4<TReach> right, Double4<TReach> minuend) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>(Fma.IsSupported
            ? Fma.MultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> Sqrt(Double4<TReach> value) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>(Vector256.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> Abs(Double4<TReach> value) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>(Vector256.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> Min(Double4<TReach> left, Double4<TReach> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>(Vector256.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> Max(Double4<TReach> left, Double4<TReach> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>(Vector256.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double4<TReach> Load(void* source) => new(Vector256.Load((double*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Double4<TReach> value, void* destination) => value._value.Store((double*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Double4<TReach> value) => !Vector256.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> CanonicalizeNaN(Double4<TReach> value) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(value._value, value._value), value._value, Vector256.Create(double.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> InDouble<TKernel>(Double4<TReach> x)
        where TKernel : struct, IDoubleKernel => TKernel.Evaluate(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double4<TReach> First, Double4<TReach> Second) InDoublePair<TKernel>(Double4<TReach> x)
        where TKernel : struct, IDoublePairKernel => TKernel.Evaluate(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLess(Double4<TReach> value, double limit) => Vector256.LessThanAll(value._value, Vector256.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double GetLane(Double4<TReach> value, int lane) => value._value.GetElement(lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> WithLane(Double4<TReach> value, int lane, double element) => new(value._value.WithElement(lane, element));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> Xor(Double4<TReach> left, Double4<TReach> right) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> ShiftLeft(Double4<TReach> value, int bits) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>((value._value.AsInt64() << bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> FlipSign(Double4<TReach> value, Double4<TReach> sign) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>(value._value ^ (sign._value & Vector256.Create(-0.0)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4<TReach> SelectBySign(Double4<TReach> sign, Double4<TReach> ifSet, Double4<TReach> ifClear) =>
        Unsafe.BitCast<Vector256<double>, Double4<TReach>>(Avx.IsSupported
            ? Avx.BlendVariable(ifClear._value, ifSet._value, sign._value)
            : Vector256.ConditionalSelect((sign._value.AsInt64() >> 63).AsDouble(), ifSet._value, ifClear._value));
}
