using System.Numerics;

namespace Kernels.Tests;

internal delegate void OneResult<T>(ReadOnlySpan<T> x, Span<T> y);

internal delegate void OneResultInParallel<T>(ReadOnlySpan<T> x, Span<T> y, ParallelOptions options, IProgress<long>? progress);

internal delegate void TwoResults<T>(ReadOnlySpan<T> t, Span<T> x, Span<T> y);

internal delegate void TwoResultsInParallel<T>(ReadOnlySpan<T> t, Span<T> x, Span<T> y, ParallelOptions options, IProgress<long>? progress);

internal delegate void TwoResultsAtWidth<T>(ReadOnlySpan<T> t, Span<T> x, Span<T> y, ForcedWidth width);

/// <summary>One public span operation, seen as input → one or two outputs, in all the forms it comes in.</summary>
internal sealed class Operation<T>(
    string name,
    string[] destinationNames,
    TwoResults<T> sequential,
    TwoResultsInParallel<T> parallel,
    TwoResultsAtWidth<T> atWidth)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public string Name => name;

    /// <summary>The names of the destination parameters.</summary>
    public string[] DestinationNames => destinationNames;

    public int Outputs => destinationNames.Length;

    public void Run(ReadOnlySpan<T> input, Span<T> first, Span<T> second) => sequential(input, first, second);

    public void Run(ReadOnlySpan<T> input, Span<T> first, Span<T> second, ParallelOptions options) =>
        parallel(input, first, second, options, null);

    /// <summary>On lanes of a given number of bits; 64 stands for one double.</summary>
    public void Run(ReadOnlySpan<T> input, Span<T> first, Span<T> second, ForcedWidth width) => atWidth(input, first, second, width);

    /// <summary>All outputs for an input, each in an array of its own.</summary>
    public T[][] Evaluate(params T[] input)
    {
        T[] first = new T[input.Length], second = new T[input.Length];
        Run(input, first, second);
        return Outputs == 1 ? [first] : [first, second];
    }

    public T[][] Evaluate(T[] input, int bits)
    {
        T[] first = new T[input.Length], second = new T[input.Length];
        Run(input, first, second, new ForcedWidth(bits));
        return Outputs == 1 ? [first] : [first, second];
    }
}
