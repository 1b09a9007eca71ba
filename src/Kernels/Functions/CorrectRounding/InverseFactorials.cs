namespace Kernels.Functions;

/// <summary>Coefficients of Taylor's series.</summary>
internal static partial class InverseFactorials
{
    /// <summary>1/n!, rounded down, for n from 2 to <see cref="Highest"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt192 Of(int n)
    {
        var words = Words.Slice(3 * (n - 2), 3);
        return new(words[0], words[1], words[2]);
    }
}
