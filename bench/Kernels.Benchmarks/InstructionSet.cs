using System.Globalization;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;

namespace Kernels.Benchmarks;

/// <summary>An instruction set that a child process runs with, because a variable of its environment takes the better ones away.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="SwitchedOff">The variable that is 0; null for none.</param>
/// <param name="VectorBits">The widest vectors that are then left.</param>
internal sealed record InstructionSet(string Name, string? SwitchedOff, int VectorBits)
{
    // What a child prints; in its output lines with such a beginning are no results.
    private const string Statement = "// Widest vectors in bits: ";

    /// <summary>All of this machine.</summary>
    public static IReadOnlyList<InstructionSet> All { get; } =
    [
        .. Vector512.IsHardwareAccelerated ? (InstructionSet[])[new("AVX-512", null, 512)] : [],
        new("AVX2", "DOTNET_EnableAVX512", Math.Min(256, WidestVectors)),
        new("no SIMD", "DOTNET_EnableHWIntrinsic", 0),
    ];

    private static int WidestVectors =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>A job that runs under this instruction set.</summary>
    public Job Under(Job job)
    {
        var named = job.WithId(Name);
        return SwitchedOff is null ? named : named.WithEnvironmentVariable(SwitchedOff, "0");
    }

    /// <summary>Says in a child process which vectors it has.</summary>
    public static void State() => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Statement}{WidestVectors}"));

    /// <summary>Whether every child of a report has stated just the vectors that its job's instruction set leaves.</summary>
    public static bool HadEffect(BenchmarkReport report)
    {
        string expected = All.Single(set => set.Name == report.BenchmarkCase.Job.Id).VectorBits.ToString(CultureInfo.InvariantCulture);
        return report.ExecuteResults.All(child => child.StandardOutput.Contains(Statement + expected));
    }
}
