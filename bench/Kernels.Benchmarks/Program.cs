using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Running;
using Kernels.Benchmarks;
using Kernels.Yardsticks.Results;

var config = ManualConfig.Create(DefaultConfig.Instance).AddDiagnoser(MemoryDiagnoser.Default);

// A job named on the command line stands alone.
if (!args.Any(argument => argument is "--job" or "-j"))
    config.AddJob([.. InstructionSet.Jobs()]);

// Results are filed by processor, unless the command line says where.
if (ResultFiles.Repository() is { } repository && !args.Any(argument => argument is "--artifacts" or "-a"))
    config.WithArtifactsPath(Path.Combine(ResultFiles.FolderOfThisMachine(repository), "benchmarkdotnet"));

var summaries = BenchmarkSwitcher.FromAssembly(typeof(SpanBenchmarks).Assembly).Run(args, config).ToList();

// BenchmarkDotNet itself ends with 0 whatever happens; a request for information has no summary.
bool onlyInformation = args.Any(argument => argument is "--list" or "--help" or "--info" or "--version");
bool succeeded = summaries.Count > 0 && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.Length > 0 && summary.Reports.All(report => report.Success));
return onlyInformation || succeeded ? 0 : 1;
