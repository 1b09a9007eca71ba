#nullable enable

using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

/// <content>Written by tools/Kernels.Overloads.</content>
public static partial class Function
{
    /// <summary>Evaluates a function at every argument, on the calling thread.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the values; at least as long as <paramref name="x"/>.</param>
    /// <remarks>
    /// <para>Elements of <paramref name="destination"/> beyond the length of <paramref name="x"/> are left as they are, and may overlap
    /// anything. The part that is written may be <paramref name="x"/> itself, starting at the same element; it must not overlap it
    /// otherwise.</para>
    /// <para>Each of the values depends on its own argument alone, and has the same bits whatever the array's length and alignment, the
    /// vector width and the processor. NaN has the bits of <see cref="double.NaN"/>. Error bounds are the function's.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Apply<TFunction>(
        TFunction function, ReadOnlySpan<double> x, Span<double> destination)
        where TFunction : IFunction =>
        Run(function, x, destination, default(CallingThread));

    /// <summary>Evaluates a function at every argument, on all cores.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the values; at least as long as <paramref name="x"/>.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished values, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Elements of <paramref name="destination"/> beyond the length of <paramref name="x"/> are left as they are, and may overlap
    /// anything. The part that is written may be <paramref name="x"/> itself, starting at the same element; it must not overlap it
    /// otherwise.</para>
    /// <para>Each of the values depends on its own argument alone, and has the same bits whatever the array's length and alignment, the
    /// vector width and the processor. NaN has the bits of <see cref="double.NaN"/>. Error bounds are the function's. The calling thread
    /// takes part. After an exception or a cancellation the written part of the destination is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Apply<TFunction>(
        TFunction function, ReadOnlySpan<double> x, Span<double> destination,
        ParallelOptions options, IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, x, destination, new Partitioner(options, progress));

    /// <summary>Evaluates a function at evenly spaced arguments, on the calling thread.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="destination">Receives the values; its length is the number of values.</param>
    /// <remarks>
    /// <para>Number i of the values belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Apply</c> gives for
    /// that argument, wherever in a range it is.</para>
    /// <para>There is no array of arguments to be filled and read.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    public static void Sample<TFunction>(
        TFunction function, double start, double step, Span<double> destination)
        where TFunction : IFunction =>
        Run(function, start, step, 0, destination, default(CallingThread));

    /// <summary>Evaluates a function at evenly spaced arguments from a given index on, on the calling thread.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="first">The index i of the first of the values; the magnitudes of indices are limited to 2⁵³, where they are
    /// doubles.</param>
    /// <param name="destination">Receives the values; its length is the number of values.</param>
    /// <remarks>
    /// <para>Number i of the values belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Apply</c> gives for
    /// that argument, wherever in a range it is.</para>
    /// <para>However many values there are, they can pass through a small buffer.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    public static void Sample<TFunction>(
        TFunction function, double start, double step, long first, Span<double> destination)
        where TFunction : IFunction =>
        Run(function, start, step, first, destination, default(CallingThread));

    /// <summary>Evaluates a function at evenly spaced arguments, on all cores.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="destination">Receives the values; its length is the number of values.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished values, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Number i of the values belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Apply</c> gives for
    /// that argument, wherever in a range it is.</para>
    /// <para>There is no array of arguments to be filled and read. The calling thread takes part. After an exception or a cancellation the
    /// written part of the destination is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TFunction>(
        TFunction function, double start, double step, Span<double> destination,
        ParallelOptions options, IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, start, step, 0, destination, new Partitioner(options, progress));

    /// <summary>Evaluates a function at evenly spaced arguments from a given index on, on all cores.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="first">The index i of the first of the values; the magnitudes of indices are limited to 2⁵³, where they are
    /// doubles.</param>
    /// <param name="destination">Receives the values; its length is the number of values.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished values, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Number i of the values belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Apply</c> gives for
    /// that argument, wherever in a range it is.</para>
    /// <para>However many values there are, they can pass through a small buffer. The calling thread takes part. After an exception or a
    /// cancellation the written part of the destination is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TFunction>(
        TFunction function, double start, double step, long first, Span<double> destination,
        ParallelOptions options, IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, start, step, first, destination, new Partitioner(options, progress));

    /// <summary>Evaluates a function at every argument over floats, on the calling thread.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the values; at least as long as <paramref name="x"/>.</param>
    /// <remarks>
    /// <para>Elements of <paramref name="destination"/> beyond the length of <paramref name="x"/> are left as they are, and may overlap
    /// anything. The part that is written may be <paramref name="x"/> itself, starting at the same element; it must not overlap it
    /// otherwise.</para>
    /// <para>Each of the values depends on its own argument alone, and has the same bits whatever the array's length and alignment, the
    /// vector width and the processor. NaN has the bits of <see cref="float.NaN"/>. Error bounds are the function's. It is computed in
    /// double and rounded to float once.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Apply<TFunction>(
        TFunction function, ReadOnlySpan<float> x, Span<float> destination)
        where TFunction : IFunction =>
        Run(function, x, destination, default(CallingThread));

    /// <summary>Evaluates a function at every argument over floats, on all cores.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the values; at least as long as <paramref name="x"/>.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished values, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Elements of <paramref name="destination"/> beyond the length of <paramref name="x"/> are left as they are, and may overlap
    /// anything. The part that is written may be <paramref name="x"/> itself, starting at the same element; it must not overlap it
    /// otherwise.</para>
    /// <para>Each of the values depends on its own argument alone, and has the same bits whatever the array's length and alignment, the
    /// vector width and the processor. NaN has the bits of <see cref="float.NaN"/>. Error bounds are the function's. It is computed in
    /// double and rounded to float once. The calling thread takes part. After an exception or a cancellation the written part of the
    /// destination is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps <paramref name="x"/>
    /// elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Apply<TFunction>(
        TFunction function, ReadOnlySpan<float> x, Span<float> destination,
        ParallelOptions options, IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, x, destination, new Partitioner(options, progress));

    /// <summary>Evaluates a function at evenly spaced arguments over floats, on the calling thread.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="destination">Receives the values; its length is the number of values.</param>
    /// <remarks>
    /// <para>Number i of the values belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Apply</c> gives for
    /// that argument, wherever in a range it is. It is computed in double and rounded to float once.</para>
    /// <para>There is no array of arguments to be filled and read.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    public static void Sample<TFunction>(
        TFunction function, double start, double step, Span<float> destination)
        where TFunction : IFunction =>
        Run(function, start, step, 0, destination, default(CallingThread));

    /// <summary>Evaluates a function at evenly spaced arguments from a given index on over floats, on the calling thread.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="first">The index i of the first of the values; the magnitudes of indices are limited to 2⁵³, where they are
    /// doubles.</param>
    /// <param name="destination">Receives the values; its length is the number of values.</param>
    /// <remarks>
    /// <para>Number i of the values belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Apply</c> gives for
    /// that argument, wherever in a range it is. It is computed in double and rounded to float once.</para>
    /// <para>However many values there are, they can pass through a small buffer.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    public static void Sample<TFunction>(
        TFunction function, double start, double step, long first, Span<float> destination)
        where TFunction : IFunction =>
        Run(function, start, step, first, destination, default(CallingThread));

    /// <summary>Evaluates a function at evenly spaced arguments over floats, on all cores.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="destination">Receives the values; its length is the number of values.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished values, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Number i of the values belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Apply</c> gives for
    /// that argument, wherever in a range it is. It is computed in double and rounded to float once.</para>
    /// <para>There is no array of arguments to be filled and read. The calling thread takes part. After an exception or a cancellation the
    /// written part of the destination is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TFunction>(
        TFunction function, double start, double step, Span<float> destination,
        ParallelOptions options, IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, start, step, 0, destination, new Partitioner(options, progress));

    /// <summary>Evaluates a function at evenly spaced arguments from a given index on over floats, on all cores.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its own parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="first">The index i of the first of the values; the magnitudes of indices are limited to 2⁵³, where they are
    /// doubles.</param>
    /// <param name="destination">Receives the values; its length is the number of values.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished values, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// <para>Number i of the values belongs to tᵢ = i·step + start, rounded once, to double. It has the bits that <c>Apply</c> gives for
    /// that argument, wherever in a range it is. It is computed in double and rounded to float once.</para>
    /// <para>However many values there are, they can pass through a small buffer. The calling thread takes part. After an exception or a
    /// cancellation the written part of the destination is unspecified.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TFunction>(
        TFunction function, double start, double step, long first, Span<float> destination,
        ParallelOptions options, IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, start, step, first, destination, new Partitioner(options, progress));
}
