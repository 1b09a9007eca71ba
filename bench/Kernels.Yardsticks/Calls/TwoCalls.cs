namespace Kernels.Yardsticks.Calls;

/// <summary>Functions with two results by libraries that have a call for each.</summary>
internal static class TwoCalls
{
    /// <param name="function">With one result or two.</param>
    /// <param name="columns">Where they go.</param>
    /// <param name="bind">Makes the call of a name for one result; null where there is none.</param>
    public static Action? Bind<T>(ElementaryFunction function, Columns<T> columns, Func<string, T[], Action?> bind)
    {
        if (function.Names is not [var nameOfFirst, var nameOfSecond])
            return bind(function.Name, columns.First);
        if (bind(nameOfFirst, columns.First) is not { } first || bind(nameOfSecond, columns.Second) is not { } second)
            return null;
        return () =>
        {
            first();
            second();
        };
    }
}
