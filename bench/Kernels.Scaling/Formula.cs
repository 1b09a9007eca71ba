using System.Numerics.Tensors;

namespace Kernels.Scaling;

/// <summary>A formula, and the same without: as a structure over lanes, a loop over <c>Math</c>, passes over whole arrays.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Text">As a text.</param>
/// <param name="ByStructure">By a structure.</param>
/// <param name="ByMath">By a loop.</param>
/// <param name="ByTensors">By <see cref="TensorPrimitives"/>, pass by pass.</param>
/// <param name="Calls">The elementary functions that it calls, alone, over one array; sine and cosine of one argument together.</param>
internal sealed record Formula(
    string Name, string Text, Action<double[], double[], double[]> ByStructure, Action<double[], double[], double[]> ByMath,
    Action<double[], double[], double[]> ByTensors, Action<double[], double[], double[]>[] Calls)
{
    private static readonly Action<double[], double[], double[]> Sine = (t, x, _) => Elementary.Sin(t, x);
    private static readonly Action<double[], double[], double[]> Cosine = (t, x, _) => Elementary.Cos(t, x);
    private static readonly Action<double[], double[], double[]> Power = (t, x, _) => Elementary.Exp(t, x);

    public static Formula[] All { get; } =
    [
        new(
            "heart", "x = 16*sin(t)**3; y = 13*cos(t) - 5*cos(2*t) - 2*cos(3*t) - cos(4*t)",
            (t, x, y) => Curve.Evaluate(default(Heart), t, x, y),
            (t, x, y) =>
            {
                for (int i = 0; i < t.Length; i++)
                {
                    double s = Math.Sin(t[i]);
                    x[i] = 16 * s * s * s;
                    y[i] = (13 * Math.Cos(t[i])) - (5 * Math.Cos(2 * t[i])) - (2 * Math.Cos(3 * t[i])) - Math.Cos(4 * t[i]);
                }
            },
            (t, x, y) =>
            {
                TensorPrimitives.Cos(t, y);
                TensorPrimitives.Multiply(y, 13, y);
                for (int k = 2; k <= 4; k++)
                {
                    TensorPrimitives.Multiply(t, k, x);
                    TensorPrimitives.Cos(x, x);
                    TensorPrimitives.Multiply(x, k == 2 ? 5 : k == 3 ? 2 : 1, x);
                    TensorPrimitives.Subtract(y, x, y);
                }

                TensorPrimitives.Sin(t, x);
                for (int i = 0; i < x.Length; i++)
                    x[i] = 16 * x[i] * x[i] * x[i];
            },
            [(t, x, y) => Elementary.SinCos(t, x, y), Cosine, Cosine, Cosine]),
        new(
            "damped oscillation", "exp(-0.3*t)*cos(5*t)",
            (t, x, _) => Function.Apply(default(Damped), t, x),
            (t, x, _) => Fill(t, x, t => Math.Exp(-0.3 * t) * Math.Cos(5 * t)),
            (t, x, y) =>
            {
                TensorPrimitives.Multiply(t, -0.3, x);
                TensorPrimitives.Exp(x, x);
                TensorPrimitives.Multiply(t, 5, y);
                TensorPrimitives.Cos(y, y);
                TensorPrimitives.Multiply(x, y, x);
            },
            [Power, Cosine]),
        new(
            "six sines", "sin(t) + sin(1.3*t) + sin(1.7*t) + sin(2.3*t) + sin(2.9*t) + sin(3.1*t)",
            (t, x, _) => Function.Apply(default(SixSines), t, x),
            (t, x, _) => Fill(t, x, t =>
                Math.Sin(t) + Math.Sin(1.3 * t) + Math.Sin(1.7 * t) + Math.Sin(2.3 * t) + Math.Sin(2.9 * t) + Math.Sin(3.1 * t)),
            (t, x, y) =>
            {
                TensorPrimitives.Sin(t, x);
                foreach (double factor in (double[])[1.3, 1.7, 2.3, 2.9, 3.1])
                {
                    TensorPrimitives.Multiply(t, factor, y);
                    TensorPrimitives.Sin(y, y);
                    TensorPrimitives.Add(x, y, x);
                }
            },
            [Sine, Sine, Sine, Sine, Sine, Sine]),
        new(
            "soft-plus", "max(t, 0) + log1p(exp(-abs(t)))",
            (t, x, _) => Function.Apply(default(SoftPlus), t, x),
            (t, x, _) => Fill(t, x, t => Math.Max(t, 0) + Math.Log(1 + Math.Exp(-Math.Abs(t)))),
            (t, x, y) =>
            {
                TensorPrimitives.Abs(t, y);
                TensorPrimitives.Negate(y, y);
                TensorPrimitives.Exp(y, y);
                TensorPrimitives.LogP1(y, y);
                TensorPrimitives.Max(t, 0, x);
                TensorPrimitives.Add(x, y, x);
            },
            [Power, (_, x, y) => Elementary.LogP1(x, y)]),
        new(
            "Gaussian", "exp(-t*t/2)/sqrt(2*pi)",
            (t, x, _) => Function.Apply(default(Gaussian), t, x),
            (t, x, _) => Fill(t, x, t => Math.Exp(-t * t / 2) / Math.Sqrt(2 * Math.PI)),
            (t, x, _) =>
            {
                TensorPrimitives.Negate(t, x);
                TensorPrimitives.Multiply(x, t, x);
                TensorPrimitives.Divide(x, 2, x);
                TensorPrimitives.Exp(x, x);
                TensorPrimitives.Divide(x, Math.Sqrt(2 * Math.PI), x);
            },
            [Power]),
        new(
            "smooth step", "u = min(max(t, 0), 1); u*u*(3 - 2*u)",
            (t, x, _) => Function.Apply(default(SmoothStep), t, x),
            (t, x, _) => Fill(t, x, t => Math.Clamp(t, 0, 1) is var u ? u * u * (3 - (2 * u)) : 0),
            (t, x, y) =>
            {
                TensorPrimitives.Max(t, 0, y);
                TensorPrimitives.Min(y, 1, y);
                TensorPrimitives.Multiply(y, -2, x);
                TensorPrimitives.Add(x, 3, x);
                TensorPrimitives.Multiply(x, y, x);
                TensorPrimitives.Multiply(x, y, x);
            },
            []),
    ];

    private static void Fill(double[] t, double[] x, Func<double, double> function)
    {
        for (int i = 0; i < t.Length; i++)
            x[i] = function(t[i]);
    }

    /// <summary>The heart as the text has it, not by the library's own curve, which needs one sine and cosine.</summary>
    private readonly struct Heart : ICurve
    {
        public (V X, V Y) Evaluate<V>(V t) where V : struct, ILanes<V>
        {
            V s = Elementary.Sin(t);
            return (
                16 * s * s * s,
                (13 * Elementary.Cos(t)) - (5 * Elementary.Cos(2 * t)) - (2 * Elementary.Cos(3 * t)) - Elementary.Cos(4 * t));
        }
    }

    private readonly struct Damped : IFunction
    {
        public V Evaluate<V>(V t) where V : struct, ILanes<V> => Elementary.Exp(-0.3 * t) * Elementary.Cos(5 * t);
    }

    private readonly struct SixSines : IFunction
    {
        public V Evaluate<V>(V t) where V : struct, ILanes<V> => Elementary.Sin(t) + Elementary.Sin(1.3 * t) + Elementary.Sin(1.7 * t)
            + Elementary.Sin(2.3 * t) + Elementary.Sin(2.9 * t) + Elementary.Sin(3.1 * t);
    }

    private readonly struct SoftPlus : IFunction
    {
        public V Evaluate<V>(V t) where V : struct, ILanes<V> => V.Max(t, 0) + Elementary.LogP1(Elementary.Exp(-V.Abs(t)));
    }

    private readonly struct Gaussian : IFunction
    {
        public V Evaluate<V>(V t) where V : struct, ILanes<V> => Elementary.Exp(-t * t / 2) / V.Sqrt(2 * Math.PI);
    }

    private readonly struct SmoothStep : IFunction
    {
        public V Evaluate<V>(V t) where V : struct, ILanes<V>
        {
            V u = V.Clamp(t, 0, 1);
            return u * u * (3 - (2 * u));
        }
    }
}
