using Kernels.Loops;

namespace Kernels;

/// <summary>Evaluates functions over arrays of arguments: y = f(x).</summary>
/// <remarks>
/// <inheritdoc cref="Elementary" path="/remarks/para[@id]"/>
/// <para>The function runs under the default state too, progress is reported under the caller's own.</para>
/// </remarks>
public static partial class Function
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TFunction, T, TRunner>(TFunction function, ReadOnlySpan<T> x, Span<T> destination, TRunner runner)
        where TFunction : IFunction where T : unmanaged where TRunner : struct, IRunner
    {
        if (function is null)
            throw new ArgumentNullException(nameof(function));
        if (typeof(TFunction).IsValueType && InheritedBody<TFunction>.OfFunction)
            Driver.Evaluate(new LanesBody<IFunction, FunctionResult<IFunction>>(function), x, destination, default, runner);
        else
            Driver.Evaluate(new LanesBody<TFunction, FunctionResult<TFunction>>(function), x, destination, default, runner);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TFunction, T, TRunner>(
        TFunction function, double start, double step, long first, Span<T> destination, TRunner runner)
        where TFunction : IFunction where T : unmanaged where TRunner : struct, IRunner
    {
        if (function is null)
            throw new ArgumentNullException(nameof(function));
        if (typeof(TFunction).IsValueType && InheritedBody<TFunction>.OfFunction)
            Driver.Sample(new LanesBody<IFunction, FunctionResult<IFunction>>(function), start, step, first, destination, default, runner);
        else
            Driver.Sample(new LanesBody<TFunction, FunctionResult<TFunction>>(function), start, step, first, destination, default, runner);
    }
}
