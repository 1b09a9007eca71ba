#nullable enable

using System.Runtime.Intrinsics;
using Kernels.Functions;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

/// <content>Written by tools/Kernels.Overloads.</content>
public static partial class Elementary
{
    /// <summary>Computes the power xʸ of every pair of elements, on the calling thread.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents. As many as <paramref name="x"/>.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> or <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap them
    /// otherwise.</param>
    /// <remarks>Error of at most 0.506 ULP. Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x,
    /// ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded
    /// once. Else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="x"/> and <paramref name="y"/> have different lengths,
    /// <paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/> or <paramref name="y"/> elsewhere
    /// than at the same elements. Nothing has been written.</exception>
    public static void Pow(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every pair of elements, on all cores.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents. As many as <paramref name="x"/>.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> or <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap them
    /// otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Error of at most 0.506 ULP. Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x,
    /// ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded
    /// once. Else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="x"/> and <paramref name="y"/> have different lengths,
    /// <paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/> or <paramref name="y"/> elsewhere
    /// than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Pow(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of every element and one number, on the calling thread.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponent, one for all elements.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Error of at most 0.506 ULP. Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x,
    /// ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded
    /// once. Else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Pow(ReadOnlySpan<double> x, double y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every element and one number, on all cores.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponent, one for all elements.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Error of at most 0.506 ULP. Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x,
    /// ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded
    /// once. Else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Pow(
        ReadOnlySpan<double> x, double y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of every element and one number, on the calling thread.</summary>
    /// <param name="x">The base, one for all elements.</param>
    /// <param name="y">The exponents.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="y"/>, the rest is left as it is. It may be
    /// <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Error of at most 0.506 ULP. Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x,
    /// ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded
    /// once. Else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="y"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Pow(double x, ReadOnlySpan<double> y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Declared>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every element and one number, on all cores.</summary>
    /// <param name="x">The base, one for all elements.</param>
    /// <param name="y">The exponents.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="y"/>, the rest is left as it is. It may be
    /// <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Error of at most 0.506 ULP. Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x,
    /// ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded
    /// once. Else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="y"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Pow(
        double x, ReadOnlySpan<double> y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Declared>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of every pair of floats, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Pow(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Pow(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every pair of floats, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Pow(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    public static void Pow(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of every float and one number, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Pow(ReadOnlySpan{double}, double, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Pow(ReadOnlySpan<float> x, float y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every float and one number, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Pow(ReadOnlySpan{double}, double, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    public static void Pow(
        ReadOnlySpan<float> x, float y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of every float and one number, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Pow(double, ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Pow(float x, ReadOnlySpan<float> y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every float and one number, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Pow(double, ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    public static void Pow(
        float x, ReadOnlySpan<float> y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of two numbers.</summary>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>The results, with an error of at most 0.506 ULP. Powers that the format has are exact. A negative x has powers to whole y,
    /// to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them;
    /// subnormal results are rounded once. Else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</returns>
    public static double Pow(double x, double y) =>
        SingleCalls.Evaluate<Power, Double1<Whole>, double, double>(x, y).First;

    /// <summary>Computes the power xʸ of each of the two pairs of numbers.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents.</param>
    /// <returns>The results, with an error of at most 0.506 ULP. Powers that the format has are exact. A negative x has powers to whole y,
    /// to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them;
    /// subnormal results are rounded once. Else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</returns>
    public static Vector128<double> Pow(Vector128<double> x, Vector128<double> y) =>
        SingleCalls.Evaluate<Power, Double2<Whole>, double, Vector128<double>>(x, y).First;

    /// <summary>Computes the power xʸ of each of the four pairs of numbers.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents.</param>
    /// <returns>The results, with an error of at most 0.506 ULP. Powers that the format has are exact. A negative x has powers to whole y,
    /// to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them;
    /// subnormal results are rounded once. Else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</returns>
    public static Vector256<double> Pow(Vector256<double> x, Vector256<double> y) =>
        SingleCalls.Evaluate<Power, Double4<Whole>, double, Vector256<double>>(x, y).First;

    /// <summary>Computes the power xʸ of each of the eight pairs of numbers.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents.</param>
    /// <returns>The results, with an error of at most 0.506 ULP. Powers that the format has are exact. A negative x has powers to whole y,
    /// to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them;
    /// subnormal results are rounded once. Else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</returns>
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> y) =>
        SingleCalls.Evaluate<Power, Double8<Whole>, double, Vector512<double>>(x, y).First;

    /// <summary>Computes the power xʸ of each of the four pairs of floats, correctly rounded.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents.</param>
    /// <returns>The nearest floats. Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x, ±0) = 1
    /// and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded once.
    /// Else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</returns>
    public static Vector128<float> Pow(Vector128<float> x, Vector128<float> y) =>
        SingleCalls.Round<SinglePower, ProvedSinglePower, Double4<Near>, Double4<Whole>, float, Vector128<float>>(x, y);

    /// <summary>Computes the power xʸ of each of the eight pairs of floats, correctly rounded.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents.</param>
    /// <returns>The nearest floats. Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x, ±0) = 1
    /// and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded once.
    /// Else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</returns>
    public static Vector256<float> Pow(Vector256<float> x, Vector256<float> y) =>
        SingleCalls.Round<SinglePower, ProvedSinglePower, Double8<Near>, Double8<Whole>, float, Vector256<float>>(x, y);

    /// <summary>Computes the power xʸ of each of the sixteen pairs of floats, correctly rounded.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents.</param>
    /// <returns>The nearest floats. Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x, ±0) = 1
    /// and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded once.
    /// Else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</returns>
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> y) =>
        SingleCalls.Round<SinglePower, ProvedSinglePower, Double8<Near>, Double8<Whole>, float, Vector512<float>>(x, y);

    /// <summary>Computes the power xʸ of every pair of lanes, inside a function or curve of the user's own.</summary>
    /// <typeparam name="V">The lanes.</typeparam>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents.</param>
    /// <returns>The results, with an error of at most 0.506 ULP. Powers that the format has are exact. A negative x has powers to whole y,
    /// to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them;
    /// subnormal results are rounded once. Else NaN gives NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Pow<V>(V x, V y)
        where V : struct, ILanes<V> => Power.Evaluate(x, y).First;
}

/// <content>Written by tools/Kernels.Overloads.</content>
public static partial class CorrectlyRounded
{
    /// <summary>Computes the power xʸ of every pair of elements, correctly rounded, on the calling thread.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents. As many as <paramref name="x"/>.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> or <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap them
    /// otherwise.</param>
    /// <remarks>Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1
    /// even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded once. Else NaN gives NaN.
    /// NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="x"/> and <paramref name="y"/> have different lengths,
    /// <paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/> or <paramref name="y"/> elsewhere
    /// than at the same elements. Nothing has been written.</exception>
    public static void Pow(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Correct<Power, ProvedPower>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every pair of elements, correctly rounded, on all cores.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents. As many as <paramref name="x"/>.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> or <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap them
    /// otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1
    /// even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded once. Else NaN gives NaN.
    /// The calling thread takes part. After a cancellation the written part of the destination is unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="x"/> and <paramref name="y"/> have different lengths,
    /// <paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/> or <paramref name="y"/> elsewhere
    /// than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Pow(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Correct<Power, ProvedPower>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of every element and one number, correctly rounded, on the calling thread.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponent, one for all elements.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1
    /// even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded once. Else NaN gives NaN.
    /// NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Pow(ReadOnlySpan<double> x, double y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Correct<Power, ProvedPower>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every element and one number, correctly rounded, on all cores.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponent, one for all elements.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1
    /// even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded once. Else NaN gives NaN.
    /// The calling thread takes part. After a cancellation the written part of the destination is unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Pow(
        ReadOnlySpan<double> x, double y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Correct<Power, ProvedPower>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of every element and one number, correctly rounded, on the calling thread.</summary>
    /// <param name="x">The base, one for all elements.</param>
    /// <param name="y">The exponents.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="y"/>, the rest is left as it is. It may be
    /// <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <remarks>Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1
    /// even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded once. Else NaN gives NaN.
    /// NaN has the bits of <see cref="double.NaN"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="y"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Pow(double x, ReadOnlySpan<double> y, Span<double> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Correct<Power, ProvedPower>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every element and one number, correctly rounded, on all cores.</summary>
    /// <param name="x">The base, one for all elements.</param>
    /// <param name="y">The exponents.</param>
    /// <param name="destination">Receives the results. At least as long as <paramref name="y"/>, the rest is left as it is. It may be
    /// <paramref name="y"/> itself, starting at the same element; the part that is written must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x, ±0) = 1 and pow(1, y) = 1
    /// even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded once. Else NaN gives NaN.
    /// The calling thread takes part. After a cancellation the written part of the destination is unspecified.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="y"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Pow(
        double x, ReadOnlySpan<double> y, Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<Power, Correct<Power, ProvedPower>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of every pair of floats, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Pow(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Pow(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every pair of floats, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Pow(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    public static void Pow(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of every float and one number, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Pow(ReadOnlySpan{double}, double, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Pow(ReadOnlySpan<float> x, float y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every float and one number, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Pow(ReadOnlySpan{double}, double, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    public static void Pow(
        ReadOnlySpan<float> x, float y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of every float and one number, correctly rounded, on the calling thread.</summary>
    /// <inheritdoc cref="Pow(double, ReadOnlySpan{double}, Span{double})" path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. NaN has the bits of <see cref="float.NaN"/>.</remarks>
    public static void Pow(float x, ReadOnlySpan<float> y, Span<float> destination) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, default(CallingThread));

    /// <summary>Computes the power xʸ of every float and one number, correctly rounded, on all cores.</summary>
    /// <inheritdoc cref="Pow(double, ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/param|/exception"/>
    /// <remarks>The floats nearest to the exact values. Powers that the format has are exact. A negative x has powers to whole y, to others
    /// NaN; pow(x, ±0) = 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results
    /// are rounded once. Else NaN gives NaN. The calling thread takes part. After a cancellation the written part of the destination is
    /// unspecified.</remarks>
    public static void Pow(
        float x, ReadOnlySpan<float> y, Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null) =>
        Driver.EvaluateOfTwo(
            default(TableBody<SinglePower, Correct<SinglePower, ProvedSinglePower>>),
            x, y, destination, new Partitioner(options, progress));

    /// <summary>Computes the power xʸ of two numbers, correctly rounded.</summary>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>The nearest doubles. Powers that the format has are exact. A negative x has powers to whole y, to others NaN; pow(x, ±0) =
    /// 1 and pow(1, y) = 1 even of NaN, and pow(−1, ±∞) = 1; zeros and infinities as IEEE 754 has them; subnormal results are rounded once.
    /// Else NaN gives NaN. NaN has the bits of <see cref="double.NaN"/>.</returns>
    public static double Pow(double x, double y) =>
        SingleCalls.Round<Power, ProvedPower>(x, y).First;
}
