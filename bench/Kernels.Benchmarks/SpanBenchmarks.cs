using BenchmarkDotNet.Attributes;
using Kernels.Yardsticks;
using Kernels.Yardsticks.Contenders;

namespace Kernels.Benchmarks;

/// <summary>Operations over arrays of double: what a user would call, with Kernels on one and on all cores.</summary>
public abstract class SpanBenchmarks(params Operation[] operations)
{
    /// <summary>The categories of the classes below.</summary>
    public const string OfFunctions = "functions", OfHeart = "heart";

    private Action _kernels = () => { };
    private Action _allCores = () => { };
    private Action _tensorPrimitives = () => { };
    private Action _math = () => { };

    /// <summary>Each operation on each of its intervals, as in <c>exp 700</c>: ordinary ones, and the largest arguments.</summary>
    public IEnumerable<string> Cases =>
        from operation in operations
        from interval in operation.Intervals
        where interval.IsOf(Precision.Double)
        where interval.IsOrdinary || (interval.IsUniform && interval.To > float.MaxValue)
        select $"{operation.Name} {interval.Name}";

    [Params(16, 256, 4096, 262_144)]
    public int Length { get; set; }

    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        InstructionSet.State();
        var operation = operations.Single(operation => Case.StartsWith($"{operation.Name} ", StringComparison.Ordinal));
        var interval = operation.Intervals.Single(interval => Case == $"{operation.Name} {interval.Name}");
        double[] x = interval.Sample(Length), y = interval.SampleSecond(Length);
        _kernels = Bind(new Ours(allCores: false));
        _allCores = Bind(new Ours(allCores: true));
        _tensorPrimitives = Bind(new TensorPrimitivesPeer());
        _math = Bind(new MathLoop());

        Action Bind(Contender contender) => contender.Bind(operation, new Workload(x, y, Precision.Double))!;
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

/// <summary>The functions of the library's table.</summary>
[BenchmarkCategory(OfFunctions)]
public class Functions() : SpanBenchmarks([.. Operation.Functions]);

/// <summary>The heart curve.</summary>
[BenchmarkCategory(OfHeart)]
public class Heart() : SpanBenchmarks(Operation.Heart);
