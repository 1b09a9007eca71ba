using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kernels.Yardsticks.Calls;

/// <summary>Calls of the library for single numbers and for vectors, in a loop.</summary>
internal static class EachCalls
{
    /// <summary>All that there are; whole vectors only.</summary>
    public static IEnumerable<(string Name, Action Call)> All<T>(Type type, string name, Columns<T> columns)
        where T : unmanaged
    {
        (string, Action?)[] all =
        [
            ($"{type.Name}.{name} of a number", Bind<T, T>(type, name, columns)),
            ($"{type.Name}.{name} of Vector128", Bind<T, Vector128<T>>(type, name, columns)),
            ($"{type.Name}.{name} of Vector256", Bind<T, Vector256<T>>(type, name, columns)),
            ($"{type.Name}.{name} of Vector512", Bind<T, Vector512<T>>(type, name, columns)),
        ];
        return from call in all where call.Item2 is not null select (call.Item1, call.Item2!);
    }

    private static Action? Bind<T, V>(Type type, string name, Columns<T> columns)
        where T : unmanaged
        where V : struct
    {
        if (MethodFinder.Find<Func<V, V>>(type, name) is { } one)
        {
            return () =>
            {
                Span<V> x = Of(columns.X), first = Of(columns.First);
                for (int i = 0; i < x.Length; i++)
                    first[i] = one(x[i]);
            };
        }

        if (MethodFinder.Find<Func<V, (V, V)>>(type, name) is { } two)
        {
            return () =>
            {
                Span<V> x = Of(columns.X), first = Of(columns.First), second = Of(columns.Second);
                for (int i = 0; i < x.Length; i++)
                    (first[i], second[i]) = two(x[i]);
            };
        }

        if (MethodFinder.Find<Func<V, V, V>>(type, name) is { } ofTwo)
        {
            return () =>
            {
                Span<V> x = Of(columns.X), y = Of(columns.Y), first = Of(columns.First);
                for (int i = 0; i < x.Length; i++)
                    first[i] = ofTwo(x[i], y[i]);
            };
        }

        return null;

        static Span<V> Of(T[] numbers) => MemoryMarshal.Cast<T, V>(numbers.AsSpan());
    }
}
