namespace Kernels.Yardsticks.Verifying;

/// <summary>
/// Pairs of floats. Of four, one is of ordinary numbers, one of two that are up to four times as large as one another, one of two that are
/// up to 2³⁰ times as large, and one of any bits.
/// </summary>
internal sealed class SpreadPairs(ElementaryFunction function, int seed)
{
    private const int Mantissa = 23, Exponents = 255;

    /// <summary>Some of them: the same whoever asks.</summary>
    public void Fill(long first, Span<float> x, Span<float> y)
    {
        var random = new Random(unchecked(((int)(first ^ (first >> 32)) * 7919) ^ seed));
        Box ordinary = function.Intervals[0];
        for (int i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = ((first + i) % 4) switch
            {
                0 => (Between(ordinary.From, ordinary.To), Between(ordinary.SecondFrom, ordinary.SecondTo)),
                1 => Near(2),
                2 => Near(30),
                _ => (AnyOf(random.Next(Exponents + 1)), AnyOf(random.Next(Exponents + 1))),
            };
        }

        float Between(double from, double to) => (float)(from + ((to - from) * random.NextDouble()));

        (float X, float Y) Near(int most)
        {
            int exponent = random.Next(Exponents), other = exponent + random.Next(-most, most + 1);
            return (AnyOf(exponent), AnyOf(Math.Clamp(other, 0, Exponents - 1)));
        }

        // Of either sign.
        float AnyOf(int exponent) =>
            BitConverter.Int32BitsToSingle((exponent << Mantissa) | random.Next(1 << Mantissa) | (random.Next(2) << 31));
    }
}
