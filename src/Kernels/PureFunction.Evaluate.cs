using System.Globalization;
using Kernels.Loops;
using Kernels.Programs;
using Kernels.Threading;

namespace Kernels;

/// <content>Evaluation.</content>
public sealed unsafe partial class PureFunction
{
    /// <summary>Evaluates the function over columns: <c>f.Evaluate([t, 0.5], [x, y])</c>.</summary>
    /// <param name="inputs">A column for each input, in the order of <see cref="Inputs"/>; arrays among them are of one length.</param>
    /// <param name="results">A column for each result, in the order of <see cref="Outputs"/>, at least as long as the inputs; the rest is
    /// left as it is. If all inputs are numbers, so many elements are written as the results have, which are then of one length.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token; without, the calling thread does all.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <remarks>
    /// The part of a result that is written may be an input, starting at the same element; else it must not overlap an input or another
    /// result. The calling thread takes part. After a cancellation the written parts are unspecified. NaN results have the bits of
    /// <see cref="double.NaN"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">The columns are too many or too few, of different lengths or too short; a result is a number or
    /// only readable, or overlaps another column. Nothing has been written.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public void Evaluate(
        ReadOnlySpan<Column> inputs, ReadOnlySpan<Column> results, ParallelOptions? options = null, IProgress<long>? progress = null)
    {
        int count = CheckShape(inputs, results);
        RawColumn* columns = stackalloc RawColumn[inputs.Length + results.Length];
        Pin(inputs, results, 0, columns, count, options, progress);
        foreach (ref readonly Column column in inputs)
            GC.KeepAlive(column.Owner);
        foreach (ref readonly Column column in results)
            GC.KeepAlive(column.Owner);
    }

    /// <summary>Evaluates a function of one input with one result, on the calling thread.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results; at least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element, and must not overlap it otherwise.</param>
    /// <exception cref="InvalidOperationException">The function has another number of inputs or results.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="x"/> elsewhere than at
    /// the same elements. Nothing has been written.</exception>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> destination) => Evaluate(x, destination, default(CallingThread));

    /// <inheritdoc cref="Evaluate(ReadOnlySpan{double}, Span{double})"/>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results; at least as long as <paramref name="x"/>, the rest is left as it is. It may be
    /// <paramref name="x"/> itself, starting at the same element, and must not overlap it otherwise.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <summary>Evaluates a function of one input with one result, on all cores.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> destination, ParallelOptions options, IProgress<long>? progress = null) =>
        Evaluate(x, destination, new Partitioner(options, progress));

    /// <summary>Evaluates a function of one input with two results, on the calling thread.</summary>
    /// <param name="t">The arguments.</param>
    /// <param name="x">Receives the first results; at least as long as <paramref name="t"/>, the rest is left as it is. It may be
    /// <paramref name="t"/> itself, starting at the same element, and must not overlap it otherwise.</param>
    /// <param name="y">Receives the second results, likewise; the two must not overlap.</param>
    /// <exception cref="InvalidOperationException">The function has another number of inputs or results.</exception>
    /// <exception cref="ArgumentException">A destination is too short, or overlaps the other one, or <paramref name="t"/> elsewhere than
    /// at the same elements. Nothing has been written.</exception>
    public void Evaluate(ReadOnlySpan<double> t, Span<double> x, Span<double> y) => Evaluate(t, x, y, default(CallingThread));

    /// <inheritdoc cref="Evaluate(ReadOnlySpan{double}, Span{double}, Span{double})"/>
    /// <summary>Evaluates a function of one input with two results, on all cores.</summary>
    /// <param name="t">The arguments.</param>
    /// <param name="x">Receives the first results; at least as long as <paramref name="t"/>, the rest is left as it is. It may be
    /// <paramref name="t"/> itself, starting at the same element, and must not overlap it otherwise.</param>
    /// <param name="y">Receives the second results, likewise; the two must not overlap.</param>
    /// <param name="options">The number of threads, the scheduler and the cancellation token.</param>
    /// <param name="progress">Told the number of finished elements, in increasing order, one call at a time, last their total.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public void Evaluate(
        ReadOnlySpan<double> t, Span<double> x, Span<double> y, ParallelOptions options, IProgress<long>? progress = null) =>
        Evaluate(t, x, y, new Partitioner(options, progress));

    /// <summary>Evaluates a function with one result at one point.</summary>
    /// <param name="arguments">A number for each input.</param>
    /// <returns>The result: it has the bits that arrays get.</returns>
    /// <exception cref="ArgumentException">There are more or fewer arguments than inputs.</exception>
    /// <exception cref="InvalidOperationException">The function has more than one result.</exception>
    public double Invoke(params ReadOnlySpan<double> arguments)
    {
        CheckShape(_plan.Inputs, 1);
        double result = 0;
        Invoke(arguments, new Span<double>(ref result));
        return result;
    }

    /// <summary>Evaluates the function at one point.</summary>
    /// <param name="arguments">A number for each input.</param>
    /// <param name="results">Receives a number for each result.</param>
    /// <exception cref="ArgumentException">There are more or fewer arguments than inputs, or less room than results.</exception>
    public void Invoke(ReadOnlySpan<double> arguments, Span<double> results)
    {
        if (arguments.Length != _plan.Inputs)
            throw new ArgumentException(Counted("argument", arguments.Length, "input", _program.Inputs), nameof(arguments));
        if (results.Length < _plan.Results)
            throw new ArgumentException($"There is room for {results.Length} of {_plan.Results} results.", nameof(results));
        RawColumn* columns = stackalloc RawColumn[_plan.FirstNumber];
        fixed (double* x = arguments, y = results)
        {
            for (int i = 0; i < _plan.Inputs; i++)
                columns[i] = RawColumn.Of(x + i);
            for (int i = 0; i < _plan.Results; i++)
                columns[_plan.Inputs + i] = RawColumn.Of(y + i);
            default(CallingThread).Run(new ProgramLoop(_plan, columns, staged: uint.MaxValue, streams: false), 1);
        }
    }

    private void Evaluate<TRunner>(
        ReadOnlySpan<double> t, Span<double> u, TRunner runner, [CallerArgumentExpression(nameof(u))] string name = "")
        where TRunner : struct, IRunner
    {
        CheckShape(1, 1);
        Shape.CheckLength(t.Length, u.Length, name);
        fixed (double* input = t, result = u)
        {
            Shape.CheckInput(input, result, t.Length, name);
            RawColumn* columns = stackalloc RawColumn[] { RawColumn.Of(input), RawColumn.Of(result) };
            Run(columns, t.Length, runner);
        }
    }

    private void Evaluate<TRunner>(ReadOnlySpan<double> t, Span<double> x, Span<double> y, TRunner runner) where TRunner : struct, IRunner
    {
        CheckShape(1, 2);
        Shape.CheckLength(t.Length, x.Length, nameof(x));
        Shape.CheckLength(t.Length, y.Length, nameof(y));
        fixed (double* input = t, first = x, second = y)
        {
            Shape.CheckInput(input, first, t.Length, nameof(x));
            Shape.CheckInput(input, second, t.Length, nameof(y));
            Shape.CheckDestinations(first, second, t.Length, nameof(y));
            RawColumn* columns = stackalloc RawColumn[] { RawColumn.Of(input), RawColumn.Of(first), RawColumn.Of(second) };
            Run(columns, t.Length, runner);
        }
    }

    // A column after the other stays where it is, until all do.
    private void Pin(
        ReadOnlySpan<Column> inputs, ReadOnlySpan<Column> results, int place, RawColumn* columns, int count, ParallelOptions? options,
        IProgress<long>? progress)
    {
        if (place == _plan.FirstNumber)
        {
            Shape.CheckColumns(new(columns, place), _plan.Inputs, count, _names);
            if (options is null && progress is null)
                Run(columns, count, default(CallingThread));
            else
                Run(columns, count, new Partitioner(options ?? new() { MaxDegreeOfParallelism = 1 }, progress));
            return;
        }

        ref readonly Column column = ref place < inputs.Length ? ref inputs[place] : ref results[place - inputs.Length];
        double number = column.Number;
        fixed (double* doubles = column.Doubles)
        fixed (float* floats = column.Floats)
        {
            columns[place] = column.Raw(doubles, floats, &number);
            Pin(inputs, results, place + 1, columns, count, options, progress);
        }
    }

    /// <summary>Columns of any format and stride, which have been checked.</summary>
    /// <param name="columns">The inputs, then the results.</param>
    /// <param name="count">Elements of a column.</param>
    /// <param name="runner">Who does the work.</param>
    /// <param name="conditions">Where those of results that are not finite are added, if they are wanted.</param>
    internal void Run<TRunner>(RawColumn* columns, long count, TRunner runner, Conditions* conditions = null)
        where TRunner : struct, IRunner
    {
        uint staged = 0;
        long bytes = 0;
        for (int result = _plan.Inputs; result < _plan.FirstNumber; result++)
        {
            bytes += count * columns[result].Width;
            for (int input = 0; input < _plan.Inputs; input++)
                staged |= Shape.AreSame(columns[input], columns[result]) ? 1u << result : 0;
        }

        runner.Run(new ProgramLoop(_plan, columns, staged, staged == 0 && Streaming.Pays<byte>(bytes), conditions), count);
    }

    // The number of elements.
    private int CheckShape(ReadOnlySpan<Column> inputs, ReadOnlySpan<Column> results)
    {
        if (inputs.Length != _plan.Inputs)
            throw new ArgumentException(Counted("column", inputs.Length, "input", _program.Inputs), nameof(inputs));
        if (results.Length != _plan.Results)
            throw new ArgumentException(Counted("column", results.Length, "result", _program.Outputs), nameof(results));
        int first = -1;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].IsNothing)
                throw new ArgumentException($"The input '{_program.Inputs[i]}' has no column.", nameof(inputs));
            if (inputs[i].IsNumber)
                continue;
            first = first < 0 ? i : first;
            CheckAlike(_program.Inputs, inputs, first, i, nameof(inputs));
        }

        for (int i = 0; i < results.Length; i++)
        {
            string? what = results[i] switch
            {
                { IsNothing: true } => "has no column",
                { IsNumber: true } => "is a number, not an array",
                { IsWritable: false } => "can only be read",
                _ => null,
            };
            if (what is not null)
                throw new ArgumentException($"The result '{_program.Outputs[i]}' {what}.", nameof(results));
            if (first < 0)
                CheckAlike(_program.Outputs, results, 0, i, nameof(results));
            else if (results[i].Length < inputs[first].Length)
                throw new ArgumentException(Short(i, results[i].Length, inputs[first].Length), nameof(results));
        }

        return first < 0 ? results[0].Length : inputs[first].Length;

        string Short(int result, int length, int count) =>
            $"The result '{_program.Outputs[result]}' has room for {length} elements, the inputs have {count}.";
    }

    private static void CheckAlike(string[] names, ReadOnlySpan<Column> columns, int first, int second, string parameter)
    {
        int length = columns[first].Length, otherLength = columns[second].Length;
        if (length != otherLength)
            throw new ArgumentException(
                $"'{names[first]}' has {length} elements and '{names[second]}' {otherLength}; they must be as many.", parameter);
    }

    private void CheckShape(int inputs, int results)
    {
        if (_plan.Inputs != inputs || _plan.Results != results)
        {
            string call = $"{Counted(inputs, "input")} and {Counted(results, "result")}";
            string actual = $"the function has the inputs {Listed(_program.Inputs)} and the results {Listed(_program.Outputs)}";
            throw new InvalidOperationException($"This call is for {call}; {actual}: Evaluate([…], […]) takes a column for each.");
        }
    }

    private static string Counted(string what, int count, string of, string[] names) =>
        $"There {(count == 1 ? "is" : "are")} {Counted(count, what)} for {Counted(names.Length, of)}: {Listed(names)}.";

    private static string Counted(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
