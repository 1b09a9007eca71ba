using CsCheck;
using Kernels.Lanes;
using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>The emulation of fused multiply-add, against exact arithmetic and against the processor.</summary>
public class FusedMultiplyAddTests
{
    private static readonly Gen<double> AnyDouble = Gen.ULong.Select(BitConverter.UInt64BitsToDouble);

    private static readonly Gen<double> Subnormal = Gen.ULong[0, 1UL << 53].Select(Gen.Bool, (bits, negative) =>
        BitConverter.UInt64BitsToDouble(bits | (negative ? 1UL << 63 : 0)));

    private static readonly Gen<double> Ordinary = Gen.Double[-1000, 1000];

    private static readonly Gen<(double A, double B, double C)> Triples = Gen.OneOf(
        Gen.Select(AnyDouble, AnyDouble, AnyDouble),
        Gen.Select(Ordinary, Ordinary, Ordinary),
        Gen.Select(Subnormal, Ordinary, Subnormal),
        Gen.Select(Subnormal, Subnormal, Subnormal),
        // Cancellation: the addend is the rounded product, or a neighbour, with the sign changed.
        Gen.Select(Ordinary, Ordinary, Gen.Int[-2, 2], (a, b, steps) => (a, b, -Step(a * b, steps))),
        Gen.Select(AnyDouble, AnyDouble, Gen.Int[-2, 2], (a, b, steps) => (a, b, -Step(a * b, steps))),
        // The addend far below or far above the product.
        Gen.Select(Ordinary, Ordinary, Gen.Int[-140, 140], (a, b, scale) => (a, b, Math.ScaleB(b, scale))),
        // Results around the border of the subnormal numbers.
        Gen.Select(Gen.Double[1, 2], Gen.Double[1, 2], Gen.Int[-60, 5], Subnormal, (a, b, scale, c) =>
            (Math.ScaleB(a, -511), Math.ScaleB(b, -511 + scale), c)));

    [Fact]
    public void Emulation_is_exact_and_rounded_once() => Triples.Sample(
        triple => Same(Expected(triple.A, triple.B, triple.C), FusedMultiplyAdd.Emulate(triple.A, triple.B, triple.C)),
        iter: 300_000,
        print: triple => $"{HardCases.Hex(triple.A)} · {HardCases.Hex(triple.B)} + {HardCases.Hex(triple.C)}: "
            + $"{HardCases.Hex(Expected(triple.A, triple.B, triple.C))}, "
            + $"not {HardCases.Hex(FusedMultiplyAdd.Emulate(triple.A, triple.B, triple.C))}");

    [Fact]
    public void Emulation_agrees_with_the_processor()
    {
        if (!FusedMultiplyAdd.IsHardware)
            Assert.Skip("The processor has no fused multiply-add, or it is switched off.");
        Triples.Sample(
            triple => Same(Math.FusedMultiplyAdd(triple.A, triple.B, triple.C), FusedMultiplyAdd.Emulate(triple.A, triple.B, triple.C)),
            iter: 300_000);
    }

    [Fact]
    public void Zeros_infinities_and_overflow()
    {
        (double A, double B, double C)[] cases =
        [
            (0.0, 5, -0.0), (-0.0, 5, -0.0), (-0.0, 5, 0.0), (1e-300, -1e-300, 0.0), (1e-300, -1e-300, -0.0), (3, 5, -15), (-3, 5, 15),
            (1e200, 1e200, double.NegativeInfinity), (1e200, 1e200, -1e300), (double.PositiveInfinity, 0, 1),
            (double.MaxValue, 1, double.MaxValue), (double.MaxValue, 2, double.MinValue),
        ];
        foreach (var (a, b, c) in cases)
        {
            double expected = FusedMultiplyAdd.IsHardware ? Math.FusedMultiplyAdd(a, b, c) : Expected(a, b, c);
            Assert.True(Same(expected, FusedMultiplyAdd.Emulate(a, b, c)), $"{a} · {b} + {c}");
        }
    }

    private static double Step(double value, int steps)
    {
        for (int i = 0; i < Math.Abs(steps); i++)
            value = steps > 0 ? Math.BitIncrement(value) : Math.BitDecrement(value);
        return value;
    }

    private static bool Same(double expected, double actual) =>
        BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual)
            || (double.IsNaN(expected) && double.IsNaN(actual));

    private static double Expected(double a, double b, double c)
    {
        if (!double.IsFinite(a) || !double.IsFinite(b) || !double.IsFinite(c))
            return double.IsFinite(a) && double.IsFinite(b) ? c : (a * b) + c;
        Fixed exact = Sum(a, b, c);
        if (exact.Units.IsZero)
            return (a == 0 || b == 0) ? (a * b) + c : 0.0;
        return exact.Round() is 0 && exact.Units.Sign < 0 ? -0.0 : exact.Round();
    }

    private static Fixed Sum(double a, double b, double c)
    {
        const int FractionBits = 2200;
        var (mantissaA, exponentA) = Exact.Decompose(a);
        var (mantissaB, exponentB) = Exact.Decompose(b);
        var (mantissaC, exponentC) = Exact.Decompose(c);
        return new Fixed(
            (mantissaA * mantissaB << (exponentA + exponentB + FractionBits)) + (mantissaC << (exponentC + FractionBits)), FractionBits);
    }
}
