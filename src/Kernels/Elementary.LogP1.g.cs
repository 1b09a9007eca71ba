#nullable enable

using System.Runtime.Intrinsics;
using Kernels.Functions;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

/// <content>Written by tools/Kernels.Overloads.</content>
public static partial class Elementary
{
    /// <summary>Computes the natural logarithm of 1 + x of every element, on the calling thread.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Error of at most 0.5015 ULP. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments below −1 and
    /// NaN give NaN. NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void LogP1(ReadOnlySpan<double> x, Span<double> destination) =>
        Driver.Evaluate(
            default(TableBody<Logarithm<LogP1>, Declared>),
            x, destination, default, default(CallingThread));

    /// <summary>Computes the natural logarithm of 1 + x of every element, on all cores.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Error of at most 0.5015 ULP. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments below −1 and
    /// NaN give NaN. The calling thread takes part. After a cancellation the written part of the destination is unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void LogP1(
        ReadOnlySpan<double> x, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.Evaluate(
            default(TableBody<Logarithm<LogP1>, Declared>),
            x, destination, default, new Partitioner(options, progress));

    /// <summary>Computes the natural logarithm of 1 + x of every float, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="LogP1(ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments
    /// below −1 and NaN give NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void LogP1(ReadOnlySpan<float> x, Span<float> destination) =>
        Driver.Evaluate(
            default(TableBody<SingleLogarithm<LogP1>, Declared>),
            x, destination, default, default(CallingThread));

    /// <summary>Computes the natural logarithm of 1 + x of every float, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="LogP1(ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments
    /// below −1 and NaN give NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    public static void LogP1(
        ReadOnlySpan<float> x, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.Evaluate(
            default(TableBody<SingleLogarithm<LogP1>, Declared>),
            x, destination, default, new Partitioner(options, progress));

    /// <summary>Computes the natural logarithm of 1 + x of a number.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The results, with an error of at most 0.5015 ULP. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞.
    /// Arguments below −1 and NaN give NaN. NaN has the bits of <see cref="double.NaN"/>.</returns>
    public static double LogP1(double x) =>
        SingleCalls.Evaluate<Logarithm<LogP1>, Double1<Whole>, double, double>(x).First;

    /// <summary>Computes the natural logarithm of 1 + x of each of the two numbers.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The results, with an error of at most 0.5015 ULP. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞.
    /// Arguments below −1 and NaN give NaN. NaN has the bits of <see cref="double.NaN"/>.</returns>
    public static Vector128<double> LogP1(Vector128<double> x) =>
        SingleCalls.Evaluate<Logarithm<LogP1>, Double2<Whole>, double, Vector128<double>>(x).First;

    /// <summary>Computes the natural logarithm of 1 + x of each of the four numbers.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The results, with an error of at most 0.5015 ULP. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞.
    /// Arguments below −1 and NaN give NaN. NaN has the bits of <see cref="double.NaN"/>.</returns>
    public static Vector256<double> LogP1(Vector256<double> x) =>
        SingleCalls.Evaluate<Logarithm<LogP1>, Double4<Whole>, double, Vector256<double>>(x).First;

    /// <summary>Computes the natural logarithm of 1 + x of each of the eight numbers.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The results, with an error of at most 0.5015 ULP. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞.
    /// Arguments below −1 and NaN give NaN. NaN has the bits of <see cref="double.NaN"/>.</returns>
    public static Vector512<double> LogP1(Vector512<double> x) =>
        SingleCalls.Evaluate<Logarithm<LogP1>, Double8<Whole>, double, Vector512<double>>(x).First;

    /// <summary>Computes the natural logarithm of 1 + x of each of the four floats, correctly rounded.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The nearest floats. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments below −1 and NaN give
    /// NaN. NaN has the bits of <see cref="float.NaN"/>.</returns>
    public static Vector128<float> LogP1(Vector128<float> x) =>
        SingleCalls.Evaluate<SingleLogarithm<LogP1>, Double4<Whole>, float, Vector128<float>>(x).First;

    /// <summary>Computes the natural logarithm of 1 + x of each of the eight floats, correctly rounded.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The nearest floats. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments below −1 and NaN give
    /// NaN. NaN has the bits of <see cref="float.NaN"/>.</returns>
    public static Vector256<float> LogP1(Vector256<float> x) =>
        SingleCalls.Evaluate<SingleLogarithm<LogP1>, Double8<Whole>, float, Vector256<float>>(x).First;

    /// <summary>Computes the natural logarithm of 1 + x of each of the sixteen floats, correctly rounded.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The nearest floats. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments below −1 and NaN give
    /// NaN. NaN has the bits of <see cref="float.NaN"/>.</returns>
    public static Vector512<float> LogP1(Vector512<float> x) =>
        SingleCalls.Evaluate<SingleLogarithm<LogP1>, Double8<Whole>, float, Vector512<float>>(x).First;

    /// <summary>Computes the natural logarithm of 1 + x of every lane, inside a function or curve of the user's own.</summary>
    /// <typeparam name="V">The lanes.</typeparam>
    /// <param name="x">The arguments.</param>
    /// <returns>The results, with an error of at most 0.5015 ULP. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞.
    /// Arguments below −1 and NaN give NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LogP1<V>(V x)
        where V : struct, ILanes<V> => Logarithm<LogP1>.Evaluate(x, default).First;
}

/// <content>Written by tools/Kernels.Overloads.</content>
public static partial class CorrectlyRounded
{
    /// <summary>Computes the natural logarithm of 1 + x of every element, correctly rounded, on the calling thread.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments below −1 and NaN give NaN. NaN has the bits
    /// of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void LogP1(ReadOnlySpan<double> x, Span<double> destination) =>
        Driver.Evaluate(
            default(TableBody<Logarithm<LogP1>, Correct<Logarithm<LogP1>, ProvedLogarithm>>),
            x, destination, default, default(CallingThread));

    /// <summary>Computes the natural logarithm of 1 + x of every element, correctly rounded, on all cores.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments below −1 and NaN give NaN. The calling
    /// thread takes part. After a cancellation the written part of the destination is unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void LogP1(
        ReadOnlySpan<double> x, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.Evaluate(
            default(TableBody<Logarithm<LogP1>, Correct<Logarithm<LogP1>, ProvedLogarithm>>),
            x, destination, default, new Partitioner(options, progress));

    /// <summary>Computes the natural logarithm of 1 + x of every float, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="LogP1(ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments
    /// below −1 and NaN give NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void LogP1(ReadOnlySpan<float> x, Span<float> destination) =>
        Driver.Evaluate(
            default(TableBody<SingleLogarithm<LogP1>, Declared>),
            x, destination, default, default(CallingThread));

    /// <summary>Computes the natural logarithm of 1 + x of every float, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="LogP1(ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments
    /// below −1 and NaN give NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    public static void LogP1(
        ReadOnlySpan<float> x, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.Evaluate(
            default(TableBody<SingleLogarithm<LogP1>, Declared>),
            x, destination, default, new Partitioner(options, progress));

    /// <summary>Computes the natural logarithm of 1 + x of a number, correctly rounded.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The nearest doubles. Small arguments lose nothing; log1p(±0) = ±0. −1 gives −∞, ∞ gives ∞. Arguments below −1 and NaN give
    /// NaN. NaN has the bits of <see cref="double.NaN"/>.</returns>
    public static double LogP1(double x) =>
        SingleCalls.Round<Logarithm<LogP1>, ProvedLogarithm>(x).First;
}
