namespace Kernels.Tests;

/// <summary>A function of a user's, with a domain that ends: NaN below −50, as it is usually taken here.</summary>
internal readonly struct Root(double offset) : IFunction
{
    public static readonly Root Usual = new(50);

    public V Evaluate<V>(V x)
        where V : struct, ILanes<V> => V.Sqrt(x + offset) / 3;
}

/// <summary>A curve of a user's whose coordinates are beyond the fast path, or NaN, one without the other.</summary>
internal readonly struct OneSidedCurve(double offset) : ICurve
{
    public static readonly OneSidedCurve Usual = new(50);

    public (V X, V Y) Evaluate<V>(V t)
        where V : struct, ILanes<V> => (Elementary.Sin(t), V.Sqrt(t + offset) - Elementary.Cos(t / 1e6));
}

/// <summary>The same with x and y exchanged: y is beyond the fast path where x is not, and NaN of the wrong sign.</summary>
internal readonly struct OtherSidedCurve : ICurve
{
    public (V X, V Y) Evaluate<V>(V t)
        where V : struct, ILanes<V> => (Elementary.Sin(t / 1e6), -V.Sqrt(t + 50) + Elementary.Cos(t));
}
