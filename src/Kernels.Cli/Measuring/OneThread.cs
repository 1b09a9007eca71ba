using System.Diagnostics;

namespace Kernels.Cli.Measuring;

/// <summary>Measures evaluations that know neither threads nor cancellation.</summary>
internal sealed class OneThread(ParameterGrid grid, PointBlock block, CancellationToken token)
{
    public delegate void Evaluation(ReadOnlySpan<double> t, Span<double> x, Span<double> y);

    /// <summary>Points between two looks at the token: 16 ms on a processor without fused multiply-add, well below 1 ms on others.</summary>
    private const int SliceLength = 1 << 14;

    private const int Repetitions = 3;

    /// <summary>From a second on a single run is steady enough.</summary>
    private static readonly long LongRun = Stopwatch.Frequency;

    /// <summary>The best of several runs, after a warm-up.</summary>
    public Measurement Measure(Evaluation evaluate, long points, IProgress<long> progress)
    {
        _ = Run(evaluate, Math.Min(points, SliceLength), progress);
        long best = Run(evaluate, points, progress);
        for (int i = 1; i < Repetitions && best < LongRun; i++)
            best = Math.Min(best, Run(evaluate, points, progress));

        return new(points, best);
    }

    private long Run(Evaluation evaluate, long points, IProgress<long> progress)
    {
        long ticks = 0;
        for (long first = 0; first < points; first += block.Length)
        {
            int count = (int)Math.Min(block.Length, points - first);
            grid.Fill(first, block.T[..count]);
            for (int i = 0; i < count; i += SliceLength)
            {
                token.ThrowIfCancellationRequested();
                Range slice = i..Math.Min(count, i + SliceLength);
                long start = Stopwatch.GetTimestamp();
                evaluate(block.T[slice], block.X[slice], block.Y[slice]);
                ticks += Stopwatch.GetTimestamp() - start;
            }

            progress.Report(first + count);
        }

        return ticks;
    }
}
