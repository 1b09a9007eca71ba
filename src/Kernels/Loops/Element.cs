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

    /// <summary>One of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Number<T>(T* source) where T : unmanaged => typeof(T) == typeof(float) ? *(float*)source : *(double*)source;

    /// <summary>One of them; of floats, rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetNumber<T>(T* destination, double value) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            *(float*)destination = (float)value;
        else
            *(double*)destination = value;
    }

    /// <summary>Whether all numbers that are rounded to one of two doubles, or to one between, are one element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAlike<T>(double lower, double upper) where T : unmanaged => typeof(T) == typeof(float)
        ? (float)Math.BitDecrement(lower) == (float)Math.BitIncrement(upper) : lower == upper;
}
