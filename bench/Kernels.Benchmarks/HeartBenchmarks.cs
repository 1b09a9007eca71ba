using BenchmarkDotNet.Attributes;

namespace Kernels.Benchmarks;

/// <summary>The heart curve over an array: a plain loop, one core, all cores.</summary>
[MemoryDiagnoser]
public class HeartBenchmarks
{
    private readonly ParallelOptions _allCores = new();
    private double[] _t = [];
    private double[] _x = [];
    private double[] _y = [];

    [Params(4096, 1_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        _t = [.. Enumerable.Range(0, Length).Select(_ => ((random.NextDouble() * 2) - 1) * 100)];
        _x = new double[Length];
        _y = new double[Length];
    }

    [Benchmark(Baseline = true, Description = "Math, a loop")]
    public void MathLoop()
    {
        for (int i = 0; i < _t.Length; i++)
        {
            double t = _t[i], s = Math.Sin(t);
            _x[i] = 16 * s * s * s;
            _y[i] = (13 * Math.Cos(t)) - (5 * Math.Cos(2 * t)) - (2 * Math.Cos(3 * t)) - Math.Cos(4 * t);
        }
    }

    [Benchmark(Description = "Kernels, one core")]
    public void OneCore() => Curve.Evaluate(new HeartCurve(), _t, _x, _y);

    [Benchmark(Description = "Kernels, all cores")]
    public void AllCores() => Curve.Evaluate(new HeartCurve(), _t, _x, _y, _allCores);
}
