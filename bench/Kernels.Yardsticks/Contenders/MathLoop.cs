using Kernels.Yardsticks.Calls;

namespace Kernels.Yardsticks.Contenders;

/// <summary>The loop that everybody writes first; the heart with one sine and cosine, like all contenders but one.</summary>
public sealed class MathLoop : Contender
{
    public override string Name => "Math, a loop";

    protected override Action? Bind<T>(Operation operation, Columns<T> columns)
    {
        if (operation.Function is { } function)
            return CompiledLoop.OverNumbers(function.Name, columns);
        return operation == Operation.Heart ? Heart : Gaussian;

        void Heart()
        {
            var (t, x, y) = columns;
            for (int i = 0; i < t.Length; i++)
            {
                var (s, c) = T.SinCos(t[i]);
                x[i] = T.CreateTruncating(16) * s * s * s;
                y[i] = T.CreateTruncating(4) + (c * (T.CreateTruncating(19)
                    + (c * (T.CreateTruncating(-2) + (c * (T.CreateTruncating(-8) - (T.CreateTruncating(8) * c)))))));
            }
        }

        void Gaussian()
        {
            var (x, y, _) = columns;
            for (int i = 0; i < x.Length; i++)
                y[i] = T.Exp(-(x[i] * x[i]));
        }
    }
}

/// <summary>The heart as its formula reads, with a cosine for each multiple of the argument.</summary>
public sealed class MathFormula : Contender
{
    public override string Name => "Math, the formula";

    protected override Action? Bind<T>(Operation operation, Columns<T> columns)
    {
        return operation == Operation.Heart ? Heart : null;

        void Heart()
        {
            T two = T.CreateTruncating(2), three = T.CreateTruncating(3), four = T.CreateTruncating(4), five = T.CreateTruncating(5);
            T thirteen = T.CreateTruncating(13), sixteen = T.CreateTruncating(16);
            var (parameters, x, y) = columns;
            for (int i = 0; i < parameters.Length; i++)
            {
                T t = parameters[i], s = T.Sin(t);
                x[i] = sixteen * s * s * s;
                y[i] = (thirteen * T.Cos(t)) - (five * T.Cos(two * t)) - (two * T.Cos(three * t)) - T.Cos(four * t);
            }
        }
    }
}
