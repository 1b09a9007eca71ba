using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kernels.Tests;

/// <summary>
/// One public call of numbers, vectors or lanes, seen as one or two inputs → one or two outputs of as many elements as those have.
/// </summary>
/// <param name="Name">The span operation whose bits it must give.</param>
/// <param name="Argument">The type of its arguments.</param>
/// <param name="Count">The elements of one.</param>
/// <param name="Run">The call; what it is given may be longer.</param>
internal sealed record VectorCall<T>(string Name, Type Argument, int Count, AnySpans<T> Run)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether NaN may stand for results of arguments that are not ordinary.</summary>
    public bool IsNear { get; init; }

    /// <summary>
    /// Both outputs for inputs, each in an array of its own; the second is empty of results where there is one, y where there is one input.
    /// </summary>
    public (T[] First, T[] Second) Evaluate(T[] x, T[] y)
    {
        T[] first = new T[x.Length], second = new T[x.Length];
        for (int i = 0; i < x.Length; i += Count)
            Run(x.AsSpan(i, Count), y.Length > 0 ? y.AsSpan(i, Count) : [], first.AsSpan(i), second.AsSpan(i));
        return (first, second);
    }
}

/// <content>Calls of numbers, vectors and lanes.</content>
internal static partial class Operations
{
    /// <summary>All of them, of every elementary function.</summary>
    public static VectorCall<T>[] Vectors<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (VectorCall<T>[])(object)(typeof(T) == typeof(double) ? DoubleVectors : SingleVectors);

    private static VectorCall<T> OneOf<T, TVector>(string name, Func<TVector, TVector> function)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : unmanaged => new(
        name, typeof(TVector), Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>(), (x, _, u, _) => Write(function(Read<T, TVector>(x)), u));

    private static VectorCall<T> TwoOf<T, TVector>(string name, Func<TVector, (TVector First, TVector Second)> function)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : unmanaged => new(
        name,
        typeof(TVector),
        Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>(),
        (x, _, u, v) =>
        {
            var (first, second) = function(Read<T, TVector>(x));
            Write(first, u);
            Write(second, v);
        });

    private static VectorCall<T> PairsOf<T, TVector>(string name, Func<TVector, TVector, TVector> function)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : unmanaged => new(
        name,
        typeof(TVector),
        Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>(),
        (x, y, u, _) => Write(function(Read<T, TVector>(x), Read<T, TVector>(y)), u));

    // Within a user's function NaN has any bits.
    private static VectorCall<double> OneOfLanes<V>(string name, Func<V, V> function)
        where V : unmanaged, ILanes<V> =>
        OneOf<double, V>(name, x => V.CanonicalizeNaN(function(x))) with { IsNear = !V.IsWhole };

    private static VectorCall<double> TwoOfLanes<V>(string name, Func<V, (V First, V Second)> function)
        where V : unmanaged, ILanes<V> => TwoOf<double, V>(
        name,
        x =>
        {
            var (first, second) = function(x);
            return (V.CanonicalizeNaN(first), V.CanonicalizeNaN(second));
        }) with
        { IsNear = !V.IsWhole };

    private static VectorCall<double> PairsOfLanes<V>(string name, Func<V, V, V> function)
        where V : unmanaged, ILanes<V> =>
        PairsOf<double, V>(name, (x, y) => V.CanonicalizeNaN(function(x, y))) with { IsNear = !V.IsWhole };

    private static TVector Read<T, TVector>(ReadOnlySpan<T> x)
        where T : unmanaged
        where TVector : unmanaged => MemoryMarshal.Read<TVector>(MemoryMarshal.AsBytes(x));

    private static void Write<T, TVector>(TVector value, Span<T> destination)
        where T : unmanaged
        where TVector : unmanaged => MemoryMarshal.Write(MemoryMarshal.AsBytes(destination), in value);
}
