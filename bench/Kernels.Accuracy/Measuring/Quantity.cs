using Kernels.Yardsticks;

namespace Kernels.Accuracy.Measuring;

/// <summary>One output of an operation: Index is 0 for the first, 1 for the second.</summary>
internal readonly record struct Quantity(Operation Operation, int Index)
{
    public Yardsticks.Output Output => Operation.Outputs[Index];

    public string Name => Output.Name;

    /// <summary>As it is headed in tables and pictures.</summary>
    public string Title => Name == Operation.Name ? Name : $"{Operation.Name}, {Name}";

    public static IEnumerable<Quantity> Of(Operation operation) =>
        Enumerable.Range(0, operation.Outputs.Count).Select(index => new Quantity(operation, index));
}
