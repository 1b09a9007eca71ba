using System.Runtime.Intrinsics;
using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

// Floats.
public static partial class Elementary
{
    /// <summary>Computes the sine of every float, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Sin(ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The float nearest to the exact value. ±∞ and NaN give NaN with the bits of <see cref="float.NaN"/>;
    /// sin(±0) = ±0, and sine is odd to the bit.</remarks>
    public static void Sin(ReadOnlySpan<float> x, Span<float> destination) =>
        OneToOne.Evaluate(default(SingleStrips<Sine>), x, destination, default(CallingThread));

    /// <summary>Computes the sine of every float, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Sin(ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})" path="/param|/exception"/>
    /// <remarks>The float nearest to the exact value. ±∞ and NaN give NaN with the bits of <see cref="float.NaN"/>; sin(±0) = ±0, and sine
    /// is odd to the bit. The calling thread takes part. After a cancellation the written part of the destination is unspecified.</remarks>
    public static void Sin(ReadOnlySpan<float> x, Span<float> destination, ParallelOptions options, IProgress<long>? progress = null) =>
        OneToOne.Evaluate(default(SingleStrips<Sine>), x, destination, new Partitioner(options, progress));

    /// <summary>Computes the cosine of every float, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Cos(ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The float nearest to the exact value. ±∞ and NaN give NaN with the bits of <see cref="float.NaN"/>;
    /// cos(±0) = 1, and cosine is even to the bit.</remarks>
    public static void Cos(ReadOnlySpan<float> x, Span<float> destination) =>
        OneToOne.Evaluate(default(SingleStrips<Cosine>), x, destination, default(CallingThread));

    /// <summary>Computes the cosine of every float, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Cos(ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})" path="/param|/exception"/>
    /// <remarks>The float nearest to the exact value. ±∞ and NaN give NaN with the bits of <see cref="float.NaN"/>; cos(±0) = 1, and cosine
    /// is even to the bit. The calling thread takes part. After a cancellation the written part of
    /// the destination is unspecified.</remarks>
    public static void Cos(ReadOnlySpan<float> x, Span<float> destination, ParallelOptions options, IProgress<long>? progress = null) =>
        OneToOne.Evaluate(default(SingleStrips<Cosine>), x, destination, new Partitioner(options, progress));

    /// <summary>Computes the sine and the cosine of every float in one pass, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="SinCos(ReadOnlySpan{double}, Span{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. ±∞ and NaN give NaN; the bits are those of <c>Sin</c> and <c>Cos</c>.</remarks>
    public static void SinCos(ReadOnlySpan<float> x, Span<float> sinDestination, Span<float> cosDestination) =>
        OneToTwo.Evaluate(default(SinglePairStrips<SineAndCosine>), x, sinDestination, cosDestination, default(CallingThread));

    /// <summary>Computes the sine and the cosine of every float in one pass, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="SinCos(ReadOnlySpan{double}, Span{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. ±∞ and NaN give NaN; the bits are those of <c>Sin</c> and <c>Cos</c>.
    /// The calling thread takes part. After a cancellation the written part of the destinations is unspecified.</remarks>
    public static void SinCos(
        ReadOnlySpan<float> x,
        Span<float> sinDestination,
        Span<float> cosDestination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        OneToTwo.Evaluate(default(SinglePairStrips<SineAndCosine>), x, sinDestination, cosDestination, new Partitioner(options, progress));

    /// <summary>Computes the sine of each of the four floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The sines. ±∞ and NaN give NaN with the bits of <see cref="float.NaN"/>;
    /// sin(±0) = ±0, and sine is odd to the bit.</returns>
    public static Vector128<float> Sin(Vector128<float> x) => Single4<Whole>.CanonicalizeNaN(Sin(new Single4<Whole>(x))).Vector;

    /// <summary>Computes the cosine of each of the four floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The cosines. ±∞ and NaN give NaN with the bits of <see cref="float.NaN"/>;
    /// cos(±0) = 1, and cosine is even to the bit.</returns>
    public static Vector128<float> Cos(Vector128<float> x) => Single4<Whole>.CanonicalizeNaN(Cos(new Single4<Whole>(x))).Vector;

    /// <summary>Computes the sine and the cosine of each of the four floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The bits of <c>Sin</c> and <c>Cos</c>.</returns>
    public static (Vector128<float> Sin, Vector128<float> Cos) SinCos(Vector128<float> x)
    {
        var (sin, cos) = SinCos(new Single4<Whole>(x));
        return (Single4<Whole>.CanonicalizeNaN(sin).Vector, Single4<Whole>.CanonicalizeNaN(cos).Vector);
    }

    /// <summary>Computes the sine of each of the eight floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The sines. ±∞ and NaN give NaN with the bits of <see cref="float.NaN"/>;
    /// sin(±0) = ±0, and sine is odd to the bit.</returns>
    public static Vector256<float> Sin(Vector256<float> x) => Single8<Whole>.CanonicalizeNaN(Sin(new Single8<Whole>(x))).Vector;

    /// <summary>Computes the cosine of each of the eight floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The cosines. ±∞ and NaN give NaN with the bits of <see cref="float.NaN"/>;
    /// cos(±0) = 1, and cosine is even to the bit.</returns>
    public static Vector256<float> Cos(Vector256<float> x) => Single8<Whole>.CanonicalizeNaN(Cos(new Single8<Whole>(x))).Vector;

    /// <summary>Computes the sine and the cosine of each of the eight floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The bits of <c>Sin</c> and <c>Cos</c>.</returns>
    public static (Vector256<float> Sin, Vector256<float> Cos) SinCos(Vector256<float> x)
    {
        var (sin, cos) = SinCos(new Single8<Whole>(x));
        return (Single8<Whole>.CanonicalizeNaN(sin).Vector, Single8<Whole>.CanonicalizeNaN(cos).Vector);
    }

    /// <summary>Computes the sine of each of the sixteen floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The sines. ±∞ and NaN give NaN with the bits of <see cref="float.NaN"/>;
    /// sin(±0) = ±0, and sine is odd to the bit.</returns>
    public static Vector512<float> Sin(Vector512<float> x) => Single16<Whole>.CanonicalizeNaN(Sin(new Single16<Whole>(x))).Vector;

    /// <summary>Computes the cosine of each of the sixteen floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The cosines. ±∞ and NaN give NaN with the bits of <see cref="float.NaN"/>;
    /// cos(±0) = 1, and cosine is even to the bit.</returns>
    public static Vector512<float> Cos(Vector512<float> x) => Single16<Whole>.CanonicalizeNaN(Cos(new Single16<Whole>(x))).Vector;

    /// <summary>Computes the sine and the cosine of each of the sixteen floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The bits of <c>Sin</c> and <c>Cos</c>.</returns>
    public static (Vector512<float> Sin, Vector512<float> Cos) SinCos(Vector512<float> x)
    {
        var (sin, cos) = SinCos(new Single16<Whole>(x));
        return (Single16<Whole>.CanonicalizeNaN(sin).Vector, Single16<Whole>.CanonicalizeNaN(cos).Vector);
    }
}
