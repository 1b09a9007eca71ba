using System.Numerics;

namespace Kernels.Tests;

internal delegate void OneResult<T>(ReadOnlySpan<T> x, Span<T> y);

internal delegate void OneResultInParallel<T>(ReadOnlySpan<T> x, Span<T> y, ParallelOptions options, IProgress<long>? progress);

internal delegate void TwoResults<T>(ReadOnlySpan<T> t, Span<T> x, Span<T> y);

internal delegate void TwoResultsInParallel<T>(ReadOnlySpan<T> t, Span<T> x, Span<T> y, ParallelOptions options, IProgress<long>? progress);

internal delegate void OfPairs<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination);

internal delegate void OfPairsInParallel<T>(
    ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, ParallelOptions options, IProgress<long>? progress);

internal delegate void WithSecond<T>(ReadOnlySpan<T> x, T y, Span<T> destination);

internal delegate void WithSecondInParallel<T>(
    ReadOnlySpan<T> x, T y, Span<T> destination, ParallelOptions options, IProgress<long>? progress);

internal delegate void WithFirst<T>(T x, ReadOnlySpan<T> y, Span<T> destination);

internal delegate void WithFirstInParallel<T>(
    T x, ReadOnlySpan<T> y, Span<T> destination, ParallelOptions options, IProgress<long>? progress);

internal delegate void AnySpans<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> first, Span<T> second);

internal delegate void AnySpansInParallel<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> first, Span<T> second, ParallelOptions options);

internal delegate void AnySpansAtWidth<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> first, Span<T> second, ForcedWidth width);

/// <summary>
/// One public span operation, seen as one or two inputs → one or two outputs, in all the forms it comes in. Where a test gives one input
/// to an operation of two, the other is made of it: <see cref="Inputs.Partners{T}"/>.
/// </summary>
internal sealed class Operation<T>(
    string name,
    int inputs,
    string[] destinationNames,
    AnySpans<T> sequential,
    AnySpansInParallel<T> parallel,
    AnySpansAtWidth<T> atWidth)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public string Name => name;

    /// <summary>One or two.</summary>
    public int InputCount => inputs;

    /// <summary>The names of the destination parameters.</summary>
    public string[] DestinationNames => destinationNames;

    public int Outputs => destinationNames.Length;

    /// <summary>The forms with one number in the place of an input; none of an operation with one.</summary>
    public NumberForm<T>[] NumberForms { get; init; } = [];

    public void Run(ReadOnlySpan<T> x, Span<T> first, Span<T> second) => Run(x, Other(x), first, second);

    public void Run(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> first, Span<T> second) => sequential(x, y, first, second);

    public void Run(ReadOnlySpan<T> x, Span<T> first, Span<T> second, ParallelOptions options) => Run(x, Other(x), first, second, options);

    public void Run(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> first, Span<T> second, ParallelOptions options) =>
        parallel(x, y, first, second, options);

    /// <summary>On lanes of a given number of bits; 64 stands for one double.</summary>
    public void Run(ReadOnlySpan<T> x, Span<T> first, Span<T> second, ForcedWidth width) => Run(x, Other(x), first, second, width);

    public void Run(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> first, Span<T> second, ForcedWidth width) =>
        atWidth(x, y, first, second, width);

    /// <summary>All outputs for an input, each in an array of its own.</summary>
    public T[][] Evaluate(params T[] input) => Evaluate(input, Other(input));

    public T[][] Evaluate(T[] x, T[] y)
    {
        T[] first = new T[x.Length], second = new T[x.Length];
        Run(x, y, first, second);
        return Outputs == 1 ? [first] : [first, second];
    }

    public T[][] Evaluate(T[] input, int bits)
    {
        T[] first = new T[input.Length], second = new T[input.Length];
        Run(input, first, second, new ForcedWidth(bits));
        return Outputs == 1 ? [first] : [first, second];
    }

    /// <summary>The second input, if there is one.</summary>
    public T[] Other(ReadOnlySpan<T> x) => inputs == 1 ? [] : Inputs.Partners(x);
}

/// <summary>An operation of two inputs with one number for one of them.</summary>
/// <param name="IsFirst">Whether it stands for the first.</param>
/// <param name="Run">On the calling thread.</param>
/// <param name="RunInParallel">On several.</param>
/// <param name="RunAtWidth">On lanes of a given number of bits.</param>
internal sealed record NumberForm<T>(
    bool IsFirst, WithSecond<T> Run, Action<T[], T, T[], ParallelOptions> RunInParallel, Action<T[], T, T[], ForcedWidth> RunAtWidth);
