using System.Runtime.CompilerServices;
using Kernels.Elementary;
using Kernels.Lanes;

namespace Kernels.Curves;

/// <summary>The heart curve from sine and cosine: x = 16 s³, y = 4 + c(19 + c(−2 + c(−8 − 8c))).</summary>
internal readonly struct Heart : ICirclePairKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Evaluate<V>(V tableSine, V tableCosine, V high, V low)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (s, c) = SineCosine.Both(tableSine, tableCosine, high, low);
        V y = V.FusedMultiplyAdd(-8, c, -8);
        y = V.FusedMultiplyAdd(y, c, -2);
        y = V.FusedMultiplyAdd(y, c, 19);
        y = V.FusedMultiplyAdd(y, c, 4);
        return (16 * s * (s * s), y);
    }
}
