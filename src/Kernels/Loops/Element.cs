namespace Kernels.Loops;

/// <summary>Elements of columns, double or float, as lanes of double.</summary>
internal static unsafe class Element
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load<V, T>(T* source)
        where V : struct, ILanes<V> where T : unmanaged => typeof(T) == typeof(float) ? V.LoadSingles((float*)source) : V.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<V, T>(V value, T* destination) where V : struct, ILanes<V> where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            V.StoreSingles(value, (float*)destination);
        else
            V.Store(value, destination);
    }
}
