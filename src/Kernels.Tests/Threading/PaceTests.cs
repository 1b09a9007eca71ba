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
        Assert.Equal(CacheLine.Length, pacer.Length);
        pacer.Start();
        pacer.Note(CacheLine.Length);
        Assert.False(pacer.IsSure);
        Assert.Equal(2 * CacheLine.Length, pacer.Length);
        pacer.Note(1 << 20);
        Assert.True(pacer.IsSure);
        Assert.Equal(4 * CacheLine.Length, pacer.Length);
    }

    [Fact]
    public void A_slow_piece_makes_the_next_one_short_but_two_are_believed()
    {
        var pacer = new Pacer(1);
        Assert.Equal(4000, pacer.Length);
        pacer.Start();
        Thread.Sleep(2);
        pacer.Note(4000);
        Assert.InRange(pacer.Length, CacheLine.Length, 40);
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
                Assert.InRange(pacer.Length, CacheLine.Length, 20);
        }
    }

    [Theory]
    [InlineData(2048, 512)]
    [InlineData(2049, 32)]
    public void One_call_in_many_is_timed_again(int length, int calls)
    {
        Assert.Equal(0, Pace<Unknown>.Expect(length));
        Pace<Unknown>.Last = 2;
        Assert.Equal(3, Enumerable.Range(0, 3 * calls).Count(_ => Pace<Unknown>.Expect(length) == 0));
        Assert.Contains(2f * length, Enumerable.Range(0, 2).Select(_ => Pace<Unknown>.Expect(length)));
        Pace<Unknown>.Last = 0;
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
        Assert.True(dearParts.Count(count => count <= CacheLine.Length) > Dear / CacheLine.Length / 4);
    }

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

        public long ElementsToBorder(long first, int bytes) => 0;
    }

    /// <summary>A loop that nobody runs.</summary>
    private readonly struct Unknown : ILoop
    {
        public void Run<VNear, VWhole>(long first, long count)
            where VNear : struct, IDoubleLanes<VNear>, ILanes<VNear>
            where VWhole : struct, IDoubleLanes<VWhole>, ILanes<VWhole> => throw new NotSupportedException();

        public void Finish()
        {
        }

        public long ElementsToBorder(long first, int bytes) => 0;
    }
}
