using Kernels.Lanes;
using Kernels.Loops;
using Kernels.Yardsticks.Calls;

namespace Kernels.Yardsticks.Contenders;

/// <summary>The public calls of Kernels.</summary>
public sealed class Ours(bool allCores) : Contender
{
    private readonly ParallelOptions _options = new();

    public override string Name => allCores ? "Kernels, all cores" : "Kernels";

    public override bool AllCores => allCores;

    protected override Action? Bind<T>(Operation operation, Columns<T> columns)
    {
        if (operation.Function is { } function)
        {
            return allCores
                ? SpanCalls.Bind(typeof(Elementary), function.Name, columns, _options)
                : SpanCalls.Bind(typeof(Elementary), function.Name, columns);
        }

        return columns switch
        {
            Columns<double> doubles => BindOther(operation, doubles),
            Columns<float> singles => BindOther(operation, singles),
            _ => null,
        };
    }

    private Action? BindOther(Operation operation, Columns<double> columns)
    {
        var (x, first, second) = columns;
        return (operation == Operation.Heart, allCores) switch
        {
            (true, false) => () => Curve.Evaluate(new HeartCurve(), x, first, second),
            (true, true) => () => Curve.Evaluate(new HeartCurve(), x, first, second, _options),
            (false, false) => () => Function.Apply(new Gaussian(), x, first),
            (false, true) => () => Function.Apply(new Gaussian(), x, first, _options),
        };
    }

    private Action? BindOther(Operation operation, Columns<float> columns)
    {
        var (x, first, second) = columns;
        return (operation == Operation.Heart, allCores) switch
        {
            (true, false) => () => Curve.Evaluate(new HeartCurve(), x, first, second),
            (true, true) => () => Curve.Evaluate(new HeartCurve(), x, first, second, _options),
            (false, false) => () => Function.Apply(new Gaussian(), x, first),
            (false, true) => () => Function.Apply(new Gaussian(), x, first, _options),
        };
    }
}

/// <summary>The calls of Kernels that round correctly.</summary>
public sealed class OursCorrectlyRounded : Contender
{
    public const string Title = "Kernels, correctly rounded";

    public override string Name => Title;

    protected override Action? Bind<T>(Operation operation, Columns<T> columns) =>
        operation.Function is { } function ? SpanCalls.Bind(typeof(CorrectlyRounded), function.Name, columns) : null;
}

/// <summary>Kernels on lanes of a given width, whatever the processor prefers.</summary>
public sealed class OursAtWidth(int bits) : Contender
{
    public override string Name => $"Kernels, {bits} bits";

    protected override Action? Bind<T>(Operation operation, Columns<T> columns)
    {
        if (bits > Width.Bits || !FusedMultiplyAdd.IsHardware)
            return null;
        if (operation.Function is { } function)
            return KernelCalls.Bind(function, columns, bits);
        if (operation != Operation.Heart)
            return null;
        var width = new ForcedWidth(bits);
        return columns switch
        {
            Columns<double> doubles => () => Driver.Evaluate(default(HeartBody), doubles.X, doubles.First, doubles.Second, width),
            Columns<float> singles => () => Driver.Evaluate(default(SingleHeartBody), singles.X, singles.First, singles.Second, width),
            _ => null,
        };
    }
}

/// <summary>exp(−x²), as a user would write it.</summary>
internal readonly struct Gaussian : IFunction
{
    public V Evaluate<V>(V x)
        where V : struct, ILanes<V> => Elementary.Exp(-(x * x));
}
