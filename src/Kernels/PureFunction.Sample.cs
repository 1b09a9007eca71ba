using Kernels.Loops;
using Kernels.Threading;

namespace Kernels;

/// <content>Evaluation at evenly spaced arguments.</content>
public sealed unsafe partial class PureFunction
{
    /// <summary>Evaluates a function of one input with one result at evenly spaced arguments, on the calling thread.</summary>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="destination">Receives the results; its length is their number.</param>
    /// <remarks>Result i belongs to tᵢ = i·step + start, rounded once. It has the bits that <c>Evaluate</c> gives for that argument; there
    /// is no array of arguments to be filled and read.</remarks>
    /// <exception cref="InvalidOperationException">The function has another number of inputs or results.</exception>
    public void Sample(double start, double step, Span<double> destination) =>
        Sample(start, step, destination, default(CallingThread));

    /// <summary>Evaluates a function of one input with one result at evenly spaced arguments, on all cores.</summary>
    /// <inheritdoc cref="Sample(double, double, Span{double})"/>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="destination">Receives the results; its length is their number.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public void Sample(double start, double step, Span<double> destination, ParallelOptions options, IProgress<long>? progress = null) =>
        Sample(start, step, destination, new Partitioner(options, progress));

    /// <summary>Evaluates a function of one input with two results at evenly spaced arguments, on the calling thread.</summary>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="x">Receives the first results; its length is their number.</param>
    /// <param name="y">Receives the second results; at least as long as <paramref name="x"/>. The two must not overlap.</param>
    /// <remarks><inheritdoc cref="Sample(double, double, Span{double})" path="/remarks"/></remarks>
    /// <exception cref="InvalidOperationException">The function has another number of inputs or results.</exception>
    /// <exception cref="ArgumentException"><paramref name="y"/> is too short or overlaps <paramref name="x"/>. Nothing has been
    /// written.</exception>
    public void Sample(double start, double step, Span<double> x, Span<double> y) => Sample(start, step, 0, x, y, default(CallingThread));

    /// <summary>Evaluates a function of one input with two results at evenly spaced arguments, on all cores.</summary>
    /// <inheritdoc cref="Sample(double, double, Span{double}, Span{double})"/>
    /// <param name="start">The argument with the index 0.</param>
    /// <param name="step">The distance from one argument to the next.</param>
    /// <param name="x">Receives the first results; its length is their number.</param>
    /// <param name="y">Receives the second results; at least as long as <paramref name="x"/>. The two must not overlap.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public void Sample(
        double start, double step, Span<double> x, Span<double> y, ParallelOptions options, IProgress<long>? progress = null) =>
        Sample(start, step, 0, x, y, new Partitioner(options, progress));

    /// <summary>The same from a later argument on, of index <paramref name="first"/>.</summary>
    internal void Sample(double start, double step, long first, Span<double> x, Span<double> y, ParallelOptions options) =>
        Sample(start, step, first, x, y, new Partitioner(options, null));

    /// <summary>Evaluates a function of one input from a first to a last argument.</summary>
    /// <param name="first">The first argument.</param>
    /// <param name="last">The last argument.</param>
    /// <param name="count">The number of arguments, evenly spaced.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token; without, the calling thread does all.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <returns>An array for each result.</returns>
    /// <remarks>tᵢ = i·(last − first)/(count − 1) + first, rounded once after the step; the last argument is <paramref name="last"/>
    /// itself. If there is but one, it is <paramref name="first"/>.</remarks>
    /// <exception cref="InvalidOperationException">The function has another number of inputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative, or an end is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public double[][] Sample(
        double first, double last, int count, ParallelOptions? options = null, IProgress<long>? progress = null)
    {
        CheckShape(1, _plan.Results);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        CheckFinite(first, nameof(first));
        CheckFinite(last, nameof(last));
        double[] t = new double[count];
        double[][] results = [.. Enumerable.Range(0, _plan.Results).Select(_ => new double[count])];
        using (FloatingPointEnvironment.Default())
        {
            // Each end by itself: their difference may be too large for a double.
            double steps = Math.Max(count - 1, 1), range = last - first;
            double step = double.IsFinite(range) ? range / steps : (last / steps) - (first / steps);
            for (int i = 0; i < count; i++)
                t[i] = i == 0 ? first : i == count - 1 ? last : FusedMultiplyAdd.Of(i, step, first);
        }

        Evaluate([t], [.. results.Select(result => (Column)result)], options, progress);
        return results;

        static void CheckFinite(double end, string name)
        {
            if (!double.IsFinite(end))
                throw new ArgumentOutOfRangeException(name, end, "The ends must be finite.");
        }
    }

    private void Sample<TRunner>(double start, double step, Span<double> destination, TRunner runner) where TRunner : struct, IRunner
    {
        CheckShape(1, 1);
        fixed (double* results = destination)
        {
            RawColumn* columns = stackalloc RawColumn[] { RawColumn.Grid(start, step, 0), RawColumn.Of(results) };
            Run(columns, destination.Length, runner);
        }
    }

    private void Sample<TRunner>(double start, double step, long first, Span<double> x, Span<double> y, TRunner runner)
        where TRunner : struct, IRunner
    {
        CheckShape(1, 2);
        Shape.CheckLength(x.Length, y.Length, nameof(y));
        fixed (double* u = x, v = y)
        {
            Shape.CheckDestinations(u, v, x.Length, nameof(y));
            RawColumn* columns = stackalloc RawColumn[] { RawColumn.Grid(start, step, first), RawColumn.Of(u), RawColumn.Of(v) };
            Run(columns, x.Length, runner);
        }
    }
}
