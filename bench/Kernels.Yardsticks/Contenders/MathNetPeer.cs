using Kernels.Yardsticks.Calls;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Kernels.Yardsticks.Contenders;

/// <summary>Math.NET Numerics: pointwise functions of its vectors.</summary>
public sealed class MathNetPointwise : Contender
{
    // Long vectors would take all cores.
    static MathNetPointwise() => Control.UseSingleThread();

    public override string Name => "Math.NET, pointwise";

    protected override Action? Bind<T>(Operation operation, Columns<T> columns)
    {
        if (columns is not Columns<double> doubles || operation.Function is not { } function)
            return null;

        // A dense vector built from an array is a view of it.
        var x = Vector<double>.Build.Dense(doubles.X);
        return TwoCalls.Bind(function, doubles, (name, destination) =>
        {
            var y = Vector<double>.Build.Dense(destination);
            var method = typeof(Vector<double>).GetMethod($"Pointwise{name}", [typeof(Vector<double>)]);
            return method?.CreateDelegate<Action<Vector<double>>>(x) is { } call ? () => call(y) : null;
        });
    }
}

/// <summary>Math.NET Numerics: a new array mapped from the old one.</summary>
public sealed class MathNetMap : Contender
{
    public override string Name => "Math.NET, Generate.Map";

    protected override Action? Bind<T>(Operation operation, Columns<T> columns)
    {
        if (columns is not Columns<double> doubles)
            return null;
        var (x, first, second) = doubles;
        if (operation is { Function.Name: var name, Inputs: 2 })
        {
            return CompiledLoop.NumbersFunction<double>(name)?.CreateDelegate<Func<double, double, double>>() is { } call
                ? () => Generate.Map2(x, doubles.Y, call).CopyTo(first, 0)
                : null;
        }

        if (operation.Function is { } function)
        {
            return TwoCalls.Bind(function, doubles, (name, destination) =>
                CompiledLoop.NumbersFunction<double>(name)?.CreateDelegate<Func<double, double>>() is { } call
                    ? () => Generate.Map(x, call).CopyTo(destination, 0)
                    : null);
        }

        return operation == Operation.Heart ? Heart : () => Generate.Map(x, t => Math.Exp(-(t * t))).CopyTo(first, 0);

        void Heart()
        {
            Generate.Map(x, XOfHeart).CopyTo(first, 0);
            Generate.Map(x, YOfHeart).CopyTo(second, 0);
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
