using System.Numerics;
using Kernels.Functions;

namespace Kernels.Tests.Accuracy;

/// <summary>Fractions of 192 bits against large integers, with words at which carries run on.</summary>
public class UInt192Tests
{
    private static readonly ulong[] Words =
        [0, 1, 2, ulong.MaxValue, ulong.MaxValue - 1, 1ul << 63, (1ul << 63) - 1, 0x9E37_79B9_7F4A_7C15];

    private static readonly BigInteger Modulus = BigInteger.One << 192;

    [Fact]
    public void Sums_differences_and_comparisons_are_exact()
    {
        foreach (var (left, right) in Pairs())
        {
            BigInteger x = Value(left), y = Value(right);
            if (x + y < Modulus)
                Assert.Equal(x + y, Value(left + right));
            if (x >= y)
                Assert.Equal(x - y, Value(left - right));
            Assert.Equal(x >= y, left >= right);
            Assert.Equal(x <= y, left <= right);
            Assert.Equal(Modulus - 1 - x, Value(~left));
        }
    }

    [Fact]
    public void Products_are_less_than_three_units_too_small()
    {
        foreach (var (left, right) in Pairs())
        {
            BigInteger missing = (Value(left) * Value(right)) - (Value(left * right) << 192);
            Assert.True(missing >= 0 && missing < 3 * Modulus, $"{left} · {right}");
        }
    }

    [Fact]
    public void Shifts_lose_only_what_falls_off()
    {
        foreach (var value in Values())
        {
            BigInteger x = Value(value);
            foreach (int bits in (int[])[0, 1, 11, 63, 64, 65, 127, 128, 129, 191, 192, 193, 500])
            {
                Assert.Equal((x << bits) % Modulus, Value(value << bits));
                Assert.Equal(x >> bits, Value(value >>> bits));
            }

            Assert.Equal(192 - (int)x.GetBitLength(), value.LeadingZeros);
        }
    }

    private static IEnumerable<UInt192> Values() =>
        from high in Words from middle in Words from low in Words select new UInt192(high, middle, low);

    private static IEnumerable<(UInt192 Left, UInt192 Right)> Pairs() => from left in Values() from right in Values() select (left, right);

    private static BigInteger Value(UInt192 value) => LastStagesAssert.Join(value.High, value.Middle, value.Low);
}
