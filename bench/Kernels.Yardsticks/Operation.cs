using Kernels.Reference;

namespace Kernels.Yardsticks;

/// <summary>In which precision.</summary>
public enum Precision
{
    Double,
    Single,
}

/// <summary>What is computed: a function of the library's table, a curve, or a function of a user's.</summary>
public sealed class Operation
{
    private Operation(string name, IReadOnlyList<Output> outputs, IReadOnlyList<Interval> intervals) =>
        (Name, Outputs, Intervals) = (name, outputs, intervals);

    /// <summary>The heart curve; its y is a sum of terms of up to 17 that cancel, so errors are measured against these.</summary>
    public static Operation Heart { get; } = OfHeart();

    /// <summary>exp(−x²), a function of a user's; its value is that of the exponential at the rounded square.</summary>
    public static Operation Gaussian { get; } = OfGaussian();

    /// <summary>All of them: the library's table first.</summary>
    public static IReadOnlyList<Operation> All { get; } = [.. FunctionTable.All.Select(OfFunction), Heart, Gaussian];

    /// <summary>All that are functions of the library's table.</summary>
    public static IReadOnlyList<Operation> Functions { get; } = [.. All.Where(operation => operation.Function is not null)];

    /// <summary>As it is written on the command line and in tables.</summary>
    public string Name { get; }

    public IReadOnlyList<Output> Outputs { get; }

    /// <summary>Where arguments come from.</summary>
    public IReadOnlyList<Interval> Intervals { get; }

    /// <summary>Those of them that are worth a look in any case.</summary>
    public IReadOnlyList<Interval> Ordinary => [.. Intervals.Where(interval => interval.IsOrdinary)];

    /// <summary>How many arguments it has.</summary>
    public int Inputs => Outputs.Max(output => output.Reference?.Inputs ?? 1);

    /// <summary>Whether results differ over all doubles.</summary>
    public bool IsUnbounded => Intervals.Any(interval => interval is Binades);

    /// <summary>The library's method; null where it is none.</summary>
    public string? Method => Function?.Name;

    /// <summary>Its row in the table.</summary>
    internal ElementaryFunction? Function { get; private init; }

    public static Operation Named(string name) => All.Single(operation => operation.Name == name);

    /// <summary>For command lines.</summary>
    public static Dictionary<string, Operation> ByName(IReadOnlyList<Operation> operations) =>
        operations.ToDictionary(operation => operation.Name);

    private static Operation OfFunction(ElementaryFunction function)
    {
        string[] names = function.Names.Length > 0 ? function.Names : [function.Name];
        List<Output> outputs = [.. names.Select(name => Output.OfFunction(ReferenceFunction.Of(name), function.ErrorBoundInUlp))];
        Precision? ofFirst = function.OrdinarySingles is null ? null : Precision.Double;
        List<Interval> intervals =
            [.. function.Intervals.Select((box, i) => new Interval(box, i == 0 ? ofFirst : null) { IsOrdinary = i == 0 })];
        Interval[] singles = function.OrdinarySingles is { } box ? [new(box, Precision.Single) { IsOrdinary = true }] : [];
        Interval[] subnormal = function.SubnormalResults is { } results ? [new WithSubnormalResults(intervals[0], results)] : [];
        bool isOfTwo = function.Parameters.Length == 2;
        Interval[] unbounded = double.IsFinite(2 * function.Domain.From)
            ? []
            : [new Binades { Second = isOfTwo ? new Binades() : null }, new Mixed { Second = isOfTwo ? new Mixed() : null }];
        return new(
            outputs is [var only] ? only.Name : function.Name.ToLowerInvariant(),
            outputs,
            [.. intervals, .. singles, .. subnormal, .. unbounded])
        {
            Function = function,
        };
    }

    private static Operation OfHeart()
    {
        var intervals = OfFunction(FunctionTable.All[0]).Intervals;
        return new(
            "heart",
            [
                new("x", (t, _) => Exact.Heart(t).X, HeartCurve.ErrorBoundOfXInUlp, HeartCurve.ErrorBoundInSingleUlp),
                new("y", (t, _) => Exact.Heart(t).Y, HeartCurve.ErrorBoundOfYInUlpOf17, HeartCurve.ErrorBoundInSingleUlp)
                {
                    Magnitude = 17,
                },
            ],
            intervals);
    }

    private static Operation OfGaussian()
    {
        Interval[] intervals = [new(-40, 40) { IsOrdinary = true }, new(-4, 4) { IsOrdinary = true }];

        // Over floats the double that is rounded has an error of its own.
        const double OfSingles = 0.5001;
        return new("gaussian", [new("gaussian", Value, Kernels.Functions.Exponential.ErrorBoundInUlp, OfSingles)], intervals);

        Fixed Value(double x, double _) => Exact.Exp(Math.Max(-(x * x), double.MinValue));
    }
}

public static class PrecisionExtensions
{
    public static string Name(this Precision precision) => precision == Precision.Double ? "double" : "float";
}
