using System.Numerics;
using System.Numerics.Tensors;

namespace Kernels.Yardsticks.Contenders;

/// <summary>System.Numerics.Tensors, a call for each step: it does not fuse.</summary>
public sealed class TensorPrimitivesPeer : Contender
{
    public override string Name => "TensorPrimitives";

    public override Action? Bind(Operation operation, Workload workload) => workload.Precision == Precision.Double
        ? Bind(operation, workload.Double.Input, workload.Double.First, workload.Double.Second)
        : Bind(operation, workload.Single.Input, workload.Single.First, workload.Single.Second);

    private static Action? Bind<T>(Operation operation, T[] input, T[] first, T[] second)
        where T : unmanaged, ITrigonometricFunctions<T>
    {
        var cos = operation == Operation.Heart ? new T[input.Length] : [];
        return operation switch
        {
            Operation.Sin => () => TensorPrimitives.Sin<T>(input, first),
            Operation.Cos => () => TensorPrimitives.Cos<T>(input, first),
            Operation.SinCos => () => TensorPrimitives.SinCos<T>(input, first, second),
            Operation.Heart => Heart,
            _ => null,
        };

        // x = 16 s³ and y = 4 + c(19 + c(−2 + c(−8 − 8c))).
        void Heart()
        {
            TensorPrimitives.Sin<T>(input, second);
            TensorPrimitives.Multiply<T>(second, second, first);
            TensorPrimitives.Multiply<T>(first, second, first);
            TensorPrimitives.Multiply(first, T.CreateChecked(16), first);
            TensorPrimitives.Cos<T>(input, cos);
            TensorPrimitives.Multiply(cos, T.CreateChecked(-8), second);
            foreach (int coefficient in (ReadOnlySpan<int>)[-8, -2, 19])
            {
                TensorPrimitives.Add(second, T.CreateChecked(coefficient), second);
                TensorPrimitives.Multiply<T>(second, cos, second);
            }

            TensorPrimitives.Add(second, T.CreateChecked(4), second);
        }
    }
}

/// <summary>System.Numerics.Tensors: sine and cosine by a call for each, since its call for both is a scalar loop.</summary>
public sealed class TensorPrimitivesInTwoCalls : Contender
{
    public override string Name => "TensorPrimitives, two calls";

    public override Action? Bind(Operation operation, Workload workload)
    {
        if (operation != Operation.SinCos)
            return null;
        return workload.Precision == Precision.Double
            ? Bind(workload.Double.Input, workload.Double.First, workload.Double.Second)
            : Bind(workload.Single.Input, workload.Single.First, workload.Single.Second);
    }

    private static Action Bind<T>(T[] input, T[] sin, T[] cos)
        where T : unmanaged, ITrigonometricFunctions<T> => () =>
    {
        TensorPrimitives.Sin<T>(input, sin);
        TensorPrimitives.Cos<T>(input, cos);
    };
}
