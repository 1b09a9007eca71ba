using System.Runtime.CompilerServices;

namespace Kernels.Tests.Threading;

/// <summary>
/// Many calls from many threads at once, some cancelled, some with a function that throws:
/// every result is right, or every failure is reported.
/// </summary>
[Collection(nameof(Alone))]
public class StressTests(ITestOutputHelper output)
{
    /// <summary>With nothing beside them, since memory and threads are counted.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;

    /// <summary>Without fused multiply-add in hardware a point takes a microsecond.</summary>
    private static readonly int LongestCall = Lanes.FusedMultiplyAdd.IsHardware ? 60_000 : 2_000;

    private const int Callers = 8;

    private const int Calls = 10_000;

    [Fact(Timeout = 240_000)]
    public async Task Ten_thousand_calls_from_eight_threads_end_right_or_say_why()
    {
        double[] input = Inputs.Uniform(LongestCall, 100, seed: 31);
        double[][] expected = Operations.Named<double>("Heart").Evaluate(input);
        int[] ends = new int[3];
        ThreadPool.GetMinThreads(out int leastThreads, out _);
        int threadsBefore = Math.Max(ThreadPool.ThreadCount, leastThreads);
        long memoryBefore = GC.GetTotalMemory(forceFullCollection: true);
        int next = 0;
        var callers = Enumerable.Range(0, Callers).Select(_ => Task.Factory.StartNew(() =>
        {
            double[] x = new double[input.Length], y = new double[input.Length];
            for (int call; (call = Interlocked.Increment(ref next)) <= Calls;)
            {
                // Calls differ in everything, and are the same in every run, but for who makes them.
                var random = new Random(call);
                int length = random.Next(3) == 0 ? random.Next(2000) : random.Next(input.Length);
                int kind = Call(random, input.AsSpan(0, length), x, y);
                Interlocked.Increment(ref ends[kind]);
                if (kind == 0)
                {
                    BitsAssert.Equal(expected[0].AsSpan(0, length), x.AsSpan(0, length), $"x of call {call}");
                    BitsAssert.Equal(expected[1].AsSpan(0, length), y.AsSpan(0, length), $"y of call {call}");
                }
            }
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        await Task.WhenAll(callers);

        output.WriteLine($"finished {ends[0]}, cancelled {ends[1]}, thrown {ends[2]}");
        Assert.Equal(Calls, ends.Sum());
        Assert.All(ends, count => Assert.True(count > Calls / 20));

        // If one call of a hundred left a thread behind it would be more. (While all are busy, the pool adds one now and then by itself.)
        Assert.InRange(ThreadPool.ThreadCount, 0, threadsBefore + (Calls / 100));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memoryBefore, long.MinValue, 8 << 20);
    }

    // 0: finished, 1: cancelled, 2: thrown. A call that was to fail and did not is a failure of the test.
    private static int Call(Random random, ReadOnlySpan<double> t, double[] x, double[] y)
    {
        using var source = new CancellationTokenSource();
        var options = new ParallelOptions { MaxDegreeOfParallelism = random.Next(1, 5), CancellationToken = source.Token };
        switch (random.Next(4))
        {
            case 0:
                bool early = random.Next(4) == 0;
                if (early)
                    source.Cancel();
                else
                    source.CancelAfter(TimeSpan.FromMilliseconds(random.Next(2)));
                try
                {
                    Curve.Evaluate(new HeartCurve(), t, x, y, options);
                    Assert.False(early);
                    return 0;
                }
                catch (OperationCanceledException exception)
                {
                    Assert.Equal(source.Token, exception.CancellationToken);
                    return 1;
                }

            case 1 when t.Length > 0:
                var curve = new Throwing(t[random.Next(t.Length)]);
                bool thrown = false;
                try
                {
                    Curve.Evaluate(curve, t, x, y, options);
                }
                catch (InvalidTimeZoneException)
                {
                    thrown = true;
                }

                Assert.True(thrown);
                return 2;

            default:
                Curve.Evaluate(new HeartCurve(), t, x, y, options, random.Next(2) == 0 ? new Progress<long>() : null);
                return 0;
        }
    }

    /// <summary>The heart, with one parameter at which it throws.</summary>
    private readonly struct Throwing(double forbidden) : ICurve
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (V X, V Y) Evaluate<V>(V t)
            where V : struct, ILanes<V>
        {
            if (V.AnyNaN((t - forbidden) / (t - forbidden)))
                Throw();
            return new HeartCurve().Evaluate(t);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void Throw() => throw new InvalidTimeZoneException();
    }
}
