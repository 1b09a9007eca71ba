using System.Numerics;
using Kernels.Reference;

namespace Kernels.Tables;

/// <summary>
/// A point of the circle near a given one at which both sine and cosine happen to be doubles, to about 15 bits beyond the last: Gal's
/// accurate tables.
/// </summary>
/// <param name="Sine">The double next to the sine.</param>
/// <param name="Cosine">The double next to the cosine.</param>
/// <param name="Offset">How far the point is from the given one, in radians: a multiple of 2⁻⁶⁰.</param>
/// <param name="SineRest">What the sine is more than the double next to it.</param>
/// <param name="CosineRest">What the cosine is more than the double next to it.</param>
internal readonly record struct AccuratePoint(double Sine, double Cosine, double Offset, double SineRest, double CosineRest)
{
    /// <summary>Points on the whole circle.</summary>
    public const int Steps = 512;

    /// <summary>Offsets are searched up to so many units to either side.</summary>
    private const int Reach = 1 << 30;

    private const int UnitBits = 60;

    // At π/4 the sum of sine and cosine hardly changes: only the square of an offset moves it, so offsets must be larger there.
    private const int ReachAtEighth = 1 << 26;

    private const int UnitBitsAtEighth = 51;

    // What is added up within a block is in error by less than 2⁻³⁰ of the last place.
    private const int BlockLength = 1 << 16;

    private const int FractionBits = 256;

    /// <summary>The points of the first octant: at 0 to π/4. At 0 sine and cosine are doubles themselves.</summary>
    public static AccuratePoint[] FindAll()
    {
        var points = new AccuratePoint[(Steps / 8) + 1];
        points[0] = new(0, 1, 0, 0, 0);
        Parallel.For(1, points.Length, index => points[index] = Find(index));
        return points;
    }

    private static AccuratePoint Find(int index)
    {
        BigInteger start = Exact.Pi(FractionBits) * 2 * index / Steps;
        var (reach, unitBits) = index == Steps / 8 ? (ReachAtEighth, UnitBitsAtEighth) : (Reach, UnitBits);
        ulong best = ulong.MaxValue;
        long bestOffset = 0;
        for (long offset = -reach; offset < reach; offset += BlockLength)
            SearchBlock(start, offset, unitBits, ref best, ref bestOffset);
        var (sin, cos) = Exact.SinCos(At(start, bestOffset, unitBits));
        return new(sin.Round(), cos.Round(), Math.ScaleB(bestOffset, -unitBits), Rest(sin), Rest(cos));
    }

    private static double Rest(Fixed value)
    {
        var (mantissa, exponent) = Exact.Decompose(value.Round());
        return new Fixed(value.Units - (mantissa << (exponent + value.FractionBits)), value.FractionBits).Round();
    }

    // Steps through a block with second differences; numbers are fractions of the last place, modulo one, in 64 bits.
    private static void SearchBlock(BigInteger start, long offset, int unitBits, ref ulong best, ref long bestOffset)
    {
        var (sin, cos) = Exact.SinCos(At(start, offset, unitBits));
        int sinScale = 52 - Exponent(sin), cosScale = 52 - Exponent(cos);
        ulong s = Fraction(sin.Units, sinScale), c = Fraction(cos.Units, cosScale);

        // sin(a + u) − sin a = u·cos a − u²/2·sin a; the difference itself falls by u²·sin a with each step.
        ulong sStep = Fraction((cos.Units << unitBits) - (sin.Units >> 1), sinScale - (2 * unitBits));
        ulong cStep = Fraction(-(sin.Units << unitBits) - (cos.Units >> 1), cosScale - (2 * unitBits));
        ulong sCurve = Fraction(-sin.Units, sinScale - (2 * unitBits)), cCurve = Fraction(-cos.Units, cosScale - (2 * unitBits));
        for (int i = 0; i < BlockLength; i++)
        {
            ulong distance = Math.Max(ToNearest(s), ToNearest(c));
            if (distance < best)
            {
                best = distance;
                bestOffset = offset + i;
            }

            s += sStep;
            c += cStep;
            sStep += sCurve;
            cStep += cCurve;
        }
    }

    private static Fixed At(BigInteger start, long offset, int unitBits) =>
        new(start + (new BigInteger(offset) << (FractionBits - unitBits)), FractionBits);

    // |fraction| of a number modulo one: above a half it is negative.
    private static ulong ToNearest(ulong fraction) => Math.Min(fraction, 0 - fraction);

    // units·2^(scale − FractionBits) modulo one, as a multiple of 2⁻⁶⁴.
    private static ulong Fraction(BigInteger units, int scale)
    {
        int shift = FractionBits - scale - 64;
        return (ulong)((shift >= 0 ? units >> shift : units << -shift) & ulong.MaxValue);
    }

    private static int Exponent(Fixed value) => (int)value.Units.GetBitLength() - 1 - value.FractionBits;
}
