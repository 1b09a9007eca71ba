using Kernels.Functions;
using Kernels.Lanes;
using Kernels.Loops;

namespace Kernels.Yardsticks.Contenders;

/// <summary>The public calls of Kernels.</summary>
public sealed class Ours(bool allCores) : Contender
{
    private readonly ParallelOptions _options = new();

    public override string Name => allCores ? "Kernels, all cores" : "Kernels";

    public override bool AllCores => allCores;

    public override Action? Bind(Operation operation, Workload workload)
    {
        if (workload.Precision == Precision.Single)
            return BindSingle(operation, workload);
        var (input, first, second) = workload.Double;
        return (operation, allCores) switch
        {
            (Operation.Sin, false) => () => Elementary.Sin(input, first),
            (Operation.Cos, false) => () => Elementary.Cos(input, first),
            (Operation.SinCos, false) => () => Elementary.SinCos(input, first, second),
            (Operation.Heart, false) => () => Curve.Evaluate(new HeartCurve(), input, first, second),
            (Operation.Sin, true) => () => Elementary.Sin(input, first, _options),
            (Operation.Cos, true) => () => Elementary.Cos(input, first, _options),
            (Operation.SinCos, true) => () => Elementary.SinCos(input, first, second, _options),
            (Operation.Heart, true) => () => Curve.Evaluate(new HeartCurve(), input, first, second, _options),
            _ => null,
        };
    }

    private Action? BindSingle(Operation operation, Workload workload)
    {
        var (input, first, second) = workload.Single;
        return (operation, allCores) switch
        {
            (Operation.Sin, false) => () => Elementary.Sin(input, first),
            (Operation.Cos, false) => () => Elementary.Cos(input, first),
            (Operation.SinCos, false) => () => Elementary.SinCos(input, first, second),
            (Operation.Heart, false) => () => Curve.Evaluate(new HeartCurve(), input, first, second),
            (Operation.Sin, true) => () => Elementary.Sin(input, first, _options),
            (Operation.Cos, true) => () => Elementary.Cos(input, first, _options),
            (Operation.SinCos, true) => () => Elementary.SinCos(input, first, second, _options),
            (Operation.Heart, true) => () => Curve.Evaluate(new HeartCurve(), input, first, second, _options),
            _ => null,
        };
    }
}

/// <summary>The calls of Kernels that round correctly.</summary>
public sealed class OursCorrectlyRounded : Contender
{
    public override string Name => "Kernels, correctly rounded";

    public override Action? Bind(Operation operation, Workload workload)
    {
        var (input, first, second) = workload.Double;
        var (single, firstSingle, secondSingle) = workload.Single;
        return (operation, workload.Precision) switch
        {
            (Operation.Sin, Precision.Double) => () => CorrectlyRounded.Sin(input, first),
            (Operation.Cos, Precision.Double) => () => CorrectlyRounded.Cos(input, first),
            (Operation.SinCos, Precision.Double) => () => CorrectlyRounded.SinCos(input, first, second),
            (Operation.Sin, Precision.Single) => () => CorrectlyRounded.Sin(single, firstSingle),
            (Operation.Cos, Precision.Single) => () => CorrectlyRounded.Cos(single, firstSingle),
            (Operation.SinCos, Precision.Single) => () => CorrectlyRounded.SinCos(single, firstSingle, secondSingle),
            _ => null,
        };
    }
}

/// <summary>Kernels on lanes of a given width, whatever the processor prefers.</summary>
public sealed class OursAtWidth(int bits) : Contender
{
    public override string Name => $"Kernels, {bits} bits";

    public override Action? Bind(Operation operation, Workload workload)
    {
        if (bits > Width.Bits || !FusedMultiplyAdd.IsHardware)
            return null;
        var (input, first, second) = workload.Double;
        var (single, firstSingle, secondSingle) = workload.Single;
        var width = new ForcedWidth(bits);
        return (operation, workload.Precision) switch
        {
            (Operation.Sin, Precision.Double) => () => Driver.Evaluate(default(TableBody<OnCircle<Sine>, Declared>), input, first, width),
            (Operation.Cos, Precision.Double) => () => Driver.Evaluate(default(TableBody<OnCircle<Cosine>, Declared>), input, first, width),
            (Operation.SinCos, Precision.Double) => () =>
                Driver.Evaluate(default(TableBody<OnCircle<SineAndCosine>, Declared>), input, first, second, width),
            (Operation.Heart, Precision.Double) => () => Driver.Evaluate(default(HeartBody), input, first, second, width),
            (Operation.Sin, Precision.Single) => () =>
                Driver.Evaluate(default(TableBody<SingleOnCircle<Sine>, Declared>), single, firstSingle, width),
            (Operation.Cos, Precision.Single) => () =>
                Driver.Evaluate(default(TableBody<SingleOnCircle<Cosine>, Declared>), single, firstSingle, width),
            (Operation.SinCos, Precision.Single) => () =>
                Driver.Evaluate(default(TableBody<SingleOnCircle<SineAndCosine>, Declared>), single, firstSingle, secondSingle, width),
            (Operation.Heart, Precision.Single) => () =>
                Driver.Evaluate(default(SingleHeartBody), single, firstSingle, secondSingle, width),
            _ => null,
        };
    }
}
