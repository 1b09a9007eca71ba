using System.Runtime.CompilerServices;

namespace Kernels.Loops;

/// <summary>A call: checks its columns, chooses the loop, has the runner do the work.</summary>
internal static unsafe class Driver
{
    /// <summary>y[i] = f(x[i]).</summary>
    public static void Evaluate<TBody, T, TRunner>(
        TBody body,
        ReadOnlySpan<T> x,
        Span<T> destination,
        TRunner runner,
        [CallerArgumentExpression(nameof(destination))] string name = "")
        where TBody : struct, IBody
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        Shape.CheckLength(x.Length, destination.Length, name);
        fixed (T* input = x, output = destination)
        {
            Shape.CheckInput(input, output, x.Length, name);
            bool streams = input != output && Streaming.Pays<T>(x.Length);
            var columns = new DirectColumns<T> { First = input, Second = output, Stream = streams };
            runner.Run(new DirectLoop<TBody, T>(body, &columns), x.Length);
        }
    }

    /// <summary>(x[i], y[i]) = f(t[i]).</summary>
    public static void Evaluate<TBody, T, TRunner>(
        TBody body,
        ReadOnlySpan<T> t,
        Span<T> x,
        Span<T> y,
        TRunner runner,
        [CallerArgumentExpression(nameof(x))] string nameOfX = "",
        [CallerArgumentExpression(nameof(y))] string nameOfY = "")
        where TBody : struct, IBody
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        Shape.CheckLength(t.Length, x.Length, nameOfX);
        Shape.CheckLength(t.Length, y.Length, nameOfY);
        fixed (T* input = t, outputX = x, outputY = y)
        {
            Shape.CheckInput(input, outputX, t.Length, nameOfX);
            Shape.CheckInput(input, outputY, t.Length, nameOfY);
            Shape.CheckDestinations(outputX, outputY, t.Length, nameOfY);
            bool streams = input != outputX && input != outputY && Streaming.Pays<T>(2L * t.Length);
            var columns = new DirectColumns<T> { First = input, Second = outputX, Third = outputY, Stream = streams };
            runner.Run(new DirectLoop<TBody, T>(body, &columns), t.Length);
        }
    }

    /// <summary>y[i] = f(tᵢ) of a grid.</summary>
    public static void Sample<TBody, T, TRunner>(TBody body, double start, double step, long first, Span<T> destination, TRunner runner)
        where TBody : struct, IBody
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        Shape.CheckGrid(first, destination.Length);
        fixed (T* output = destination)
            Evaluate(body, [Column.Grid(start, step, first), Column.Of(output)], destination.Length, runner);
    }

    /// <summary>(x[i], y[i]) = f(tᵢ) of a grid, as many as <paramref name="x"/> has room for.</summary>
    public static void Sample<TBody, T, TRunner>(
        TBody body,
        double start,
        double step,
        long first,
        Span<T> x,
        Span<T> y,
        TRunner runner,
        [CallerArgumentExpression(nameof(y))] string nameOfY = "")
        where TBody : struct, IBody
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        Shape.CheckLength(x.Length, y.Length, nameOfY);
        Shape.CheckGrid(first, x.Length);
        fixed (T* outputX = x, outputY = y)
        {
            Shape.CheckDestinations(outputX, outputY, x.Length, nameOfY);
            Evaluate(body, [Column.Grid(start, step, first), Column.Of(outputX), Column.Of(outputY)], x.Length, runner);
        }
    }

    /// <summary>Any columns: as many inputs and results as the body has, all of them so long.</summary>
    public static void Evaluate<TBody, TRunner>(TBody body, ReadOnlySpan<Column> columns, long count, TRunner runner)
        where TBody : struct, IBody
        where TRunner : struct, IRunner
    {
        if (columns.Length != TBody.Inputs + TBody.Results)
            throw new ArgumentException($"There are {columns.Length} columns instead of {TBody.Inputs + TBody.Results}.", nameof(columns));
        Shape.CheckColumns(columns, TBody.Inputs, count);
        fixed (Column* first = columns)
        {
            if (AllAre<float>(columns))
                Stage<TBody, float, TRunner>(body, first, count, runner);
            else
                Stage<TBody, double, TRunner>(body, first, count, runner);
        }
    }

    private static void Stage<TBody, T, TRunner>(TBody body, Column* columns, long count, TRunner runner)
        where TBody : struct, IBody
        where T : unmanaged
        where TRunner : struct, IRunner
    {
        long bytes = 0;
        for (int result = TBody.Inputs; result < TBody.Inputs + TBody.Results; result++)
            bytes += count * columns[result].Width;
        runner.Run(new StagedLoop<TBody, T>(body, columns, Streaming.Pays<byte>(bytes)), count);
    }

    private static bool AllAre<T>(ReadOnlySpan<Column> columns)
        where T : unmanaged
    {
        bool all = true;
        foreach (Column column in columns)
            all &= column.HasFormat<T>();
        return all;
    }
}
