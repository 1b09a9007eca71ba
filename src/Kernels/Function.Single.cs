using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

// Floats: computed in double and rounded once.
public static partial class Function
{
    /// <summary>Evaluates a function at every argument over floats, on the calling thread.</summary>
    /// <inheritdoc cref="Apply{TFunction}(TFunction, ReadOnlySpan{double}, Span{double})"/>
    public static void Apply<TFunction>(TFunction function, ReadOnlySpan<float> x, Span<float> destination)
        where TFunction : IFunction =>
        Run(function, x, destination, default(CallingThread));

    /// <summary>Evaluates a function at every argument over floats, on all cores.</summary>
    /// <inheritdoc cref="Apply{TFunction}(TFunction, ReadOnlySpan{double}, Span{double}, ParallelOptions, IProgress{long})"/>
    public static void Apply<TFunction>(
        TFunction function, ReadOnlySpan<float> x, Span<float> destination, ParallelOptions options, IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, x, destination, new Partitioner(options, progress));

    /// <summary>Evaluates a function at evenly spaced arguments over floats, on the calling thread.</summary>
    /// <inheritdoc cref="Sample{TFunction}(TFunction, double, double, Span{double})" path="/*[not(self::remarks)]"/>
    /// <remarks>xᵢ = i·step + start is rounded once, to double; value i is that of the double, rounded to float.</remarks>
    public static void Sample<TFunction>(TFunction function, double start, double step, Span<float> destination)
        where TFunction : IFunction =>
        Run(function, start, step, 0, destination, default(CallingThread));

    /// <summary>Evaluates a function at evenly spaced arguments from a given index on over floats, on the calling thread.</summary>
    /// <inheritdoc cref="Sample{TFunction}(TFunction, double, double, long, Span{double})" path="/*[not(self::remarks)]"/>
    /// <remarks>As <see cref="Sample{TFunction}(TFunction, double, double, Span{float})"/>, from another index on.</remarks>
    public static void Sample<TFunction>(TFunction function, double start, double step, long first, Span<float> destination)
        where TFunction : IFunction =>
        Run(function, start, step, first, destination, default(CallingThread));

    /// <summary>Evaluates a function at evenly spaced arguments over floats, on all cores.</summary>
    /// <inheritdoc cref="Sample{TFunction}(TFunction, double, double, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/*[not(self::remarks)]"/>
    /// <remarks>The values are those of <see cref="Sample{TFunction}(TFunction, double, double, Span{float})"/>.
    /// The calling thread takes part. After an exception or a cancellation the written part of the destination is unspecified.</remarks>
    public static void Sample<TFunction>(
        TFunction function, double start, double step, Span<float> destination, ParallelOptions options, IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, start, step, 0, destination, new Partitioner(options, progress));

    /// <summary>Evaluates a function at evenly spaced arguments from a given index on over floats, on all cores.</summary>
    /// <inheritdoc cref="Sample{TFunction}(TFunction, double, double, long, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/*[not(self::remarks)]"/>
    /// <remarks>The values are those of <see cref="Sample{TFunction}(TFunction, double, double, long, Span{float})"/>.
    /// The calling thread takes part. After an exception or a cancellation the written part of the destination is unspecified.</remarks>
    public static void Sample<TFunction>(
        TFunction function,
        double start,
        double step,
        long first,
        Span<float> destination,
        ParallelOptions options,
        IProgress<long>? progress = null)
        where TFunction : IFunction =>
        Run(function, start, step, first, destination, new Partitioner(options, progress));
}
