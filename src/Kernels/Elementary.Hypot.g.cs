#nullable enable

using System.Runtime.Intrinsics;
using Kernels.Functions;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

/// <content>Written by tools/Kernels.Overloads.</content>
public static partial class Elementary
{
    /// <summary>Computes the hypotenuse √(x² + y²) of every pair of elements, on the calling thread.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second legs. As many as <paramref name="x"/>.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> or <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap them
    /// otherwise.</param>
    /// <remarks>Error of at most 0.500001 ULP. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the
    /// result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="x"/> and <paramref name="y"/> have different lengths,
    /// <paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/> or <paramref name="y"/> elsewhere
    /// than at the same elements. Nothing has been written.</exception>
    public static void Hypot(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every pair of elements, on all cores.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second legs. As many as <paramref name="x"/>.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> or <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap them
    /// otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Error of at most 0.500001 ULP. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the
    /// result is ∞, even if the other is NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written part
    /// of the destination is unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="x"/> and <paramref name="y"/> have different lengths,
    /// <paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/> or <paramref name="y"/> elsewhere
    /// than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Hypot(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of every element and one number, on the calling thread.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second leg, one for all elements.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Error of at most 0.500001 ULP. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the
    /// result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Hypot(ReadOnlySpan<double> x, double y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every element and one number, on all cores.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second leg, one for all elements.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Error of at most 0.500001 ULP. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the
    /// result is ∞, even if the other is NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written part
    /// of the destination is unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Hypot(
        ReadOnlySpan<double> x, double y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of every element and one number, on the calling thread.</summary>
    /// <param name="x">The first leg, one for all elements.</param>
    /// <param name="y">The second legs.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="y"/>, the rest is left as it is. It may be
    /// <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Error of at most 0.500001 ULP. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the
    /// result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="y"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Hypot(double x, ReadOnlySpan<double> y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every element and one number, on all cores.</summary>
    /// <param name="x">The first leg, one for all elements.</param>
    /// <param name="y">The second legs.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="y"/>, the rest is left as it is. It may be
    /// <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Error of at most 0.500001 ULP. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the
    /// result is ∞, even if the other is NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written part
    /// of the destination is unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="y"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Hypot(
        double x, ReadOnlySpan<double> y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of every pair of floats, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Hypot(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Hypot(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every pair of floats, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Hypot(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written
    /// part of the destination is unspecified.</remarks>
    public static void Hypot(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of every float and one number, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Hypot(ReadOnlySpan{double}, double, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Hypot(ReadOnlySpan<float> x, float y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every float and one number, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Hypot(ReadOnlySpan{double}, double, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written
    /// part of the destination is unspecified.</remarks>
    public static void Hypot(
        ReadOnlySpan<float> x, float y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of every float and one number, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Hypot(double, ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Hypot(float x, ReadOnlySpan<float> y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every float and one number, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Hypot(double, ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written
    /// part of the destination is unspecified.</remarks>
    public static void Hypot(
        float x, ReadOnlySpan<float> y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of two numbers.</summary>
    /// <param name="x">The first leg.</param>
    /// <param name="y">The second leg.</param>
    /// <returns>The results, with an error of at most 0.500001 ULP. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one
    /// argument is ±∞ the result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of
    /// <see cref="double.NaN"/>.</returns>
    public static double Hypot(double x, double y) =>
        SingleCalls.Evaluate<Hypotenuse, Double1<Whole>, double, double>(x, y).First;

    /// <summary>Computes the hypotenuse √(x² + y²) of each of the two pairs of numbers.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second legs.</param>
    /// <returns>The results, with an error of at most 0.500001 ULP. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one
    /// argument is ±∞ the result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of
    /// <see cref="double.NaN"/>.</returns>
    public static Vector128<double> Hypot(Vector128<double> x, Vector128<double> y) =>
        SingleCalls.Evaluate<Hypotenuse, Double2<Whole>, double, Vector128<double>>(x, y).First;

    /// <summary>Computes the hypotenuse √(x² + y²) of each of the four pairs of numbers.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second legs.</param>
    /// <returns>The results, with an error of at most 0.500001 ULP. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one
    /// argument is ±∞ the result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of
    /// <see cref="double.NaN"/>.</returns>
    public static Vector256<double> Hypot(Vector256<double> x, Vector256<double> y) =>
        SingleCalls.Evaluate<Hypotenuse, Double4<Whole>, double, Vector256<double>>(x, y).First;

    /// <summary>Computes the hypotenuse √(x² + y²) of each of the eight pairs of numbers.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second legs.</param>
    /// <returns>The results, with an error of at most 0.500001 ULP. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one
    /// argument is ±∞ the result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of
    /// <see cref="double.NaN"/>.</returns>
    public static Vector512<double> Hypot(Vector512<double> x, Vector512<double> y) =>
        SingleCalls.Evaluate<Hypotenuse, Double8<Whole>, double, Vector512<double>>(x, y).First;

    /// <summary>Computes the hypotenuse √(x² + y²) of each of the four pairs of floats, correctly rounded.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second legs.</param>
    /// <returns>The nearest floats. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the result is ∞,
    /// even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</returns>
    public static Vector128<float> Hypot(Vector128<float> x, Vector128<float> y) =>
        SingleCalls.Evaluate<SingleHypotenuse, Double4<Whole>, float, Vector128<float>>(x, y).First;

    /// <summary>Computes the hypotenuse √(x² + y²) of each of the eight pairs of floats, correctly rounded.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second legs.</param>
    /// <returns>The nearest floats. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the result is ∞,
    /// even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</returns>
    public static Vector256<float> Hypot(Vector256<float> x, Vector256<float> y) =>
        SingleCalls.Evaluate<SingleHypotenuse, Double8<Whole>, float, Vector256<float>>(x, y).First;

    /// <summary>Computes the hypotenuse √(x² + y²) of each of the sixteen pairs of floats, correctly rounded.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second legs.</param>
    /// <returns>The nearest floats. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the result is ∞,
    /// even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</returns>
    public static Vector512<float> Hypot(Vector512<float> x, Vector512<float> y) =>
        SingleCalls.Evaluate<SingleHypotenuse, Double8<Whole>, float, Vector512<float>>(x, y).First;

    /// <summary>Computes the hypotenuse √(x² + y²) of every pair of lanes, inside a function or curve of the user's own.</summary>
    /// <typeparam name="V">The lanes.</typeparam>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second legs.</param>
    /// <returns>The results, with an error of at most 0.500001 ULP. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one
    /// argument is ±∞ the result is ∞, even if the other is NaN, and else NaN gives NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Hypot<V>(V x, V y)
        where V : struct, ILanes<V> => Hypotenuse.Evaluate(x, y).First;
}

/// <content>Written by tools/Kernels.Overloads.</content>
public static partial class CorrectlyRounded
{
    /// <summary>Computes the hypotenuse √(x² + y²) of every pair of elements, correctly rounded, on the calling thread.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second legs. As many as <paramref name="x"/>.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> or <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap them
    /// otherwise.</param>
    /// <remarks>Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the result is ∞, even if the other is
    /// NaN, and else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="x"/> and <paramref name="y"/> have different lengths,
    /// <paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/> or <paramref name="y"/> elsewhere
    /// than at the same elements. Nothing has been written.</exception>
    public static void Hypot(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Correct<Hypotenuse, ProvedHypotenuse>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every pair of elements, correctly rounded, on all cores.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second legs. As many as <paramref name="x"/>.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> or <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap them
    /// otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the result is ∞, even if the other is
    /// NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="x"/> and <paramref name="y"/> have different lengths,
    /// <paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/> or <paramref name="y"/> elsewhere
    /// than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Hypot(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Correct<Hypotenuse, ProvedHypotenuse>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of every element and one number, correctly rounded, on the calling thread.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second leg, one for all elements.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the result is ∞, even if the other is
    /// NaN, and else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Hypot(ReadOnlySpan<double> x, double y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Correct<Hypotenuse, ProvedHypotenuse>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every element and one number, correctly rounded, on all cores.</summary>
    /// <param name="x">The first legs.</param>
    /// <param name="y">The second leg, one for all elements.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the result is ∞, even if the other is
    /// NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Hypot(
        ReadOnlySpan<double> x, double y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Correct<Hypotenuse, ProvedHypotenuse>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of every element and one number, correctly rounded, on the calling thread.</summary>
    /// <param name="x">The first leg, one for all elements.</param>
    /// <param name="y">The second legs.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="y"/>, the rest is left as it is. It may be
    /// <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the result is ∞, even if the other is
    /// NaN, and else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="y"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Hypot(double x, ReadOnlySpan<double> y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Correct<Hypotenuse, ProvedHypotenuse>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every element and one number, correctly rounded, on all cores.</summary>
    /// <param name="x">The first leg, one for all elements.</param>
    /// <param name="y">The second legs.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="y"/>, the rest is left as it is. It may be
    /// <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the result is ∞, even if the other is
    /// NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="y"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Hypot(
        double x, ReadOnlySpan<double> y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Hypotenuse, Correct<Hypotenuse, ProvedHypotenuse>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of every pair of floats, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Hypot(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Hypot(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every pair of floats, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Hypot(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written
    /// part of the destination is unspecified.</remarks>
    public static void Hypot(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of every float and one number, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Hypot(ReadOnlySpan{double}, double, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Hypot(ReadOnlySpan<float> x, float y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every float and one number, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Hypot(ReadOnlySpan{double}, double, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written
    /// part of the destination is unspecified.</remarks>
    public static void Hypot(
        ReadOnlySpan<float> x, float y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of every float and one number, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Hypot(double, ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Hypot(float x, ReadOnlySpan<float> y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the hypotenuse √(x² + y²) of every float and one number, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Hypot(double, ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞
    /// the result is ∞, even if the other is NaN, and else NaN gives NaN. The calling thread takes part. After a cancellation the written
    /// part of the destination is unspecified.</remarks>
    public static void Hypot(
        float x, ReadOnlySpan<float> y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SingleHypotenuse, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the hypotenuse √(x² + y²) of two numbers, correctly rounded.</summary>
    /// <param name="x">The first leg.</param>
    /// <param name="y">The second leg.</param>
    /// <returns>The nearest doubles. Nothing overflows or vanishes on the way; hypot(±0, ±0) = 0; if one argument is ±∞ the result is ∞,
    /// even if the other is NaN, and else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</returns>
    public static double Hypot(double x, double y) =>
        SingleCalls.Round<Hypotenuse, ProvedHypotenuse>(x, y).First;
}
