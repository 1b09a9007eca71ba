using Kernels.Accuracy.Arguments;
using Kernels.Yardsticks;

namespace Kernels.Accuracy;

/// <summary>
/// What the user asked for, checked. Intervals are names, none for all; contenders are parts of names, none for all that are worth it.
/// </summary>
internal sealed record Request(
    IReadOnlyList<Operation> Functions,
    IReadOnlyList<string> Intervals,
    Precision Precision,
    IReadOnlyList<string> Contenders,
    int Samples,
    int Seed,
    string? PictureFile,
    string? OutFile,
    bool Json)
{
    private readonly Dictionary<Operation, IReadOnlyList<ArgumentSet>> _sets = Functions.ToDictionary(
        operation => operation,
        operation => (IReadOnlyList<ArgumentSet>)
            [.. ArgumentSet.Of(operation, Precision).Where(set => Intervals.Count == 0 || Intervals.Contains(set.Name))]);

    /// <summary>Where an operation's arguments come from.</summary>
    public IReadOnlyList<ArgumentSet> SetsOf(Operation operation) => _sets[operation];
}
