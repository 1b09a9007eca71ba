using Kernels.Loops;

namespace Kernels.Yardsticks.Calls;

/// <summary>All ways to a function's results.</summary>
internal static class AllCalls
{
    // The calling thread is one: what several do is the tests' business.
    private static readonly ParallelOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    /// <summary>The public calls of a class over spans, for single numbers and for vectors.</summary>
    public static IEnumerable<(string Name, Action Call)> Of<T>(Type type, ElementaryFunction function, Columns<T> columns)
        where T : unmanaged
    {
        string name = $"{type.Name}.{function.Name}";
        return
        [
            (name, Required(SpanCalls.Bind(type, function.Name, columns))),
            ($"{name} with options", Required(SpanCalls.Bind(type, function.Name, columns, OneThread))),
            .. EachCalls.All(type, function.Name, columns),
        ];

        Action Required(Action? call) => call ?? throw new MissingMethodException(name);
    }

    /// <summary>The kernel that rounds once, on lanes of each width.</summary>
    public static IEnumerable<(string Name, Action Call)> OnEachWidth<T>(ElementaryFunction function, Columns<T> columns)
        where T : unmanaged =>
        ForcedWidth.All.Select(bits => ($"{function.Name} on {bits} bits", KernelCalls.Bind(function, columns, bits)));
}
