namespace Kernels.Yardsticks.Contenders;

/// <summary>The loop that everybody writes first; the heart with one sine and cosine, like all contenders but one.</summary>
public sealed class MathLoop : Contender
{
    public override string Name => "Math, a loop";

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
        for (int i = 0; i < x.Length; i++)
            y[i] = Math.Sin(x[i]);
    }

    private static void Cos(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = Math.Cos(x[i]);
    }

    private static void SinCos(double[] x, double[] sin, double[] cos)
    {
        for (int i = 0; i < x.Length; i++)
            (sin[i], cos[i]) = Math.SinCos(x[i]);
    }

    private static void Heart(double[] t, double[] x, double[] y)
    {
        for (int i = 0; i < t.Length; i++)
        {
            var (s, c) = Math.SinCos(t[i]);
            x[i] = 16 * s * s * s;
            y[i] = 4 + (c * (19 + (c * (-2 + (c * (-8 - (8 * c)))))));
        }
    }

    private static void Sin(float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = MathF.Sin(x[i]);
    }

    private static void Cos(float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = MathF.Cos(x[i]);
    }

    private static void SinCos(float[] x, float[] sin, float[] cos)
    {
        for (int i = 0; i < x.Length; i++)
            (sin[i], cos[i]) = MathF.SinCos(x[i]);
    }

    private static void Heart(float[] t, float[] x, float[] y)
    {
        for (int i = 0; i < t.Length; i++)
        {
            var (s, c) = MathF.SinCos(t[i]);
            x[i] = 16 * s * s * s;
            y[i] = 4 + (c * (19 + (c * (-2 + (c * (-8 - (8 * c)))))));
        }
    }
}

/// <summary>The heart as its formula reads, with a cosine for each multiple of the argument.</summary>
public sealed class MathFormula : Contender
{
    public override string Name => "Math, the formula";

    public override Action? Bind(Operation operation, Workload workload)
    {
        if (operation != Operation.Heart)
            return null;
        var (input, first, second) = workload.Double;
        var (single, firstSingle, secondSingle) = workload.Single;
        return workload.Precision == Precision.Double ? () => Heart(input, first, second) : () => Heart(single, firstSingle, secondSingle);
    }

    private static void Heart(double[] parameters, double[] x, double[] y)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            double t = parameters[i], s = Math.Sin(t);
            x[i] = 16 * s * s * s;
            y[i] = (13 * Math.Cos(t)) - (5 * Math.Cos(2 * t)) - (2 * Math.Cos(3 * t)) - Math.Cos(4 * t);
        }
    }

    private static void Heart(float[] parameters, float[] x, float[] y)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            float t = parameters[i], s = MathF.Sin(t);
            x[i] = 16 * s * s * s;
            y[i] = (13 * MathF.Cos(t)) - (5 * MathF.Cos(2 * t)) - (2 * MathF.Cos(3 * t)) - MathF.Cos(4 * t);
        }
    }
}
