using System.Numerics.Tensors;
using Kernels.Yardsticks.Calls;

namespace Kernels.Yardsticks.Contenders;

/// <summary>System.Numerics.Tensors, a call for each step: it does not fuse.</summary>
public sealed class TensorPrimitivesPeer : Contender
{
    public override string Name => "TensorPrimitives";

    protected override Action? Bind<T>(Operation operation, Columns<T> columns)
    {
        if (operation.Function is { } function)
            return SpanCalls.Bind(typeof(TensorPrimitives), function.Name, columns);
        var (input, first, second) = columns;
        var cos = operation == Operation.Heart ? new T[input.Length] : [];
        return operation == Operation.Heart ? Heart : Gaussian;

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

        void Gaussian()
        {
            TensorPrimitives.Multiply<T>(input, input, first);
            TensorPrimitives.Negate<T>(first, first);
            TensorPrimitives.Exp<T>(first, first);
        }
    }
}

/// <summary>System.Numerics.Tensors: two results by a call for each, since its call for both is a scalar loop.</summary>
public sealed class TensorPrimitivesInTwoCalls : Contender
{
    public override string Name => "TensorPrimitives, two calls";

    protected override Action? Bind<T>(Operation operation, Columns<T> columns) => operation is { Function: { } function, Outputs.Count: 2 }
        ? TwoCalls.Bind(function, columns, (name, destination) =>
            SpanCalls.Bind(typeof(TensorPrimitives), name, columns with { First = destination }))
        : null;
}
