using System.Runtime;

namespace Kernels.Tests.Threading;

/// <summary>An abort from outside ends a call only when nobody writes any more.</summary>
public class AbortTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private const string Variable = "KERNELS_TEST_ABORT";

    // In a process of its own: now and then an abort is the end of it, without this library too. The runtime's fault is not this test's.
    [Theory]
    [InlineData(nameof(Abort))]
    [InlineData(nameof(Abort_of_a_helper))]
    public void An_aborted_call_waits_for_its_helpers(string abort)
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        string[] arguments = ["-method", $"{typeof(AbortTests)}.{abort}"];
        Child child;
        int attempts = 0;
        do
            child = Child.Run(typeof(AbortTests).Assembly.Location, arguments, new() { [Variable] = "1" });
        while (child.ExitCode > 128 && ++attempts < 5);
        Assert.True(child.ExitCode == 0, child.Output + child.Error);
    }

    [Fact]
    public void Abort()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null)
            Assert.Skip("Run by another test, in a process of its own.");
        double[] x = new double[100_000], y = new double[x.Length];
        for (int repetition = 0; repetition < 2; repetition++)
        {
            var slow = new Slow();
            using var abort = new CancellationTokenSource();
            var aborter = Task.Run(
                () =>
                {
                    slow.HelperInside.Wait(Token);
                    abort.Cancel();
                },
                Token);
            Exception? end = null;
            var caller = new Thread(() =>
            {
                slow.Caller = Environment.CurrentManagedThreadId;
                try
                {
#pragma warning disable SYSLIB0046 // An abort is what is tested.
                    ControlledExecution.Run(() => Function.Apply(new Slowly(slow), x, y, new ParallelOptions()), abort.Token);
#pragma warning restore SYSLIB0046
                }
                catch (Exception exception)
                {
                    end = exception;
                }

                slow.InsideAtTheEnd = slow.Helpers.Now;
            });
            caller.Start();
            Assert.True(caller.Join(60_000));
            double[] then = [.. y];
            Assert.IsType<OperationCanceledException>(end);
            Assert.Equal(0, slow.InsideAtTheEnd);
            Thread.Sleep(100);
            Assert.Equal(then, y);
        }
    }

    // The scheduler runs a helper on the caller's own thread, where the abort comes.
    [Fact]
    public void Abort_of_a_helper()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null)
            Assert.Skip("Run by another test, in a process of its own.");
        using var abort = new CancellationTokenSource(200);
        var options = new ParallelOptions { TaskScheduler = new InlineScheduler() };
        double[] x = new double[1_000_000];
        var caller = new Thread(() =>
        {
            try
            {
#pragma warning disable SYSLIB0046 // An abort is what is tested.
                ControlledExecution.Run(() => Function.Apply(default(Sleeping), x, x, options), abort.Token);
#pragma warning restore SYSLIB0046
            }
            catch (OperationCanceledException)
            {
            }
        });
        caller.Start();
        Assert.True(caller.Join(20_000));
    }

    private sealed class InlineScheduler : TaskScheduler
    {
        protected override IEnumerable<Task> GetScheduledTasks() => [];

        protected override void QueueTask(Task task) => TryExecuteTask(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
    }

    private readonly struct Sleeping : IFunction
    {
        public V Evaluate<V>(V x)
            where V : struct, ILanes<V>
        {
            Thread.Sleep(1);
            return x;
        }
    }

    private sealed class Slow
    {
        public int Caller;

        public int InsideAtTheEnd;

        public Gauge Helpers { get; } = new();

        public ManualResetEventSlim HelperInside { get; } = new();
    }

    // A helper's vector takes long, the caller's a little.
    private readonly struct Slowly(Slow slow) : IFunction
    {
        public V Evaluate<V>(V x)
            where V : struct, ILanes<V>
        {
            if (Environment.CurrentManagedThreadId == slow.Caller)
            {
                Thread.Sleep(1);
                return x + 1;
            }

            slow.Helpers.Enter();
            slow.HelperInside.Set();
            Thread.Sleep(50);
            slow.Helpers.Leave();
            return x + 1;
        }
    }
}
