using System.Runtime.CompilerServices;
using Kernels.Loops;

namespace Kernels;

/// <summary>Evaluates functions over arrays of arguments: y = f(x).</summary>
/// <remarks>
/// <para>
/// Calls over spans give these results under any rounding mode, flush-to-zero and denormals-are-zero of the calling thread. Where its
/// floating-point state is not the default, the default is set for the call, on all threads that take part, and the caller's is restored
/// before it returns or throws. Where it cannot be set, the call throws <see cref="PlatformNotSupportedException"/> before anything is
/// written. The function runs
/// under the default state too, progress is reported under the caller's own. Floating-point flags are unspecified after a call.
/// </para>
/// <para>An array that is null becomes an empty span on its way here; nothing can tell the two apart.</para>
/// </remarks>
public static partial class Function
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TFunction, T, TRunner>(TFunction function, ReadOnlySpan<T> x, Span<T> destination, TRunner runner)
        where TFunction : IFunction
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        if (function is null)
            throw new ArgumentNullException(nameof(function));
        if (typeof(TFunction).IsValueType && InheritedBody<TFunction>.OfFunction)
            Driver.Evaluate(new LanesBody<OfFunction<IFunction>>(new(function)), x, destination, runner);
        else
            Driver.Evaluate(new LanesBody<OfFunction<TFunction>>(new(function)), x, destination, runner);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TFunction, T, TRunner>(
        TFunction function, double start, double step, long first, Span<T> destination, TRunner runner)
        where TFunction : IFunction
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        if (function is null)
            throw new ArgumentNullException(nameof(function));
        if (typeof(TFunction).IsValueType && InheritedBody<TFunction>.OfFunction)
            Driver.Sample(new LanesBody<OfFunction<IFunction>>(new(function)), start, step, first, destination, runner);
        else
            Driver.Sample(new LanesBody<OfFunction<TFunction>>(new(function)), start, step, first, destination, runner);
    }
}
