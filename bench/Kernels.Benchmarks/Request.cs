namespace Kernels.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Request(string[] Filters, string[] Categories, string? Job, bool Disassembly, bool List, string? Artifacts);
