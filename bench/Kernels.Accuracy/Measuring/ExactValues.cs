using Kernels.Reference;
using Kernels.Yardsticks;

namespace Kernels.Accuracy.Measuring;

/// <summary>The exact values of an operation at a workload's arguments, computed once by all cores for every contender.</summary>
internal sealed class ExactValues
{
    private readonly Workload _workload;
    private readonly Value[][] _values;

    public ExactValues(Operation operation, Workload workload, CancellationToken token)
    {
        _workload = workload;
        _values = [.. operation.Outputs.Select(_ => new Value[workload.Length])];
        Parallel.For(0, workload.Length, new() { CancellationToken = token }, i =>
        {
            var (x, y) = workload.Arguments(i);
            foreach (var (output, values) in operation.Outputs.Zip(_values))
                values[i] = Rounded(output.Exact(x, y));
        });
    }

    /// <summary>The error of what the workload holds at an index, and whether it is the nearest number of its precision.</summary>
    public (double Error, bool IsNearest) Judge(Quantity quantity, int index)
    {
        var exact = _values[quantity.Index][index];
        double computed = _workload.Result(quantity.Index, index);
        return (quantity.Output.Error(exact.Number, computed, _workload.Precision), computed == exact.Nearest);
    }

    private Value Rounded(Fixed exact) =>
        new(exact, _workload.Precision == Precision.Double ? exact.Round() : exact.RoundToSingle());

    private readonly record struct Value(Fixed Number, double Nearest);
}
