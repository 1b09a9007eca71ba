using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using Kernels.Lanes;
using Kernels.Tests.Threading;

namespace Kernels.Tests.Contract;

/// <summary>
/// Calls over spans from threads that round otherwise, or flush subnormals:
/// the right bits, nothing written beside, and the state given back.
/// </summary>
public abstract class FloatingPointStateTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Sentinels = 64;

    /// <summary>Calls of each operation in each state; CONTRIBUTING.md has the command for more.</summary>
    private static readonly int Calls =
        int.Parse(Environment.GetEnvironmentVariable("KERNELS_STATE_CALLS") ?? "150", CultureInfo.InvariantCulture);

    public static IEnumerable<TheoryDataRow<string, string>> NamesAndStates =>
        from operation in Operations.All<T>()
        from state in FloatingPointState.All
        select new TheoryDataRow<string, string>(operation.Name, state);

    [Theory]
    [MemberData(nameof(NamesAndStates))]
    public void Spans_get_their_bits_and_nothing_else_is_written(string name, string state)
    {
        FloatingPointState.Require();
        var operation = Operations.Named<T>(name);
        T[] input = Input(), first = new T[input.Length + (2 * Sentinels)], second = new T[first.Length];
        T[][] expected = operation.Evaluate(input);
        var random = new Random(61);
        T sentinel = T.CreateTruncating(-12345.678);

        // Without fused multiply-add in hardware an element takes a microsecond.
        int most = FusedMultiplyAdd.IsHardware ? 400 : 40;
        FloatingPointState.Under(state, () =>
        {
            for (int call = 0; call < Calls; call++)
            {
                int length = random.Next(most), from = random.Next(input.Length - length);
                Array.Fill(first, sentinel);
                Array.Fill(second, sentinel);
                Span<T> x = first.AsSpan(Sentinels, length), y = second.AsSpan(Sentinels, length);
                if (call % 2 == 0)
                    operation.Run(input.AsSpan(from, length), x, y);
                else
                    operation.Run(input.AsSpan(from, length), x, y, new ParallelOptions());
                Check(first, expected[0].AsSpan(from, length));
                if (operation.Outputs == 2)
                    Check(second, expected[1].AsSpan(from, length));
            }
        });

        void Check(T[] memory, ReadOnlySpan<T> results)
        {
            BitsAssert.Equal(results, memory.AsSpan(Sentinels, results.Length), $"{name} under {state}");
            Span<T> before = memory.AsSpan(0, Sentinels), after = memory.AsSpan(Sentinels + results.Length);
            if (before.ContainsAnyExcept(sentinel) || after.ContainsAnyExcept(sentinel))
                Assert.Fail($"{name} under {state} has written beside {results.Length} elements");
        }
    }

    // The caller in one state, helpers in all others.
    [Theory]
    [MemberData(nameof(NamesAndStates))]
    public void Helpers_give_the_same_bits_in_whatever_state_they_are(string name, string state)
    {
        FloatingPointState.Require();
        var operation = Operations.Named<T>(name);
        T[] input = Inputs.Mixed<T>(FusedMultiplyAdd.IsHardware ? 200_000 : 10_000, seed: 62);
        T[] first = new T[input.Length], second = new T[input.Length];
        T[][] expected = operation.Evaluate(input);
        var scheduler = new StatefulScheduler();
        var options = new ParallelOptions { TaskScheduler = scheduler, MaxDegreeOfParallelism = Environment.ProcessorCount };
        FloatingPointState.Under(state, () => operation.Run(input, first, second, options));
        scheduler.Join();
        BitsAssert.Equal(expected[0], first, $"{name} under {state}");
        if (operation.Outputs == 2)
            BitsAssert.Equal(expected[1], second, $"{name} under {state}");
    }

    // Ordinary, tiny, huge and special ones, and those whose correct rounding takes more than one stage.
    private static T[] Input() => [.. Inputs.Mixed<T>(3000, seed: 60), .. Inputs.HardOf<T>().Take(500), .. Inputs.SpecialOf<T>()];

    // A thread in another state for each task; it must be given back.
    private sealed class StatefulScheduler : TaskScheduler
    {
        private readonly ConcurrentBag<Task> _running = [];
        private int _tasks;

        public void Join() => Task.WaitAll([.. _running]);

        protected override IEnumerable<Task> GetScheduledTasks() => [];

        protected override void QueueTask(Task task)
        {
            string state = FloatingPointState.All[Interlocked.Increment(ref _tasks) % FloatingPointState.All.Length];
            _running.Add(Task.Factory.StartNew(
                () => FloatingPointState.Under(state, () => TryExecuteTask(task)),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                Default));
        }

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
    }
}

public class DoubleFloatingPointStateTests : FloatingPointStateTests<double>;

public class SingleFloatingPointStateTests : FloatingPointStateTests<float>;

/// <summary>Whose code runs in which state, and what cannot be left to chance.</summary>
public class FloatingPointOwnersTests
{
    public static IEnumerable<TheoryDataRow<string>> States => FloatingPointState.All.Select(state => new TheoryDataRow<string>(state));

    [Theory]
    [MemberData(nameof(States))]
    public void The_state_is_noticed(string state)
    {
        FloatingPointState.Require();
        bool noticed = false;
        FloatingPointState.Under(state, () => noticed = !FloatingPointEnvironment.IsDefault);
        Assert.True(noticed);
        Assert.True(FloatingPointEnvironment.IsDefault);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_function_runs_in_the_default_state_and_progress_in_the_callers(string state)
    {
        FloatingPointState.Require();
        var states = new ConcurrentBag<ulong>();
        var reported = new List<ulong>();
        ulong usual = FloatingPointState.Get(), callers = 0;
        double[] x = new double[3000];
        FloatingPointState.Under(state, () =>
        {
            callers = FloatingPointState.Get();
            var progress = new Recorder { OnReport = _ => reported.Add(FloatingPointState.Get()) };
            Function.Apply(new Noting(states), x, x, new ParallelOptions(), progress);
            Function.Apply(new Noting(states), x, x);
            Function.Sample(new Noting(states), 0, 1, x);
        });
        Assert.NotEmpty(states);
        Assert.All(states, noted => Assert.Equal(usual, noted));
        Assert.NotEmpty(reported);
        Assert.All(reported, noted => Assert.Equal(callers, noted));
    }

    // A progress may load a library that sets it for the thread: that is the caller's from then on, but not the call's.
    [Theory]
    [MemberData(nameof(States))]
    public void A_progress_that_changes_the_state_changes_no_result(string state)
    {
        FloatingPointState.Require();
        double[] x = Inputs.Uniform(FusedMultiplyAdd.IsHardware ? 2_000_000 : 50_000, 100), y = new double[x.Length];
        double[] expected = Operations.Named<double>("Sin").Evaluate(x)[0];
        ulong after = 0, set = 0;
        var thread = new Thread(() =>
        {
            var progress = new Recorder
            {
                OnReport = _ =>
                {
                    FloatingPointState.Set(state);
                    set = FloatingPointState.Get();
                },
            };
            for (int call = 0; call < 20 && progress.Values.Count < 2 + call; call++)
                Elementary.Sin(x, y, new ParallelOptions(), progress);
            after = FloatingPointState.Get();
        });
        thread.Start();
        thread.Join();
        BitsAssert.Equal(expected, y, $"progress sets {state}");
        Assert.NotEqual(0ul, set);
        Assert.Equal(set, after);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Whatever_is_thrown_the_state_is_given_back(string state)
    {
        FloatingPointState.Require();
        double[] x = new double[10];
        FloatingPointState.Under(state, () =>
        {
            Assert.Throws<ArgumentException>(() => Elementary.Sin(x, x.AsSpan(1)));
            Assert.Throws<InvalidTimeZoneException>(() => Function.Apply(default(Throwing), x, x));
            Assert.Throws<InvalidTimeZoneException>(() => Function.Apply(default(Throwing), x, x, new ParallelOptions()));
            Assert.Throws<OperationCanceledException>(() =>
                Function.Apply(default(Throwing), x, x, new ParallelOptions { CancellationToken = new CancellationToken(canceled: true) }));
        });
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Grids_get_their_bits(string state)
    {
        FloatingPointState.Require();
        var (expected, expectedSingles) = Sampled();
        var (actual, actualSingles) = (expected, expectedSingles);
        FloatingPointState.Under(state, () => (actual, actualSingles) = Sampled());
        for (int i = 0; i < expected.Length; i++)
            BitsAssert.Equal(expected[i], actual[i], $"result {i} under {state}");
        for (int i = 0; i < expectedSingles.Length; i++)
            BitsAssert.Equal(expectedSingles[i], actualSingles[i], $"floats of result {i} under {state}");

        static (double[][] Doubles, float[][] Singles) Sampled()
        {
            var options = new ParallelOptions();
            var results = Enumerable.Range(0, 6).Select(_ => new double[3001]).ToArray();
            var singles = Enumerable.Range(0, 3).Select(_ => new float[3001]).ToArray();
            Function.Sample(Root.Usual, -60, 0.1, results[0]);
            Function.Sample(Root.Usual, -60, 0.1, first: 7, results[1], options);
            Curve.Sample(new HeartCurve(), -60, 0.1, results[2], results[3]);
            Curve.Sample(new HeartCurve(), -60, 0.1, 7, results[4], results[5], options);
            Function.Sample(Root.Usual, -60, 0.1, singles[0], options);
            Curve.Sample(new HeartCurve(), -60, 0.1, singles[1], singles[2]);
            return (results, singles);
        }
    }

    // Vectors, lanes and single numbers promise no bits then; but they read and write what is theirs.
    [Theory]
    [MemberData(nameof(States))]
    public void Single_numbers_end(string state)
    {
        FloatingPointState.Require();
        double[] x = [.. Inputs.Special, .. Inputs.Hard().Take(2000), .. Inputs.Mixed(2000, seed: 63)];
        FloatingPointState.Under(state, () =>
        {
            foreach (double number in x)
            {
                double sin = CorrectlyRounded.Sin(number), cos = Elementary.Cos(number);
                Assert.True(!double.IsFinite(number) || (Math.Abs(sin) < 1.001 && Math.Abs(cos) < 1.001));
            }
        });
    }

    // What the library computes once for all must not depend on the thread that is the first.
    [Theory]
    [MemberData(nameof(States))]
    public void A_process_that_begins_in_that_state_gets_the_same_bits(string state)
    {
        FloatingPointState.Require();
        var child = Child.Run(
            typeof(FloatingPointOwnersTests).Assembly.Location,
            ["-method", $"{typeof(FirstTests)}.{nameof(FirstTests.First)}"],
            new() { [FirstTests.Variable] = state });
        Assert.True(child.ExitCode == 0, child.Output);
    }

    private readonly struct Noting(ConcurrentBag<ulong> states) : IFunction
    {
        public V Evaluate<V>(V x)
            where V : struct, ILanes<V>
        {
            states.Add(FloatingPointState.Get());
            return x;
        }
    }

    private readonly struct Throwing : IFunction
    {
        public V Evaluate<V>(V x)
            where V : struct, ILanes<V> => throw new InvalidTimeZoneException();
    }
}

/// <summary>Run as a process of its own by the tests above.</summary>
public class FirstTests
{
    public const string Variable = "KERNELS_TEST_FIRST_STATE";

    [Fact]
    public void First()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } state)
        {
            Assert.Skip("Run by another test, in a process of its own.");
            return;
        }

        double[] t = Smoke.GoldenHash.Arguments(), x = new double[t.Length], y = new double[t.Length];
        float[] singles = Inputs.Of<float>(t), xs = new float[t.Length], ys = new float[t.Length];
        FloatingPointState.Under(state, () =>
        {
            // A single number is not guarded, and is the first to touch the tables.
            _ = CorrectlyRounded.Sin(1.0);
            Curve.Evaluate(new HeartCurve(), t, x, y);
            Curve.Evaluate(new HeartCurve(), singles, xs, ys);
        });
        Assert.Equal(Smoke.GoldenHash.Heart, Smoke.GoldenHash.Of(x, y));
        Assert.Equal(Smoke.GoldenHash.SingleHeart, Smoke.GoldenHash.Of(xs, ys));
    }
}
