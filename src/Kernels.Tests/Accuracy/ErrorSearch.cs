using Kernels.Reference;

namespace Kernels.Tests.Accuracy;

/// <summary>An error and the argument it was found at.</summary>
public readonly record struct Worst(double Error, double Argument)
{
    public Worst Or(double error, double argument) => error > Error ? new(error, argument) : this;

    public Worst Or(Worst other) => Or(other.Error, other.Argument);

    public override string ToString() => $"{Error:F4} at {HardCases.Hex(Argument)}";
}

/// <summary>Looks for the largest of two errors over many inputs, on all cores.</summary>
public static class ErrorSearch
{
    public static (Worst First, Worst Second) Largest(double[] inputs, Func<int, (double First, double Second)> errors)
    {
        (Worst First, Worst Second) worst = default;
        var gate = new Lock();
        Parallel.For(0, inputs.Length, () => (First: default(Worst), Second: default(Worst)), (i, _, local) =>
        {
            var (first, second) = errors(i);
            return (local.First.Or(first, inputs[i]), local.Second.Or(second, inputs[i]));
        }, local =>
        {
            lock (gate)
                worst = (worst.First.Or(local.First), worst.Second.Or(local.Second));
        });
        return worst;
    }
}
