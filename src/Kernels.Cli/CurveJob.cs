using System.Diagnostics;
using Kernels.Cli.Measuring;
using Kernels.Cli.Output;
using Kernels.Cli.Reports;

namespace Kernels.Cli;

/// <summary>Measures a curve three ways; the last way passes over all points and writes them where a file is asked for.</summary>
internal sealed class CurveJob(CurveRequest request, PointFile? file, Stages stages, CancellationToken token)
{
    private const long OneCorePoints = 20_000_000;

    private readonly ParameterGrid _grid = request.Grid;

    public CurveResult Run()
    {
        long start = Stopwatch.GetTimestamp();
        var oneThread = new OneThread(_grid, new PointBlock(request.Points), token);
        long mathPoints = Math.Clamp(request.Curve.PointsForMath, 1, request.Points), oneCorePoints = Math.Min(request.Points, OneCorePoints);
        Measurement mathLoop = oneThread.Measure(request.Curve.EvaluateByMath, mathPoints, stages.Begin("Math, one core", mathPoints));
        Measurement oneCore = oneThread.Measure(request.Curve.Evaluate, oneCorePoints, stages.Begin("Kernels, one core", oneCorePoints));

        long passStart = Stopwatch.GetTimestamp();
        Measurement allCores = PassOverAllPoints(stages.Begin("Kernels, all points", request.Points));
        file?.Complete();
        WrittenFile? written = file is null ? null : new(file.Name, file.Length, Stopwatch.GetElapsedTime(passStart).TotalSeconds);

        var deviation = Deviation.Measure(request.Curve, _grid, request.Points, token);
        return new(mathLoop, oneCore, allCores, deviation, written, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    // Timed is the evaluation alone, not the writing, which goes on meanwhile.
    private Measurement PassOverAllPoints(IProgress<long> progress)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = token };
        var block = new PointBlock(request.Points);
        request.Curve.Sample(_grid, 0, block.X, block.Y, options);

        long ticks = 0;
        for (long first = 0; first < request.Points; first += block.Length)
        {
            int count = (int)Math.Min(block.Length, request.Points - first);
            Span<double> x = block.X[..count], y = block.Y[..count];
            long start = Stopwatch.GetTimestamp();
            request.Curve.Sample(_grid, first, x, y, options);
            ticks += Stopwatch.GetTimestamp() - start;
            file?.Write(_grid, first, x, y, token);
            progress.Report(first + count);
        }

        return new(request.Points, ticks);
    }
}
