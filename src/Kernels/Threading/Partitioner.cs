using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>All cores: the calling thread and helpers of the scheduler claim chunks from one counter.</summary>
internal readonly struct Partitioner : IRunner
{
    private readonly ParallelOptions _options;
    private readonly IProgress<long>? _progress;

    public Partitioner(ParallelOptions options, IProgress<long>? progress)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _progress = progress;
    }

    public void Run<TLoop>(TLoop loop, long count)
        where TLoop : struct, ILoop
    {
        _options.CancellationToken.ThrowIfCancellationRequested();
        var partition = new Partition(count);
        int workers = partition.Workers(_options.MaxDegreeOfParallelism);
        if (partition.Chunks > 1)
        {
            new Job<TLoop>(loop, partition, _options, _progress).Run(workers);
            return;
        }

        Width.Run(loop, 0, count);
        _progress?.Report(count);
    }
}
