using System.Globalization;
using Kernels.Reference;
using Kernels.Yardsticks.CommandLine;
using Kernels.Yardsticks.Verifying;

namespace Kernels.Verify;

/// <summary>One verification: runs it with a progress bar, prints what came out.</summary>
internal sealed class Job(string title, long total, Func<IProgress<long>, CancellationToken, Verdict> verify)
{
    public static Job Floats(int stride) =>
        new("floats", (Verifier.PositiveFloats + stride - 1) / stride, (progress, token) => Verifier.Floats(stride, progress, token));

    public static Job Doubles(long samples, int seed) =>
        new("doubles", samples, (progress, token) => Verifier.Doubles(samples, seed, progress, token));

    public int Run(CancellationToken token)
    {
        var verdict = Stages.Run(Display.Console, Display.ShowsProgress(json: false), stages => verify(stages.Begin(title, total), token));
        foreach (var example in verdict.Examples)
            Console.WriteLine(example);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{verdict.Arguments:N0} {title}, {verdict.Misrounded:N0} results not the nearest; "
                + $"{Nearest.ExactCalls:N0} decided in exact arithmetic"));
        return verdict.Misrounded == 0 ? ExitCode.Success : ExitCode.Failure;
    }
}
