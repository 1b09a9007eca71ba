using System.Runtime;

namespace Kernels.Tests.Threading;

/// <summary>An abort from outside ends a call only when nobody writes any more.</summary>
public class AbortTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void An_aborted_call_waits_for_its_helpers()
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        double[] x = new double[100_000], y = new double[x.Length];
        for (int repetition = 0; repetition < 5; repetition++)
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
