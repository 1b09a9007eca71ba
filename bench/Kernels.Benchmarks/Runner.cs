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
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddJob([.. InstructionSet.All.Select(set => set.Under(request.Job))]);

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
            .. request.Disassembly ? ["--disasm"] : Array.Empty<string>(),
            .. request.List ? ["--list", "flat"] : Array.Empty<string>(),
        ];

        // BenchmarkDotNet would answer with a page.
        IFilter[] filters = request.Categories is []
            ? [new GlobFilter(patterns)]
            : [new GlobFilter(patterns), new AnyCategoriesFilter(request.Categories)];
        if (!typeof(SpanBenchmarks).Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(SpanBenchmarks)))
                .SelectMany(type => BenchmarkConverter.TypeToBenchmarks(type).BenchmarksCases)
                .Any(benchmark => filters.All(filter => filter.Predicate(benchmark))))
        {
            string ofCategories = request.Categories is [] ? "" : $" of {string.Join(" or ", request.Categories)}";
            throw new UsageException($"no benchmark{ofCategories} is named {string.Join(" or ", patterns)}");
        }

        var summaries = BenchmarkSwitcher.FromAssembly(typeof(SpanBenchmarks).Assembly).Run(arguments, config).ToList();
        if (request.List)
            return ExitCode.Success;

        // BenchmarkDotNet itself ends with success whatever happens.
        var reports = summaries.SelectMany(summary => summary.Reports).ToList();
        bool areComplete = !summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Length == 0);
        if (reports.Count == 0 || !areComplete || !reports.All(report => report.Success))
            throw new InvalidDataException("some benchmarks failed: their output above says why");
        if (reports.FirstOrDefault(report => !InstructionSet.HadEffect(report)) is { } other)
            throw new InvalidDataException($"{other.BenchmarkCase.DisplayInfo} ran on other vectors than its job says");
        return ExitCode.Success;
    }
}
