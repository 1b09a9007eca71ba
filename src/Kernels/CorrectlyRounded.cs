using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

/// <summary>Sine and cosine of every double, in radians, correctly rounded: the double nearest to the exact value, always.</summary>
/// <remarks>
/// <para>
/// Such a result is unique by definition: the same on every machine, at every width, in every version. What the vectors cannot decide, one
/// element in 2,048 for each function, is computed again in double-double arithmetic, then in 192 bits, and if that should not suffice,
/// in as many as it takes.
/// </para>
/// <para>
/// sin(±0) = ±0 and cos(±0) = 1; NaN and ±∞ give NaN with the bits of <see cref="double.NaN"/>. Sources: P. Ziv, "Fast evaluation of
/// elementary mathematical functions with correctly rounded last bit" (1991), for the test; <c>docs/accuracy.md</c> for the bounds.
/// </para>
/// <para>
/// Calls over spans give these results under any rounding mode, flush-to-zero and denormals-are-zero of the calling thread. Where its
/// floating-point state is not the default, the default is set for the call, on all threads that take part, and the caller's is restored
/// before it returns or throws. Where it cannot be set, the call throws <see cref="PlatformNotSupportedException"/> before anything is
/// written. Single numbers are
/// computed under the state that is there. Floating-point flags are unspecified after a call.
/// </para>
/// <para>An array that is null becomes an empty span on its way here; nothing can tell the two apart.</para>
/// </remarks>
public static partial class CorrectlyRounded
{
    /// <summary>Computes the sine of every element, correctly rounded, on the calling thread.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="destination">Receives the sines; at least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; sin(±0) = ±0, and sine is odd to the bit.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps
    /// <paramref name="x"/> elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Sin(ReadOnlySpan<double> x, Span<double> destination) =>
        OneToOne.Evaluate(default(CorrectStrips<CorrectSine, Proved>), x, destination, default(CallingThread));

    /// <summary>Computes the sine of every element, correctly rounded, on all cores.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="destination">Receives the sines; at least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; sin(±0) = ±0, and sine is odd to the bit.
    /// The calling thread takes part. After a cancellation the written part of the destination is unspecified.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps
    /// <paramref name="x"/> elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sin(ReadOnlySpan<double> x, Span<double> destination, ParallelOptions options, IProgress<long>? progress = null) =>
        OneToOne.Evaluate(default(CorrectStrips<CorrectSine, Proved>), x, destination, new Partitioner(options, progress));

    /// <summary>Computes the cosine of every element, correctly rounded, on the calling thread.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="destination">Receives the cosines; at least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; cos(±0) = 1, and cosine is even to the bit.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps
    /// <paramref name="x"/> elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Cos(ReadOnlySpan<double> x, Span<double> destination) =>
        OneToOne.Evaluate(default(CorrectStrips<CorrectCosine, Proved>), x, destination, default(CallingThread));

    /// <summary>Computes the cosine of every element, correctly rounded, on all cores.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="destination">Receives the cosines; at least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>; cos(±0) = 1, and cosine is even to the bit.
    /// The calling thread takes part. After a cancellation the written part of the destination is unspecified.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps
    /// <paramref name="x"/> elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Cos(ReadOnlySpan<double> x, Span<double> destination, ParallelOptions options, IProgress<long>? progress = null) =>
        OneToOne.Evaluate(default(CorrectStrips<CorrectCosine, Proved>), x, destination, new Partitioner(options, progress));

    /// <summary>Computes the sine and the cosine of every element in one pass, correctly rounded, on the calling thread.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="sinDestination">Receives the sines; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="cosDestination">Receives the cosines, likewise. Either destination may be <paramref name="x"/> itself, starting at
    /// the same element; the parts that are written must not overlap it otherwise, nor one another.</param>
    /// <remarks>±∞ and NaN give NaN; the bits are those of <c>Sin</c> and <c>Cos</c>.</remarks>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="x"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    public static void SinCos(ReadOnlySpan<double> x, Span<double> sinDestination, Span<double> cosDestination) =>
        OneToTwo.Evaluate(default(CorrectPairStrips<Proved>), x, sinDestination, cosDestination, default(CallingThread));

    /// <summary>Computes the sine and the cosine of every element in one pass, correctly rounded, on all cores.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="sinDestination">Receives the sines; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="cosDestination">Receives the cosines, likewise. Either destination may be <paramref name="x"/> itself, starting at
    /// the same element; the parts that are written must not overlap it otherwise, nor one another.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>±∞ and NaN give NaN; the bits are those of <c>Sin</c> and <c>Cos</c>.
    /// The calling thread takes part. After a cancellation the written part of the destinations is unspecified.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="x"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void SinCos(
        ReadOnlySpan<double> x,
        Span<double> sinDestination,
        Span<double> cosDestination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        OneToTwo.Evaluate(default(CorrectPairStrips<Proved>), x, sinDestination, cosDestination, new Partitioner(options, progress));

    /// <summary>Computes the sine of a number, correctly rounded.</summary>
    /// <param name="x">The angle in radians.</param>
    /// <returns>The double nearest to the sine. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>;
    /// sin(±0) = ±0, and sine is odd to the bit.</returns>
    public static double Sin(double x) =>
        Double1<Whole>.CanonicalizeNaN(default(CorrectStrips<CorrectSine, Proved>).Evaluate(new Double1<Whole>(x))).Value;

    /// <summary>Computes the cosine of a number, correctly rounded.</summary>
    /// <param name="x">The angle in radians.</param>
    /// <returns>The double nearest to the cosine. ±∞ and NaN give NaN with the bits of <see cref="double.NaN"/>;
    /// cos(±0) = 1, and cosine is even to the bit.</returns>
    public static double Cos(double x) =>
        Double1<Whole>.CanonicalizeNaN(default(CorrectStrips<CorrectCosine, Proved>).Evaluate(new Double1<Whole>(x))).Value;

    /// <summary>Computes the sine and the cosine of a number, correctly rounded.</summary>
    /// <param name="x">The angle in radians.</param>
    /// <returns>The bits of <see cref="Sin(double)"/> and <see cref="Cos(double)"/>.</returns>
    public static (double Sin, double Cos) SinCos(double x) => (Sin(x), Cos(x));
}
