using System.Runtime.CompilerServices;
using Kernels.Elementary;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>Elements of a strip whose rounding has not been decided: they are collected, and computed again in double-double arithmetic, a vector of them at a time.</summary>
internal static unsafe class Undecided
{
    /// <summary>Where a strip's scratch has, for each element, in which bits its two ends differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double* Differences<V>(double* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V> => scratch + (3 * Strip.Vectors * V.Count);

    /// <summary>Whether no bit of any lane is set, but for signs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNone<V>(V differences)
        where V : struct, IDoubleLanes<V>, ILanes<V> => V.AllLess(V.Abs(differences), double.Epsilon);

    /// <summary>Lists the elements concerned.</summary>
    /// <returns>How many they are.</returns>
    public static int Find<V>(double* scratch, nint count, nint* concerned)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        int found = 0;
        double* differences = Differences<V>(scratch);
        for (nint j = 0; j < count; j += V.Count)
        {
            if (IsNone(V.Load(differences + j)))
                continue;
            for (nint i = j; i < j + V.Count; i++)
            {
                concerned[found] = i;
                found += ((long*)differences)[i] != 0 ? 1 : 0;
            }
        }

        return found;
    }

    /// <summary>Sine and cosine of up to a vector of them.</summary>
    public static (DoubleDouble<V> Sine, DoubleDouble<V> Cosine) Evaluate<V>(double* scratch, nint* concerned, int count, double* lanes)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        // Lanes beyond the last repeat it.
        for (int lane = 0; lane < V.Count; lane++)
        {
            double* element = scratch + concerned[Math.Min(lane, count - 1)];
            lanes[lane] = element[0];
            lanes[V.Count + lane] = element[Strip.Vectors * V.Count];
            lanes[(2 * V.Count) + lane] = element[2 * Strip.Vectors * V.Count];
        }

        return PreciseSineCosine.Both(V.Load(lanes), V.Load(lanes + V.Count), V.Load(lanes + (2 * V.Count)));
    }

    /// <summary>Writes what is decided now; what still is not is computed alone, to the end.</summary>
    public static void Settle<V, TKernel, TTest>(DoubleDouble<V> value, double* x, double* y, nint* concerned, int count, double* ends)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where TKernel : struct, ICorrectKernel
        where TTest : struct, IRoundingTest
    {
        var (lower, upper) = PreciseSineCosine.Ends<V, TTest>(value);
        V.Store(lower, ends);
        V.Store(upper, ends + V.Count);
        for (int lane = 0; lane < count; lane++)
        {
            // The rest of a range comes as a vector that repeats an element: once is enough.
            nint i = concerned[lane];
            if (ends[lane] == ends[V.Count + lane])
                y[i] = ends[lane];
            else if (lane > 0 && x[i] == x[concerned[lane - 1]])
                y[i] = y[concerned[lane - 1]];
            else if (double.IsFinite(x[i]))
                y[i] = TKernel.Round<TTest>(x[i]);
        }
    }
}
