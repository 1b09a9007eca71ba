using System.Diagnostics;
using System.Runtime.CompilerServices;
using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>All cores, where that is faster than the calling thread alone.</summary>
/// <remarks>
/// What a helper costs depends on whether the thread pool is awake. A thread that has had work in the last 300 µs still spins: it comes
/// within 3 µs, and calling it costs the caller half of one. One that has been parked costs the caller 20 to 55 µs and comes after 75 to 180
/// (Zen 3 in a virtual machine, .NET 10). So there are two cut-overs, each where both ways take the same time.
/// </remarks>
internal readonly struct Partitioner : IRunner
{
    /// <summary>Nanoseconds of work that are left to the calling thread though helpers are awake.</summary>
    private const float CutOverAwake = 13_000;

    /// <summary>Nanoseconds of work that are left to the calling thread where helpers would have to be woken.</summary>
    private const float CutOverParked = 100_000;

    /// <summary>Nanoseconds up to which a call goes by the pace of earlier ones; of a longer one the measurement is too small a part to be seen.</summary>
    private const float Unmeasured = 300_000;

    /// <summary>
    /// Nanoseconds of a chunk at most: 500 times what claiming it costs, and less than a parked thread takes to wake, so that a late or
    /// stolen core delays a call by little. Cancellation is looked for between chunks.
    /// </summary>
    private const float LongestChunkTime = 20_000;

    /// <summary>Chunks for each thread, where that makes them shorter: the last ones end at about the same time.</summary>
    private const int ChunksPerWorker = 8;

    /// <summary>The most elements of a chunk.</summary>
    private const float LongestChunk = 1 << 20;

    private const int Page = 4096;

    /// <summary>A chunk of so many bytes has its borders on pages, so that no two threads write to the same one; others on cache lines.</summary>
    private const int LargeChunk = 16 * Page;

    private readonly ParallelOptions _options;
    private readonly IProgress<long>? _progress;

    public Partitioner(ParallelOptions options, IProgress<long>? progress)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _progress = progress;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TLoop>(TLoop loop, long count)
        where TLoop : struct, ILoop
    {
        _options.CancellationToken.ThrowIfCancellationRequested();
        float expected = Pace<TLoop>.Expect(count);
        if (expected is > 0 and <= CutOverAwake)
            Width.Run(loop, 0, count);
        else if (count > 0)
            RunLong(loop, count, expected);
        _progress?.Report(count);
    }

    // Work for several threads, or perhaps.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunLong<TLoop>(TLoop loop, long count, float expected)
        where TLoop : struct, ILoop
    {
        long start = Stopwatch.GetTimestamp();
        bool awake = Helpers.AreAwakeAt(start);
        if (awake && expected is > 0 and < Unmeasured)
        {
            RunInChunks(loop, 0, count, expected / count);
            long end = Stopwatch.GetTimestamp();
            Pace<TLoop>.Compare(expected, (end - start) * (1e9f / Stopwatch.Frequency));
            Helpers.NoteCall(end, expected);
            return;
        }

        var (done, nanoseconds) = Pace<TLoop>.Measure(loop, count, _options.CancellationToken);
        float rest = (count - done) * nanoseconds;
        if (rest > (awake ? CutOverAwake : CutOverParked))
            RunInChunks(loop, done, count, nanoseconds);
        else if (count > done)
            Width.Run(loop, done, count - done);
        if (rest > CutOverAwake)
            Helpers.NoteCall(Stopwatch.GetTimestamp(), rest);
    }

    private void RunInChunks<TLoop>(TLoop loop, long first, long end, float nanoseconds)
        where TLoop : struct, ILoop
    {
        // More threads than processors (or than a container's share of them) would only take turns.
        int threads = (int)Math.Min((uint)_options.MaxDegreeOfParallelism, (uint)Environment.ProcessorCount);
        long elements = (long)Math.Min(Math.Min(LongestChunkTime / nanoseconds, LongestChunk), (end - first) / ((float)ChunksPerWorker * threads));
        int border = elements * sizeof(double) >= LargeChunk ? Page : CacheLine.Bytes, between = border / sizeof(double);
        var partition = new Partition(first, end, loop.ElementsToBorder(first, border), Math.Max(elements, between) / between * between);
        new Job<TLoop>(loop, partition, _options, _progress).Run((int)Math.Min(threads, partition.Chunks));
    }
}
