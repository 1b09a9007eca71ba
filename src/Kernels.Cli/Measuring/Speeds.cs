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

    /// <summary>… but this outlasts what a build leaves behind.</summary>
    private const int MostMilliseconds = 3000;

    /// <summary>
    /// It takes up to so many times as long while a core is slow: a neighbour on a shared machine slows each contender by another factor,
    /// so that ratios change too, and goes away within ten seconds or so.
    /// </summary>
    private const int LongestFactor = 4;

    public static Speeds Measure(CurveRequest request, PointBlock block, Func<string, long, IProgress<long>> begin, CancellationToken token)
    {
        var math = new Contender(points =>
        {
            new ParameterGrid(request.From, request.To, points).Fill(0, block.T[..points]);
            return () => request.Curve.EvaluateByMath(block.T[..points], block.X[..points], block.Y[..points]);
        }, TimeProvider.System, isAlone: true);
        Contender oneCore = Library(1, request.Curve.Sample, isAlone: true), allCores = Library(request.Threads, request.Curve.Sample);
        Contender writing = Library(request.Threads, static (start, step, first, x, y, options) =>
            Curve.Sample(default(Unevaluated), start, step, first, x, y, options));

        math.FindSize(block.Length, token);
        oneCore.FindSize(block.Length, token);
        allCores.TakeSizeOf(oneCore);
        writing.TakeSizeOf(oneCore);
        var milliseconds = (long)Math.Min(request.Points * MillisecondsForPoint, MostMilliseconds);
        RunRounds([math, oneCore, allCores, writing], milliseconds, begin, token);

        // Where the calling thread was alone both times, the two have timed the same, and the better of them is it.
        Measurement one = oneCore.Best, all = allCores.Best, alone = one.Seconds < all.Seconds ? one : all;
        return allCores.HadHelp ? new(math.Best, one, all, writing.Best) : new(math.Best, alone, alone, writing.Best);

        // From the first parameter on, over the whole range: where it makes a difference, parameters are slow or fast by their size.
        Contender Library(int threads, Sampling sample, bool isAlone = false)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = token };
            return new(points =>
            {
                var grid = new ParameterGrid(request.From, request.To, points);
                return () => sample(grid.From, grid.Step, 0, block.X[..points], block.Y[..points], options);
            }, TimeProvider.System, isAlone);
        }
    }

    // There and back again, so that none always follows the same one; each time on the next processor what a thread does alone.
    private static void RunRounds(
        Contender[] contenders, long milliseconds, Func<string, long, IProgress<long>> begin, CancellationToken token)
    {
        IProgress<long> progress = begin("Timing", milliseconds);
        IProgress<long>? longer = null;
        var processors = new Processors();
        int[] quietRounds = new int[processors.Count];
        var watch = Stopwatch.StartNew();
        for (int round = 0; !IsEnough(round); round++)
        {
            int processor = round % processors.Count;
            bool quiet = true;
            foreach (Contender contender in contenders)
            {
                if (contender.IsAlone)
                    quiet &= processors.RunOn(processor, () => contender.TakeTurn(token));
                else
                    quiet &= contender.TakeTurn(token);
            }

            quietRounds[processor] += quiet ? 1 : 0;
            Array.Reverse(contenders);
            long passed = watch.ElapsedMilliseconds;
            progress.Report(Math.Min(passed, milliseconds));
            if (passed > milliseconds && round > FewestRounds)
            {
                longer ??= begin("Timing on, since a core is slow", (LongestFactor - 1) * milliseconds);
                longer.Report(passed - milliseconds);
            }
        }

        bool IsEnough(int rounds) => rounds >= FewestRounds && watch.ElapsedMilliseconds is var time && time >= milliseconds
            && (quietRounds.Min() >= FewestRounds || time >= LongestFactor * milliseconds);
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
