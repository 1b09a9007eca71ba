using System.Diagnostics.CodeAnalysis;
using Kernels.Loops;

namespace Kernels.Threading;

/// <summary>All cores, where that is faster than the calling thread alone.</summary>
/// <remarks>
/// A helper that is awake costs the caller half a microsecond; one that has been parked costs 20 to 55 µs and comes after 75 to 180 (Zen 3
/// in a virtual machine, .NET 10). So there are two cut-overs, each where both ways take the same time.
/// </remarks>
internal readonly struct Partitioner : IRunner
{
    /// <summary>Nanoseconds of work that are left to the calling thread though helpers are awake.</summary>
    private const float CutOverAwake = 13_000;

    /// <summary>Nanoseconds of work that are left to the calling thread where helpers would have to be woken.</summary>
    private const float CutOverParked = 100_000;

    /// <summary>Nanoseconds of work for each thread: calling one takes one or two.</summary>
    private const float SmallestShare = 5_000;

    /// <summary>Nanoseconds up to which a call is not worth timing: from here on that costs less than a fiftieth.</summary>
    private const float Untimed = 5_000;

    private readonly ParallelOptions _options;
    private readonly IProgress<long>? _progress;

    // A throw in here would cost short calls half a nanosecond.
    public Partitioner(ParallelOptions options, IProgress<long>? progress)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _progress = progress;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TLoop>(TLoop loop, long count) where TLoop : struct, ILoop
    {
        if (_progress is null && FloatingPointEnvironment.IsDefault)
            RunAsItIs(loop, count);
        else
            RunUnderDefault(loop, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RunAsItIs<TLoop>(TLoop loop, long count) where TLoop : struct, ILoop
    {
        // To throw is apart, since it needs the token's address, which would burden the short calls' frame.
        if (_options.CancellationToken.IsCancellationRequested)
            ThrowCancelled();
        float expected = Pace<TLoop>.Expect(loop.FunctionKey, count);
        long done = 0;
        if (expected is > 0 and <= Untimed)
        {
            Ticker.KeepGoing();
            done = Width.Run(loop, 0, count);
        }

        if (done < count)
            RunTimed(loop, done, count, expected);
        _progress?.Report(count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunUnderDefault<TLoop>(TLoop loop, long count) where TLoop : struct, ILoop
    {
        if (_progress is null)
        {
            using var environment = new FloatingPointEnvironment();
            environment.ReplaceByDefault();
            RunAsItIs(loop, count);
        }
        else
        {
            using var progress = new ProgressUnder(_progress);
            progress.Begin();
            new Partitioner(_options, progress).RunAsItIs(loop, count);
        }
    }

    [DoesNotReturn]
    private void ThrowCancelled() => throw new OperationCanceledException(_options.CancellationToken);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunTimed<TLoop>(TLoop loop, long done, long count, float expected) where TLoop : struct, ILoop
    {
        var pacer = Pace<TLoop>.Begin(loop.FunctionKey);
        bool isAwake = Helpers.AreAwakeAt(pacer.Start());

        // A call that was not worth timing, but has met a tick: by chance, or since its elements are dear now.
        if (done > 0)
            pacer.Doubt();
        if (!isAwake || expected <= CutOverAwake)
            done = RunAlone(loop, done, count, isAwake ? CutOverAwake : CutOverParked, ref pacer);
        if (done < count)
        {
            // More threads than processors (or than a container's share of them) would only take turns.
            int most = (int)Math.Min((uint)_options.MaxDegreeOfParallelism, (uint)Environment.ProcessorCount);
            int threads = (int)Math.Min(most, Math.Max(2, (count - done) * pacer.Nanoseconds / SmallestShare));
            var partition = new Partition(done, count, loop.ElementsToBorder(done, Partition.Page), TLoop.ElementBytes);
            Job<TLoop>.Run(loop, partition, ref pacer, threads, most, _options, _progress);
        }

        Pace<TLoop>.Keep(loop.FunctionKey, in pacer);
        if (count * pacer.Nanoseconds > CutOverAwake)
            Helpers.NoteCall(count * pacer.Nanoseconds);
    }

    // Until all is done, or what is left is too much for one thread: how many elements are done then.
    private long RunAlone<TLoop>(TLoop loop, long done, long count, float cutOver, ref Pacer pacer) where TLoop : struct, ILoop
    {
        do
        {
            Ticker.KeepGoing();
            if (done > 0)
                _options.CancellationToken.ThrowIfCancellationRequested();
            long length = Width.Run(loop, done, Math.Min(pacer.Length, count - done));
            done += length;

            // The last look would tell nothing new.
            if (done < count || !pacer.IsSure)
                pacer.Note(length);
        }
        while (done < count && !(pacer.IsSure && (count - done) * pacer.Nanoseconds > cutOver));

        return done;
    }

    /// <summary>A caller's progress, told under the caller's floating-point environment, which it may change.</summary>
    private sealed class ProgressUnder(IProgress<long> progress) : IProgress<long>, IDisposable
    {
        private FloatingPointEnvironment _environment;

        public void Begin() => _environment.ReplaceByDefault();

        public void Report(long value)
        {
            _environment.Dispose();
            try
            {
                progress.Report(value);
            }
            finally
            {
                _environment.ReplaceByDefault();
            }
        }

        public void Dispose() => _environment.Dispose();
    }
}
