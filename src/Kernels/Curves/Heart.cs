using Kernels.Functions;

namespace Kernels.Curves;

/// <summary>The heart curve from sine and cosine: x = 16 s³, y = 4 + c(19 + c(−2 + c(−8 − 8c))).</summary>
internal readonly struct Heart : IMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (V First, V Second) Map<V>(V sine, V cosine) where V : struct, ILanes<V>
    {
        V y = V.FusedMultiplyAdd(-8, cosine, -8);
        y = V.FusedMultiplyAdd(y, cosine, -2);
        y = V.FusedMultiplyAdd(y, cosine, 19);
        y = V.FusedMultiplyAdd(y, cosine, 4);
        return (16 * sine * (sine * sine), y);
    }
}
