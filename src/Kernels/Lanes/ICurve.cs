namespace Kernels;

/// <summary>A plane curve (x, y) = f(t), written once for every vector width and both precisions.</summary>
/// <inheritdoc cref="IFunction" path="/remarks"/>
public interface ICurve
{
    /// <summary>Evaluates both coordinates on every lane.</summary>
    /// <typeparam name="V">The lanes.</typeparam>
    /// <param name="t">The curve's parameters.</param>
    /// <returns>The coordinates.</returns>
    (V X, V Y) Evaluate<V>(V t) where V : struct, ILanes<V>;
}
