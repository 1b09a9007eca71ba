using System.Numerics;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Cli;

/// <summary>Evenly spaced parameters: the first is <c>from</c>, the last <c>to</c>, none lies outside, and none is less than the one before.</summary>
/// <remarks>
/// They are counted from both ends: tᵢ = fma(i, step, from) in the first half, fma(i − (points − 1), step, to) in the second. The step is the double
/// nearest to (to − from)/(points − 1); if that is subnormal, the one below it. Then all points − 2 errors of the step together are less than a step, so
/// that in the middle the halves do not cross, and rounding never changes an order. A single point is <c>from</c>.
/// </remarks>
internal readonly struct ParameterGrid(double from, double to, long points)
{
    public double From { get; } = from;

    public double Step { get; } = points == 1 ? 0 : Quotient(from, to, points - 1);

    public double To { get; } = to;

    /// <summary>The index that belongs to <see cref="To"/>.</summary>
    public long Last { get; } = points - 1;

    public double this[long index] => index < FirstHalf ? FusedMultiplyAdd.Of(index, Step, From) : FusedMultiplyAdd.Of(index - Last, Step, To);

    private long FirstHalf => (Last / 2) + 1;

    /// <summary>How many of so many points, from a given one on, are counted from the beginning.</summary>
    public int CountedFromFirst(long first, int count) => (int)Math.Clamp(FirstHalf - first, 0, count);

    public void Fill(long first, Span<double> t)
    {
        for (int i = 0; i < t.Length; i++)
            t[i] = this[first + i];
    }

    // In whole multiples of the smallest double: the difference of two doubles may be too large for one.
    private static double Quotient(double from, double to, long divisor)
    {
        const int SmallestExponent = 1074, Precision = 53, GuardBits = 64;
        BigInteger difference = Multiple(to) - Multiple(from), quotient = difference / divisor;
        return quotient.GetBitLength() < Precision
            ? (double)quotient * double.Epsilon
            : Math.Min(new Fixed((difference << GuardBits) / divisor, SmallestExponent + GuardBits).Round(), double.MaxValue);

        static BigInteger Multiple(double value)
        {
            var (mantissa, exponent) = Exact.Decompose(value);
            return mantissa << (exponent + SmallestExponent);
        }
    }
}
