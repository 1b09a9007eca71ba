using Kernels.Functions;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

// Floats: what Elementary gives is correctly rounded already.
public static partial class CorrectlyRounded
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
}
