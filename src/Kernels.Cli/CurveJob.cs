using System.Diagnostics;
using Kernels.Cli.Measuring;
using Kernels.Cli.Output;
using Kernels.Cli.Reports;

namespace Kernels.Cli;

/// <summary>Measures a curve, evaluates all its points in their order, writes them where a file is asked for, and checks some.</summary>
internal sealed class CurveJob(CurveRequest request, PointFile? file, Stages stages, CancellationToken token)
{
    private readonly ParameterGrid _grid = request.Grid;
    private readonly PointBlock _block = new(request.Points);

    public CurveResult Run()
    {
        long start = Stopwatch.GetTimestamp();
        Speeds speeds = Speeds.Measure(request, _block, stages.Begin, token);

        long passStart = Stopwatch.GetTimestamp();
        Measurement allPoints = PassOverAllPoints(stages.Begin("All points", request.Points));
        file?.Complete();
        WrittenFile? written = file is null ? null : new(file.Name, file.Length, Stopwatch.GetElapsedTime(passStart).TotalSeconds);

        var deviation = Deviation.Measure(request.Curve, _grid, request.Points, token);
        return new(speeds, allPoints, deviation, written, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    // Timed is the evaluation alone, not the writing, which goes on meanwhile.
    private Measurement PassOverAllPoints(IProgress<long> progress)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = token };
        request.Curve.Sample(_grid, 0, _block.X, _block.Y, options);

        long ticks = 0;
        for (long first = 0; first < request.Points; first += _block.Length)
        {
            int count = (int)Math.Min(_block.Length, request.Points - first);
            var (x, y) = _block.First(count);
            long start = Stopwatch.GetTimestamp();
            request.Curve.Sample(_grid, first, _block.X[..count], _block.Y[..count], options);
            ticks += Stopwatch.GetTimestamp() - start;
            file?.Write(_grid, first, x, y, token);
            progress.Report(first + count);
        }

        // A clock may not have moved at all during a single point.
        return new(request.Points, Math.Max(ticks, 1.0) / Stopwatch.Frequency);
    }
}
