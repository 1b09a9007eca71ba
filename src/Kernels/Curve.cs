using System.Runtime.CompilerServices;
using Kernels.Curves;
using Kernels.Functions;
using Kernels.Loops;

namespace Kernels;

/// <summary>Evaluates plane curves over arrays of parameters: (x, y) = f(t) in one pass.</summary>
/// <remarks>
/// <para>
/// Calls over spans give these results under any rounding mode, flush-to-zero and denormals-are-zero of the calling thread. Where its
/// floating-point state is not the default, the default is set for the call, on all threads that take part, and the caller's is restored
/// before it returns or throws. Where it cannot be set, the call throws <see cref="PlatformNotSupportedException"/> before anything is
/// written. The curve runs
/// under the default state too, progress is reported under the caller's own. Floating-point flags are unspecified after a call.
/// </para>
/// <para>An array that is null becomes an empty span on its way here; nothing can tell the two apart.</para>
/// </remarks>
public static partial class Curve
{
    // Curves of sine and cosine alone run in phases; the compiler sees which they are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TCurve, T, TRunner>(TCurve curve, ReadOnlySpan<T> t, Span<T> x, Span<T> y, TRunner runner)
        where TCurve : ICurve
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        if (curve is null)
            throw new ArgumentNullException(nameof(curve));
        if (typeof(TCurve) == typeof(HeartCurve))
            Evaluate(default(Heart), t, x, y, runner);
        else if (typeof(TCurve) == typeof(FourierCurve) && Unsafe.As<TCurve, FourierCurve>(ref curve).HasFewHarmonics)
            Evaluate(Unsafe.As<TCurve, FourierCurve>(ref curve).Map, t, x, y, runner);
        else if (typeof(TCurve).IsValueType && InheritedBody<TCurve>.OfCurve)
            Driver.Evaluate(new LanesBody<OfCurve<ICurve>>(new(curve)), t, x, y, runner);
        else
            Driver.Evaluate(new LanesBody<OfCurve<TCurve>>(new(curve)), t, x, y, runner);
    }

    // Floats have a kernel of their own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Evaluate<TMap, T, TRunner>(TMap map, ReadOnlySpan<T> t, Span<T> x, Span<T> y, TRunner runner)
        where TMap : struct, IMap
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        if (typeof(T) == typeof(float))
            Driver.Evaluate(new TableBody<Mapped<SingleOnCircle<SineAndCosine>, TMap>, Declared>(new(map)), t, x, y, runner);
        else
            Driver.Evaluate(new TableBody<Mapped<OnCircle<SineAndCosine>, TMap>, Declared>(new(map)), t, x, y, runner);
    }

    // Parameters are doubles, whatever the results are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TCurve, T, TRunner>(
        TCurve curve, double start, double step, long first, Span<T> x, Span<T> y, TRunner runner)
        where TCurve : ICurve
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        if (curve is null)
            throw new ArgumentNullException(nameof(curve));
        if (typeof(TCurve) == typeof(HeartCurve))
            Sample(default(Heart), start, step, first, x, y, runner);
        else if (typeof(TCurve) == typeof(FourierCurve) && Unsafe.As<TCurve, FourierCurve>(ref curve).HasFewHarmonics)
            Sample(Unsafe.As<TCurve, FourierCurve>(ref curve).Map, start, step, first, x, y, runner);
        else if (typeof(TCurve).IsValueType && InheritedBody<TCurve>.OfCurve)
            Driver.Sample(new LanesBody<OfCurve<ICurve>>(new(curve)), start, step, first, x, y, runner);
        else
            Driver.Sample(new LanesBody<OfCurve<TCurve>>(new(curve)), start, step, first, x, y, runner);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sample<TMap, T, TRunner>(TMap map, double start, double step, long first, Span<T> x, Span<T> y, TRunner runner)
        where TMap : struct, IMap
        where T : unmanaged
        where TRunner : struct, IRunner =>
        Driver.Sample(new TableBody<Mapped<OnCircle<SineAndCosine>, TMap>, Declared>(new(map)), start, step, first, x, y, runner);
}
