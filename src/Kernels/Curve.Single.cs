using System.Runtime.CompilerServices;
using Kernels.Curves;
using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

// Floats.
public static partial class Curve
{
    /// <summary>Evaluates a curve at every parameter in single precision, on the calling thread.</summary>
    /// <inheritdoc cref="Evaluate{TCurve}(TCurve, ReadOnlySpan{double}, Span{double}, Span{double})"/>
    public static void Evaluate<TCurve>(TCurve curve, ReadOnlySpan<float> t, Span<float> x, Span<float> y)
        where TCurve : ICurve =>
        Run(curve, t, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at every parameter in single precision, on all cores.</summary>
    /// <inheritdoc cref="Evaluate{TCurve}(TCurve, ReadOnlySpan{double}, Span{double}, Span{double}, ParallelOptions, IProgress{long})"/>
    public static void Evaluate<TCurve>(
        TCurve curve, ReadOnlySpan<float> t, Span<float> x, Span<float> y, ParallelOptions options, IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, t, x, y, new Partitioner(options, progress));

    /// <summary>Evaluates a curve at evenly spaced parameters in single precision, on the calling thread.</summary>
    /// <inheritdoc cref="Sample{TCurve}(TCurve, double, double, Span{double}, Span{double})" path="/*[not(self::remarks)]"/>
    /// <remarks>tᵢ = i·step + start is rounded to double and then to float;
    /// point i has the bits that <c>Evaluate</c> gives for it.</remarks>
    public static void Sample<TCurve>(TCurve curve, double start, double step, Span<float> x, Span<float> y)
        where TCurve : ICurve =>
        Run(curve, start, step, 0, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at evenly spaced parameters from a given index on in single precision, on the calling thread.</summary>
    /// <inheritdoc cref="Sample{TCurve}(TCurve, double, double, long, Span{double}, Span{double})" path="/*[not(self::remarks)]"/>
    /// <remarks>As <see cref="Sample{TCurve}(TCurve, double, double, Span{float}, Span{float})"/>, from another index on.</remarks>
    public static void Sample<TCurve>(TCurve curve, double start, double step, long first, Span<float> x, Span<float> y)
        where TCurve : ICurve =>
        Run(curve, start, step, first, x, y, default(CallingThread));

    /// <summary>Evaluates a curve at evenly spaced parameters in single precision, on all cores.</summary>
    /// <inheritdoc cref="Sample{TCurve}(TCurve, double, double, Span{double}, Span{double}, ParallelOptions, IProgress{long})"
    /// path="/*[not(self::remarks)]"/>
    /// <remarks>The points are those of <see cref="Sample{TCurve}(TCurve, double, double, Span{float}, Span{float})"/>.
    /// The calling thread takes part. After an exception or a cancellation the written part of the destinations is unspecified.</remarks>
    public static void Sample<TCurve>(
        TCurve curve, double start, double step, Span<float> x, Span<float> y, ParallelOptions options, IProgress<long>? progress = null)
        where TCurve : ICurve =>
        Run(curve, start, step, 0, x, y, new Partitioner(options, progress));

    /// <summary>Evaluates a curve at evenly spaced parameters from a given index on in single precision, on all cores.</summary>
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TCurve, TRunner>(TCurve curve, ReadOnlySpan<float> t, Span<float> x, Span<float> y, TRunner runner)
        where TCurve : ICurve
        where TRunner : struct, IRunner
    {
        if (curve is null)
            throw new ArgumentNullException(nameof(curve));
        if (typeof(TCurve) == typeof(HeartCurve))
            OneToTwo.Evaluate(default(SinglePairStrips<Heart>), t, x, y, runner);
        else if (typeof(TCurve) == typeof(FourierCurve) && Unsafe.As<TCurve, FourierCurve>(ref curve).HasFewHarmonics)
            OneToTwo.Evaluate(new SinglePairStrips<Fourier>(Unsafe.As<TCurve, FourierCurve>(ref curve).Map), t, x, y, runner);
        else if (typeof(TCurve).IsValueType && InheritedBody<TCurve>.OfCurve)
            OneToTwo.Evaluate(new SinglePairBlocks<ICurve>(curve), t, x, y, runner);
        else
            OneToTwo.Evaluate(new SinglePairBlocks<TCurve>(curve), t, x, y, runner);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TCurve, TRunner>(
        TCurve curve, double start, double step, long first, Span<float> x, Span<float> y, TRunner runner)
        where TCurve : ICurve
        where TRunner : struct, IRunner
    {
        if (curve is null)
            throw new ArgumentNullException(nameof(curve));
        if (typeof(TCurve) == typeof(HeartCurve))
        {
            OneToTwo.Sample(default(SinglePairStrips<Heart>), start, step, first, x, y, runner);
        }
        else if (typeof(TCurve) == typeof(FourierCurve) && Unsafe.As<TCurve, FourierCurve>(ref curve).HasFewHarmonics)
        {
            OneToTwo.Sample(
                new SinglePairStrips<Fourier>(Unsafe.As<TCurve, FourierCurve>(ref curve).Map), start, step, first, x, y, runner);
        }
        else if (typeof(TCurve).IsValueType && InheritedBody<TCurve>.OfCurve)
        {
            OneToTwo.Sample(new SinglePairBlocks<ICurve>(curve), start, step, first, x, y, runner);
        }
        else
        {
            OneToTwo.Sample(new SinglePairBlocks<TCurve>(curve), start, step, first, x, y, runner);
        }
    }
}
