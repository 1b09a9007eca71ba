namespace Kernels.Yardsticks.Calls;

internal delegate void OneResult<T>(ReadOnlySpan<T> x, Span<T> destination);

internal delegate void TwoResults<T>(ReadOnlySpan<T> x, Span<T> first, Span<T> second);

internal delegate void OneResultOfTwo<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination);

internal delegate void OneResultInParallel<T>(ReadOnlySpan<T> x, Span<T> destination, ParallelOptions options, IProgress<long>? progress);

internal delegate void TwoResultsInParallel<T>(
    ReadOnlySpan<T> x, Span<T> first, Span<T> second, ParallelOptions options, IProgress<long>? progress);

internal delegate void OneResultOfTwoInParallel<T>(
    ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ParallelOptions options, IProgress<long>? progress);

/// <summary>Calls over spans, by the name of a method, whatever the number of its inputs and results.</summary>
internal static class SpanCalls
{
    /// <summary>The call on those columns; null where the class has none.</summary>
    public static Action? Bind<T>(Type type, string name, Columns<T> columns)
    {
        var (x, y, first, second) = columns;
        if (MethodFinder.Find<OneResult<T>>(type, name, typeof(T)) is { } one)
            return () => one(x, first);
        if (MethodFinder.Find<TwoResults<T>>(type, name, typeof(T)) is { } two)
            return () => two(x, first, second);
        return MethodFinder.Find<OneResultOfTwo<T>>(type, name, typeof(T)) is { } ofTwo ? () => ofTwo(x, y, first) : null;
    }

    /// <summary>The same with options.</summary>
    public static Action? Bind<T>(Type type, string name, Columns<T> columns, ParallelOptions options)
    {
        var (x, y, first, second) = columns;
        if (MethodFinder.Find<OneResultInParallel<T>>(type, name) is { } one)
            return () => one(x, first, options, null);
        if (MethodFinder.Find<TwoResultsInParallel<T>>(type, name) is { } two)
            return () => two(x, first, second, options, null);
        return MethodFinder.Find<OneResultOfTwoInParallel<T>>(type, name) is { } ofTwo ? () => ofTwo(x, y, first, options, null) : null;
    }
}
