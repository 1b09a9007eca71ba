using System.Runtime.InteropServices;
using Kernels.Functions;

namespace Kernels.Curves;

/// <summary>Two trigonometric polynomials from a sine and a cosine, by Clenshaw's recurrence in Reinsch's form.</summary>
/// <remarks>
/// <para>
/// Clenshaw's Bₖ = cₖ + 2 cos t·Bₖ₊₁ − Bₖ₊₂ grow like k² near t = 0, and cancel in the end. Reinsch keeps the differences Dₖ = Bₖ − Bₖ₊₁
/// instead, with w = 2 − 2 cos t: Dₖ = cₖ + Dₖ₊₁ − w·Bₖ₊₁, Bₖ = Bₖ₊₁ + Dₖ; Σ cₖ cos kt = c₀ + D₁ − w/2·B₁, Σ cₖ sin kt = sin t·B₁.
/// </para>
/// <para>
/// Near t = π it is the sums Bₖ + Bₖ₊₁ that stay small. So the angle is mirrored: with σ the sign of cos t and t′ = t or t − π,
/// cos kt = σᵏ cos kt′ and sin kt = σᵏ sin kt′; odd harmonics take the sign σ, and w = 2 − 2 |cos t|. No lane branches.
/// </para>
/// </remarks>
/// <param name="coefficients">Of x cos, x sin, y cos, y sin, from an even harmonic, 2 at least, down to 0.</param>
internal readonly struct Fourier(double[] coefficients) : IMap
{
    /// <summary>Every coefficient stands four times in a row: see <see cref="ILanes{TSelf}.Repeat"/>.</summary>
    public const int Copies = 4;

    /// <summary>Elements of a harmonic, with four coefficients.</summary>
    public const int RowLength = 4 * Copies;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) Map<V>(V sine, V cosine) where V : struct, ILanes<V>
    {
        // w/2 = (1 − |c|) + (s² + c² − 1)/2·(1 + (1 − |c|)): the sum of squares tells how the cosine was rounded, which would cost w its
        // relative accuracy near multiples of π.
        V side = V.FlipSign(1, cosine), versine = 1 - V.Abs(cosine);
        V circle = V.FusedMultiplyAdd(sine, sine, V.FusedMultiplyAdd(cosine, cosine, -1));
        V halfW = V.FusedMultiplyAdd(circle, V.FusedMultiplyAdd(versine, 0.5, 0.5), versine), w = halfW + halfW;
        ref double row = ref MemoryMarshal.GetArrayDataReference(coefficients);

        // The highest harmonic, which is even.
        V dxCos = Of<V>(ref row, 0), dxSin = Of<V>(ref row, 1), dyCos = Of<V>(ref row, 2), dySin = Of<V>(ref row, 3);
        V bxCos = dxCos, bxSin = dxSin, byCos = dyCos, bySin = dySin;
        for (int harmonic = (coefficients.Length / RowLength) - 2; harmonic > 0; harmonic -= 2)
        {
            // An odd one.
            row = ref Unsafe.Add(ref row, RowLength);
            dxCos = V.FusedNegatedMultiplyAdd(w, bxCos, V.FusedMultiplyAdd(side, Of<V>(ref row, 0), dxCos));
            dxSin = V.FusedNegatedMultiplyAdd(w, bxSin, V.FusedMultiplyAdd(side, Of<V>(ref row, 1), dxSin));
            dyCos = V.FusedNegatedMultiplyAdd(w, byCos, V.FusedMultiplyAdd(side, Of<V>(ref row, 2), dyCos));
            dySin = V.FusedNegatedMultiplyAdd(w, bySin, V.FusedMultiplyAdd(side, Of<V>(ref row, 3), dySin));
            bxCos += dxCos;
            bxSin += dxSin;
            byCos += dyCos;
            bySin += dySin;
            row = ref Unsafe.Add(ref row, RowLength);
            if (harmonic == 1)
                break;

            // The even one below.
            dxCos = V.FusedNegatedMultiplyAdd(w, bxCos, dxCos + Of<V>(ref row, 0));
            dxSin = V.FusedNegatedMultiplyAdd(w, bxSin, dxSin + Of<V>(ref row, 1));
            dyCos = V.FusedNegatedMultiplyAdd(w, byCos, dyCos + Of<V>(ref row, 2));
            dySin = V.FusedNegatedMultiplyAdd(w, bySin, dySin + Of<V>(ref row, 3));
            bxCos += dxCos;
            bxSin += dxSin;
            byCos += dyCos;
            bySin += dySin;
        }

        // Harmonic 0: the cosines' sums take the first of it, the sines' have none.
        V sideSine = side * sine;
        return (
            V.FusedMultiplyAdd(sideSine, bxSin, V.FusedNegatedMultiplyAdd(halfW, bxCos, dxCos + Of<V>(ref row, 0))),
            V.FusedMultiplyAdd(sideSine, bySin, V.FusedNegatedMultiplyAdd(halfW, byCos, dyCos + Of<V>(ref row, 2))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Of<V>(ref double row, int column) where V : struct, ILanes<V> => V.Repeat(ref Unsafe.Add(ref row, Copies * column));
}
