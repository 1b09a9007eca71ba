#nullable enable

using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <summary>Eight doubles in 512 bits.</summary>
/// <remarks>Written by tools/Kernels.Widths.</remarks>
internal readonly struct Double8<TDomain>(Vector512<double> value) : ILanes<Double8<TDomain>>
    where TDomain : struct, IDomain
{
    // A constructor costs the compiler two locals, of which it allows 512 a method, inlined ones included; BitCast costs less,
    // and a user's curve has room for more elementary functions. Sums and products are constructed: there BitCast leaves a dead
    // store in the loops.
    private readonly Vector512<double> _value = value;

    public Vector512<double> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    public static int Count => 8;

    public static bool IsWhole => TDomain.IsWhole;

    public static Double8<TDomain> LaneNumbers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512.Create(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Double8<TDomain>(double value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> operator +(Double8<TDomain> left, Double8<TDomain> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> operator -(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> operator -(Double8<TDomain> value) => Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> operator *(Double8<TDomain> left, Double8<TDomain> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> operator /(Double8<TDomain> left, Double8<TDomain> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> FusedMultiplyAdd(Double8<TDomain> left, Double8<TDomain> right, Double8<TDomain> addend) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(left._value, right._value, addend._value)
            : Lanes.FusedMultiplyAdd.Of(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> FusedNegatedMultiplyAdd(Double8<TDomain> left, Double8<TDomain> right, Double8<TDomain> minuend) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAddNegated(left._value, right._value, minuend._value)
            : Lanes.FusedMultiplyAdd.Of(-left._value, right._value, minuend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Sqrt(Double8<TDomain> value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Abs(Double8<TDomain> value) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Min(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Max(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Vector512.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Repeat(ref readonly double four) => new(Vector512.Create(four));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double8<TDomain> Load(void* source) => new(Vector512.Load((double*)source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Double8<TDomain> LoadSingles(float* source) =>
        new(Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Double(Vector256.Load(source))
            : Vector512.Create(Vector256.WidenLower(Vector256.Load(source)), Vector256.WidenUpper(Vector256.Load(source))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Double8<TDomain> value, void* destination) => value._value.Store((double*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreNonTemporal(Double8<TDomain> value, double* destination) =>
        value._value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreSingles(Double8<TDomain> value, float* destination) =>
        (Avx512F.IsSupported
            ? Avx512F.ConvertToVector256Single(value._value)
            : Vector256.Narrow(value._value.GetLower(), value._value.GetUpper())).Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Double8<TDomain> value) => !Vector512.EqualsAll(value._value, value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> CanonicalizeNaN(Double8<TDomain> value) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(value._value, value._value), value._value, Vector512.Create(double.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllLess(Double8<TDomain> value, double limit) => Vector512.LessThanAll(value._value, Vector512.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsLess(Double8<TDomain> value, long limit) =>
        Vector512.LessThanAll(value._value.AsInt64(), Vector512.Create(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> And(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(left._value & right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Or(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(left._value | right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> Xor(Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> OrDifference(Double8<TDomain> set, Double8<TDomain> left, Double8<TDomain> right) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.IsSupported
            ? Avx512F.TernaryLogic(set._value, left._value, right._value, 0b1111_0110)
            : set._value | (left._value ^ right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> FlipSign(Double8<TDomain> value, Double8<TDomain> sign) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(value._value ^ (sign._value & Vector512.Create(-0.0)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> SelectBySign(Double8<TDomain> sign, Double8<TDomain> ifSet, Double8<TDomain> ifClear) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(
            Vector512.ConditionalSelect((sign._value.AsInt64() >> 63).AsDouble(), ifSet._value, ifClear._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> AddBits(Double8<TDomain> value, long addend) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>((value._value.AsInt64() + Vector512.Create(addend)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> AddBits(Double8<TDomain> left, Double8<TDomain> right) =>
        new((left._value.AsInt64() + right._value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> ShiftLeft(Double8<TDomain> value, int bits) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>((value._value.AsInt64() << bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8<TDomain> ShiftRight(Double8<TDomain> value, int bits) =>
        Unsafe.BitCast<Vector512<double>, Double8<TDomain>>((value._value.AsInt64() >>> bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double8<TDomain> First, Double8<TDomain> Second) Pairs(ref readonly double table, Double8<TDomain> offsets)
    {
        // Through memory: see Rows.
        var memory = (offsets._value.GetLower().AsInt64(), offsets._value.GetUpper().AsInt64());
        return Pairs(in table, ref Unsafe.As<(Vector256<long>, Vector256<long>), long>(ref memory));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe (Double8<TDomain> First, Double8<TDomain> Second) Pairs(
        ref readonly double table, long* offsets) => Pairs(in table, ref *offsets);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Double8<TDomain> First, Double8<TDomain> Second) Pairs(ref readonly double table, ref long offsets)
    {
        var even = Both(
            Double4<TDomain>.TwoPairs(in table, offsets, Unsafe.Add(ref offsets, 2)),
            Double4<TDomain>.TwoPairs(in table, Unsafe.Add(ref offsets, 4), Unsafe.Add(ref offsets, 6)));
        var odd = Both(
            Double4<TDomain>.TwoPairs(in table, Unsafe.Add(ref offsets, 1), Unsafe.Add(ref offsets, 3)),
            Double4<TDomain>.TwoPairs(in table, Unsafe.Add(ref offsets, 5), Unsafe.Add(ref offsets, 7)));
        return Avx512F.IsSupported
            ? (new(Avx512F.UnpackLow(even, odd)), new(Avx512F.UnpackHigh(even, odd)))
            : (new(Vector512.Create(even[0], odd[0], even[2], odd[2], even[4], odd[4], even[6], odd[6])),
                new(Vector512.Create(even[1], odd[1], even[3], odd[3], even[5], odd[5], even[7], odd[7])));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double8<TDomain> First, Double8<TDomain> Second, Double8<TDomain> Third, Double8<TDomain> Fourth) Rows(
        ref readonly double table, Double8<TDomain> offsets)
    {
        // Through memory: eight elements taken out of a register are more operations, and more locals than a user's kernel has.
        var memory = (offsets._value.GetLower().AsInt64(), offsets._value.GetUpper().AsInt64());
        return Rows(in table, ref Unsafe.As<(Vector256<long>, Vector256<long>), long>(ref memory));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe (Double8<TDomain> First, Double8<TDomain> Second, Double8<TDomain> Third, Double8<TDomain> Fourth) Rows(
        ref readonly double table, long* offsets) => Rows(in table, ref *offsets);

    // Rows are put together by InsertVector256: the framework's Create inserts both into an undefined vector, which it keeps in
    // memory. All in one method: every inlined call would cost a user's kernel locals.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Double8<TDomain> First, Double8<TDomain> Second, Double8<TDomain> Third, Double8<TDomain> Fourth) Rows(
        ref readonly double table, ref long offsets)
    {
        if (!Avx512F.IsSupported)
            return RowsOneByOne(in table, ref offsets);
        ref double rows = ref Unsafe.AsRef(in table);
        var row02 = Avx512F.InsertVector256(
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)offsets)).ToVector512Unsafe(),
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 2))),
            1);
        var row13 = Avx512F.InsertVector256(
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 1))).ToVector512Unsafe(),
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 3))),
            1);
        var row46 = Avx512F.InsertVector256(
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 4))).ToVector512Unsafe(),
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 6))),
            1);
        var row57 = Avx512F.InsertVector256(
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 5))).ToVector512Unsafe(),
            Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)Unsafe.Add(ref offsets, 7))),
            1);

        // In each 128 bits the lower (upper) elements of both; then the even (odd) 128 bits of both.
        var low03 = Avx512F.UnpackLow(row02, row13);
        var low47 = Avx512F.UnpackLow(row46, row57);
        var high03 = Avx512F.UnpackHigh(row02, row13);
        var high47 = Avx512F.UnpackHigh(row46, row57);
        return (
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(low03, low47, 0b10_00_10_00)),
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(high03, high47, 0b10_00_10_00)),
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(low03, low47, 0b11_01_11_01)),
            Unsafe.BitCast<Vector512<double>, Double8<TDomain>>(Avx512F.Shuffle4x128(high03, high47, 0b11_01_11_01)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Double8<TDomain> First, Double8<TDomain> Second, Double8<TDomain> Third, Double8<TDomain> Fourth) RowsOneByOne(
        ref readonly double table, ref long offsets)
    {
        Vector512<double> first = default, second = default, third = default, fourth = default;
        for (int lane = 0; lane < Count; lane++)
        {
            var row = Vector256.LoadUnsafe(ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)Unsafe.Add(ref offsets, lane)));
            first = first.WithElement(lane, row[0]);
            second = second.WithElement(lane, row[1]);
            third = third.WithElement(lane, row[2]);
            fourth = fourth.WithElement(lane, row[3]);
        }

        return (new(first), new(second), new(third), new(fourth));
    }

    // See Rows for why not Create.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Both(Vector256<double> lower, Vector256<double> upper) => Avx512F.IsSupported
        ? Avx512F.InsertVector256(lower.ToVector512Unsafe(), upper, 1)
        : Vector512.Create(lower, upper);
}
