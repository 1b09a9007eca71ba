namespace Kernels.Loops;

/// <summary>A call: checks its columns, chooses the loop, has the runner do the work.</summary>
internal static unsafe class Driver
{
    /// <summary>u[i] = f(x[i]), or (u[i], v[i]) of a body with two results.</summary>
    public static void Evaluate<TBody, T, TRunner>(
        TBody body, ReadOnlySpan<T> x, Span<T> u, Span<T> v, TRunner runner, [CallerArgumentExpression(nameof(u))] string nameOfU = "",
        [CallerArgumentExpression(nameof(v))] string nameOfV = "")
        where TBody : struct, IBody where T : unmanaged where TRunner : struct, IRunner
    {
        Shape.CheckLength(x.Length, u.Length, nameOfU);
        if (TBody.Results > 1)
            Shape.CheckLength(x.Length, v.Length, nameOfV);
        fixed (T* input = x, first = u, second = v)
        {
            Shape.CheckInput(input, first, x.Length, nameOfU);
            if (TBody.Results > 1)
            {
                Shape.CheckInput(input, second, x.Length, nameOfV);
                Shape.CheckDestinations(first, second, x.Length, nameOfV);
            }

            bool isInPlace = input == first || (TBody.Results > 1 && input == second);
            bool streams = !isInPlace && Streaming.Pays<T>((long)TBody.Results * x.Length);
            var columns = new DirectColumns<T> { First = input, Second = first, Third = second, Stream = streams };
            runner.Run(new DirectLoop<TBody, T>(body, &columns), x.Length);
        }
    }

    /// <summary>u[i] = f(x[i], y[i]).</summary>
    public static void EvaluateOfTwo<TBody, T, TRunner>(
        TBody body, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> u, TRunner runner,
        [CallerArgumentExpression(nameof(y))] string nameOfY = "", [CallerArgumentExpression(nameof(u))] string nameOfU = "")
        where TBody : struct, IBody where T : unmanaged where TRunner : struct, IRunner
    {
        Shape.CheckInputs(x.Length, y.Length, nameOfY);
        Shape.CheckLength(x.Length, u.Length, nameOfU);
        fixed (T* input = x, other = y, result = u)
        {
            Shape.CheckInput(input, result, x.Length, nameOfU);
            Shape.CheckInput(other, result, x.Length, nameOfU);
            bool streams = input != result && other != result && Streaming.Pays<T>(x.Length);
            var columns = new DirectColumns<T> { First = input, Second = other, Third = result, Stream = streams };
            runner.Run(new DirectLoop<TBody, T>(body, &columns), x.Length);
        }
    }

    /// <summary>The same with one y for all x.</summary>
    public static void EvaluateOfTwo<TBody, T, TRunner>(
        TBody body, ReadOnlySpan<T> x, T y, Span<T> u, TRunner runner, [CallerArgumentExpression(nameof(u))] string nameOfU = "")
        where TBody : struct, IBody where T : unmanaged where TRunner : struct, IRunner
    {
        fixed (T* input = x)
            EvaluateWithNumber(body, RawColumn.Of(input), RawColumn.Of(&y, stride: 0), x, u, runner, nameOfU);
    }

    /// <summary>The same with one x for all y.</summary>
    public static void EvaluateOfTwo<TBody, T, TRunner>(
        TBody body, T x, ReadOnlySpan<T> y, Span<T> u, TRunner runner, [CallerArgumentExpression(nameof(u))] string nameOfU = "")
        where TBody : struct, IBody where T : unmanaged where TRunner : struct, IRunner
    {
        fixed (T* input = y)
            EvaluateWithNumber(body, RawColumn.Of(&x, stride: 0), RawColumn.Of(input), y, u, runner, nameOfU);
    }

    private static void EvaluateWithNumber<TBody, T, TRunner>(
        TBody body, RawColumn x, RawColumn y, ReadOnlySpan<T> numbers, Span<T> u, TRunner runner, string nameOfU)
        where TBody : struct, IBody where T : unmanaged where TRunner : struct, IRunner
    {
        Shape.CheckLength(numbers.Length, u.Length, nameOfU);
        fixed (T* input = numbers, result = u)
        {
            Shape.CheckInput(input, result, numbers.Length, nameOfU);
            Evaluate(body, [x, y, RawColumn.Of(result)], numbers.Length, runner);
        }
    }

    /// <summary>u[i] = f(tᵢ) of a grid, or both results, as many elements as <paramref name="u"/> has room for.</summary>
    public static void Sample<TBody, T, TRunner>(
        TBody body, double start, double step, long first, Span<T> u, Span<T> v, TRunner runner,
        [CallerArgumentExpression(nameof(v))] string nameOfV = "")
        where TBody : struct, IBody where T : unmanaged where TRunner : struct, IRunner
    {
        if (TBody.Results > 1)
            Shape.CheckLength(u.Length, v.Length, nameOfV);
        Shape.CheckGrid(first, u.Length);
        fixed (T* firstResults = u, secondResults = v)
        {
            if (TBody.Results > 1)
                Shape.CheckDestinations(firstResults, secondResults, u.Length, nameOfV);
            ReadOnlySpan<RawColumn> columns = [RawColumn.Grid(start, step, first), RawColumn.Of(firstResults), RawColumn.Of(secondResults)];
            Evaluate(body, columns[..(1 + TBody.Results)], u.Length, runner);
        }
    }

    /// <summary>Any columns: as many inputs and results as the body has, all of them so long.</summary>
    public static void Evaluate<TBody, TRunner>(TBody body, ReadOnlySpan<RawColumn> columns, long count, TRunner runner)
        where TBody : struct, IBody where TRunner : struct, IRunner
    {
        if (columns.Length != TBody.Inputs + TBody.Results)
            throw new ArgumentException($"There are {columns.Length} columns instead of {TBody.Inputs + TBody.Results}.", nameof(columns));
        Shape.CheckColumns(columns, TBody.Inputs, count);
        fixed (RawColumn* first = columns)
        {
            if (!TBody.IsForDoubles && AllAre<float>(columns))
                Stage<TBody, float, TRunner>(body, first, count, runner);
            else
                Stage<TBody, double, TRunner>(body, first, count, runner);
        }
    }

    private static void Stage<TBody, T, TRunner>(TBody body, RawColumn* columns, long count, TRunner runner)
        where TBody : struct, IBody where T : unmanaged where TRunner : struct, IRunner
    {
        long bytes = 0;
        bool isInPlace = false;
        for (int result = TBody.Inputs; result < TBody.Inputs + TBody.Results; result++)
        {
            bytes += count * columns[result].Width;
            for (int input = 0; input < TBody.Inputs; input++)
                isInPlace |= Shape.AreSame(columns[input], columns[result]);
        }

        runner.Run(new StagedLoop<TBody, T>(body, columns, !isInPlace && Streaming.Pays<byte>(bytes)), count);
    }

    private static bool AllAre<T>(ReadOnlySpan<RawColumn> columns) where T : unmanaged
    {
        bool all = true;
        foreach (RawColumn column in columns)
            all &= column.HasFormat<T>();
        return all;
    }
}
