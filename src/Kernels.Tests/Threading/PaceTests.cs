using System.Collections.Concurrent;
using System.Diagnostics;
using Kernels.Lanes;
using Kernels.Threading;

namespace Kernels.Tests.Threading;

/// <summary>How long threads go on without looking around, where elements cost what nobody could know before.</summary>
public class PaceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Of_an_unknown_loop_a_cache_line_is_tried_then_twice_as_much()
    {
        var pacer = new Pacer(0);
        Assert.Equal(CacheLine.Length<double>(), pacer.Length);
        pacer.Start();
        pacer.Note(CacheLine.Length<double>());
        Assert.False(pacer.IsSure);
        Assert.Equal(2 * CacheLine.Length<double>(), pacer.Length);
        pacer.Note(1 << 20);
        Assert.True(pacer.IsSure);
        Assert.Equal(4 * CacheLine.Length<double>(), pacer.Length);
    }

    [Fact]
    public void A_slow_piece_makes_the_next_one_short_but_two_are_believed()
    {
        var pacer = new Pacer(1);
        Assert.Equal(Piece.Length, pacer.Length);
        pacer.Start();
        Thread.Sleep(2);
        pacer.Note(4000);
        Assert.InRange(pacer.Length, CacheLine.Length<double>(), 40);
        Assert.Equal(1, pacer.Nanoseconds);
        Thread.Sleep(2);
        pacer.Note(4000);
        Assert.True(pacer.Nanoseconds >= 500);
    }

    [Fact]
    public void Pieces_grow_until_they_take_long_enough()
    {
        var pacer = new Pacer(1);
        pacer.Start();
        for (int i = 0; i < 1000; i++)
        {
            // A microsecond for each element.
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalMicroseconds < pacer.Length)
                Thread.SpinWait(1);
            pacer.Note(pacer.Length);
            if (i > 2)
                Assert.InRange(pacer.Length, CacheLine.Length<double>(), 20);
        }
    }

    [Theory]
    [InlineData(896, 512)]
    [InlineData(897, 32)]
    public void One_call_in_many_is_timed_again(int length, int calls)
    {
        Assert.Equal(0, Pace<Nobodys<int>>.Expect(length));
        Pace<Nobodys<int>>.Keep(new Pacer(2));
        Assert.Equal(3, Enumerable.Range(0, 3 * calls).Count(_ => Pace<Nobodys<int>>.Expect(length) == 0));
        Assert.Contains(2f * length, Enumerable.Range(0, 2).Select(_ => Pace<Nobodys<int>>.Expect(length)));
        Pace<Nobodys<int>>.Keep(new Pacer(0));
    }

    [Fact]
    public void A_surprise_is_looked_into_with_the_next_call()
    {
        Pace<Nobodys<long>>.Keep(new Pacer(1));
        for (int i = 0; i < 3; i++)
            Pace<Nobodys<long>>.Expect(100);
        var pacer = Pace<Nobodys<long>>.Pacer;
        pacer.Start();
        Thread.Sleep(1);
        pacer.Note(100);
        Pace<Nobodys<long>>.Keep(pacer);

        // Once may be chance; twice is believed.
        Assert.Equal(0, Pace<Nobodys<long>>.Expect(100));
        Assert.Equal(100, Pace<Nobodys<long>>.Expect(100));
        pacer = Pace<Nobodys<long>>.Pacer;
        Assert.Equal(CacheLine.Length<double>(), pacer.Length);
        pacer.Start();
        Thread.Sleep(1);
        pacer.Note(100);
        Pace<Nobodys<long>>.Keep(pacer);

        // On a busy machine the second sleep may be so much longer that it is the next surprise.
        if (pacer.Latest > 2 * pacer.Nanoseconds)
            Assert.Equal(0, Pace<Nobodys<long>>.Expect(100));

        // A millisecond's sleep may end a little early by another clock.
        Assert.True(Pace<Nobodys<long>>.Expect(100) > 900_000);
    }

    // Calls that are a single piece each: no second one within a call confirms what the first has cost.
    [Theory]
    [InlineData(500)]
    [InlineData(2_000)]
    [InlineData(15_000)]
    public void After_many_cheap_calls_dear_ones_are_soon_shared(int length)
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        for (int i = 0; i < 2000; i++)
            Run(new Parts(_ => { }), length, Token);
        var company = new Company();
        for (int i = 0; i < 1200 && !company.HasCome; i++)
        {
            Run(
                new Parts(count =>
                {
                    company.Await(parts: 1 << 20);

                    // 20 microseconds for each element that is alone in its piece, and half a millisecond at most.
                    long start = Stopwatch.GetTimestamp();
                    while (Stopwatch.GetElapsedTime(start).TotalMicroseconds < Math.Min(20 * count, 500))
                        Thread.SpinWait(1);
                }),
                length,
                Token);
        }

        Assert.True(company.HasCome);
    }

    [Fact]
    public void Alone_too_a_cancellation_is_seen_after_each_piece()
    {
        using var source = new CancellationTokenSource();
        int after = 0;

        // Of an unknown kind and cheap: the pieces are 8, 16, 32 … elements of one thread.
        Assert.Throws<OperationCanceledException>(() => RunOnce(
            new Counting(new int[2000], (first, _) =>
            {
                if (first == 0)
                    source.Cancel();
                else
                    after++;
            }),
            2000,
            source.Token));
        Assert.Equal(0, after);
    }

    // What is known is of the type; the value may be quite different. The call is too short for the clock, by what is known.
    [Theory]
    [InlineData(4_000)]
    [InlineData(40_000)]
    [InlineData(400_000)]
    public void After_cheap_calls_a_dear_one_is_cancelled_in_time(int length)
    {
        for (int i = 0; i < 5; i++)
            Run(new Parts(BeCheap), length, Token);
        using var source = new CancellationTokenSource();
        long after = 0;
        Assert.Throws<OperationCanceledException>(() => Run(
            new Parts(count =>
            {
                if (source.IsCancellationRequested)
                    Interlocked.Add(ref after, count);
                else
                    source.Cancel();
            }),
            length,
            source.Token));
        Assert.InRange(after, 0, Environment.ProcessorCount * Piece.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2_000)]
    [InlineData(50_000)]
    public void Where_elements_become_dear_parts_become_short_and_all_cores_take_them(int cheap)
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        const int Dear = 4_000;
        for (int i = 0; i < 5; i++)
            Run(new Parts(BeCheap), cheap + Dear, Token);
        long done = 0;
        var company = new Company();
        var dearParts = new ConcurrentQueue<long>();
        var loop = new Parts(count =>
        {
            if (Interlocked.Add(ref done, count) <= cheap)
            {
                BeCheap(count);
                return;
            }

            dearParts.Enqueue(count);
            company.Await(parts: 10);

            // 250 microseconds for each element.
            Thread.Sleep((int)Math.Max(1, count / 4));
        });
        Run(loop, cheap + Dear, Token);
        Assert.True(company.HasCome);

        // What was claimed before the first of them was done may be as long as where they are cheap.
        Assert.True(dearParts.Count(count => count <= CacheLine.Length<double>()) > Dear / CacheLine.Length<double>() / 4);
    }

    private static void RunOnce(Counting loop, int length, CancellationToken token) =>
        new Kernels.Threading.Partitioner(new ParallelOptions { CancellationToken = token, MaxDegreeOfParallelism = 1 }, null).Run(loop, length);

    // Some ten nanoseconds for each element.
    private static void BeCheap(long count) => Thread.SpinWait((int)count);

    private static void Run(Parts loop, int length, CancellationToken token) =>
        new Kernels.Threading.Partitioner(new ParallelOptions { CancellationToken = token }, null).Run(loop, length);

    /// <summary>A loop that only tells the lengths of its parts.</summary>
    private readonly struct Parts(Action<long> run) : ILoop
    {
        public void Run<VNear, VWhole>(long first, long count)
            where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
            where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> => run(count);

        public void Finish()
        {
        }

        public static int ElementBytes => sizeof(double);

        public long ElementsToBorder(long first, int bytes) => 0;
    }

    /// <summary>A loop that nobody runs; each kind has a pace of its own.</summary>
    private readonly struct Nobodys<TKind> : ILoop
    {
        public void Run<VNear, VWhole>(long first, long count)
            where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
            where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> => throw new NotSupportedException();

        public void Finish()
        {
        }

        public static int ElementBytes => sizeof(double);

        public long ElementsToBorder(long first, int bytes) => 0;
    }
}
