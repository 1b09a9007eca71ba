using System.Numerics.Tensors;
using Kernels.Yardsticks;
using Kernels.Yardsticks.Calls;
using Kernels.Yardsticks.Contenders;

namespace Kernels.Tests.Repository;

/// <summary>What the comparison times is what its rows say, found by names alone.</summary>
public class PeerTests
{
    /// <summary>Whole vectors and a remainder.</summary>
    private const int Length = 71;

    /// <summary>Far above any library's error on ordinary arguments, and far below that of another function.</summary>
    private const double MostUlp = 10_000;

    private static readonly Lazy<Field> All = new(() => Field.Gather());

    public static TheoryData<string> Names => [.. Yardsticks.Operation.All.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_contender_computes_the_operation_it_is_bound_to(string name)
    {
        var operation = Yardsticks.Operation.Named(name);
        foreach (var precision in Enum.GetValues<Precision>())
        {
            var interval = operation.Ordinary.First(interval => interval.IsOf(precision));
            var workload = new Workload(interval.Sample(Length), interval.SampleSecond(Length), precision);
            var bound = new List<string>();
            foreach (var contender in All.Value.Contenders)
            {
                if (contender.Bind(operation, workload) is not { } call)
                    continue;
                workload.Clear();
                call();
                var (first, second) = Errors.Largest(operation, workload, Length);
                Assert.True(Math.Max(first, second) < MostUlp, $"{contender.Name}, {name}, {precision}: {first}, {second} ULP");
                bound.Add(contender.Name);
            }

            string[] expected = ["Kernels", "Kernels, all cores", "TensorPrimitives", "Math, a loop"];
            Assert.Superset(expected.ToHashSet(), bound.ToHashSet());
        }
    }

    [Fact]
    public void Functions_of_two_inputs_are_found_too()
    {
        double[] x = [.. Inputs.Uniform(Length, 10).Select(Math.Abs)], y = Inputs.Uniform(Length, 10, seed: 2);
        double[] expected = [.. x.Zip(y, Math.Pow)], hypotenuses = [.. x.Zip(y, double.Hypot)];
        Check(expected, columns => SpanCalls.Bind(typeof(TensorPrimitives), "Pow", columns));
        Check(expected, columns => CompiledLoop.OverNumbers("Pow", columns));
        Check(hypotenuses, columns => CompiledLoop.OverVectors("Hypot", columns));

        void Check(double[] values, Func<Columns<double>, Action?> bind)
        {
            double[] results = new double[Length];
            bind(new(x, y, results, []))!();
            for (int i = 0; i < Length; i++)
                Assert.Equal(values[i], results[i], 1e-12 * values[i]);
        }
    }
}
