using System.Runtime.Intrinsics;

namespace Kernels.Yardsticks.Contenders;

/// <summary>Vector512's own functions in a loop; the remainder through Math.</summary>
public sealed class VectorLoop : Contender
{
    public override string Name => "Vector512, a loop";

    public override Action? Bind(Operation operation, Workload workload)
    {
        if (workload.Precision == Precision.Single)
            return BindSingle(operation, workload);
        var (input, first, second) = workload.Double;
        return operation switch
        {
            Operation.Sin => () => Sin(input, first),
            Operation.Cos => () => Cos(input, first),
            Operation.SinCos => () => SinCos(input, first, second),
            Operation.Heart => () => Heart(input, first, second),
            _ => null,
        };
    }

    private static Action? BindSingle(Operation operation, Workload workload)
    {
        var (input, first, second) = workload.Single;
        return operation switch
        {
            Operation.Sin => () => Sin(input, first),
            Operation.Cos => () => Cos(input, first),
            Operation.SinCos => () => SinCos(input, first, second),
            Operation.Heart => () => Heart(input, first, second),
            _ => null,
        };
    }

    private static void Sin(double[] x, double[] y)
    {
        int i = 0;
        for (; i <= x.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            Vector512.Sin(Vector512.Create(x, i)).CopyTo(y, i);
        for (; i < x.Length; i++)
            y[i] = Math.Sin(x[i]);
    }

    private static void Cos(double[] x, double[] y)
    {
        int i = 0;
        for (; i <= x.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            Vector512.Cos(Vector512.Create(x, i)).CopyTo(y, i);
        for (; i < x.Length; i++)
            y[i] = Math.Cos(x[i]);
    }

    private static void SinCos(double[] x, double[] sin, double[] cos)
    {
        int i = 0;
        for (; i <= x.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            var (s, c) = Vector512.SinCos(Vector512.Create(x, i));
            s.CopyTo(sin, i);
            c.CopyTo(cos, i);
        }

        for (; i < x.Length; i++)
            (sin[i], cos[i]) = Math.SinCos(x[i]);
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

    private static void Sin(float[] x, float[] y)
    {
        int i = 0;
        for (; i <= x.Length - Vector512<float>.Count; i += Vector512<float>.Count)
            Vector512.Sin(Vector512.Create(x, i)).CopyTo(y, i);
        for (; i < x.Length; i++)
            y[i] = MathF.Sin(x[i]);
    }

    private static void Cos(float[] x, float[] y)
    {
        int i = 0;
        for (; i <= x.Length - Vector512<float>.Count; i += Vector512<float>.Count)
            Vector512.Cos(Vector512.Create(x, i)).CopyTo(y, i);
        for (; i < x.Length; i++)
            y[i] = MathF.Cos(x[i]);
    }

    private static void SinCos(float[] x, float[] sin, float[] cos)
    {
        int i = 0;
        for (; i <= x.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            var (s, c) = Vector512.SinCos(Vector512.Create(x, i));
            s.CopyTo(sin, i);
            c.CopyTo(cos, i);
        }

        for (; i < x.Length; i++)
            (sin[i], cos[i]) = MathF.SinCos(x[i]);
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
