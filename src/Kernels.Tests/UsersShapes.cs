namespace Kernels.Tests;

/// <summary>A function whose body its implementers inherit; NaN where its argument is above its limit.</summary>
internal interface ILimited : IFunction
{
    double Limit { get; }

    V IFunction.Evaluate<V>(V x) => V.Sqrt(Limit - x) + x;
}

/// <summary>A curve whose body its implementers inherit.</summary>
internal interface ILimitedCurve : ICurve
{
    double Limit { get; }

    (V X, V Y) ICurve.Evaluate<V>(V t) => (V.Sqrt(Limit - t) + t, t * t);
}

/// <summary>Both bodies inherited by a struct.</summary>
internal readonly struct Inheriting(double limit) : ILimited, ILimitedCurve
{
    public double Limit => limit;
}

/// <summary>The same by a generic struct, for which the runtime shares code.</summary>
internal readonly struct Inheriting<T>(double limit, T value) : ILimited, ILimitedCurve
{
    public double Limit => value is null ? double.NaN : limit;
}

/// <summary>The same by a class.</summary>
internal sealed class InheritingClass(double limit) : ILimited, ILimitedCurve
{
    public double Limit => limit;
}

/// <summary>The same bodies in a class itself.</summary>
internal sealed class OwningClass(double limit) : IFunction, ICurve
{
    public V Evaluate<V>(V x)
        where V : struct, ILanes<V> => V.Sqrt(limit - x) + x;

    (V X, V Y) ICurve.Evaluate<V>(V t) => (Evaluate(t), t * t);
}

/// <summary>The same bodies in a struct itself.</summary>
internal readonly struct Owning(double limit) : IFunction, ICurve
{
    public V Evaluate<V>(V x)
        where V : struct, ILanes<V> => V.Sqrt(limit - x) + x;

    (V X, V Y) ICurve.Evaluate<V>(V t) => (Evaluate(t), t * t);
}
