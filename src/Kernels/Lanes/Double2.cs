using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kernels.Lanes;

/// <content>How they read tables: in each lane a row of its own, at an offset in elements.</content>
internal readonly unsafe partial struct Double2<TDomain>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double2<TDomain> First, Double2<TDomain> Second) Pairs(ref readonly double table, long* offsets)
    {
        Vector128<double> pair0 = Pair(in table, offsets[0]), pair1 = Pair(in table, offsets[1]);
        return (new(Low(pair0, pair1)), new(High(pair0, pair1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<double> Pair(ref readonly double table, long offset) =>
        Vector128.LoadUnsafe(ref Unsafe.Add(ref Unsafe.AsRef(in table), (nint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double2<TDomain> First, Double2<TDomain> Second, Double2<TDomain> Third, Double2<TDomain> Fourth) Rows(
        ref readonly double table, long* offsets)
    {
        Vector128<double> left0 = Pair(in table, offsets[0]), right0 = Pair(in table, offsets[0] + 2);
        Vector128<double> left1 = Pair(in table, offsets[1]), right1 = Pair(in table, offsets[1] + 2);
        return (new(Low(left0, left1)), new(High(left0, left1)), new(Low(right0, right1)), new(High(right0, right1)));
    }

    private static Vector128<double> Low(Vector128<double> left, Vector128<double> right) =>
        Sse2.IsSupported ? Sse2.UnpackLow(left, right) : Vector128.Create(left.GetLower(), right.GetLower());

    private static Vector128<double> High(Vector128<double> left, Vector128<double> right) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(left, right) : Vector128.Create(left.GetUpper(), right.GetUpper());
}
