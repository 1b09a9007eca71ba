using System.Numerics;

namespace Kernels.Functions;

/// <summary>A fraction of 192 bits: a number from 0 up to, but not including, 1.</summary>
internal readonly record struct UInt192(ulong High, ulong Middle, ulong Low)
{
    /// <summary>Bits before the first 1; 192 of zero.</summary>
    public int LeadingZeros => High != 0 ? BitOperations.LeadingZeroCount(High) : 64 + (int)UInt128.LeadingZeroCount(Lower);

    private UInt128 Lower => new(Middle, Low);

    /// <summary>The product, less than three units too small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt192 operator *(UInt192 left, UInt192 right)
    {
        // Of nine partial products the three least are left out; what remains is summed by columns.
        ulong below = 0, low = 0, middle = 0, high = 0;
        Add(Math.BigMul(left.High, right.Low, out ulong part), part, ref below, ref low, ref middle);
        Add(Math.BigMul(left.Middle, right.Middle, out part), part, ref below, ref low, ref middle);
        Add(Math.BigMul(left.Low, right.High, out part), part, ref below, ref low, ref middle);
        Add(Math.BigMul(left.High, right.Middle, out part), part, ref low, ref middle, ref high);
        Add(Math.BigMul(left.Middle, right.High, out part), part, ref low, ref middle, ref high);
        ulong top = Math.BigMul(left.High, right.High, out part);
        middle += part;
        high += top + (middle < part ? 1ul : 0);
        return new(high, middle, low);

        // Adds a number of two words; the word above takes what is carried.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Add(ulong upper, ulong lower, ref ulong column, ref ulong next, ref ulong above)
        {
            column += lower;

            // The upper word of a product is never the largest: it has room for a carry.
            upper += column < lower ? 1ul : 0;
            next += upper;
            above += next < upper ? 1ul : 0;
        }
    }

    /// <summary>The sum, which has to be below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt192 operator +(UInt192 left, UInt192 right)
    {
        UInt128 lower = left.Lower + right.Lower;
        return new(left.High + right.High + (lower < left.Lower ? 1ul : 0), (ulong)(lower >> 64), (ulong)lower);
    }

    /// <summary>The difference; the left side is not the smaller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt192 operator -(UInt192 left, UInt192 right)
    {
        UInt128 lower = left.Lower - right.Lower;
        return new(left.High - right.High - (left.Lower < right.Lower ? 1ul : 0), (ulong)(lower >> 64), (ulong)lower);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >=(UInt192 left, UInt192 right) =>
        left.High != right.High ? left.High > right.High : left.Lower >= right.Lower;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <=(UInt192 left, UInt192 right) => right >= left;

    /// <summary>1 less the number, and a unit less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt192 operator ~(UInt192 value) => new(~value.High, ~value.Middle, ~value.Low);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static UInt192 operator <<(UInt192 value, int bits)
    {
        for (bits = Math.Min(bits, 192); bits >= 64; bits -= 64)
            value = new(value.Middle, value.Low, 0);
        return bits == 0 ? value : new(
            value.High << bits | value.Middle >>> (64 - bits), value.Middle << bits | value.Low >>> (64 - bits), value.Low << bits);
    }

    /// <summary>What falls off at the lower end is lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static UInt192 operator >>>(UInt192 value, int bits)
    {
        // Three words are all there are, however far.
        for (bits = Math.Min(bits, 192); bits >= 64; bits -= 64)
            value = new(0, value.High, value.Middle);
        return bits == 0 ? value : new(
            value.High >>> bits, value.Middle >>> bits | value.High << (64 - bits), value.Low >>> bits | value.Middle << (64 - bits));
    }
}
