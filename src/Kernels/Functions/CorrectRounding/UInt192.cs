using System.Numerics;

namespace Kernels.Functions;

/// <summary>A fraction of 192 bits: a number from 0 up to, but not including, 1.</summary>
internal readonly record struct UInt192(ulong High, ulong Middle, ulong Low)
{
    /// <summary>Bits before the first 1; 192 of zero.</summary>
    public int LeadingZeros => High != 0 ? BitOperations.LeadingZeroCount(High) : 64 + (int)UInt128.LeadingZeroCount(Lower);

    private UInt128 Upper => new(High, Middle);

    private UInt128 Lower => new(Middle, Low);

    /// <summary>The product, less than three units too small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt192 operator *(UInt192 left, UInt192 right)
    {
        // Of nine partial products the three least are left out; what remains is summed by columns.
        UInt128 low1 = Math.BigMul(left.High, right.Low), low2 = Math.BigMul(left.Middle, right.Middle);
        UInt128 low3 = Math.BigMul(left.Low, right.High), high = Math.BigMul(left.High, right.High);
        UInt128 middle1 = Math.BigMul(left.High, right.Middle), middle2 = Math.BigMul(left.Middle, right.High);
        UInt128 below = (UInt128)(ulong)low1 + (ulong)low2 + (ulong)low3;
        UInt128 low = (below >> 64) + (low1 >> 64) + (low2 >> 64) + (low3 >> 64) + (ulong)middle1 + (ulong)middle2;
        UInt128 middle = (low >> 64) + (middle1 >> 64) + (middle2 >> 64) + (ulong)high;
        return new((ulong)((middle >> 64) + (high >> 64)), (ulong)middle, (ulong)low);
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
        return new((ulong)(value.Upper << bits >>> 64), (ulong)(value.Lower << bits >>> 64), value.Low << bits);
    }

    /// <summary>What falls off at the lower end is lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static UInt192 operator >>>(UInt192 value, int bits)
    {
        // Three words are all there are, however far.
        for (bits = Math.Min(bits, 192); bits >= 64; bits -= 64)
            value = new(0, value.High, value.Middle);
        return new(value.High >>> bits, (ulong)(value.Upper >>> bits), (ulong)(value.Lower >>> bits));
    }
}
