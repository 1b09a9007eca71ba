using System.Collections.Concurrent;

namespace Kernels.Tests.Threading;

/// <summary>Who is inside, and how many at most were at once.</summary>
internal sealed class Gauge
{
    private int _now;
    private int _most;

    public int Most => _most;

    public int Now => Volatile.Read(ref _now);

    public void Enter()
    {
        int now = Interlocked.Increment(ref _now), most;
        while (now > (most = Volatile.Read(ref _most)))
            Interlocked.CompareExchange(ref _most, now, most);
    }

    public void Leave() => Interlocked.Decrement(ref _now);
}

/// <summary>Whether a second thread takes part: on a busy machine it may take its time.</summary>
internal sealed class Company
{
    private readonly ConcurrentDictionary<int, int> _partsByThread = [];

    public bool HasCome => _partsByThread.Count > 1;

    /// <summary>To be called in each part: after so many of them a thread that is alone waits for a second one, within reason.</summary>
    public void Await(int parts)
    {
        if (_partsByThread.AddOrUpdate(Environment.CurrentManagedThreadId, 1, (_, count) => count + 1) == parts)
            SpinWait.SpinUntil(() => HasCome, 10_000);
    }
}

/// <summary>Counts how often each element is done, and does something else in each part.</summary>
internal readonly struct Counting(int[] counts, Action<long, long>? inPart = null) : ILoop
{
    public long Run<VNear, VWhole>(long first, long count)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
    {
        for (long i = first; i < first + count; i++)
            Interlocked.Increment(ref counts[i]);
        inPart?.Invoke(first, count);
        return count;
    }

    public ulong FunctionKey => Loops.FunctionKey.None;

    public static int ElementBytes => sizeof(double);

    public long ElementsToBorder(long first, int bytes) => (bytes / sizeof(double)) - 1 - (first % (bytes / sizeof(double)));
}

/// <summary>
/// Vector by vector, as the library's own loops: it ends early when <see cref="Ticks"/> moves. Something is done with each vector.
/// </summary>
internal readonly struct Vectors(Action<long, long> inVector, ulong function = FunctionKey.None) : ILoop
{
    public const int Length = 8;

    public ulong FunctionKey => function;

    public long Run<VNear, VWhole>(long first, long count)
        where VNear : struct, ILanes<VNear>
        where VWhole : struct, ILanes<VWhole>
    {
        int tick = Ticks.Now;
        long done = 0;
        do
        {
            long length = Math.Min(Length, count - done);
            inVector(first + done, length);
            done += length;
        }
        while (done < count && Ticks.Now == tick);

        return done;
    }

    public static int ElementBytes => sizeof(double);

    public long ElementsToBorder(long first, int bytes) => 0;
}

/// <summary>A progress that keeps what it is told.</summary>
internal sealed class Recorder : IProgress<long>
{
    private int _inside;

    public List<long> Values { get; } = [];

    public bool Overlapped { get; private set; }

    public Action<long> OnReport { get; init; } = _ => { };

    public void Report(long value)
    {
        if (Interlocked.Increment(ref _inside) != 1)
            Overlapped = true;
        Values.Add(value);
        Thread.Sleep(1);
        Interlocked.Decrement(ref _inside);
        OnReport(value);
    }
}
