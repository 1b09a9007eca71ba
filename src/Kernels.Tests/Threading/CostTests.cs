using System.Diagnostics;
using System.Numerics;

namespace Kernels.Tests.Threading;

/// <summary>Functions of a user's that cost far more than their type's last ones did: by a field, or for some arguments.</summary>
public abstract class CostTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Milliseconds = 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<string, int>> CallsAndLengths =>
        from call in (string[])["Apply", "ApplySample", "Evaluate", "EvaluateSample"]
        from length in (int[])[128, 800, 896, 4000]
        select new TheoryDataRow<string, int>(call, length);

    [Theory]
    [MemberData(nameof(CallsAndLengths))]
    public void After_cheap_calls_a_dear_one_hears_the_token(string call, int length)
    {
        BeCheap(call, length);
        using var source = new CancellationTokenSource();
        var cost = new Cost { Token = source.Token };
        source.CancelAfter(30);
        var exception = Assert.Throws<OperationCanceledException>(() => Call(call, new(cost, Milliseconds, 0), length, source.Token));
        Assert.Equal(source.Token, exception.CancellationToken);

        // Those that had begun, and one more of each thread before the next tick. (A vector of floats is two.)
        Assert.InRange(cost.VectorsAfter, 0, 2 * Environment.ProcessorCount);
    }

    [Theory]
    [MemberData(nameof(CallsAndLengths))]
    public void After_cheap_calls_a_dear_one_is_shared(string call, int length)
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        BeCheap(call, length);
        CheckShared(call, cheap: 0, length);
    }

    // Whole vectors, a rest, and all of it twice where results are NaN: the token is heard between any two.
    [Theory]
    [InlineData("Apply", 17, false)]
    [InlineData("Apply", 17, true)]
    [InlineData("Apply", 31, true)]
    [InlineData("Evaluate", 17, true)]
    [InlineData("Evaluate", 31, true)]
    [InlineData("ApplySample", 31, true)]
    public void The_token_is_heard_before_a_rest_and_before_a_repetition(string call, int length, bool givesNaN)
    {
        BeCheap(call, length);
        using var source = new CancellationTokenSource();
        var cost = new Cost { Token = source.Token, Cancellation = source };
        Assert.Throws<OperationCanceledException>(() => Call(call, new(cost, Milliseconds, 0, givesNaN), length, source.Token));

        // Of each thread one that had begun, and its repetition.
        Assert.InRange(cost.VectorsAfter, 0, 3 * Environment.ProcessorCount);
    }

    // No call and no field could tell.
    [Theory]
    [MemberData(nameof(CallsAndLengths))]
    public void Dear_arguments_among_cheap_ones_are_shared(string call, int length)
    {
        if (Environment.ProcessorCount == 1)
            Assert.Skip("A single processor needs no helper.");
        BeCheap(call, length);
        CheckShared(call, cheap: length / 4, length);
    }

    // Two milliseconds a vector, until a second thread has come.
    private static void CheckShared(string call, int cheap, int length)
    {
        var cost = new Cost { Token = Token };
        Call(call, new(cost, 2, cheap), length, Token);
        Assert.True(cost.Company.HasCome);
    }

    private static void BeCheap(string call, int length)
    {
        for (int i = 0; i < 600; i++)
            Call(call, new(null, 0, 0), length, Token);
    }

    private static void Call(string call, Costly costly, int length, CancellationToken token)
    {
        T[] t = [.. Enumerable.Range(0, length).Select(T.CreateChecked)], x = new T[length], y = new T[length];
        Run(call, costly, t, x, y, new ParallelOptions { CancellationToken = token });
    }

    private static void Run(string call, Costly costly, T[] t, T[] x, T[] y, ParallelOptions options)
    {
        switch (call, t, x, y)
        {
            case ("Apply", double[] ts, double[] xs, _):
                Function.Apply(costly, ts, xs, options);
                break;
            case ("Apply", float[] ts, float[] xs, _):
                Function.Apply(costly, ts, xs, options);
                break;
            case ("ApplySample", _, double[] xs, _):
                Function.Sample(costly, 0, 1, xs, options);
                break;
            case ("ApplySample", _, float[] xs, _):
                Function.Sample(costly, 0, 1, xs, options);
                break;
            case ("Evaluate", double[] ts, double[] xs, double[] ys):
                Curve.Evaluate(new CostlyCurve(costly), ts, xs, ys, options);
                break;
            case ("Evaluate", float[] ts, float[] xs, float[] ys):
                Curve.Evaluate(new CostlyCurve(costly), ts, xs, ys, options);
                break;
            case ("EvaluateSample", _, double[] xs, double[] ys):
                Curve.Sample(new CostlyCurve(costly), 0, 1, xs, ys, options);
                break;
            case ("EvaluateSample", _, float[] xs, float[] ys):
                Curve.Sample(new CostlyCurve(costly), 0, 1, xs, ys, options);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(call));
        }
    }

    private sealed class Cost
    {
        public int VectorsAfter;

        public CancellationToken Token { get; init; }

        /// <summary>Cancelled by the first vector, if there is one.</summary>
        public CancellationTokenSource? Cancellation { get; init; }

        public Company Company { get; } = new();
    }

    // The identity, or NaN, which waits where its argument is not among the first.
    private readonly struct Costly(Cost? cost, int milliseconds, double cheap, bool givesNaN = false) : IFunction
    {
        public V Evaluate<V>(V x)
            where V : struct, ILanes<V>
        {
            if (cost is not null && !V.AnyNaN(V.Sqrt(x - cheap)))
                Wait();
            return givesNaN ? V.Sqrt(-1 - x) : x;
        }

        private void Wait()
        {
            if (cost!.Token.IsCancellationRequested)
                Interlocked.Increment(ref cost.VectorsAfter);
            cost.Cancellation?.Cancel();
            long start = Stopwatch.GetTimestamp();
            cost.Company.Await(parts: 8);
            while (milliseconds > 2 || !cost.Company.HasCome)
            {
                if (Stopwatch.GetElapsedTime(start).TotalMilliseconds >= milliseconds)
                    return;
                Thread.SpinWait(10);
            }
        }
    }

    private readonly struct CostlyCurve(Costly costly) : ICurve
    {
        public (V X, V Y) Evaluate<V>(V t)
            where V : struct, ILanes<V> => (costly.Evaluate(t), t);
    }
}

public class DoubleCostTests : CostTests<double>;

public class SingleCostTests : CostTests<float>;
