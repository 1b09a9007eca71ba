using Kernels.Curves;
using Kernels.Elementary;
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
        if (workload.Precision != Precision.Double)
            return null;
        var (input, first, second) = workload.Double;
        return (operation, allCores) switch
        {
            (Operation.Sin, false) => () => Trig.Sin(input, first),
            (Operation.Cos, false) => () => Trig.Cos(input, first),
            (Operation.SinCos, false) => () => Trig.SinCos(input, first, second),
            (Operation.Heart, false) => () => Curve.Evaluate(new HeartCurve(), input, first, second),
            (Operation.Sin, true) => () => Trig.Sin(input, first, _options),
            (Operation.Cos, true) => () => Trig.Cos(input, first, _options),
            (Operation.SinCos, true) => () => Trig.SinCos(input, first, second, _options),
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
        if (workload.Precision != Precision.Double)
            return null;
        var (input, first, second) = workload.Double;
        return operation switch
        {
            Operation.Sin => () => CorrectlyRounded.Sin(input, first),
            Operation.Cos => () => CorrectlyRounded.Cos(input, first),
            Operation.SinCos => () => CorrectlyRounded.SinCos(input, first, second),
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
        if (workload.Precision != Precision.Double || bits > Width.Bits || !FusedMultiplyAdd.IsHardware)
            return null;
        var (input, first, second) = workload.Double;
        var width = new ForcedWidth(bits);
        return operation switch
        {
            Operation.Sin => () => OneToOne.Evaluate(default(Strips<Sine>), input, first, width),
            Operation.Cos => () => OneToOne.Evaluate(default(Strips<Cosine>), input, first, width),
            Operation.SinCos => () => OneToTwo.Evaluate(default(PairStrips<SineAndCosine>), input, first, second, width),
            Operation.Heart => () => OneToTwo.Evaluate(default(PairStrips<Heart>), input, first, second, width),
            _ => null,
        };
    }
}
