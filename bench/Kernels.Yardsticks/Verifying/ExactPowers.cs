using System.Numerics;

namespace Kernels.Yardsticks.Verifying;

/// <summary>
/// Pairs x = ±m^(2^k)·2^e and y = n/2^k whose power, an odd integer of one bit more than numbers have, or less, times a power of 2, is such
/// a number, or the middle between two: beside the largest, among the subnormal ones, and beside the least of those too.
/// </summary>
/// <param name="seed">Other pairs of the same kind.</param>
/// <param name="isSingle">Whether x and y are floats, and so the power.</param>
public sealed class ExactPowers(int seed, bool isSingle)
{
    private const int MostRoots = 5;

    // n and k of which there are too many m for all of them.
    private static readonly (int N, int K)[] OfMany = [(1, 0), (2, 0), (3, 0), (1, 1), (3, 1)];

    private readonly Random _random = new(seed);
    private readonly int _bits = isSingle ? 24 : 53;
    private readonly int _least = isSingle ? -149 : -1074, _largest = isSingle ? 128 : 1024;

    /// <summary>All for which there are few m: of each m and y those in every range of exponents.</summary>
    public IEnumerable<(double X, double Y)> Few()
    {
        for (int k = 0; k <= MostRoots; k++)
        {
            for (int n = 1; BigInteger.Pow(3, n) >> (_bits + 1) == 0; n += k == 0 ? 1 : 2)
            {
                if (!isSingle && Array.IndexOf(OfMany, (n, k)) >= 0)
                    continue;
                for (long m = 3; m <= LargestRoot(n, k); m += 2)
                {
                    foreach (var pair in OfRoot(m, n, k))
                        yield return pair;
                }
            }
        }
    }

    /// <summary>Random ones of those for which there are many, so many of each y, and of powers of 2.</summary>
    public IEnumerable<(double X, double Y)> Many(int count)
    {
        foreach (var (n, k) in OfMany)
        {
            for (int i = 0; i < count;)
            {
                long m = _random.NextInt64(1, LargestRoot(n, k) / 2) * 2 + 1;
                foreach (var pair in OfRoot(m, n, k))
                {
                    yield return pair;
                    i++;
                }
            }
        }

        for (int i = 0; i < count; i++)
        {
            int e = _random.Next(_least, _largest), k = Math.Min(BitOperations.TrailingZeroCount(e | (1 << MostRoots)), MostRoots);
            double y = Math.ScaleB(Math.Round((double)_random.Next(_least - 3, _largest + 3) / Math.Max(Math.Abs(e >> k), 1)), -k);
            yield return (Signed(Math.ScaleB(1, e), k), e < 0 ? -y : y);
        }
    }

    // Of those whose x is a number, and whose power has at most one bit more.
    private long LargestRoot(int n, int k)
    {
        long root = (long)Math.Min(Math.Pow(2, (_bits + 1.0) / n), Math.Pow(2, (double)_bits / (1 << k)));
        while (BigInteger.Pow(root, n) >> (_bits + 1) != 0 || BigInteger.Pow(root, 1 << k) >> _bits != 0)
            root--;
        return root;
    }

    private IEnumerable<(double X, double Y)> OfRoot(long m, int n, int k)
    {
        double power = (double)BigInteger.Pow(m, 1 << k), y = Math.ScaleB(n, -k);
        int bits = (int)BigInteger.Pow(m, n).GetBitLength();
        int[] lengths =
        [
            _random.Next(_least + _bits, _largest), _random.Next(_least - 1, _least + _bits), _least + _random.Next(-1, 3),
            _least + _bits - _random.Next(4), _largest - _random.Next(-1, 3), bits,
        ];
        foreach (int exponent in lengths.Select(length => (length - bits) / n).Distinct())
        {
            double x = Math.ScaleB(power, exponent << k);
            if (double.IsFinite(x) && Math.ScaleB(x, -(exponent << k)) == power && (!isSingle || (float)x == x))
                yield return (Signed(x, k), y);
        }
    }

    private double Signed(double x, int k) => k == 0 && _random.Next(2) == 0 ? -x : x;
}
