using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>Where a loop's arguments come from.</summary>
internal unsafe interface ISource<T>
    where T : unmanaged
{
    /// <summary>Arguments in memory, or made there.</summary>
    /// <param name="first">The number of the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="scratch">Room for a block of staged arguments.</param>
    /// <returns>Where they are.</returns>
    T* Arguments<V>(long first, int count, T* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V>;
}

/// <summary>An array.</summary>
internal readonly unsafe struct ArraySource<T>(T* elements) : ISource<T>
    where T : unmanaged
{
    private readonly T* _elements = elements;

    public T* Arguments<V>(long first, int count, T* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V> => _elements + first;
}
