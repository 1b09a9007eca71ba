namespace Kernels.Functions;

/// <summary>Taylor's series.</summary>
internal static partial class InverseFactorials
{
    /// <summary>1/n! ± r/(n + s)! + r²/(n + 2s)! ± … to 1/highest!, by Horner's scheme; the least n is less than 2 + s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static UInt192 Sum(UInt192 r, int highest, int step, bool alternates)
    {
        UInt192 sum = Of(highest);
        for (int n = highest - step; n >= 2; n -= step)
            sum = alternates ? Of(n) - (r * sum) : Of(n) + (r * sum);
        return sum;
    }

    /// <summary>1/n!, rounded down, for n from 2 to <see cref="Highest"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static UInt192 Of(int n)
    {
        var words = Words.Slice(3 * (n - 2), 3);
        return new(words[0], words[1], words[2]);
    }
}
