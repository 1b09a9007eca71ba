using System.Numerics;

namespace Kernels.Elementary;

/// <summary>A fraction of 192 bits: a number from 0 up to, but not including, 1.</summary>
internal readonly record struct UInt192(ulong High, ulong Middle, ulong Low)
{
    /// <summary>Bits before the first 1; 192 of zero.</summary>
    public int LeadingZeros => High != 0
        ? BitOperations.LeadingZeroCount(High)
        : Middle != 0 ? 64 + BitOperations.LeadingZeroCount(Middle) : 128 + BitOperations.LeadingZeroCount(Low);

    /// <summary>The product, at most two units too small.</summary>
    public static UInt192 operator *(UInt192 left, UInt192 right)
    {
        // Of nine partial products the three least are left out; what remains is summed by columns.
        UInt128 highLow = Math.BigMul(left.High, right.Low), middles = Math.BigMul(left.Middle, right.Middle), lowHigh = Math.BigMul(left.Low, right.High);
        UInt128 highMiddle = Math.BigMul(left.High, right.Middle), middleHigh = Math.BigMul(left.Middle, right.High), highs = Math.BigMul(left.High, right.High);
        UInt128 below = (UInt128)(ulong)highLow + (ulong)middles + (ulong)lowHigh;
        UInt128 low = (below >> 64) + (highLow >> 64) + (middles >> 64) + (lowHigh >> 64) + (ulong)highMiddle + (ulong)middleHigh;
        UInt128 middle = (low >> 64) + (highMiddle >> 64) + (middleHigh >> 64) + (ulong)highs;
        return new((ulong)(middle >> 64) + (ulong)(highs >> 64), (ulong)middle, (ulong)low);
    }

    /// <summary>The difference; the left side is not the smaller.</summary>
    public static UInt192 operator -(UInt192 left, UInt192 right)
    {
        UInt128 leftTail = new(left.Middle, left.Low), rightTail = new(right.Middle, right.Low), tail = leftTail - rightTail;
        return new(left.High - right.High - (leftTail < rightTail ? 1ul : 0), (ulong)(tail >> 64), (ulong)tail);
    }

    public static bool operator >=(UInt192 left, UInt192 right) =>
        left.High != right.High ? left.High > right.High : new UInt128(left.Middle, left.Low) >= new UInt128(right.Middle, right.Low);

    public static bool operator <=(UInt192 left, UInt192 right) => right >= left;

    /// <summary>1 less the number, and a unit less.</summary>
    public static UInt192 operator ~(UInt192 value) => new(~value.High, ~value.Middle, ~value.Low);

    public static UInt192 operator <<(UInt192 value, int bits) => bits switch
    {
        0 => value,
        < 64 => new(value.High << bits | value.Middle >>> (64 - bits), value.Middle << bits | value.Low >>> (64 - bits), value.Low << bits),
        < 192 => new UInt192(value.Middle, value.Low, 0) << (bits - 64),
        _ => default,
    };

    public static UInt192 operator >>>(UInt192 value, int bits) => bits switch
    {
        0 => value,
        < 64 => new(value.High >>> bits, value.Middle >>> bits | value.High << (64 - bits), value.Low >>> bits | value.Middle << (64 - bits)),
        < 192 => new UInt192(0, value.High, value.Middle) >>> (bits - 64),
        _ => default,
    };
}
