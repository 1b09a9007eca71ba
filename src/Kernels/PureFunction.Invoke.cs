namespace Kernels;

/// <content>Calls with so many numbers: a lambda can contain these, but no call with a span.</content>
public sealed partial class PureFunction
{
    /// <summary>Evaluates a function of one input with one result at one point; a lambda that calls it contains its operations.</summary>
    /// <inheritdoc cref="Invoke(ReadOnlySpan{double})" path="/returns|/exception"/>
    /// <param name="x">The argument.</param>
    public double Invoke(double x) => Invoke([x]);

    /// <summary>Evaluates a function of two inputs with one result at one point, likewise.</summary>
    /// <inheritdoc cref="Invoke(double)"/>
    /// <param name="x1">The first argument.</param>
    /// <param name="x2">The second argument.</param>
    public double Invoke(double x1, double x2) => Invoke([x1, x2]);

    /// <summary>Evaluates a function of three inputs with one result at one point, likewise.</summary>
    /// <inheritdoc cref="Invoke(double)"/>
    /// <param name="x1">The first argument.</param>
    /// <param name="x2">The second argument.</param>
    /// <param name="x3">The third argument.</param>
    public double Invoke(double x1, double x2, double x3) => Invoke([x1, x2, x3]);

    /// <summary>Evaluates a function of four inputs with one result at one point, likewise.</summary>
    /// <inheritdoc cref="Invoke(double)"/>
    /// <param name="x1">The first argument.</param>
    /// <param name="x2">The second argument.</param>
    /// <param name="x3">The third argument.</param>
    /// <param name="x4">The fourth argument.</param>
    public double Invoke(double x1, double x2, double x3, double x4) => Invoke([x1, x2, x3, x4]);

    /// <summary>Evaluates a function of five inputs with one result at one point, likewise.</summary>
    /// <inheritdoc cref="Invoke(double)"/>
    /// <param name="x1">The first argument.</param>
    /// <param name="x2">The second argument.</param>
    /// <param name="x3">The third argument.</param>
    /// <param name="x4">The fourth argument.</param>
    /// <param name="x5">The fifth argument.</param>
    public double Invoke(double x1, double x2, double x3, double x4, double x5) => Invoke([x1, x2, x3, x4, x5]);

    /// <summary>Evaluates a function of six inputs with one result at one point, likewise.</summary>
    /// <inheritdoc cref="Invoke(double)"/>
    /// <param name="x1">The first argument.</param>
    /// <param name="x2">The second argument.</param>
    /// <param name="x3">The third argument.</param>
    /// <param name="x4">The fourth argument.</param>
    /// <param name="x5">The fifth argument.</param>
    /// <param name="x6">The sixth argument.</param>
    public double Invoke(double x1, double x2, double x3, double x4, double x5, double x6) => Invoke([x1, x2, x3, x4, x5, x6]);

    /// <summary>Evaluates a function of seven inputs with one result at one point, likewise.</summary>
    /// <inheritdoc cref="Invoke(double)"/>
    /// <param name="x1">The first argument.</param>
    /// <param name="x2">The second argument.</param>
    /// <param name="x3">The third argument.</param>
    /// <param name="x4">The fourth argument.</param>
    /// <param name="x5">The fifth argument.</param>
    /// <param name="x6">The sixth argument.</param>
    /// <param name="x7">The seventh argument.</param>
    public double Invoke(double x1, double x2, double x3, double x4, double x5, double x6, double x7) =>
        Invoke([x1, x2, x3, x4, x5, x6, x7]);

    /// <summary>Evaluates a function of eight inputs with one result at one point, likewise.</summary>
    /// <inheritdoc cref="Invoke(double)"/>
    /// <param name="x1">The first argument.</param>
    /// <param name="x2">The second argument.</param>
    /// <param name="x3">The third argument.</param>
    /// <param name="x4">The fourth argument.</param>
    /// <param name="x5">The fifth argument.</param>
    /// <param name="x6">The sixth argument.</param>
    /// <param name="x7">The seventh argument.</param>
    /// <param name="x8">The eighth argument.</param>
    public double Invoke(double x1, double x2, double x3, double x4, double x5, double x6, double x7, double x8) =>
        Invoke([x1, x2, x3, x4, x5, x6, x7, x8]);
}
