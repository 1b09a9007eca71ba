using System.CommandLine;
using BenchmarkDotNet.Jobs;
using Kernels.Yardsticks.CommandLine;

namespace Kernels.Benchmarks;

/// <summary>The command line: the part of BenchmarkDotNet's that is of use here.</summary>
internal sealed class Options
{
    private readonly Option<string[]> _filters = new("--filter")
    {
        Description = "Patterns of names, for example '*.Heart.*' or '*Functions.MathLoop*\"exp 700\"*'; all by default.",
        HelpName = "PATTERN",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _categories = Choice.Several<string>(
        "--category",
        $"Categories: {SpanBenchmarks.OfFunctions}, {SpanBenchmarks.OfHeart}.",
        new() { [SpanBenchmarks.OfFunctions] = SpanBenchmarks.OfFunctions, [SpanBenchmarks.OfHeart] = SpanBenchmarks.OfHeart });

    private readonly Option<Job?> _job = Choice.One<Job?>(
        "--job",
        "How thorough: dry (once, to see that it runs), short, medium or long; by default as BenchmarkDotNet finds necessary.",
        new()
        {
            ["dry"] = Job.Dry,
            ["short"] = Job.ShortRun,
            ["medium"] = Job.MediumRun,
            ["long"] = Job.LongRun,
        });

    private readonly Option<bool> _disassembly = new("--disasm")
    {
        Description = "Write the machine code of the benchmarks beside the results.",
    };

    private readonly Option<bool> _list = new("--list") { Description = "List the benchmarks and run none." };

    private readonly Option<string?> _artifacts = Choice.Folder(
        "--artifacts", "Folder for the results; by default that of this processor under bench/results.");

    public RootCommand Command(Func<Request, int> run)
    {
        var root = new RootCommand("Times Kernels and its peers with BenchmarkDotNet, on every instruction set of this machine.")
        {
            _filters, _categories, _job, _disassembly, _list, _artifacts,
        };
        root.SetAction(parsed => run(new(
            parsed.GetValue(_filters) ?? [],
            parsed.GetValue(_categories) ?? [],
            parsed.GetValue(_job) ?? Job.Default,
            parsed.GetValue(_disassembly),
            parsed.GetValue(_list),
            parsed.GetValue(_artifacts))));
        return root;
    }
}
