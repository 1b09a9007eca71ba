using System.Runtime.CompilerServices;

namespace Kernels.Elementary;

/// <summary>y = sin x, for the loops.</summary>
internal readonly struct SineFunction : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Evaluate<V>(V x)
        where V : struct, ILanes<V> => V.InDouble<Sine>(x);
}

/// <summary>y = cos x, for the loops.</summary>
internal readonly struct CosineFunction : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Evaluate<V>(V x)
        where V : struct, ILanes<V> => V.InDouble<Cosine>(x);
}

/// <summary>(sin x, cos x), for the loops.</summary>
internal readonly struct SineCosineFunction : ICurve
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V X, V Y) Evaluate<V>(V t)
        where V : struct, ILanes<V> => V.InDoublePair<SineCosine>(t);
}
