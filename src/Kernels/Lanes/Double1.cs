using System.Runtime.CompilerServices;

namespace Kernels.Lanes;

/// <summary>One double: the scalar calls, and machines without SIMD.</summary>
internal readonly struct Double1<TReach>(double value) : IDoubleLanes<Double1<TReach>>
    where TReach : struct, IReach
{
    private readonly double _value = value;

    public double Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 1;

    public static bool IsWhole => TReach.IsWhole;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Double1<TReach>(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> operator +(Double1<TReach> left, Double1<TReach> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> operator -(Double1<TReach> left, Double1<TReach> right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> operator -(Double1<TReach> value) => new(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> operator *(Double1<TReach> left, Double1<TReach> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> operator /(Double1<TReach> left, Double1<TReach> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> FusedMultiplyAdd(Double1<TReach> left, Double1<TReach> right, Double1<TReach> addend) =>
        new(Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> FusedNegatedMultiplyAdd(Double1<TReach> left, Double1<TReach> right, Double1<TReach> minuend) =>
        new(Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> Sqrt(Double1<TReach> value) => new(Math.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> Abs(Double1<TReach> value) => new(Math.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> Min(Double1<TReach> left, Double1<TReach> right) => new(Math.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> Max(Double1<TReach> left, Double1<TReach> right) => new(Math.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double1<TReach> Load(void* source) => new(*(double*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Double1<TReach> value, void* destination) => *(double*)destination = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Double1<TReach> value) => double.IsNaN(value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> CanonicalizeNaN(Double1<TReach> value) =>
        new(double.IsNaN(value._value) ? double.NaN : value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> InDouble<TKernel>(Double1<TReach> x)
        where TKernel : struct, IDoubleKernel => TKernel.Evaluate(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double1<TReach> First, Double1<TReach> Second) InDoublePair<TKernel>(TKernel kernel, Double1<TReach> x)
        where TKernel : struct, IDoublePairKernel => kernel.Evaluate(x);

    public static unsafe Double1<TReach> LoadPart(double* source, int count) => new(*source);

    public static unsafe void StorePart(Double1<TReach> value, double* destination, int count) => *destination = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLess(Double1<TReach> value, double limit) => value._value < limit;

    public static bool AllBitsLess(Double1<TReach> value, long limit) => BitConverter.DoubleToInt64Bits(value._value) < limit;

    public static Double1<TReach> LaneNumbers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> Repeat(ref readonly double four) => new(four);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreNonTemporal(Double1<TReach> value, double* destination) => *destination = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double GetLane(Double1<TReach> value, int lane) => value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> WithLane(Double1<TReach> value, int lane, double element) => new(element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> Xor(Double1<TReach> left, Double1<TReach> right) => FromBits(Bits(left) ^ Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> ShiftLeft(Double1<TReach> value, int bits) => FromBits(Bits(value) << bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> FlipSign(Double1<TReach> value, Double1<TReach> sign) =>
        FromBits(Bits(value) ^ (Bits(sign) & long.MinValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> SelectBySign(Double1<TReach> sign, Double1<TReach> ifSet, Double1<TReach> ifClear) =>
        Bits(sign) < 0 ? ifSet : ifClear;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Bits(Double1<TReach> value) => BitConverter.DoubleToInt64Bits(value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Double1<TReach> FromBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> Or(Double1<TReach> left, Double1<TReach> right) => FromBits(Bits(left) | Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> OrDifference(Double1<TReach> set, Double1<TReach> left, Double1<TReach> right) =>
        FromBits(Bits(set) | (Bits(left) ^ Bits(right)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> AddBits(Double1<TReach> value, long addend) => FromBits(Bits(value) + addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> And(Double1<TReach> left, Double1<TReach> right) => FromBits(Bits(left) & Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1<TReach> ShiftRight(Double1<TReach> value, int bits) => FromBits(Bits(value) >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double1<TReach> LoadSingles(float* source) =>
        new(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreSingles(Double1<TReach> value, float* destination) =>
        *destination = (float)value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double1<TReach> AddSquares(Double1<TReach> sums, float* source) =>
        new((float)((source[0] * source[0]) + (source[1] * source[1]) + sums._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreSquaresLess(Double1<TReach> sums, float limit) => sums._value < limit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OnSingles<TAction>(ref TAction action)
        where TAction : struct, ISingleAction => action.Run<Single1<TReach>>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double1<TReach> First, Double1<TReach> Second) Pairs(ref readonly double table, Double1<TReach> offsets) =>
        Pair(in table, Bits(offsets));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe (Double1<TReach> First, Double1<TReach> Second) Pairs(ref readonly double table, long* offsets) =>
        Pair(in table, *offsets);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Double1<TReach> First, Double1<TReach> Second) Pair(ref readonly double table, long offset)
    {
        ref double pair = ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset);
        return (pair, Unsafe.Add(ref pair, 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double1<TReach> First, Double1<TReach> Second, Double1<TReach> Third, Double1<TReach> Fourth) Rows(
        ref readonly double table, Double1<TReach> offsets) => Row(in table, Bits(offsets));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe (Double1<TReach> First, Double1<TReach> Second, Double1<TReach> Third, Double1<TReach> Fourth) Rows(
        ref readonly double table, long* offsets) => Row(in table, *offsets);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Double1<TReach> First, Double1<TReach> Second, Double1<TReach> Third, Double1<TReach> Fourth) Row(
        ref readonly double table, long offset)
    {
        ref double row = ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset);
        return (row, Unsafe.Add(ref row, 1), Unsafe.Add(ref row, 2), Unsafe.Add(ref row, 3));
    }
}
