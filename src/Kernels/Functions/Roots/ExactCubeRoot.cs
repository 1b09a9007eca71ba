using System.Numerics;

namespace Kernels.Functions;

/// <summary>The cube root of one double in integers.</summary>
internal static class ExactCubeRoot
{
    /// <summary>Bits of the root rounded down: one more than those of the result.</summary>
    private const int RootBits = 54;

    /// <summary>The double nearest to the root of a finite number other than 0.</summary>
    /// <remarks>
    /// It ends, and there is no tie: the cube of a number of 54 bits, the last of them 1, has 160 bits or more, the last of them 1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Nearest(double x)
    {
        // |x| = cube·2^(3·exponent), the cube of 160 to 162 bits.
        var (mantissa, lastPlace) = LastStages.Decompose(x);
        int shift = (3 * RootBits) - (64 - BitOperations.LeadingZeroCount(mantissa));
        shift -= ((3 * 1024) + shift - lastPlace) % 3;
        int exponent = (lastPlace - shift) / 3;
        BigInteger cube = (BigInteger)mantissa << shift, root = BigInteger.One << RootBits, next = root;

        // Newton's, from above: it falls until it is the root, rounded down.
        do
        {
            root = next;
            next = ((2 * root) + (cube / (root * root))) / 3;
        }
        while (next < root);

        return Math.CopySign(Math.ScaleB((double)((root + 1) >> 1), exponent + 1), x);
    }
}
