using System.Diagnostics;
using Kernels.Reference;
using Kernels.Yardsticks;
using Kernels.Yardsticks.CommandLine;
using Kernels.Yardsticks.Verifying;

namespace Kernels.Verify;

/// <summary>One verification of some functions: runs it with a progress bar, prints what came out.</summary>
/// <param name="title">What is verified, as the last word of each line.</param>
/// <param name="total">How many arguments a function gets.</param>
/// <param name="verify">Does it for one function.</param>
/// <param name="allowsErrors">Whether results need only be within the declared bound.</param>
internal sealed class Job(
    string title,
    Func<Operation, long> total,
    Func<Operation, IProgress<long>, CancellationToken, Verdict> verify,
    bool allowsErrors = false)
{
    public static Job Floats(int stride, long pairs, int seed) => new(
        "floats",
        function => function.Inputs == 2 ? pairs : (Verifier.AllFloats + stride - 1) / stride,
        (function, progress, token) => function.Inputs == 2
            ? new Verifier(function).Pairs(pairs, seed, progress, token) : new Verifier(function).Floats(stride, progress, token));

    public static Job Powers(int samples, int seed)
    {
        var pairs = new ExactPowers(seed, isSingle: false);
        (double X, double Y)[] arguments = [.. pairs.Few(), .. pairs.Many(samples)];
        return new(
            "exact doubles",
            _ => arguments.Length,
            (function, progress, token) => new Verifier(function).CorrectDoubles(arguments, progress, token));
    }

    public static Job SinglePowers(int seed)
    {
        (float X, float Y)[] arguments = [.. new ExactPowers(seed, isSingle: true).Few().Select(pair => ((float)pair.X, (float)pair.Y))];
        return new(
            "exact floats",
            _ => arguments.Length,
            (function, progress, token) => new Verifier(function).Floats(arguments, progress, token));
    }

    public static Job Doubles(long samples, int seed) => new(
        "doubles",
        _ => samples,
        (function, progress, token) => new Verifier(function).CorrectDoubles(samples, seed, progress, token));

    public static Job Bounds(long samples, int seed) => new(
        "doubles",
        _ => samples,
        (function, progress, token) => new Verifier(function).Doubles(samples, seed, progress, token),
        allowsErrors: true);

    public int Run(IReadOnlyList<Operation> functions, CancellationToken token)
    {
        bool succeeds = true;
        foreach (var function in functions)
        {
            var watch = Stopwatch.StartNew();
            long exactBefore = Nearest.ExactCalls;
            var verdict = Stages.Run(Display.Console, Display.ShowsProgress(json: false), stages =>
                verify(function, stages.Begin($"{function.Name}, {title}", total(function)), token));
            foreach (var example in verdict.Examples)
                Console.WriteLine(example);
            Console.WriteLine(Line(function, verdict, Nearest.ExactCalls - exactBefore, watch.Elapsed));
            succeeds &= verdict.Misrounded == 0;
        }

        return succeeds ? ExitCode.Success : ExitCode.Failure;
    }

    private string Line(Operation function, Verdict verdict, long exact, TimeSpan time)
    {
        string what = allowsErrors
            ? Invariant($"{verdict.Misrounded:N0} results beyond {function.Outputs[0].Bound} ULP, largest error {LargestError(verdict)}")
            : Invariant($"{verdict.Misrounded:N0} results not the nearest");
        string arguments = Invariant($"{function.Name}: {verdict.Arguments:N0} {title}");
        return Invariant($"{arguments}, {what}; {exact:N0} decided in exact arithmetic; {time.TotalSeconds:F0} s");
    }

    private static string LargestError(Verdict verdict) => double.IsNaN(verdict.LargestErrorAt)
        ? "½ at most: all are the nearest"
        : Invariant($"{verdict.LargestError:F7} at {HardCases.Hex(verdict.LargestErrorAt)}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
