using System.Runtime.CompilerServices;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

/// <summary>Evaluates functions over arrays of arguments: y = f(x).</summary>
/// <remarks>
/// <para>
/// Calls over spans give these results under any rounding mode, flush-to-zero and denormals-are-zero of the calling thread. Where its
/// floating-point state is not the default, the default is set for the call, on all threads that take part, and the caller's is restored
/// before it returns or throws. Where it cannot be set, the call throws <see cref="PlatformNotSupportedException"/> before anything is
/// written. The function runs
/// under the default state too, progress is reported under the caller's own. Floating-point flags are unspecified after a call.
/// </para>
/// <para>An array that is null becomes an empty span on its way here; nothing can tell the two apart.</para>
/// </remarks>
public static partial class Function
{
    /// <summary>Evaluates a function at every argument, on the calling thread.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its parameters.</param>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the values; at least as long as <paramref name="x"/>.</param>
    /// <remarks>
    /// <para>
    /// Elements of <paramref name="destination"/> beyond the length of <paramref name="x"/> are left as they are, and may overlap anything.
    /// The part that is written may be <paramref name="x"/> itself, starting at the same element; it must not overlap it otherwise.
    /// </para>
    /// <para>
    /// Each value depends on its own argument alone, and has the same bits whatever the array's length and alignment, the vector width
    /// and the processor. A NaN value has the bits of <see cref="double.NaN"/>. Error bounds are the function's.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps
    /// <paramref name="x"/> elsewhere than at the same elements. Nothing has been written.</exception>
    public static void Apply<TFunction>(TFunction function, ReadOnlySpan<double> x, Span<double> destination)
        where TFunction : IFunction =>
        Run(function, x, destination, default(CallingThread));

    /// <summary>Evaluates a function at every argument, on all cores.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its parameters.</param>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the values; at least as long as <paramref name="x"/>.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// The values, and the rules for the spans, are those of <see cref="Apply{TFunction}(TFunction, ReadOnlySpan{double}, Span{double})"/>.
    /// The calling thread takes part. After an exception or a cancellation the written part of the destination is unspecified.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or its written part overlaps
    /// <paramref name="x"/> elsewhere than at the same elements. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Apply<TFunction>(
        TFunction function, ReadOnlySpan<double> x, Span<double> destination, ParallelOptions options, IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, x, destination, new Partitioner(options, progress));

    /// <summary>Evaluates a function at evenly spaced arguments, on the calling thread.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="destination">Receives the values; its length is their number.</param>
    /// <remarks>
    /// Value i belongs to tᵢ = i·step + start, rounded once. It has the bits that <c>Apply</c> gives for that argument, wherever in a
    /// range it is. There is no array of arguments to be filled and read.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    public static void Sample<TFunction>(TFunction function, double start, double step, Span<double> destination)
        where TFunction : IFunction =>
        Run(function, start, step, 0, destination, default(CallingThread));

    /// <summary>Evaluates a function at evenly spaced arguments from a given index on, on the calling thread.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="first">The index i of the first value; the magnitudes of indices are limited to 2⁵³, where they are doubles.</param>
    /// <param name="destination">Receives the values; its length is their number.</param>
    /// <remarks>As <see cref="Sample{TFunction}(TFunction, double, double, Span{double})"/>, from another index on: however many values a
    /// function has, they can pass through a small buffer.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    public static void Sample<TFunction>(TFunction function, double start, double step, long first, Span<double> destination)
        where TFunction : IFunction =>
        Run(function, start, step, first, destination, default(CallingThread));

    /// <summary>Evaluates a function at evenly spaced arguments, on all cores.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="destination">Receives the values; its length is their number.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished values, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// The values are those of <see cref="Sample{TFunction}(TFunction, double, double, Span{double})"/>.
    /// The calling thread takes part. After an exception or a cancellation the written part of the destination is unspecified.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TFunction>(
        TFunction function, double start, double step, Span<double> destination, ParallelOptions options, IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, start, step, 0, destination, new Partitioner(options, progress));

    /// <summary>Evaluates a function at evenly spaced arguments from a given index on, on all cores.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <param name="function">The function, with its parameters.</param>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="first">The index i of the first value; the magnitudes of indices are limited to 2⁵³, where they are doubles.</param>
    /// <param name="destination">Receives the values; its length is their number.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished values, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// The values are those of <see cref="Sample{TFunction}(TFunction, double, double, Span{double})"/>.
    /// The calling thread takes part. After an exception or a cancellation the written part of the destination is unspecified.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TFunction>(
        TFunction function,
        double start,
        double step,
        long first,
        Span<double> destination,
        ParallelOptions options,
        IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, start, step, first, destination, new Partitioner(options, progress));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TFunction, T, TRunner>(TFunction function, ReadOnlySpan<T> x, Span<T> destination, TRunner runner)
        where TFunction : IFunction
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        if (function is null)
            throw new ArgumentNullException(nameof(function));
        if (typeof(TFunction).IsValueType && InheritedBody<TFunction>.OfFunction)
            Driver.Evaluate(new LanesBody<OfFunction<IFunction>>(new(function)), x, destination, runner);
        else
            Driver.Evaluate(new LanesBody<OfFunction<TFunction>>(new(function)), x, destination, runner);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TFunction, T, TRunner>(
        TFunction function, double start, double step, long first, Span<T> destination, TRunner runner)
        where TFunction : IFunction
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        if (function is null)
            throw new ArgumentNullException(nameof(function));
        if (typeof(TFunction).IsValueType && InheritedBody<TFunction>.OfFunction)
            Driver.Sample(new LanesBody<OfFunction<IFunction>>(new(function)), start, step, first, destination, runner);
        else
            Driver.Sample(new LanesBody<OfFunction<TFunction>>(new(function)), start, step, first, destination, runner);
    }
}
