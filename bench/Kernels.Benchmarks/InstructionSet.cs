using System.Runtime.Intrinsics;
using BenchmarkDotNet.Jobs;

namespace Kernels.Benchmarks;

/// <summary>The jobs: the same benchmarks with instruction sets switched off, which a child process must really be without.</summary>
internal static class InstructionSet
{
    private const string NoAvx512 = "DOTNET_EnableAVX512";

    private const string NoSimd = "DOTNET_EnableHWIntrinsic";

    public static IEnumerable<Job> Jobs()
    {
        if (Vector512.IsHardwareAccelerated)
            yield return Job.Default.WithId("AVX-512").AsBaseline();
        yield return Job.Default.WithEnvironmentVariable(NoAvx512, "0").WithId("AVX2");
        yield return Job.Default.WithEnvironmentVariable(NoSimd, "0").WithId("no SIMD");
    }

    /// <summary>Throws in a child process that has an instruction set it was told to do without.</summary>
    public static void AssertEffect()
    {
        if (IsOff(NoAvx512) && Vector512.IsHardwareAccelerated)
            throw new InvalidOperationException($"{NoAvx512}=0 had no effect.");
        if (IsOff(NoSimd) && Vector128.IsHardwareAccelerated)
            throw new InvalidOperationException($"{NoSimd}=0 had no effect.");
    }

    private static bool IsOff(string name) => Environment.GetEnvironmentVariable(name) == "0";
}
