using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Running;
using Kernels.Yardsticks.Results;

namespace Kernels.Benchmarks;

/// <summary>Runs BenchmarkDotNet.</summary>
internal static class Runner
{
    public static int Run(Request request)
    {
        var config = ManualConfig.Create(DefaultConfig.Instance).AddDiagnoser(MemoryDiagnoser.Default);
        if (request.Job is null)
            config.AddJob([.. InstructionSet.Jobs()]);

        // Results are filed by processor, unless the command line says where.
        if (request.Artifacts is { } folder)
            config.WithArtifactsPath(Path.GetFullPath(folder));
        else if (ResultFiles.Repository() is { } repository)
            config.WithArtifactsPath(Path.Combine(ResultFiles.FolderOfThisMachine(repository), "benchmarkdotnet"));

        string[] patterns = request.Filters is [] ? ["*"] : request.Filters;
        string[] arguments =
        [
            "--filter", .. patterns,
            .. request.Categories is [] ? [] : (string[])["--anyCategories", .. request.Categories],
            .. request.Job is { } job ? ["--job", job] : Array.Empty<string>(),
            .. request.Disassembly ? ["--disasm"] : Array.Empty<string>(),
            .. request.List ? ["--list", "flat"] : Array.Empty<string>(),
        ];
        // BenchmarkDotNet would answer with a page.
        var filter = new GlobFilter(patterns);
        if (!typeof(SpanBenchmarks).Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(SpanBenchmarks)))
                .SelectMany(type => BenchmarkConverter.TypeToBenchmarks(type).BenchmarksCases)
                .Any(filter.Predicate))
            throw new UsageException($"no benchmark is named {string.Join(" or ", patterns)}");

        var summaries = BenchmarkSwitcher.FromAssembly(typeof(SpanBenchmarks).Assembly).Run(arguments, config).ToList();
        if (request.List)
            return ExitCode.Success;

        // BenchmarkDotNet itself ends with success whatever happens.
        bool succeeded = summaries.Count > 0 && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.Length > 0 && summary.Reports.All(report => report.Success));
        return succeeded ? ExitCode.Success : throw new InvalidDataException("some benchmarks failed: their output above says why");
    }
}
