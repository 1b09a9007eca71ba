using System.Runtime.Intrinsics;
using Kernels.Yardsticks.Calls;

namespace Kernels.Yardsticks.Contenders;

/// <summary>Vector512's own functions in a loop; the remainder through Math.</summary>
public sealed class VectorLoop : Contender
{
    public override string Name => "Vector512, a loop";

    protected override Action? Bind<T>(Operation operation, Columns<T> columns)
    {
        if (operation.Function is { } function)
            return CompiledLoop.OverVectors(function.Name, columns);
        if (operation != Operation.Heart)
            return null;
        return columns switch
        {
            Columns<double> doubles => () => Heart(doubles.X, doubles.First, doubles.Second),
            Columns<float> singles => () => Heart(singles.X, singles.First, singles.Second),
            _ => null,
        };
    }

    private static void Heart(double[] t, double[] x, double[] y)
    {
        int i = 0;
        for (; i <= t.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            var (s, c) = Vector512.SinCos(Vector512.Create(t, i));
            var p = Vector512.FusedMultiplyAdd(Vector512.Create(-8.0), c, Vector512.Create(-8.0));
            p = Vector512.FusedMultiplyAdd(p, c, Vector512.Create(-2.0));
            p = Vector512.FusedMultiplyAdd(p, c, Vector512.Create(19.0));
            (16 * s * (s * s)).CopyTo(x, i);
            Vector512.FusedMultiplyAdd(p, c, Vector512.Create(4.0)).CopyTo(y, i);
        }

        for (; i < t.Length; i++)
        {
            var (s, c) = Math.SinCos(t[i]);
            x[i] = 16 * s * s * s;
            y[i] = 4 + (c * (19 + (c * (-2 + (c * (-8 - (8 * c)))))));
        }
    }

    private static void Heart(float[] t, float[] x, float[] y)
    {
        int i = 0;
        for (; i <= t.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            var (s, c) = Vector512.SinCos(Vector512.Create(t, i));
            var p = Vector512.FusedMultiplyAdd(Vector512.Create(-8f), c, Vector512.Create(-8f));
            p = Vector512.FusedMultiplyAdd(p, c, Vector512.Create(-2f));
            p = Vector512.FusedMultiplyAdd(p, c, Vector512.Create(19f));
            (16 * s * (s * s)).CopyTo(x, i);
            Vector512.FusedMultiplyAdd(p, c, Vector512.Create(4f)).CopyTo(y, i);
        }

        for (; i < t.Length; i++)
        {
            var (s, c) = MathF.SinCos(t[i]);
            x[i] = 16 * s * s * s;
            y[i] = 4 + (c * (19 + (c * (-2 + (c * (-8 - (8 * c)))))));
        }
    }
}
