using Kernels.Yardsticks.Calls;

namespace Kernels.Yardsticks.Verifying;

/// <summary>Holds all results of a function, by every call and at every width, against the nearest numbers.</summary>
/// <param name="operation">A function of the library's table.</param>
public sealed class Verifier(Operation operation)
{
    /// <summary>Bit patterns of floats, infinite ones and those of no number included.</summary>
    public const long AllFloats = 1L << 32;

    /// <summary>Arguments at a time: a multiple of every vector's length, and short enough for the caches.</summary>
    private const int BlockLength = 1 << 12;

    private readonly ElementaryFunction _function =
        operation.Function ?? throw new ArgumentException($"{operation.Name} is not in the table.", nameof(operation));

    /// <summary>Every so manieth float, of a function of one input.</summary>
    /// <param name="stride">1 for all.</param>
    /// <param name="progress">Told the number of floats that are done.</param>
    /// <param name="token">Checked at each block.</param>
    public Verdict Floats(int stride, IProgress<long>? progress, CancellationToken token)
    {
        long count = (AllFloats + stride - 1) / stride;
        return Run(count, Singles, (first, x, _) =>
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = BitConverter.UInt32BitsToSingle((uint)((first + i) * stride));
        }, progress, token);
    }

    /// <summary>So many pairs of floats, of a function of two inputs.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Other pairs of the same kind.</param>
    /// <param name="progress">Told the number of pairs that are done.</param>
    /// <param name="token">Checked at each block.</param>
    public Verdict Pairs(long count, int seed, IProgress<long>? progress, CancellationToken token) =>
        Run(count, Singles, new SpreadPairs(_function, seed).Fill, progress, token);

    /// <summary>Floats of the caller's choice, in pairs if the function has two inputs.</summary>
    public Verdict Floats(
        IReadOnlyList<(float X, float Y)> arguments, IProgress<long>? progress = null, CancellationToken token = default) =>
        Run(arguments.Count, Singles, From(arguments), progress, token);

    /// <summary>Doubles of the caller's choice, through <see cref="CorrectlyRounded"/>.</summary>
    /// <inheritdoc cref="Floats(IReadOnlyList{ValueTuple{float, float}}, IProgress{long}?, CancellationToken)"/>
    public Verdict CorrectDoubles(
        IReadOnlyList<(double X, double Y)> arguments, IProgress<long>? progress = null, CancellationToken token = default) =>
        Run(arguments.Count, CorrectlyRoundedDoubles, From(arguments), progress, token);

    /// <summary>Doubles, through <see cref="CorrectlyRounded"/>: the results must be the nearest ones.</summary>
    /// <param name="samples">How many.</param>
    /// <param name="seed">Other arguments of the same kind.</param>
    /// <param name="progress">Told the number of arguments that are done.</param>
    /// <param name="token">Checked at each block.</param>
    public Verdict CorrectDoubles(long samples, int seed, IProgress<long>? progress, CancellationToken token) =>
        Run(samples, CorrectlyRoundedDoubles, new SpreadArguments(_function, samples, seed).Fill, progress, token);

    /// <summary>Doubles, through <see cref="Elementary"/>: the results must be within the declared bound.</summary>
    /// <inheritdoc cref="CorrectDoubles(long, int, IProgress{long}?, CancellationToken)"/>
    public Verdict Doubles(long samples, int seed, IProgress<long>? progress, CancellationToken token) =>
        Run(samples, RoundedDoubles, new SpreadArguments(_function, samples, seed).Fill, progress, token);

    /// <summary>One call, on floats of the caller's choice.</summary>
    public Verdict Check(string name, float[] arguments, Action<Columns<float>> call)
    {
        var block = new Block<float>(operation, arguments.Length, (reference, x, y) => reference.Nearest(x, y), null);
        block.Calls = [(name, () => call(block.Columns))];
        arguments.CopyTo(block.Columns.X, 0);
        var verdict = new Verdict();
        block.Check(arguments.Length, verdict);
        return verdict;
    }

    private Block<float> Singles()
    {
        var block = new Block<float>(operation, BlockLength, (reference, x, y) => reference.Nearest(x, y), null);
        block.Calls =
        [
            .. AllCalls.Of(typeof(Elementary), _function, block.Columns), .. AllCalls.OnEachWidth(_function, block.Columns),
            .. AllCalls.Of(typeof(CorrectlyRounded), _function, block.Columns),
        ];
        return block;
    }

    private Block<double> RoundedDoubles()
    {
        var block = new Block<double>(
            operation,
            BlockLength,
            (reference, x, y) => reference.Nearest(x, y),
            (reference, result, x, y) => reference.QuickErrorInUlp(result, x, y));
        block.Calls = [.. AllCalls.Of(typeof(Elementary), _function, block.Columns), .. AllCalls.OnEachWidth(_function, block.Columns)];
        return block;
    }

    private Block<double> CorrectlyRoundedDoubles()
    {
        var block = new Block<double>(operation, BlockLength, (reference, x, y) => reference.Nearest(x, y), null);
        block.Calls = [.. AllCalls.Of(typeof(CorrectlyRounded), _function, block.Columns)];
        return block;
    }

    private delegate void Filler<T>(long first, Span<T> x, Span<T> y);

    private static Filler<T> From<T>(IReadOnlyList<(T X, T Y)> arguments) => (first, x, y) =>
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = arguments[(int)first + i].X;
        for (int i = 0; i < y.Length; i++)
            y[i] = arguments[(int)first + i].Y;
    };

    private static Verdict Run<T>(
        long count, Func<Block<T>> create, Filler<T> fill, IProgress<long>? progress, CancellationToken token)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var verdict = new Verdict();
        long done = 0;
        var gate = new Lock();

        // Without a limit the pool adds threads for as long as the machine has other things to do.
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = token };
        Parallel.For(0, (count + BlockLength - 1) / BlockLength, options, create, (number, _, block) =>
        {
            // Calls take the whole block, vectors for vectors: what follows the last argument is of an earlier block.
            long first = number * BlockLength;
            int length = (int)Math.Min(BlockLength, count - first);
            var (x, y, _, _) = block.Columns;
            fill(first, x.AsSpan(0, length), y.AsSpan(0, Math.Min(y.Length, length)));
            block.Check(length, verdict);
            lock (gate)
                progress?.Report(done += length);
            return block;
        }, _ => { });
        return verdict;
    }
}
