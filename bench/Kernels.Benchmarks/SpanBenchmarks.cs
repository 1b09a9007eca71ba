using BenchmarkDotNet.Attributes;
using Kernels.Yardsticks;
using Kernels.Yardsticks.Contenders;

namespace Kernels.Benchmarks;

/// <summary>One operation over arrays of double: what a user would call, with Kernels on one and on all cores.</summary>
public abstract class SpanBenchmarks(Operation operation)
{
    private Action _kernels = () => { };
    private Action _allCores = () => { };
    private Action _tensorPrimitives = () => { };
    private Action _math = () => { };

    [Params(16, 256, 4096, 262_144)]
    public int Length { get; set; }

    /// <summary>The argument's interval: 0 to 2π, or ± the number.</summary>
    [Params("100", "1e300")]
    public string Interval { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        InstructionSet.State();
        double[] arguments = Yardsticks.Interval.All.Single(interval => interval.Name == Interval).Sample(Length);
        _kernels = new Ours(allCores: false).Bind(operation, new Workload(arguments, Precision.Double))!;
        _allCores = new Ours(allCores: true).Bind(operation, new Workload(arguments, Precision.Double))!;
        _tensorPrimitives = new TensorPrimitivesPeer().Bind(operation, new Workload(arguments, Precision.Double))!;
        _math = new MathLoop().Bind(operation, new Workload(arguments, Precision.Double))!;
    }

    [Benchmark(Baseline = true)]
    public void Kernels() => _kernels();

    [Benchmark]
    public void KernelsAllCores() => _allCores();

    [Benchmark]
    public void TensorPrimitives() => _tensorPrimitives();

    [Benchmark]
    public void MathLoop() => _math();
}

[BenchmarkCategory("sin")]
public class Sin() : SpanBenchmarks(Operation.Sin);

[BenchmarkCategory("cos")]
public class Cos() : SpanBenchmarks(Operation.Cos);

[BenchmarkCategory("sincos")]
public class SinCos() : SpanBenchmarks(Operation.SinCos);

[BenchmarkCategory("heart")]
public class Heart() : SpanBenchmarks(Operation.Heart);
