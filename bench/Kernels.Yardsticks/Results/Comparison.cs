using System.Globalization;
using System.Text.Json.Serialization;
using Kernels.Cli;
using Kernels.Yardsticks.Contenders;
using Kernels.Yardsticks.Racing;

namespace Kernels.Yardsticks.Results;

/// <summary>
/// One contender at one operation, interval and length. Times in nanoseconds an element; errors in ULP (the heart's y: ULP of 17).
/// </summary>
/// <remarks>
/// OfKernels is how many times as long as the library it takes, which is not quite the quotient of the medians; 0 in a race without it.
/// </remarks>
public sealed record ComparisonRow(
    string Contender,
    string Operation,
    string Precision,
    string Interval,
    int Length,
    bool AllCores,
    double BestNanoseconds,
    double MedianNanoseconds,
    double OfKernels,
    double FirstError,
    double SecondError)
{
    [JsonIgnore]
    public double LargestError => Math.Max(FirstError, SecondError);
}

/// <summary>The result file of a comparison.</summary>
/// <remarks>Versions are of Kernels and of all libraries and compilers compared; null in files from before they were recorded.</remarks>
public sealed record Comparison(
    string Cpu,
    int Cores,
    int VectorBits,
    string Runtime,
    string Day,
    Limits Limits,
    IReadOnlyList<string>? Versions,
    IReadOnlyList<string> Missing,
    IReadOnlyList<ComparisonRow> Rows)
{
    public static Comparison OfThisMachine(Limits limits, Field field, IReadOnlyList<ComparisonRow> rows) => new(
        Machine.This.Cpu,
        Machine.This.Cores,
        Machine.This.VectorBits,
        Machine.This.Runtime,
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        limits,
        field.Versions,
        field.Missing,
        rows);
}
