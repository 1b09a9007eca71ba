using System.Numerics;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Cli;

/// <summary>Evenly spaced parameters, from the first to the last: none lies outside, and none is less than the one before.</summary>
/// <remarks>
/// They are counted from the end that is nearer to 0, where doubles are finest: tᵢ = fma(i, step, from) or fma(i − (points − 1), step, to).
/// The other end is itself. The step is the double nearest to (to − from)/(points − 1): points − 2 times its error is less than a step, so
/// the last of those counted is not beyond the other end, and rounding never changes an order. A subnormal step is rounded towards zero;
/// what that loses is added to the step before the other end. A single point is <c>from</c>.
/// </remarks>
internal readonly struct ParameterGrid(double from, double to, long points)
{
    public double From { get; } = from;

    public double Step { get; } = points == 1 ? 0 : Quotient(from, to, points - 1);

    public double To { get; } = to;

    /// <summary>The index that belongs to <see cref="To"/>.</summary>
    public long Last { get; } = points - 1;

    public double this[long index] =>
        index < CountedFromFirst ? FusedMultiplyAdd.Of(index, Step, From) : FusedMultiplyAdd.Of(index - Last, Step, To);

    /// <summary>How many points, the first ones, are counted from <see cref="From"/>, the others from <see cref="To"/>.</summary>
    public long CountedFromFirst { get; } = Math.Abs(from) <= Math.Abs(to) ? Math.Max(points - 1, 1) : 1;

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
