using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

// Floats: computed in double and rounded once.
public static partial class Curve
{
    /// <summary>Evaluates a curve at every parameter over floats, on the calling thread.</summary>
    /// <inheritdoc cref="Evaluate{TCurve}(TCurve, ReadOnlySpan{double}, Span{double}, Span{double})"/>
    public static void Evaluate<TCurve>(TCurve curve, ReadOnlySpan<float> t, Span<float> x, Span<float> y)
        where TCurve : ICurve =>
        Run(curve, t, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at every parameter over floats, on all cores.</summary>
    /// <inheritdoc cref="Evaluate{TCurve}(TCurve, ReadOnlySpan{double}, Span{double}, Span{double}, ParallelOptions, IProgress{long})"/>
    public static void Evaluate<TCurve>(
        TCurve curve, ReadOnlySpan<float> t, Span<float> x, Span<float> y, ParallelOptions options, IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, t, x, y, new Partitioner(options, progress));

    /// <summary>Evaluates a curve at evenly spaced parameters over floats, on the calling thread.</summary>
    /// <inheritdoc cref="Sample{TCurve}(TCurve, double, double, Span{double}, Span{double})" path="/*[not(self::remarks)]"/>
    /// <remarks>tᵢ = i·step + start is rounded once, to double; point i is that of the double, rounded to floats.</remarks>
    public static void Sample<TCurve>(TCurve curve, double start, double step, Span<float> x, Span<float> y)
        where TCurve : ICurve =>
        Run(curve, start, step, 0, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at evenly spaced parameters from a given index on over floats, on the calling thread.</summary>
    /// <inheritdoc cref="Sample{TCurve}(TCurve, double, double, long, Span{double}, Span{double})" path="/*[not(self::remarks)]"/>
    /// <remarks>As <see cref="Sample{TCurve}(TCurve, double, double, Span{float}, Span{float})"/>, from another index on.</remarks>
    public static void Sample<TCurve>(TCurve curve, double start, double step, long first, Span<float> x, Span<float> y)
        where TCurve : ICurve =>
        Run(curve, start, step, first, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at evenly spaced parameters over floats, on all cores.</summary>
    /// <inheritdoc cref="Sample{TCurve}(TCurve, double, double, Span{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/*[not(self::remarks)]"/>
    /// <remarks>The points are those of <see cref="Sample{TCurve}(TCurve, double, double, Span{float}, Span{float})"/>.
    /// The calling thread takes part. After an exception or a cancellation the written part of the destinations is unspecified.</remarks>
    public static void Sample<TCurve>(
        TCurve curve, double start, double step, Span<float> x, Span<float> y, ParallelOptions options, IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, start, step, 0, x, y, new Partitioner(options, progress));

    /// <summary>Evaluates a curve at evenly spaced parameters from a given index on over floats, on all cores.</summary>
    /// <inheritdoc cref="Sample{TCurve}(TCurve, double, double, long, Span{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/*[not(self::remarks)]"/>
    /// <remarks>The points are those of <see cref="Sample{TCurve}(TCurve, double, double, long, Span{float}, Span{float})"/>.
    /// The calling thread takes part. After an exception or a cancellation the written part of the destinations is unspecified.</remarks>
    public static void Sample<TCurve>(
        TCurve curve,
        double start,
        double step,
        long first,
        Span<float> x,
        Span<float> y,
        ParallelOptions options,
        IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, start, step, first, x, y, new Partitioner(options, progress));
}
