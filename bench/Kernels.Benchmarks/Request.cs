using BenchmarkDotNet.Jobs;

namespace Kernels.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Request(string[] Filters, string[] Categories, Job Job, bool Disassembly, bool List, string? Artifacts);
