using System.Diagnostics;
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
        Assert.Equal(Pacer.MostElements, pacer.Length);
        pacer.Start();
        Pass(microseconds: 300);
        pacer.Note(600);
        Assert.InRange(pacer.Length, CacheLine.Length<double>(), 40);

        // On a busy machine it may have taken so long that it is believed at once, as in the next test.
        if (pacer.Latest < 1_000_000 / 600)
            Assert.Equal(1, pacer.Nanoseconds);
        Pass(microseconds: 300);
        pacer.Note(600);
        Assert.True(pacer.Nanoseconds >= 500);
    }

    [Fact]
    public void A_piece_of_a_millisecond_is_believed_at_once()
    {
        var pacer = new Pacer(1);
        pacer.Start();
        Pass(microseconds: 1100);
        pacer.Note(1000);
        Assert.True(pacer.IsSure);
        Assert.True(pacer.Nanoseconds >= 1000);
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

            // Less than eight only after a disturbance.
            if (i > 2)
                Assert.InRange(pacer.Length, 1, 20);
        }
    }

    [Theory]
    [InlineData(896, 512)]
    [InlineData(897, 32)]
    public void One_call_in_many_is_timed_again(int length, int calls)
    {
        Assert.Equal(0, Pace<Nobodys<int>>.Expect(FunctionKey.None, length));
        Pace<Nobodys<int>>.Keep(FunctionKey.None, new Pacer(2));
        Assert.Equal(3, Enumerable.Range(0, 3 * calls).Count(_ => Pace<Nobodys<int>>.Expect(FunctionKey.None, length) == 0));
        Assert.Contains(2f * length, Enumerable.Range(0, 2).Select(_ => Pace<Nobodys<int>>.Expect(FunctionKey.None, length)));
        Pace<Nobodys<int>>.Keep(FunctionKey.None, new Pacer(0));
    }

    [Fact]
    public void A_surprise_is_looked_into_with_the_next_call()
    {
        Pace<Nobodys<long>>.Keep(FunctionKey.None, new Pacer(1));
        for (int i = 0; i < 3; i++)
            Pace<Nobodys<long>>.Expect(FunctionKey.None, 100);
        Assert.Equal(100, Pace<Nobodys<long>>.Expect(FunctionKey.None, 100));
        var pacer = Surprised(Pace<Nobodys<long>>.Begin(FunctionKey.None));

        // Once may be chance; twice is believed. (On a busy machine once may be long enough to be believed.)
        Pace<Nobodys<long>>.Keep(FunctionKey.None, pacer);
        if (pacer.Nanoseconds == 1)
        {
            Assert.Equal(0, Pace<Nobodys<long>>.Expect(FunctionKey.None, 100));
            Assert.Equal(100, Pace<Nobodys<long>>.Expect(FunctionKey.None, 100));
        }

        pacer = Surprised(Pace<Nobodys<long>>.Begin(FunctionKey.None));
        Pace<Nobodys<long>>.Keep(FunctionKey.None, pacer);

        // The second may have been so much longer that it is the next surprise.
        if (pacer.Latest > 2 * pacer.Nanoseconds)
            Assert.Equal(0, Pace<Nobodys<long>>.Expect(FunctionKey.None, 100));
        Assert.True(Pace<Nobodys<long>>.Expect(FunctionKey.None, 100) >= 300_000);

        static Pacer Surprised(Pacer pacer)
        {
            pacer.Start();
            Pass(microseconds: 300);
            pacer.Note(100);
            return pacer;
        }
    }

    [Fact]
    public void What_an_element_costs_belongs_to_the_function_where_its_fields_differ()
    {
        Pace<Nobodys<string>>.Keep(function: 1, new Pacer(7));
        Pace<Nobodys<string>>.Keep(function: 2, new Pacer(7_000_000));
        Assert.Equal(700, Pace<Nobodys<string>>.Expect(function: 1, 100));
        Assert.Equal(700_000_000, Pace<Nobodys<string>>.Expect(function: 2, 100));
        Assert.Equal(7, Pace<Nobodys<string>>.Begin(function: 1).Latest);

        // Of one that has not been timed the latest of its type is supposed.
        Assert.Equal(700_000_000, Pace<Nobodys<string>>.Expect(function: 3, 100));
    }

    [Fact]
    public void Functions_are_told_apart_by_their_fields()
    {
        Assert.Equal(FunctionKey.None, FunctionKey.Of(default(HeartCurve)));
        Assert.Equal(FunctionKey.Of((1.0, 2.0)), FunctionKey.Of((1.0, 2.0)));
        Assert.NotEqual(FunctionKey.Of((1.0, 2.0)), FunctionKey.Of((2.0, 1.0)));
        Assert.NotEqual(FunctionKey.Of(0f), FunctionKey.Of(1f));
        object one = new(), other = new();
        Assert.Equal(FunctionKey.Of(one), FunctionKey.Of(one));
        Assert.NotEqual(FunctionKey.Of(one), FunctionKey.Of(other));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(2_000)]
    [InlineData(15_000)]
    public void After_many_cheap_calls_a_dear_one_is_shared(int length)
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        for (int i = 0; i < 2000; i++)
            Run(new Vectors((_, _) => { }), length, Token);
        var company = new Company();
        Run(
            new Vectors((_, _) =>
            {
                // Twenty vectors take as long as ten ticks.
                if (!company.HasCome)
                    Pass(microseconds: 500);
                company.Await(parts: 20);
            }),
            length,
            Token);
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

    // What is known is of the type; the value, or the arguments, may be quite different.
    // The call is too short for the clock, by what is known.
    [Theory]
    [InlineData(100)]
    [InlineData(800)]
    [InlineData(4_000)]
    [InlineData(400_000)]
    public void After_cheap_calls_a_dear_one_is_cancelled_in_time(int length)
    {
        for (int i = 0; i < 600; i++)
            Run(new Vectors((_, _) => { }), Math.Min(length, 4_000), Token);
        using var source = new CancellationTokenSource();
        int after = 0;
        Assert.Throws<OperationCanceledException>(() => Run(
            new Vectors((first, _) =>
            {
                if (source.IsCancellationRequested)
                    Interlocked.Increment(ref after);
                Pass(microseconds: 3_000);
                if (first > 0)
                    source.Cancel();
            }),
            length,
            source.Token));

        // Each thread has a vector of its own when it comes, and perhaps one more before the next tick.
        Assert.InRange(after, 0, 2 * Environment.ProcessorCount);
    }

    // However long it takes, and although each chunk ends before it could be interrupted.
    [Fact]
    public void As_long_as_a_call_lasts_there_are_ticks()
    {
        var start = Stopwatch.StartNew();
        int ticks = 0;
        Run(
            new Vectors((_, _) =>
            {
                if (ticks > 0)
                    return;
                Thread.Sleep(10);
                if (start.ElapsedMilliseconds < 3000)
                    return;

                // About a hundred in a tenth of a second, unless other programs keep the thread from running; none if it has ended.
                int before = Ticks.Now;
                SpinWait.SpinUntil(() => Ticks.Now - before > 10, 10_000);
                Interlocked.Exchange(ref ticks, Ticks.Now - before);
            }),
            Vectors.Length * 320 * Environment.ProcessorCount,
            Token);
        Assert.InRange(ticks, 10, int.MaxValue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2_000)]
    [InlineData(50_000)]
    public void Where_elements_become_dear_all_cores_take_them(int cheap)
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        const int Dear = 4_000;
        for (int i = 0; i < 5; i++)
            Run(new Vectors((_, count) => BeCheap(count)), cheap + Dear, Token);
        var company = new Company();
        var counts = new int[cheap + Dear];
        var loop = new Vectors((first, count) =>
        {
            for (long i = first; i < first + count; i++)
                Interlocked.Increment(ref counts[i]);
            if (first < cheap)
            {
                BeCheap(count);
                return;
            }

            company.Await(parts: 10);
            Thread.Sleep(1);
        });
        Run(loop, cheap + Dear, Token);
        Assert.True(company.HasCome);
        Assert.All(counts, count => Assert.Equal(1, count));
    }

    private static void RunOnce(Counting loop, int length, CancellationToken token)
    {
        var options = new ParallelOptions { CancellationToken = token, MaxDegreeOfParallelism = 1 };
        new Kernels.Threading.Partitioner(options, null).Run(loop, length);
    }

    // Some ten nanoseconds for each element.
    private static void BeCheap(long count) => Thread.SpinWait((int)count);

    private static void Run(Vectors loop, int length, CancellationToken token) =>
        new Kernels.Threading.Partitioner(new ParallelOptions { CancellationToken = token }, null).Run(loop, length);

    private static void Pass(int microseconds)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMicroseconds < microseconds)
            Thread.SpinWait(1);
    }

    /// <summary>A loop that nobody runs; each kind has a pace of its own.</summary>
    private readonly struct Nobodys<TKind> : ILoop
    {
        public long Run<VNear, VWhole>(long first, long count)
            where VNear : struct, ILanes<VNear>
            where VWhole : struct, ILanes<VWhole> => throw new NotSupportedException();

        public ulong FunctionKey => Loops.FunctionKey.None;

        public static int ElementBytes => sizeof(double);

        public long ElementsToBorder(long first, int bytes) => 0;
    }
}
