#nullable enable

using System.Runtime.Intrinsics;
using Kernels.Functions;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

/// <content>Written by tools/Kernels.Overloads.</content>
public static partial class Elementary
{
    /// <summary>Computes the sine and the cosine of every element, on the calling thread.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="sinDestination">Receives the sine of each. At least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="cosDestination">Receives the cosine, likewise. Either destination may be <paramref name="x"/> itself, starting at the
    /// same element; the parts that are written must not overlap it otherwise, nor one another.</param>
    /// <remarks>Error of at most 0.501 ULP. ±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits of
    /// <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="x"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    public static void SinCos(ReadOnlySpan<double> x, Span<double> sinDestination, Span<double> cosDestination) =>
        Driver.Evaluate(
            default(TableBody<OnCircle<SineAndCosine>, Declared>),
            x, sinDestination, cosDestination, default(CallingThread));

    /// <summary>Computes the sine and the cosine of every element, on all cores.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="sinDestination">Receives the sine of each. At least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="cosDestination">Receives the cosine, likewise. Either destination may be <paramref name="x"/> itself, starting at the
    /// same element; the parts that are written must not overlap it otherwise, nor one another.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Error of at most 0.501 ULP. ±∞ and NaN give NaN; the bits are those of Sin and Cos. The calling thread takes part. After a
    /// cancellation the written part of the destinations is unspecified.</remarks>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="x"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void SinCos(
        ReadOnlySpan<double> x, Span<double> sinDestination, Span<double> cosDestination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.Evaluate(
            default(TableBody<OnCircle<SineAndCosine>, Declared>),
            x, sinDestination, cosDestination, new Partitioner(options, progress));

    /// <summary>Computes the sine and the cosine of every float, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="SinCos(ReadOnlySpan{double}, Span{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. ±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits of
    /// <see cref="float.NaN"/>.</remarks>
    public static void SinCos(ReadOnlySpan<float> x, Span<float> sinDestination, Span<float> cosDestination) =>
        Driver.Evaluate(
            default(TableBody<SingleOnCircle<SineAndCosine>, Declared>),
            x, sinDestination, cosDestination, default(CallingThread));

    /// <summary>Computes the sine and the cosine of every float, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="SinCos(ReadOnlySpan{double}, Span{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. ±∞ and NaN give NaN; the bits are those of Sin and Cos. The calling thread takes
    /// part. After a cancellation the written part of the destinations is unspecified.</remarks>
    public static void SinCos(
        ReadOnlySpan<float> x, Span<float> sinDestination, Span<float> cosDestination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.Evaluate(
            default(TableBody<SingleOnCircle<SineAndCosine>, Declared>),
            x, sinDestination, cosDestination, new Partitioner(options, progress));

    /// <summary>Computes the sine and the cosine of a number.</summary>
    /// <param name="x">The angle in radians.</param>
    /// <returns>The results, with an error of at most 0.501 ULP. ±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits
    /// of <see cref="double.NaN"/>.</returns>
    public static (double Sin, double Cos) SinCos(double x) =>
        SingleCalls.Evaluate<OnCircle<SineAndCosine>, Double1<Whole>, double, double>(x);

    /// <summary>Computes the sine and the cosine of each of the two numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The results, with an error of at most 0.501 ULP. ±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits
    /// of <see cref="double.NaN"/>.</returns>
    public static (Vector128<double> Sin, Vector128<double> Cos) SinCos(Vector128<double> x) =>
        SingleCalls.Evaluate<OnCircle<SineAndCosine>, Double2<Whole>, double, Vector128<double>>(x);

    /// <summary>Computes the sine and the cosine of each of the four numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The results, with an error of at most 0.501 ULP. ±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits
    /// of <see cref="double.NaN"/>.</returns>
    public static (Vector256<double> Sin, Vector256<double> Cos) SinCos(Vector256<double> x) =>
        SingleCalls.Evaluate<OnCircle<SineAndCosine>, Double4<Whole>, double, Vector256<double>>(x);

    /// <summary>Computes the sine and the cosine of each of the eight numbers.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The results, with an error of at most 0.501 ULP. ±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits
    /// of <see cref="double.NaN"/>.</returns>
    public static (Vector512<double> Sin, Vector512<double> Cos) SinCos(Vector512<double> x) =>
        SingleCalls.Evaluate<OnCircle<SineAndCosine>, Double8<Whole>, double, Vector512<double>>(x);

    /// <summary>Computes the sine and the cosine of each of the four floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The nearest floats. ±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits of
    /// <see cref="float.NaN"/>.</returns>
    public static (Vector128<float> Sin, Vector128<float> Cos) SinCos(Vector128<float> x) =>
        SingleCalls.Evaluate<SingleOnCircle<SineAndCosine>, Double4<Whole>, float, Vector128<float>>(x);

    /// <summary>Computes the sine and the cosine of each of the eight floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The nearest floats. ±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits of
    /// <see cref="float.NaN"/>.</returns>
    public static (Vector256<float> Sin, Vector256<float> Cos) SinCos(Vector256<float> x) =>
        SingleCalls.Evaluate<SingleOnCircle<SineAndCosine>, Double8<Whole>, float, Vector256<float>>(x);

    /// <summary>Computes the sine and the cosine of each of the sixteen floats, correctly rounded.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The nearest floats. ±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits of
    /// <see cref="float.NaN"/>.</returns>
    public static (Vector512<float> Sin, Vector512<float> Cos) SinCos(Vector512<float> x) =>
        SingleCalls.Evaluate<SingleOnCircle<SineAndCosine>, Double8<Whole>, float, Vector512<float>>(x);

    /// <summary>Computes the sine and the cosine of every lane, inside a function or curve of the user's own.</summary>
    /// <typeparam name="V">The lanes.</typeparam>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The results, with an error of at most 0.501 ULP. ±∞ and NaN give NaN; the bits are those of Sin and Cos.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Sin, V Cos) SinCos<V>(V x)
        where V : struct, ILanes<V> => OnCircle<SineAndCosine>.Evaluate(x, default);
}

/// <content>Written by tools/Kernels.Overloads.</content>
public static partial class CorrectlyRounded
{
    /// <summary>Computes the sine and the cosine of every element, correctly rounded, on the calling thread.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="sinDestination">Receives the sine of each. At least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="cosDestination">Receives the cosine, likewise. Either destination may be <paramref name="x"/> itself, starting at the
    /// same element; the parts that are written must not overlap it otherwise, nor one another.</param>
    /// <remarks>±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="x"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    public static void SinCos(ReadOnlySpan<double> x, Span<double> sinDestination, Span<double> cosDestination) =>
        Driver.Evaluate(
            default(TableBody<OnCircle<SineAndCosine>, Correct<OnCircle<SineAndCosine>, Proved>>),
            x, sinDestination, cosDestination, default(CallingThread));

    /// <summary>Computes the sine and the cosine of every element, correctly rounded, on all cores.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <param name="sinDestination">Receives the sine of each. At least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="cosDestination">Receives the cosine, likewise. Either destination may be <paramref name="x"/> itself, starting at the
    /// same element; the parts that are written must not overlap it otherwise, nor one another.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>±∞ and NaN give NaN; the bits are those of Sin and Cos. The calling thread takes part. After a cancellation the written
    /// part of the destinations is unspecified.</remarks>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="x"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void SinCos(
        ReadOnlySpan<double> x, Span<double> sinDestination, Span<double> cosDestination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.Evaluate(
            default(TableBody<OnCircle<SineAndCosine>, Correct<OnCircle<SineAndCosine>, Proved>>),
            x, sinDestination, cosDestination, new Partitioner(options, progress));

    /// <summary>Computes the sine and the cosine of every float, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="SinCos(ReadOnlySpan{double}, Span{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. ±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits of
    /// <see cref="float.NaN"/>.</remarks>
    public static void SinCos(ReadOnlySpan<float> x, Span<float> sinDestination, Span<float> cosDestination) =>
        Driver.Evaluate(
            default(TableBody<SingleOnCircle<SineAndCosine>, Declared>),
            x, sinDestination, cosDestination, default(CallingThread));

    /// <summary>Computes the sine and the cosine of every float, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="SinCos(ReadOnlySpan{double}, Span{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. ±∞ and NaN give NaN; the bits are those of Sin and Cos. The calling thread takes
    /// part. After a cancellation the written part of the destinations is unspecified.</remarks>
    public static void SinCos(
        ReadOnlySpan<float> x, Span<float> sinDestination, Span<float> cosDestination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.Evaluate(
            default(TableBody<SingleOnCircle<SineAndCosine>, Declared>),
            x, sinDestination, cosDestination, new Partitioner(options, progress));

    /// <summary>Computes the sine and the cosine of a number, correctly rounded.</summary>
    /// <param name="x">The angle in radians.</param>
    /// <returns>The nearest doubles. ±∞ and NaN give NaN; the bits are those of Sin and Cos. NaN has the bits of
    /// <see cref="double.NaN"/>.</returns>
    public static (double Sin, double Cos) SinCos(double x) =>
        SingleCalls.Round<OnCircle<SineAndCosine>, Proved>(x);
}
