using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Eight doubles in 512 bits.</summary>
internal readonly struct Double8<TReach>(Vector512<double> value) : IDoubleLanes<Double8<TReach>>
    where TReach : struct, IReach
{
    // A constructor costs the compiler two locals, of which it allows 512 a method, inlined ones included; BitCast costs less, and a user's
    // curve has room for more elementary functions. Sums and products are constructed: there BitCast leaves a dead store in the loops.
    private readonly Vector512<double> _value = value;

    public Vector512<double> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 8;

    public static bool IsWhole => TReach.IsWhole;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Double8<TReach>(double value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> operator +(Double8<TReach> left, Double8<TReach> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> operator -(Double8<TReach> left, Double8<TReach> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> operator -(Double8<TReach> value) => Unsafe.BitCast<Vector512<double>, Double8<TReach>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> operator *(Double8<TReach> left, Double8<TReach> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> operator /(Double8<TReach> left, Double8<TReach> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> FusedMultiplyAdd(Double8<TReach> left, Double8<TReach> right, Double8<TReach> addend) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>(Lanes.FusedMultiplyAdd.IsHardware
            ? Vector512.FusedMultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Emulate(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> FusedNegatedMultiplyAdd(Double8<TReach> left, Double8<TReach> right, Double8<TReach> minuend) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>(Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> Sqrt(Double8<TReach> value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>(Vector512.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> Abs(Double8<TReach> value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>(Vector512.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> Min(Double8<TReach> left, Double8<TReach> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>(Vector512.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> Max(Double8<TReach> left, Double8<TReach> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>(Vector512.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double8<TReach> Load(void* source) => new(Vector512.Load((double*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Double8<TReach> value, void* destination) => value._value.Store((double*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Double8<TReach> value) => !Vector512.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> CanonicalizeNaN(Double8<TReach> value) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(value._value, value._value), value._value, Vector512.Create(double.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> InDouble<TKernel>(Double8<TReach> x)
        where TKernel : struct, IDoubleKernel => TKernel.Evaluate(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double8<TReach> First, Double8<TReach> Second) InDoublePair<TKernel>(Double8<TReach> x)
        where TKernel : struct, IDoublePairKernel => TKernel.Evaluate(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLess(Double8<TReach> value, double limit) => Vector512.LessThanAll(value._value, Vector512.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double GetLane(Double8<TReach> value, int lane) => value._value.GetElement(lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> WithLane(Double8<TReach> value, int lane, double element) => new(value._value.WithElement(lane, element));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> Xor(Double8<TReach> left, Double8<TReach> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> ShiftLeft(Double8<TReach> value, int bits) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>((value._value.AsInt64() << bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> FlipSign(Double8<TReach> value, Double8<TReach> sign) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>(value._value ^ (sign._value & Vector512.Create(-0.0)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TReach> SelectBySign(Double8<TReach> sign, Double8<TReach> ifSet, Double8<TReach> ifClear) =>
        Unsafe.BitCast<Vector512<double>, Double8<TReach>>(Vector512.ConditionalSelect((sign._value.AsInt64() >> 63).AsDouble(), ifSet._value, ifClear._value));
}
