using Kernels.Curves;
using Kernels.Functions;
using Kernels.Loops;

namespace Kernels;

/// <summary>Evaluates plane curves over arrays of parameters: (x, y) = f(t) in one pass.</summary>
/// <remarks>
/// <inheritdoc cref="Elementary" path="/remarks/para[@id]"/>
/// <para>The curve runs under the default state too, progress is reported under the caller's own.</para>
/// </remarks>
public static partial class Curve
{
    // Curves of sine and cosine alone run in phases, and the compiler sees which they are; floats have a kernel of their own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TCurve, T, TRunner>(TCurve curve, ReadOnlySpan<T> t, Span<T> x, Span<T> y, TRunner runner)
        where TCurve : ICurve where T : unmanaged where TRunner : struct, IRunner
    {
        if (curve is null)
            throw new ArgumentNullException(nameof(curve));
        if (typeof(TCurve) == typeof(HeartCurve))
            Evaluate(default(Heart), t, x, y, runner);
        else if (typeof(TCurve) == typeof(FourierCurve) && Unsafe.As<TCurve, FourierCurve>(ref curve).HasFewHarmonics)
            Evaluate(Unsafe.As<TCurve, FourierCurve>(ref curve).Map, t, x, y, runner);
        else if (typeof(TCurve).IsValueType && InheritedBody<TCurve>.OfCurve)
            Driver.Evaluate(new LanesBody<ICurve, CurveResults<ICurve>>(curve), t, x, y, runner);
        else
            Driver.Evaluate(new LanesBody<TCurve, CurveResults<TCurve>>(curve), t, x, y, runner);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Evaluate<TMap, T, TRunner>(TMap map, ReadOnlySpan<T> t, Span<T> x, Span<T> y, TRunner runner)
        where TMap : struct, IMap where T : unmanaged where TRunner : struct, IRunner
    {
        if (typeof(T) == typeof(float))
            Driver.Evaluate(new TableBody<Mapped<SingleOnCircle<SineAndCosine>, TMap>, Declared>(new(map)), t, x, y, runner);
        else
            Driver.Evaluate(InPhases(map), t, x, y, runner);
    }

    // Parameters are doubles, whatever the results are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TCurve, T, TRunner>(TCurve curve, double start, double step, long first, Span<T> x, Span<T> y, TRunner runner)
        where TCurve : ICurve where T : unmanaged where TRunner : struct, IRunner
    {
        if (curve is null)
            throw new ArgumentNullException(nameof(curve));
        if (typeof(TCurve) == typeof(HeartCurve))
            Driver.Sample(InPhases(default(Heart)), start, step, first, x, y, runner);
        else if (typeof(TCurve) == typeof(FourierCurve) && Unsafe.As<TCurve, FourierCurve>(ref curve).HasFewHarmonics)
            Driver.Sample(InPhases(Unsafe.As<TCurve, FourierCurve>(ref curve).Map), start, step, first, x, y, runner);
        else if (typeof(TCurve).IsValueType && InheritedBody<TCurve>.OfCurve)
            Driver.Sample(new LanesBody<ICurve, CurveResults<ICurve>>(curve), start, step, first, x, y, runner);
        else
            Driver.Sample(new LanesBody<TCurve, CurveResults<TCurve>>(curve), start, step, first, x, y, runner);
    }

    private static TableBody<Mapped<OnCircle<SineAndCosine>, TMap>, Declared> InPhases<TMap>(TMap map)
        where TMap : struct, IMap => new(new(map));
}
