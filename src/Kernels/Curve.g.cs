#nullable enable

using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

/// <content>Written by tools/Kernels.Overloads.</content>
public static partial class Curve
{
    /// <summary>Evaluates a curve at every parameter, on the calling thread.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="t">The parameters.</param>
    /// <param name="x">Receives the first coordinates; at least as long as <paramref name="t"/>.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="t"/>.</param>
    /// <remarks>
    /// <para>Elements of a destination beyond the length of <paramref name="t"/> are left as they are, and may overlap anything. The part
    /// of either that is written may be <paramref name="t"/> itself, starting at the same element; it must not overlap it otherwise, nor
    /// the other's.</para>
    /// <para>Each of the points depends on its own parameter alone, and has the same bits whatever the array's length and alignment, the
    /// vector width and the processor. NaN has the bits of <see cref="double.NaN"/>. Error bounds are the curve's.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="t"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    public static void Evaluate<TCurve>(
        TCurve curve, ReadOnlySpan<double> t, Span<double> x, Span<double> y)
        where TCurve : ICurve =>
        Run(curve, t, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at every parameter, on all cores.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="t">The parameters.</param>
    /// <param name="x">Receives the first coordinates; at least as long as <paramref name="t"/>.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="t"/>.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished points, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Elements of a destination beyond the length of <paramref name="t"/> are left as they are, and may overlap anything. The part
    /// of either that is written may be <paramref name="t"/> itself, starting at the same element; it must not overlap it otherwise, nor
    /// the other's.</para>
    /// <para>Each of the points depends on its own parameter alone, and has the same bits whatever the array's length and alignment, the
    /// vector width and the processor. NaN has the bits of <see cref="double.NaN"/>. Error bounds are the curve's. The calling thread takes
    /// part. After an exception or a cancellation the written part of the destinations is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="t"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Evaluate<TCurve>(
        TCurve curve, ReadOnlySpan<double> t, Span<double> x, Span<double> y,
        ParallelOptions options, IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, t, x, y, new Partitioner(options, progress));

    /// <summary>Evaluates a curve at evenly spaced parameters, on the calling thread.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="start">The parameter with the index 0.</param>
    /// <param name="step">The distance from one parameter to the next.</param>
    /// <param name="x">Receives the first coordinates; its length is the number of points.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <remarks>
    /// <para>Number i of the points belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Evaluate</c> gives for
    /// that parameter, wherever in a range it is.</para>
    /// <para>There is no array of parameters to be filled and read.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    public static void Sample<TCurve>(
        TCurve curve, double start, double step, Span<double> x, Span<double> y)
        where TCurve : ICurve =>
        Run(curve, start, step, 0, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at evenly spaced parameters from a given index on, on the calling thread.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="start">The parameter with the index 0.</param>
    /// <param name="step">The distance from one parameter to the next.</param>
    /// <param name="first">The index i of the first of the points; the magnitudes of indices are limited to 2⁵³, where they are
    /// doubles.</param>
    /// <param name="x">Receives the first coordinates; its length is the number of points.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <remarks>
    /// <para>Number i of the points belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Evaluate</c> gives for
    /// that parameter, wherever in a range it is.</para>
    /// <para>However many points there are, they can pass through a small buffer.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    public static void Sample<TCurve>(
        TCurve curve, double start, double step, long first, Span<double> x, Span<double> y)
        where TCurve : ICurve =>
        Run(curve, start, step, first, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at evenly spaced parameters, on all cores.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="start">The parameter with the index 0.</param>
    /// <param name="step">The distance from one parameter to the next.</param>
    /// <param name="x">Receives the first coordinates; its length is the number of points.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished points, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Number i of the points belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Evaluate</c> gives for
    /// that parameter, wherever in a range it is.</para>
    /// <para>There is no array of parameters to be filled and read. The calling thread takes part. After an exception or a cancellation the
    /// written part of the destinations is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TCurve>(
        TCurve curve, double start, double step, Span<double> x, Span<double> y,
        ParallelOptions options, IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, start, step, 0, x, y, new Partitioner(options, progress));

    /// <summary>Evaluates a curve at evenly spaced parameters from a given index on, on all cores.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="start">The parameter with the index 0.</param>
    /// <param name="step">The distance from one parameter to the next.</param>
    /// <param name="first">The index i of the first of the points; the magnitudes of indices are limited to 2⁵³, where they are
    /// doubles.</param>
    /// <param name="x">Receives the first coordinates; its length is the number of points.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished points, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Number i of the points belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Evaluate</c> gives for
    /// that parameter, wherever in a range it is.</para>
    /// <para>However many points there are, they can pass through a small buffer. The calling thread takes part. After an exception or a
    /// cancellation the written part of the destinations is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TCurve>(
        TCurve curve, double start, double step, long first, Span<double> x, Span<double> y,
        ParallelOptions options, IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, start, step, first, x, y, new Partitioner(options, progress));

    /// <summary>Evaluates a curve at every parameter over floats, on the calling thread.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="t">The parameters.</param>
    /// <param name="x">Receives the first coordinates; at least as long as <paramref name="t"/>.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="t"/>.</param>
    /// <remarks>
    /// <para>Elements of a destination beyond the length of <paramref name="t"/> are left as they are, and may overlap anything. The part
    /// of either that is written may be <paramref name="t"/> itself, starting at the same element; it must not overlap it otherwise, nor
    /// the other's.</para>
    /// <para>Each of the points depends on its own parameter alone, and has the same bits whatever the array's length and alignment, the
    /// vector width and the processor. NaN has the bits of <see cref="float.NaN"/>. Error bounds are the curve's. It is computed in double
    /// and rounded to float once.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="t"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    public static void Evaluate<TCurve>(
        TCurve curve, ReadOnlySpan<float> t, Span<float> x, Span<float> y)
        where TCurve : ICurve =>
        Run(curve, t, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at every parameter over floats, on all cores.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="t">The parameters.</param>
    /// <param name="x">Receives the first coordinates; at least as long as <paramref name="t"/>.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="t"/>.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished points, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Elements of a destination beyond the length of <paramref name="t"/> are left as they are, and may overlap anything. The part
    /// of either that is written may be <paramref name="t"/> itself, starting at the same element; it must not overlap it otherwise, nor
    /// the other's.</para>
    /// <para>Each of the points depends on its own parameter alone, and has the same bits whatever the array's length and alignment, the
    /// vector width and the processor. NaN has the bits of <see cref="float.NaN"/>. Error bounds are the curve's. It is computed in double
    /// and rounded to float once. The calling thread takes part. After an exception or a cancellation the written part of the destinations
    /// is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="t"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Evaluate<TCurve>(
        TCurve curve, ReadOnlySpan<float> t, Span<float> x, Span<float> y,
        ParallelOptions options, IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, t, x, y, new Partitioner(options, progress));

    /// <summary>Evaluates a curve at evenly spaced parameters over floats, on the calling thread.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="start">The parameter with the index 0.</param>
    /// <param name="step">The distance from one parameter to the next.</param>
    /// <param name="x">Receives the first coordinates; its length is the number of points.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <remarks>
    /// <para>Number i of the points belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Evaluate</c> gives for
    /// that parameter, wherever in a range it is. It is computed in double and rounded to float once.</para>
    /// <para>There is no array of parameters to be filled and read.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    public static void Sample<TCurve>(
        TCurve curve, double start, double step, Span<float> x, Span<float> y)
        where TCurve : ICurve =>
        Run(curve, start, step, 0, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at evenly spaced parameters from a given index on over floats, on the calling thread.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="start">The parameter with the index 0.</param>
    /// <param name="step">The distance from one parameter to the next.</param>
    /// <param name="first">The index i of the first of the points; the magnitudes of indices are limited to 2⁵³, where they are
    /// doubles.</param>
    /// <param name="x">Receives the first coordinates; its length is the number of points.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <remarks>
    /// <para>Number i of the points belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Evaluate</c> gives for
    /// that parameter, wherever in a range it is. It is computed in double and rounded to float once.</para>
    /// <para>However many points there are, they can pass through a small buffer.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    public static void Sample<TCurve>(
        TCurve curve, double start, double step, long first, Span<float> x, Span<float> y)
        where TCurve : ICurve =>
        Run(curve, start, step, first, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at evenly spaced parameters over floats, on all cores.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="start">The parameter with the index 0.</param>
    /// <param name="step">The distance from one parameter to the next.</param>
    /// <param name="x">Receives the first coordinates; its length is the number of points.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished points, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Number i of the points belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Evaluate</c> gives for
    /// that parameter, wherever in a range it is. It is computed in double and rounded to float once.</para>
    /// <para>There is no array of parameters to be filled and read. The calling thread takes part. After an exception or a cancellation the
    /// written part of the destinations is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TCurve>(
        TCurve curve, double start, double step, Span<float> x, Span<float> y,
        ParallelOptions options, IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, start, step, 0, x, y, new Partitioner(options, progress));

    /// <summary>Evaluates a curve at evenly spaced parameters from a given index on over floats, on all cores.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="start">The parameter with the index 0.</param>
    /// <param name="step">The distance from one parameter to the next.</param>
    /// <param name="first">The index i of the first of the points; the magnitudes of indices are limited to 2⁵³, where they are
    /// doubles.</param>
    /// <param name="x">Receives the first coordinates; its length is the number of points.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished points, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Number i of the points belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Evaluate</c> gives for
    /// that parameter, wherever in a range it is. It is computed in double and rounded to float once.</para>
    /// <para>However many points there are, they can pass through a small buffer. The calling thread takes part. After an exception or a
    /// cancellation the written part of the destinations is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TCurve>(
        TCurve curve, double start, double step, long first, Span<float> x, Span<float> y,
        ParallelOptions options, IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, start, step, first, x, y, new Partitioner(options, progress));
}
