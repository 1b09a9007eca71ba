using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Kernels.Yardsticks.Contenders;

/// <summary>Math.NET Numerics: pointwise functions of its vectors.</summary>
public sealed class MathNetPointwise : Contender
{
    // Long vectors would take all cores.
    static MathNetPointwise() => Control.UseSingleThread();

    public override string Name => "Math.NET, pointwise";

    public override Action? Bind(Operation operation, Workload workload)
    {
        if (workload.Precision == Precision.Single || operation == Operation.Heart)
            return null;
        var (input, first, second) = workload.Double;

        // A dense vector built from an array is a view of it.
        Vector<double> x = Vector<double>.Build.Dense(input);
        Vector<double> one = Vector<double>.Build.Dense(first), two = Vector<double>.Build.Dense(second);
        return operation switch
        {
            Operation.Sin => () => x.PointwiseSin(one),
            Operation.Cos => () => x.PointwiseCos(one),
            _ => Both,
        };

        void Both()
        {
            x.PointwiseSin(one);
            x.PointwiseCos(two);
        }
    }
}

/// <summary>Math.NET Numerics: a new array mapped from the old one.</summary>
public sealed class MathNetMap : Contender
{
    public override string Name => "Math.NET, Generate.Map";

    public override Action? Bind(Operation operation, Workload workload)
    {
        if (workload.Precision == Precision.Single)
            return null;
        var (input, first, second) = workload.Double;
        return operation switch
        {
            Operation.Sin => () => Generate.Map(input, Math.Sin).CopyTo(first, 0),
            Operation.Cos => () => Generate.Map(input, Math.Cos).CopyTo(first, 0),
            Operation.SinCos => Both,
            _ => Heart,
        };

        void Both()
        {
            Generate.Map(input, Math.Sin).CopyTo(first, 0);
            Generate.Map(input, Math.Cos).CopyTo(second, 0);
        }

        void Heart()
        {
            Generate.Map(input, XOfHeart).CopyTo(first, 0);
            Generate.Map(input, YOfHeart).CopyTo(second, 0);
        }
    }

    private static double XOfHeart(double t)
    {
        double s = Math.Sin(t);
        return 16 * s * s * s;
    }

    private static double YOfHeart(double t)
    {
        double c = Math.Cos(t);
        return 4 + (c * (19 + (c * (-2 + (c * (-8 - (8 * c)))))));
    }
}
