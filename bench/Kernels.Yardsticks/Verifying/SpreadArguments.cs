namespace Kernels.Yardsticks.Verifying;

/// <summary>
/// Many arguments of a function. Of eight, six are evenly spaced in their bit patterns over the magnitudes at which results differ, with
/// both signs; one is uniform in an interval of ordinary ones, of which each block takes another; one has any bits. Those of a second input
/// are random likewise. Every second block is of powers that are finite, one in four of a base beside 1.
/// </summary>
internal sealed class SpreadArguments(ElementaryFunction function, long count, int seed)
{
    /// <summary>Below this magnitude all that there is to say of a function is its value at 0 or its slope there.</summary>
    private const double Least = 1.0 / (1ul << 63) / 2;

    private const int Kinds = 8;

    /// <summary>Some of them: the same whoever asks, and whatever for.</summary>
    public void Fill(long first, Span<double> x, Span<double> y)
    {
        var random = new Random(unchecked(((int)(first ^ (first >> 32)) * 7919) ^ seed));
        Box domain = function.Domain, ordinary = function.Intervals[(int)(first / x.Length % function.Intervals.Length)];
        var patterns = new Patterns(domain.From, domain.To);
        for (int i = 0; i < x.Length; i++)
            x[i] = Next(random, first + i, patterns, ordinary.From, ordinary.To);
        if (y.IsEmpty)
            return;
        patterns = new(domain.SecondFrom, domain.SecondTo);
        for (int i = 0; i < y.Length; i++)
            y[i] = Next(random, random.NextInt64(count), patterns, ordinary.SecondFrom, ordinary.SecondTo);
        if (function.Name == nameof(Elementary.Pow) && first / x.Length % 2 == 1)
            Limit(random, x, y);
    }

    // Exponents so that powers are neither 0 nor infinite, or hardly, and numbers of bases that are negative.
    private static void Limit(Random random, Span<double> x, Span<double> y)
    {
        const double Largest = 746;
        for (int i = 0; i < x.Length; i++)
        {
            if (random.Next(4) == 0)
                x[i] = 1 + Math.ScaleB(random.NextDouble() - 0.5, -random.Next(50));
            double exponent = ((2 * random.NextDouble()) - 1) * Largest / Math.Log(Math.Abs(x[i]));
            if (double.IsFinite(exponent))
                y[i] = x[i] < 0 ? Math.Round(exponent) : exponent;
        }
    }

    private double Next(Random random, long number, Patterns patterns, double from, double to) => (int)(number % Kinds) switch
    {
        0 => from + ((to - from) * random.NextDouble()),
        1 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),

        // One from each of as many equal parts: a fixed step would leave the low bits of all patterns alike.
        _ => patterns.At(number, count, random),
    };

    /// <summary>The bit patterns of the numbers between two ends without those below <see cref="Least"/>.</summary>
    private readonly struct Patterns(double from, double to)
    {
        private readonly long _negative = Count(-from), _positive = Count(to);

        private readonly long _start = from > 0 ? BitConverter.DoubleToInt64Bits(from) : LeastBits;

        private static long LeastBits => BitConverter.DoubleToInt64Bits(Least);

        public double At(long part, long parts, Random random)
        {
            long step = Math.Max(1, (_negative + _positive) / parts), pattern = (part * step) + random.NextInt64(step);
            return pattern < _negative
                ? -BitConverter.Int64BitsToDouble(LeastBits + pattern)
                : BitConverter.Int64BitsToDouble(_start + pattern - _negative);
        }

        private static long Count(double end) => Math.Max(0, BitConverter.DoubleToInt64Bits(end) - LeastBits);
    }
}
