using System.Runtime.CompilerServices;
using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>Elements of arrays, double or float, as lanes of double.</summary>
internal static unsafe class Element
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load<V, T>(T* source)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where T : unmanaged => typeof(T) == typeof(float) ? V.LoadSingles((float*)source) : V.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<V, T>(V value, T* destination)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            V.StoreSingles(value, (float*)destination);
        else
            V.Store(value, destination);
    }

    /// <summary>Less than a vector of them; the other lanes repeat one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LoadPart<V, T>(T* source, int count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            return V.LoadPart((double*)source, count);
        float* elements = stackalloc float[V.Count];
        Repeat((float*)source, count, elements, V.Count);
        return V.LoadSingles(elements);
    }

    /// <summary>Fills a vector's memory with less: the last element is repeated.</summary>
    public static void Repeat(float* source, int count, float* destination, int length)
    {
        for (int i = 0; i < length; i++)
            destination[i] = source[Math.Min(i, count - 1)];
    }

    /// <summary>Less than a vector of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart<V, T>(V value, T* destination, int count)
        where V : struct, IDoubleLanes<V>, ILanes<V>
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            V.StorePart(value, (double*)destination, count);
            return;
        }

        float* elements = stackalloc float[V.Count];
        V.StoreSingles(value, elements);
        for (int i = 0; i < count; i++)
            ((float*)destination)[i] = elements[i];
    }
}
