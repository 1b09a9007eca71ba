#nullable enable

namespace Kernels;

/// <content>What only the library's own kernels need. Written by tools/Kernels.Widths.</content>
public partial interface ILanes<TSelf>
{
    /// <summary>The number of lanes, a power of two.</summary>
    internal static abstract int Count { get; }

    /// <summary>Whether kernels must cover every argument (see <see cref="IDomain"/>).</summary>
    internal static abstract bool IsWhole { get; }

    /// <summary>0 in the first lane, 1 in the second, and so on.</summary>
    internal static abstract TSelf LaneNumbers { get; }

    /// <summary>In every lane the same number, which stands four times in memory: so it can be an operand that takes no register.</summary>
    internal static abstract TSelf Repeat(ref readonly double four);

    /// <summary>Count elements from memory, of any alignment.</summary>
    internal static abstract unsafe TSelf Load(void* source);

    /// <summary>Count floats from memory, of any alignment; exactly.</summary>
    internal static abstract unsafe TSelf LoadSingles(float* source);

    /// <summary>Count elements to memory, of any alignment.</summary>
    internal static abstract unsafe void Store(TSelf value, void* destination);

    /// <summary>Count elements to memory past the caches, at an address that is a multiple of their size.</summary>
    internal static abstract unsafe void StoreNonTemporal(TSelf value, double* destination);

    /// <summary>Count floats to memory, of any alignment; each is rounded.</summary>
    internal static abstract unsafe void StoreSingles(TSelf value, float* destination);

    /// <summary>Whether some lane is NaN.</summary>
    internal static abstract bool AnyNaN(TSelf value);

    /// <summary>The value, with the bits of <see cref="double.NaN"/> in every lane that is NaN.</summary>
    internal static abstract TSelf CanonicalizeNaN(TSelf value);

    /// <summary>Whether every lane is less than the limit; false if one is NaN.</summary>
    internal static abstract bool AllLess(TSelf value, double limit);

    /// <summary>Whether each lane's bits, as an integer, are less than the limit, whatever the floating-point environment.</summary>
    internal static abstract bool AllBitsLess(TSelf value, long limit);

    /// <summary>All bits in every lane in which the first number is less, else none.</summary>
    internal static abstract TSelf Less(TSelf left, TSelf right);

    /// <summary>All bits in every lane in which the first number is not the larger, else none.</summary>
    internal static abstract TSelf LessOrEqual(TSelf left, TSelf right);

    /// <summary>All bits in every lane in which both numbers are equal, else none.</summary>
    internal static abstract TSelf Equal(TSelf left, TSelf right);

    /// <summary>The bits, inverted.</summary>
    internal static abstract TSelf Not(TSelf value);

    /// <summary>The bits of both, combined by and.</summary>
    internal static abstract TSelf And(TSelf left, TSelf right);

    /// <summary>The bits of both, combined by or.</summary>
    internal static abstract TSelf Or(TSelf left, TSelf right);

    /// <summary>The bits of both, combined by exclusive or.</summary>
    internal static abstract TSelf Xor(TSelf left, TSelf right);

    /// <summary>The bits of <paramref name="set"/>, and those in which the two others differ.</summary>
    internal static abstract TSelf OrDifference(TSelf set, TSelf left, TSelf right);

    /// <summary>The value, negated in every lane in which the sign bit of <paramref name="sign"/> is set.</summary>
    internal static abstract TSelf FlipSign(TSelf value, TSelf sign);

    /// <summary><paramref name="ifSet"/> in every lane in which the sign bit of <paramref name="sign"/> is set, else the other.</summary>
    internal static abstract TSelf SelectBySign(TSelf sign, TSelf ifSet, TSelf ifClear);

    /// <summary>The bits of each lane as an integer, and a number added to it, modulo 2⁶⁴.</summary>
    internal static abstract TSelf AddBits(TSelf value, long addend);

    /// <summary>The bits of both as integers, added lane by lane modulo 2⁶⁴.</summary>
    internal static abstract TSelf AddBits(TSelf left, TSelf right);

    /// <summary>The bits of each lane, moved towards the sign.</summary>
    internal static abstract TSelf ShiftLeft(TSelf value, int bits);

    /// <summary>The bits of each lane, moved away from the sign; zeros come in.</summary>
    internal static abstract TSelf ShiftRight(TSelf value, int bits);
}
