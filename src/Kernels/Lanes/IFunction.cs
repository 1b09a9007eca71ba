namespace Kernels;

/// <summary>A pure function y = f(x), written once for every vector width and both precisions.</summary>
/// <remarks>
/// <para>
/// Implement it as a <c>readonly struct</c> whose fields are the function's parameters, and put
/// <c>[MethodImpl(MethodImplOptions.AggressiveInlining)]</c> on <see cref="Evaluate{V}(V)"/>: without the attribute a body of more
/// than about 100 bytes of IL is called instead of inlined, which is several times slower, and the first call runs unoptimised code. The
/// compiler allows a loop a limited number of local variables, inlined bodies included: up to three sines or logarithms of
/// <see cref="Elementary"/> inline completely, or one power; beyond that operations are called, with the same results, more slowly.
/// </para>
/// <para>
/// The function must depend on nothing but its argument and its fields. It may be evaluated more than once for an element, on any
/// thread, and beside any neighbours.
/// </para>
/// <para>
/// A class, or a struct that inherits its body from an interface, is evaluated by a call for each vector, with the same results.
/// </para>
/// </remarks>
public interface IFunction
{
    /// <summary>Evaluates the function on every lane.</summary>
    /// <typeparam name="V">The lanes.</typeparam>
    /// <param name="x">The arguments.</param>
    /// <returns>The values.</returns>
    V Evaluate<V>(V x) where V : struct, ILanes<V>;
}
