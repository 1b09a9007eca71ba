namespace Kernels.Functions;

/// <summary>The cube root by a step of Newton's, from the nearest double that <see cref="CubeRoot"/> knows.</summary>
/// <remarks>
/// y − r³ is formed with the cube as a sum of three doubles, and divided by 3r². The next term of the series is the square of what r is off
/// by.
/// </remarks>
internal static class PreciseCubeRoot
{
    /// <summary>2⁻¹⁰⁰, eight times what docs/accuracy.md derives.</summary>
    public const double RelativeError = 7.888609052210118e-31;

    /// <summary>The root of y, from 1/8 to 1, by one that is off by no more than its last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<V> Root<V>(V root, V y) where V : struct, ILanes<V>
    {
        var square = DoubleDouble<V>.Product(root, root);
        var cube = DoubleDouble<V>.Product(square.High, root);
        V difference = V.FusedNegatedMultiplyAdd(square.Low, root, y - cube.High - cube.Low);
        return new(root, difference / (3 * square.High));
    }
}
