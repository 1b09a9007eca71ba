using Kernels.Threading;

namespace Kernels.Tests.Threading;

/// <summary>A parallel call takes no memory that would have to be collected: not on any thread.</summary>
/// <remarks>
/// The process has more threads than those: the test runner's, and now and then one that the pool adds. So most rounds of a hundred calls
/// must do without a byte, which they could not if one call in a hundred took any.
/// </remarks>
[Collection(nameof(StressTests.Alone))]
public class AllocationTests(ITestOutputHelper output)
{
    private const int Rounds = 40;

    /// <summary>Of a round.</summary>
    private const int Calls = 100;

    private static readonly ParallelOptions Options = new();

    // Without fused multiply-add in hardware an element takes a microsecond.
    private static int Scaled(int length) => Lanes.FusedMultiplyAdd.IsHardware ? length : length / 100;

    [Theory]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public void Calls_in_a_row_allocate_nothing(int length)
    {
        double[] x = Inputs.Uniform(Scaled(length), 100, seed: 71), y = new double[x.Length], z = new double[x.Length];
        Check(() => InARow(x, y, z));
    }

    [Fact]
    public void Calls_from_eight_threads_at_once_allocate_nothing()
    {
        const int Threads = 8;
        double[] x = Inputs.Uniform(Scaled(100_000), 100, seed: 72);
        int wanted = 0, ended = 0;
        var callers = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            double[] y = new double[x.Length], z = new double[x.Length];
            for (int round = 1; Await(ref wanted, round) >= 0; round++)
            {
                for (int call = 0; call < Calls / Threads; call++)
                    Elementary.SinCos(x, y, z, Options);
                Interlocked.Increment(ref ended);
            }
        })).ToArray();
        Array.ForEach(callers, caller => caller.Start());
        try
        {
            Check(() => Await(ref ended, Interlocked.Increment(ref wanted) * Threads));
        }
        finally
        {
            Volatile.Write(ref wanted, int.MinValue);
            Array.ForEach(callers, caller => caller.Join());
        }

        // Without anything that takes memory. A negative number is an end too.
        static int Await(ref int number, int least)
        {
            int now;
            while ((now = Volatile.Read(ref number)) >= 0 && now < least)
                Thread.Sleep(1);
            return now;
        }
    }

    [Fact]
    public void Calls_in_another_floating_point_state_allocate_nothing()
    {
        FloatingPointState.Require();
        double[] x = Inputs.Uniform(Scaled(100_000), 100, seed: 73), y = new double[x.Length], z = new double[x.Length];
        FloatingPointState.Under(FloatingPointState.All[0], () => Check(() => InARow(x, y, z)));
    }

    [Fact]
    public void What_is_given_back_takes_no_memory()
    {
        double[] destination = new double[800];
        Check(() =>
        {
            for (int call = 0; call < Calls; call++)
            {
                var pacer = new Pacer(0.5f);
                var partition = new Partition(0, destination.Length, 0, Ticking.ElementBytes);
                Job<Ticking>.Run(new(destination), partition, ref pacer, 2, 2, Options, null);
            }
        });
    }

    [Fact]
    public void Chunks_have_parts_for_many_that_are_given_back()
    {
        const int Length = 100_000;
        var chunks = new Chunks();
        var pacer = new Pacer(0.5f);
        for (int range = 0; range < 10; range++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long done = Take(Chunks.MostSpares), after = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(Length, done);
            Assert.Equal(before, after);

            // More are possible all the same, as are fewer after that.
            Assert.Equal(Length, Take(3 * Chunks.MostSpares));
        }

        // Gives back the second half of each of the first chunks, and half of that, and so on: how many elements all have done.
        long Take(int most)
        {
            chunks.Begin(new Partition(0, Length, 0, sizeof(double)), 2);
            long done = 0;
            while (chunks.TryClaim(in pacer, out long first, out long length))
            {
                if (most > 0 && length > 1)
                {
                    most--;
                    chunks.GiveBack(first + (length / 2), first + length, length);
                    length /= 2;
                }

                done += length;
            }

            return done;
        }
    }

    private static void InARow(double[] x, double[] y, double[] z)
    {
        for (int call = 0; call < Calls; call += 4)
        {
            Elementary.SinCos(x, y, z, Options);
            Elementary.Exp(x, y, Options);
            CorrectlyRounded.Sin(x, z, Options);
            Curve.Evaluate(default(HeartCurve), x, y, z, Options);
        }
    }

    private void Check(Action round)
    {
        // Until all is compiled and there is a job for each that can be at work at once.
        for (int i = 0; i < Rounds / 4; i++)
            round();
        long[] bytes = new long[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            round();
            bytes[i] = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        output.WriteLine($"bytes of {Calls} calls each: {string.Join(", ", bytes)}");
        Assert.True(bytes.Count(ofRound => ofRound == 0) > Rounds / 2, string.Join(", ", bytes));
    }

    /// <summary>Meets a tick with each vector, which takes its time: what is left of the first chunk is given back.</summary>
    private readonly struct Ticking(double[] destination) : ILoop
    {
        private const int Vector = 8;

        public ulong FunctionKey => Loops.FunctionKey.None;

        public long Run<VNear, VWhole>(long first, long count)
            where VNear : struct, ILanes<VNear>
            where VWhole : struct, ILanes<VWhole>
        {
            long length = Math.Min(count, Vector);
            Thread.SpinWait(200);
            destination.AsSpan((int)first, (int)length).Fill(first);
            Ticks.Advance();
            return length;
        }

        public static int ElementBytes => sizeof(double);

        public long ElementsToBorder(long first, int bytes) => 0;
    }
}
