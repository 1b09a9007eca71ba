using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Kernels.Cli.Measuring;

/// <summary>How fast a curve is evaluated, over the range that was asked for.</summary>
/// <param name="MathLoop">By the plain loop over <see cref="Math"/>, on one core.</param>
/// <param name="OneCore">By the library, on one core.</param>
/// <param name="AllCores">By the library, on the threads asked for.</param>
/// <param name="Writing">By the library on those threads, were there nothing to compute: what it takes to write x and y.</param>
/// <remarks>
/// All are timed in turns, again and again, and the best of each counts: what disturbs the machine for a while disturbs all of them, and
/// what is compiled or woken at first is forgotten. The library's three evaluate as many points in a call, over the same arrays.
/// </remarks>
internal sealed record Speeds(Measurement MathLoop, Measurement OneCore, Measurement AllCores, Measurement Writing)
{
    private const int FewestRounds = 10;

    /// <summary>Many points take longer to evaluate anyway …</summary>
    private const double MillisecondsForPoint = 1.5e-4;

    /// <summary>
    /// … but this outlasts what a build leaves behind, and many of the spells in which a neighbour on a shared machine slows a core: each
    /// contender by another factor, so that ratios change too.
    /// </summary>
    private const int MostMilliseconds = 3000;

    public static Speeds Measure(CurveRequest request, PointBlock block, Func<string, long, IProgress<long>> begin, CancellationToken token)
    {
        var math = new Contender(points =>
        {
            new ParameterGrid(request.From, request.To, points).Fill(0, block.T[..points]);
            return () => request.Curve.EvaluateByMath(block.T[..points], block.X[..points], block.Y[..points]);
        }, TimeProvider.System);
        Contender oneCore = Library(1, request.Curve.Sample), allCores = Library(request.Threads, request.Curve.Sample);
        Contender writing = Library(request.Threads, static (start, step, first, x, y, options) =>
            Curve.Sample(default(Unevaluated), start, step, first, x, y, options));

        math.FindSize(block.Length, token);
        oneCore.FindSize(block.Length, token);
        allCores.TakeSizeOf(oneCore);
        writing.TakeSizeOf(oneCore);
        var milliseconds = (long)Math.Min(request.Points * MillisecondsForPoint, MostMilliseconds);
        RunRounds([math, oneCore, allCores, writing], milliseconds, begin("Timing", milliseconds), token);

        // Where the calling thread was alone both times, the two have timed the same, and the better of them is it.
        Measurement one = oneCore.Best, all = allCores.Best, alone = one.Seconds < all.Seconds ? one : all;
        return allCores.HadHelp ? new(math.Best, one, all, writing.Best) : new(math.Best, alone, alone, writing.Best);

        // From the first parameter on, over the whole range: where it makes a difference, parameters are slow or fast by their size.
        Contender Library(int threads, Sampling sample)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = token };
            return new(points =>
            {
                var grid = new ParameterGrid(request.From, request.To, points);
                return () => sample(grid.From, grid.Step, 0, block.X[..points], block.Y[..points], options);
            }, TimeProvider.System);
        }
    }

    // There and back again, so that none always follows the same one.
    private static void RunRounds(Contender[] contenders, long milliseconds, IProgress<long> progress, CancellationToken token)
    {
        var watch = Stopwatch.StartNew();
        for (int round = 0; round < FewestRounds || watch.ElapsedMilliseconds < milliseconds; round++)
        {
            foreach (Contender contender in contenders)
                contender.TakeTurn(token);
            Array.Reverse(contenders);
            progress.Report(watch.ElapsedMilliseconds);
        }
    }

    private delegate void Sampling(double start, double step, long first, Span<double> x, Span<double> y, ParallelOptions options);

    /// <summary>A curve without anything to compute.</summary>
    private readonly struct Unevaluated : ICurve
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (V X, V Y) Evaluate<V>(V t)
            where V : struct, ILanes<V> => (t, t);
    }
}
