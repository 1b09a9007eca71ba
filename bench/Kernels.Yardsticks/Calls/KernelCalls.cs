using System.Reflection;
using Kernels.Loops;

namespace Kernels.Yardsticks.Calls;

/// <summary>The library's kernels on lanes of a given width, by their names in the table of functions.</summary>
internal static class KernelCalls
{
    /// <summary>The call of a function's kernel of that precision, rounded once; of floats, to the nearest.</summary>
    public static Action Bind<T>(ElementaryFunction function, Columns<T> columns, int bits)
        where T : unmanaged
    {
        Type kernel = KernelOf(typeof(T) == typeof(double) ? function.Kernel : function.SingleKernel);
        Type tier = typeof(T) == typeof(float) && function.SingleProof is { } proof
            ? typeof(Correct<,>).MakeGenericType(kernel, KernelOf(proof)) : typeof(Declared);
        Type body = typeof(TableBody<,>).MakeGenericType(kernel, tier);
        string binder = function.Parameters.Length == 2 ? nameof(OfTwo) : function.Results.Length == 2 ? nameof(Two) : nameof(One);
        return (Action)typeof(KernelCalls).GetMethod(binder, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(typeof(T), body).Invoke(null, [columns, new ForcedWidth(bits)])!;
    }

    private static Action One<T, TBody>(Columns<T> columns, ForcedWidth width)
        where T : unmanaged
        where TBody : struct, IBody => () => Driver.Evaluate(default(TBody), columns.X, columns.First, default, width);

    private static Action Two<T, TBody>(Columns<T> columns, ForcedWidth width)
        where T : unmanaged
        where TBody : struct, IBody => () => Driver.Evaluate(default(TBody), columns.X, columns.First, columns.Second, width);

    private static Action OfTwo<T, TBody>(Columns<T> columns, ForcedWidth width)
        where T : unmanaged
        where TBody : struct, IBody => () =>
        Driver.EvaluateOfTwo(default(TBody), (ReadOnlySpan<T>)columns.X, columns.Y, columns.First, width);

    // As it is written: Name or Name<Name>.
    private static Type KernelOf(string name) => name.IndexOf('<', StringComparison.Ordinal) is var open and >= 0
        ? Named($"{name[..open]}`1").MakeGenericType(KernelOf(name[(open + 1)..^1]))
        : Named(name);

    private static Type Named(string name) => typeof(TableBody<,>).Assembly.GetType($"Kernels.Functions.{name}", throwOnError: true)!;
}
