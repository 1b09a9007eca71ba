using System.Runtime.CompilerServices;
using Kernels.Functions;

namespace Kernels.Loops;

/// <summary>Elements of a strip that are not ordinary, evaluated after the last phase: those alone, all at once.</summary>
internal static unsafe class ExceptionalElements
{
    private const int Room = Strip.Length + Strip.MaxLanes;

    /// <summary>Replaces their results, and in the correct tier their differences.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Evaluate<TFunction, TTier, V, T>(TFunction function, T* x, T* y, T* u, T* v, double* differences, nint count)
        where TFunction : struct, ITableFunction
        where TTier : struct, ITier
        where V : struct, ILanes<V>
        where T : unmanaged
    {
        long* signs = stackalloc long[Strip.Length];
        int* places = stackalloc int[Room];
        for (nint i = 0; i < count; i += V.Count)
        {
            V second = TFunction.Inputs > 1 ? Element.Load<V, T>(y + i) : default;
            V.Store(TFunction.Exceptional(Element.Load<V, T>(x + i), second), signs + i);
        }

        int found = 0;
        for (int i = 0; i < count; i++)
        {
            places[found] = i;
            found += (int)(signs[i] >>> 63);
        }

        if (found == 0)
            return;
        T* inputs = stackalloc T[2 * Room], results = stackalloc T[2 * Room];
        Gather(x, places, found, inputs);
        if (TFunction.Inputs > 1)
            Gather(y, places, found, inputs + Room);
        double* doubts = stackalloc double[Room];
        for (int i = 0; i < found; i += V.Count)
        {
            V second = TFunction.Inputs > 1 ? Element.Load<V, T>(inputs + Room + i) : default;
            var (nearest, other, secondNearest, secondOther) = TTier.Evaluate(function, Element.Load<V, T>(inputs + i), second);
            Element.Store(nearest, results + i);
            V doubt = V.Xor(nearest, other);
            if (TFunction.Results > 1)
            {
                Element.Store(secondNearest, results + Room + i);
                doubt = V.OrDifference(doubt, secondNearest, secondOther);
            }

            if (TTier.IsCorrect)
                V.Store(doubt, doubts + i);
        }

        for (int i = 0; i < found; i++)
        {
            u[places[i]] = results[i];
            if (TFunction.Results > 1)
                v[places[i]] = results[Room + i];
            if (TTier.IsCorrect)
                differences[places[i]] = doubts[i];
        }
    }

    // A last vector that is not full repeats the last element.
    private static void Gather<T>(T* source, int* places, int found, T* destination)
        where T : unmanaged
    {
        for (int i = 0; i < found; i++)
            destination[i] = source[places[i]];
        for (int i = found; i % Strip.MaxLanes != 0; i++)
            destination[i] = destination[found - 1];
    }
}
