using Kernels.Lanes;

namespace Kernels.Loops;

/// <summary>Where a loop's arguments come from.</summary>
internal unsafe interface ISource
{
    /// <summary>Arguments in memory, or made there.</summary>
    /// <param name="first">The number of the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="scratch">Room for a block of staged arguments.</param>
    /// <returns>Where they are.</returns>
    double* Arguments<V>(long first, int count, double* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V>;
}

/// <summary>An array.</summary>
internal readonly unsafe struct ArraySource(double* elements) : ISource
{
    private readonly double* _elements = elements;

    public double* Arguments<V>(long first, int count, double* scratch)
        where V : struct, IDoubleLanes<V>, ILanes<V> => _elements + first;
}
