using Kernels.Cli.Measuring;

namespace Kernels.Tests.CommandLine;

/// <summary>What the command line times, by a clock that the evaluation itself moves.</summary>
public class ContenderTests
{
    private const int Block = 1 << 20;

    private readonly Clock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Few_points_are_evaluated_until_the_clock_has_moved_enough(int points)
    {
        var contender = new Contender(Costing(1.5), _clock);
        contender.FindSize(points, Token);
        contender.TakeTurn(Token);
        Assert.Equal(points, contender.Best.Points);
        Assert.Equal(1.5, contender.Best.NanosecondsPerPoint, 0.001);
        Assert.InRange(_clock.Longest, 200_000, 1_000_000);
    }

    [Theory]
    [InlineData(3, Block)]
    [InlineData(10, Block / 2)]
    [InlineData(1e6, 4)]
    [InlineData(1e9, 1)]
    public void A_call_is_long_enough_and_not_much_longer(double nanoseconds, int points)
    {
        var contender = new Contender(Costing(nanoseconds), _clock);
        contender.FindSize(Block, Token);
        contender.TakeTurn(Token);
        Assert.Equal(points, contender.Best.Points);
        Assert.Equal(nanoseconds, contender.Best.NanosecondsPerPoint, nanoseconds / 1000);
    }

    [Fact]
    public void Compiling_does_not_count_and_neither_does_a_disturbance()
    {
        int calls = 0;
        var contender = new Contender(points => () => _clock.Now += (points * 2) + (calls++ == 0 ? 50_000_000 : 0), _clock);
        contender.FindSize(Block, Token);
        calls = 0;
        for (int i = 0; i < 5; i++)
            contender.TakeTurn(Token);
        Assert.Equal(2, contender.Best.NanosecondsPerPoint, 0.001);
    }

    [Fact]
    public void A_turn_tells_whether_it_was_disturbed()
    {
        double nanoseconds = 2;
        var contender = new Contender(points => () => _clock.Now += (long)(points * nanoseconds), _clock);
        contender.FindSize(Block, Token);
        Assert.True(contender.TakeTurn(Token));
        nanoseconds = 2.1;
        Assert.True(contender.TakeTurn(Token));
        nanoseconds = 2.6;
        Assert.False(contender.TakeTurn(Token));
        nanoseconds = 1.5;
        Assert.True(contender.TakeTurn(Token));
        nanoseconds = 2;
        Assert.False(contender.TakeTurn(Token));
        Assert.Equal(1.5, contender.Best.NanosecondsPerPoint, 0.001);
    }

    [Fact]
    public void Another_ones_size_is_taken()
    {
        Contender slow = new(Costing(10), _clock), fast = new(Costing(2), _clock);
        slow.FindSize(Block, Token);
        fast.TakeSizeOf(slow);
        slow.TakeTurn(Token);
        fast.TakeTurn(Token);
        Assert.Equal(slow.Best.Points, fast.Best.Points);
        Assert.Equal(5, fast.Best.SpeedupOver(slow.Best), 0.01);
    }

    [Fact]
    public void A_cancellation_ends_it()
    {
        var contender = new Contender(Costing(1), _clock);
        Assert.Throws<OperationCanceledException>(() => contender.TakeTurn(new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Help_is_noticed()
    {
        using var done = new SemaphoreSlim(0);
        var contender = new Contender(
            _ => () =>
            {
                ThreadPool.UnsafeQueueUserWorkItem(_ => done.Release(), null);
                done.Wait(Token);
            },
            _clock);
        contender.TakeTurn(Token);
        Assert.True(contender.HadHelp);
    }

    // The pool has other work now and then.
    [Fact]
    public void A_single_work_item_is_no_help()
    {
        using var done = new SemaphoreSlim(0);
        bool queues = true;
        var contender = new Contender(
            _ => () =>
            {
                if (!queues)
                    return;
                ThreadPool.UnsafeQueueUserWorkItem(_ => done.Release(), null);
                done.Wait(Token);
            },
            _clock);
        contender.TakeTurn(Token);
        queues = false;
        for (int turn = 0; turn < 1000 && contender.HadHelp; turn++)
            contender.TakeTurn(Token);
        Assert.False(contender.HadHelp);
    }

    private Func<int, Action> Costing(double nanoseconds) => points => () => _clock.Now += points * nanoseconds;

    private sealed class Clock : TimeProvider
    {
        private long _last;

        public double Now { get; set; }

        /// <summary>The longest time between two looks at the clock.</summary>
        public long Longest { get; private set; }

        public override long TimestampFrequency => 1_000_000_000;

        public override long GetTimestamp()
        {
            Longest = Math.Max(Longest, (long)Now - _last);
            return _last = (long)Now;
        }
    }
}
