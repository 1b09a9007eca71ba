using System.Diagnostics;
using Kernels.Cli.Output;
using Kernels.Cli.Reports;

namespace Kernels.Cli;

/// <summary>Evaluates a formula over the rows of a file, block by block: while one is evaluated and written the next is read.</summary>
internal sealed class EvaluateJob(EvaluateRequest request, TableFile file, Stages stages, CancellationToken token)
{
    /// <summary>Rows of a block: enough work for many threads, and 0.5 MB a column.</summary>
    private const int BlockLength = 1 << 16;

    public EvaluateResult Run()
    {
        long start = Stopwatch.GetTimestamp();
        var options = new ParallelOptions { CancellationToken = token };
        long bytes = request.Source.Length;
        IProgress<long> progress = stages.Begin("Rows", bytes == 0 ? long.MaxValue : bytes);
        Block block = new(request), next = new(request);
        Task<int> reading = StartReading(next);
        while (reading.GetAwaiter().GetResult() is var rows and > 0)
        {
            token.ThrowIfCancellationRequested();
            (block, next) = (next, block);
            reading = StartReading(next);
            Column[] inputs = [.. block.Inputs.Select(column => (Column)column.AsMemory(0, rows))];
            Column[] results = [.. block.Results.Select(column => (Column)column.AsMemory(0, rows))];
            request.Function.Evaluate(inputs, results, options);
            file.Write(block.Written, rows, token);
            progress.Report(request.Source.Position);
        }

        file.Complete();
        return new(file.Rows, new(file.Name, file.Length, Stopwatch.GetElapsedTime(start).TotalSeconds));
    }

    private Task<int> StartReading(Block block) => Task.Run(() => request.Source.Read(block.Inputs, BlockLength), token);

    /// <summary>The memory of some rows.</summary>
    private sealed class Block
    {
        public Block(EvaluateRequest request)
        {
            Inputs = [.. request.Function.Inputs.Select(_ => new double[BlockLength])];
            Results = [.. request.Function.Outputs.Select(_ => new double[BlockLength])];
            Written = [.. (request.KeepsInputs ? [.. Inputs, .. Results] : Results).Select(column => (ReadOnlyMemory<double>)column)];
        }

        public double[][] Inputs { get; }

        public double[][] Results { get; }

        public ReadOnlyMemory<double>[] Written { get; }
    }
}
