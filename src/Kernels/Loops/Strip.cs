using System.Runtime.CompilerServices;
using Kernels.Functions;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>
/// The scratch between the two phases of <see cref="Strips{TKernel}"/>: the offsets of table rows, and what the reduction has so far.
/// </summary>
internal static unsafe class Strip
{
    /// <summary>
    /// Elements of a strip: as many as hide the end of one phase behind the begin of the next;
    /// the scratch and the table stay in the first-level cache.
    /// </summary>
    public const int Length = 64;

    /// <summary>Lanes of the widest vectors.</summary>
    public const int MaxLanes = 8;

    /// <summary>Doubles that aligning a scratch may cost.</summary>
    public const int AlignmentLength = CacheLine.Bytes / sizeof(double);

    /// <summary>Doubles of scratch, with room to align it.</summary>
    public const int ScratchLength = (5 * Length) + AlignmentLength;

    /// <summary>Reduces a vector into the scratch.</summary>
    /// <param name="x">The angles.</param>
    /// <param name="scratch">Where the vector begins in the scratch.</param>
    /// <param name="range">What <see cref="CircleReduction.IsNear"/> wants to know of the vectors before.</param>
    /// <returns>The same of this one too.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Reduce<V>(V x, double* scratch, V range)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (steps, first, multiple) = CircleReduction.ReduceNear(x);
        V.Store(CircleTable.Offsets(steps), scratch);
        V.Store(first, scratch + Length);
        V.Store(multiple, scratch + (2 * Length));
        return CircleReduction.NoteRange(range, steps);
    }

    /// <summary>A vector from the scratch: the point of the circle and the remainder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Sine, V Cosine, V High, V Low) Load<V>(double* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        var (sine, cosine, shift, _) = V.Rows(in CircleTable.First, (long*)scratch);
        var (high, low) = CircleReduction.Finish(V.Load(scratch + Length), V.Load(scratch + (2 * Length)), shift);
        return (sine, cosine, high, low);
    }

    /// <summary>
    /// Replaces lanes beyond the fast reduction: again in two phases, with arguments and offsets of rows in the scratch between.
    /// </summary>
    /// <returns>Whether every argument was finite.</returns>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static bool ReduceExactly<V>(double* x, double* scratch, nint count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        double* firsts = scratch + Length, multiples = firsts + Length;
        double* rows = multiples + Length, arguments = rows + Length;

        // Which vectors, without a branch: where they are is as good as random.
        nint* concerned = stackalloc nint[Length / V.Count];
        nint vectors = 0;
        for (nint i = 0; i < count; i += V.Count)
        {
            concerned[vectors] = i;
            vectors += PayneHanek.HasNone(V.Load(x + i)) ? 0 : 1;
        }

        for (nint j = 0; j < vectors; j++)
        {
            V argument = CircleReduction.FarOnly(V.Load(x + concerned[j]));
            V.Store(PayneHanek.Offsets(argument), rows + (j * V.Count));
            V.Store(argument, arguments + (j * V.Count));
        }

        V finite = 0;
        for (nint j = 0; j < vectors; j++)
        {
            nint i = concerned[j];
            V argument = V.Load(arguments + (j * V.Count));
            var (q1, q2, q3, q4) = V.Rows(in PayneHanek.First, (long*)(rows + (j * V.Count)));
            var (steps, first, multiple) = PayneHanek.Reduce(argument, q1, q2, q3, q4);
            V far = PayneHanek.Far(argument);
            V.Store(V.SelectBySign(far, CircleTable.Offsets(steps), V.Load(scratch + i)), scratch + i);
            V.Store(V.SelectBySign(far, first, V.Load(firsts + i)), firsts + i);
            V.Store(V.SelectBySign(far, multiple, V.Load(multiples + i)), multiples + i);
            finite += V.Load(x + i) - V.Load(x + i);
        }

        return !V.AnyNaN(finite);
    }

    /// <summary>Gives every NaN the bits of <see cref="double.NaN"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Canonicalize<V>(double* y, nint count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
    {
        for (nint i = 0; i < count; i += V.Count)
            V.Store(V.CanonicalizeNaN(V.Load(y + i)), y + i);
    }
}
