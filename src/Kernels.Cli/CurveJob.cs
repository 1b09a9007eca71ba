using System.Diagnostics;
using Kernels.Cli.Measuring;
using Kernels.Cli.Output;
using Kernels.Cli.Reports;

namespace Kernels.Cli;

/// <summary>Measures the heart curve three ways; the last way passes over all points and writes them where a file is asked for.</summary>
internal sealed class CurveJob(CurveRequest request, PointFile? file, Stages stages, CancellationToken token)
{
    private const long MathPoints = 1_000_000;
    private const long OneCorePoints = 20_000_000;

    private readonly ParameterGrid _grid = request.Grid;
    private readonly PointBlock _block = new(request.Points);

    public CurveResult Run()
    {
        long start = Stopwatch.GetTimestamp();
        var oneThread = new OneThread(_grid, _block, token);
        long mathPoints = Math.Min(request.Points, MathPoints), oneCorePoints = Math.Min(request.Points, OneCorePoints);
        Measurement mathLoop = oneThread.Measure(MathLoop.Evaluate, mathPoints, stages.Begin("Math, one core", mathPoints));
        Measurement oneCore = oneThread.Measure(
            (t, x, y) => Curve.Evaluate(new HeartCurve(), t, x, y), oneCorePoints, stages.Begin("Kernels, one core", oneCorePoints));

        long passStart = Stopwatch.GetTimestamp();
        Measurement allCores = PassOverAllPoints(stages.Begin("Kernels, all points", request.Points));
        file?.Complete();
        WrittenFile? written = file is null ? null : new(file.Name, file.Length, Stopwatch.GetElapsedTime(passStart).TotalSeconds);

        var deviation = Deviation.Measure(_grid, request.Points, token);
        return new(mathLoop, oneCore, allCores, deviation, written, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    // Timed is the evaluation alone: neither the making of the parameters nor the writing.
    private Measurement PassOverAllPoints(IProgress<long> progress)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = token };
        _grid.Fill(0, _block.T);
        Curve.Evaluate(new HeartCurve(), _block.T, _block.X, _block.Y, options);

        long ticks = 0;
        for (long first = 0; first < request.Points; first += _block.Length)
        {
            int count = (int)Math.Min(_block.Length, request.Points - first);
            Span<double> t = _block.T[..count], x = _block.X[..count], y = _block.Y[..count];
            _grid.Fill(first, t);
            long start = Stopwatch.GetTimestamp();
            Curve.Evaluate(new HeartCurve(), t, x, y, options);
            ticks += Stopwatch.GetTimestamp() - start;
            file?.Write(t, x, y, token);
            progress.Report(first + count);
        }

        return new(request.Points, ticks);
    }
}
