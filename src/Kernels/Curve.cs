using System.Runtime.CompilerServices;
using Kernels.Curves;
using Kernels.Functions;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

/// <summary>Evaluates plane curves over arrays of parameters: (x, y) = f(t) in one pass.</summary>
/// <remarks>
/// <para>
/// Calls over spans give these results under any rounding mode, flush-to-zero and denormals-are-zero of the calling thread. Where its
/// floating-point state is not the default, the default is set for the call, on all threads that take part, and the caller's is restored
/// before it returns or throws. Where it cannot be set, the call throws <see cref="PlatformNotSupportedException"/> before anything is
/// written. The curve runs
/// under the default state too, progress is reported under the caller's own. Floating-point flags are unspecified after a call.
/// </para>
/// <para>An array that is null becomes an empty span on its way here; nothing can tell the two apart.</para>
/// </remarks>
public static partial class Curve
{
    /// <summary>Evaluates a curve at every parameter, on the calling thread.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="t">The parameters.</param>
    /// <param name="x">Receives the first coordinates; at least as long as <paramref name="t"/>.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="t"/>.</param>
    /// <remarks>
    /// <para>
    /// Elements of a destination beyond the length of <paramref name="t"/> are left as they are, and may overlap anything. The part of
    /// either that is written may be <paramref name="t"/> itself, starting at the same element; it must not overlap it otherwise, nor the
    /// other's.
    /// </para>
    /// <para>
    /// Each point depends on its own parameter alone, and has the same bits whatever the array's length and alignment, the vector width
    /// and the processor. NaN coordinates have the bits of <see cref="double.NaN"/>. Error bounds are the curve's.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="t"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    public static void Evaluate<TCurve>(TCurve curve, ReadOnlySpan<double> t, Span<double> x, Span<double> y)
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
    /// The points, and the rules for the spans, are those of
    /// <see cref="Evaluate{TCurve}(TCurve, ReadOnlySpan{double}, Span{double}, Span{double})"/>. The calling thread takes part. After an
    /// exception or a cancellation the written part of the destinations is unspecified.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A destination is too short, or the part of it that is written overlaps <paramref name="t"/>
    /// elsewhere than at the same elements, or that of the other destination. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Evaluate<TCurve>(
        TCurve curve, ReadOnlySpan<double> t, Span<double> x, Span<double> y, ParallelOptions options, IProgress<long>? progress = null)
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
    /// Point i belongs to tᵢ = i·step + start, rounded once. It has the bits that <c>Evaluate</c> gives for that parameter, wherever in a
    /// range it is. There is no array of parameters to be filled and read.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    public static void Sample<TCurve>(TCurve curve, double start, double step, Span<double> x, Span<double> y)
        where TCurve : ICurve =>
        Run(curve, start, step, 0, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at evenly spaced parameters from a given index on, on the calling thread.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="start">The parameter with the index 0.</param>
    /// <param name="step">The distance from one parameter to the next.</param>
    /// <param name="first">The index i of the first point; the magnitudes of indices are limited to 2⁵³, where they are doubles.</param>
    /// <param name="x">Receives the first coordinates; its length is the number of points.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <remarks>As <see cref="Sample{TCurve}(TCurve, double, double, Span{double}, Span{double})"/>, from another index on: however many
    /// points a curve has, they can pass through a small buffer.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    public static void Sample<TCurve>(TCurve curve, double start, double step, long first, Span<double> x, Span<double> y)
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
    /// The points are those of <see cref="Sample{TCurve}(TCurve, double, double, Span{double}, Span{double})"/>.
    /// The calling thread takes part. After an exception or a cancellation the written part of the destinations is unspecified.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TCurve>(
        TCurve curve, double start, double step, Span<double> x, Span<double> y, ParallelOptions options, IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, start, step, 0, x, y, new Partitioner(options, progress));

    /// <summary>Evaluates a curve at evenly spaced parameters from a given index on, on all cores.</summary>
    /// <typeparam name="TCurve">The curve.</typeparam>
    /// <param name="curve">The curve, with its own parameters.</param>
    /// <param name="start">The parameter with the index 0.</param>
    /// <param name="step">The distance from one parameter to the next.</param>
    /// <param name="first">The index i of the first point; the magnitudes of indices are limited to 2⁵³, where they are doubles.</param>
    /// <param name="x">Receives the first coordinates; its length is the number of points.</param>
    /// <param name="y">Receives the second coordinates; at least as long as <paramref name="x"/>, the rest is left as it is.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished points, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// The points are those of <see cref="Sample{TCurve}(TCurve, double, double, Span{double}, Span{double})"/>.
    /// The calling thread takes part. After an exception or a cancellation the written part of the destinations is unspecified.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short, or the part of it that is written overlaps
    /// <paramref name="x"/>. Nothing has been written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index would be beyond ±2⁵³. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static void Sample<TCurve>(
        TCurve curve,
        double start,
        double step,
        long first,
        Span<double> x,
        Span<double> y,
        ParallelOptions options,
        IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, start, step, first, x, y, new Partitioner(options, progress));

    // Curves of sine and cosine alone run in phases; the compiler sees which they are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TCurve, T, TRunner>(TCurve curve, ReadOnlySpan<T> t, Span<T> x, Span<T> y, TRunner runner)
        where TCurve : ICurve
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        if (curve is null)
            throw new ArgumentNullException(nameof(curve));
        if (typeof(TCurve) == typeof(HeartCurve))
            Evaluate(default(Heart), t, x, y, runner);
        else if (typeof(TCurve) == typeof(FourierCurve) && Unsafe.As<TCurve, FourierCurve>(ref curve).HasFewHarmonics)
            Evaluate(Unsafe.As<TCurve, FourierCurve>(ref curve).Map, t, x, y, runner);
        else if (typeof(TCurve).IsValueType && InheritedBody<TCurve>.OfCurve)
            Driver.Evaluate(new LanesBody<OfCurve<ICurve>>(new(curve)), t, x, y, runner);
        else
            Driver.Evaluate(new LanesBody<OfCurve<TCurve>>(new(curve)), t, x, y, runner);
    }

    // Floats have a kernel of their own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Evaluate<TMap, T, TRunner>(TMap map, ReadOnlySpan<T> t, Span<T> x, Span<T> y, TRunner runner)
        where TMap : struct, IMap
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        if (typeof(T) == typeof(float))
            Driver.Evaluate(new TableBody<Mapped<SingleOnCircle<SineAndCosine>, TMap>, Declared>(new(map)), t, x, y, runner);
        else
            Driver.Evaluate(new TableBody<Mapped<OnCircle<SineAndCosine>, TMap>, Declared>(new(map)), t, x, y, runner);
    }

    // Parameters are doubles, whatever the results are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TCurve, T, TRunner>(
        TCurve curve, double start, double step, long first, Span<T> x, Span<T> y, TRunner runner)
        where TCurve : ICurve
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        if (curve is null)
            throw new ArgumentNullException(nameof(curve));
        if (typeof(TCurve) == typeof(HeartCurve))
            Sample(default(Heart), start, step, first, x, y, runner);
        else if (typeof(TCurve) == typeof(FourierCurve) && Unsafe.As<TCurve, FourierCurve>(ref curve).HasFewHarmonics)
            Sample(Unsafe.As<TCurve, FourierCurve>(ref curve).Map, start, step, first, x, y, runner);
        else if (typeof(TCurve).IsValueType && InheritedBody<TCurve>.OfCurve)
            Driver.Sample(new LanesBody<OfCurve<ICurve>>(new(curve)), start, step, first, x, y, runner);
        else
            Driver.Sample(new LanesBody<OfCurve<TCurve>>(new(curve)), start, step, first, x, y, runner);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sample<TMap, T, TRunner>(TMap map, double start, double step, long first, Span<T> x, Span<T> y, TRunner runner)
        where TMap : struct, IMap
        where T : unmanaged
        where TRunner : struct, IRunner =>
        Driver.Sample(new TableBody<Mapped<OnCircle<SineAndCosine>, TMap>, Declared>(new(map)), start, step, first, x, y, runner);
}
