using System.Runtime.CompilerServices;
using Kernels.Functions;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>What is done with a strip of <see cref="TableBody{TFunction, TTier}"/> beside its phases.</summary>
internal static unsafe class Strip
{
    /// <summary>Elements of a strip; the scratch and the table stay in the first-level cache.</summary>
    public const int Length = Scratch<Double1<Whole>>.Length;

    /// <summary>Lanes of the widest vectors.</summary>
    public const int MaxLanes = 8;

    /// <summary>Columns that a function has for itself.</summary>
    private const int Columns = 5;

    /// <summary>Columns that a function has when it begins again.</summary>
    private const int SpareColumns = 2;

    /// <summary>Doubles of scratch, with room to align it: the function's columns, the spare ones, and one of differences.</summary>
    public const int MemoryLength = ((Columns + SpareColumns + 1) * Length) + (CacheLine.Bytes / sizeof(double));

    /// <summary>Where the scratch has, for each element, in which bits the two that it might be differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double* Differences(double* scratch) => scratch + ((Columns + SpareColumns) * Length);

    /// <summary>Begins again, all at once, with elements that are not ordinary; others in the same vectors keep what they have.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void BeginAgain<TFunction, V, T>(T* x, double* scratch, nint count)
        where TFunction : struct, ITableFunction
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        double* spare = scratch + (Columns * Length);
        ref readonly double table = ref TFunction.TableOfAgain;

        // Which vectors, without a branch: where they are is as good as random.
        nint* concerned = stackalloc nint[Length / V.Count];
        nint vectors = 0;
        for (nint i = 0; i < count; i += V.Count)
        {
            concerned[vectors] = i;
            V exceptional = TFunction.Exceptional(Element.Load<V, T>(x + i), default(V));
            vectors += V.AllBitsLess(V.ShiftRight(exceptional, 63), 1) ? 0 : 1;
        }

        for (nint j = 0; j < vectors; j++)
            TFunction.BeginAgain(Element.Load<V, T>(x + concerned[j]), new Scratch<V>(spare + (j * V.Count)));
        for (nint j = 0; j < vectors; j++)
            TFunction.EndAgain(new Scratch<V>(spare + (j * V.Count)), new Scratch<V>(scratch + concerned[j]), in table);
    }

    /// <summary>Gives every NaN the bits of <see cref="double.NaN"/> or <see cref="float.NaN"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Canonicalize<V, T>(T* y, nint count)
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        for (nint i = 0; i < count; i += V.Count)
            Element.Store(V.CanonicalizeNaN(Element.Load<V, T>(y + i)), y + i);
    }
}
