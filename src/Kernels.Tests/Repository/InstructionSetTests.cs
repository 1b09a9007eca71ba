using System.Runtime.Intrinsics;
using Kernels.Lanes;

namespace Kernels.Tests.Repository;

/// <summary>A run with an instruction set switched off must really be without it.</summary>
public class InstructionSetTests
{
    [Fact]
    public void Switches_have_their_effect()
    {
        if (IsOff("DOTNET_EnableHWIntrinsic"))
            Assert.Equal(64, Width.Bits);
        if (IsOff("DOTNET_EnableAVX2"))
            Assert.False(Vector256.IsHardwareAccelerated || FusedMultiplyAdd.IsHardware);
        if (IsOff("DOTNET_EnableAVX512"))
            Assert.False(Vector512.IsHardwareAccelerated);
        TestContext.Current.SendDiagnosticMessage(
            $"{Width.Bits} bits, fused multiply-add in {(FusedMultiplyAdd.IsHardware ? "hardware" : "software")}");
    }

    [Fact]
    public void Hardware_says_what_the_loops_run_on()
    {
        Assert.Equal(Width.Bits, Hardware.VectorBits);
        Assert.Equal(FusedMultiplyAdd.IsHardware, Hardware.HasFusedMultiplyAdd);
        Assert.Equal(Environment.ProcessorCount, Hardware.Threads);
        if (System.Runtime.Intrinsics.X86.X86Base.IsSupported || IsOff("DOTNET_EnableHWIntrinsic"))
            Assert.Equal(Expected(), (Hardware.VectorBits, Hardware.HasFusedMultiplyAdd));
    }

    // What is left of the processor's sets by the switches, each of which takes all above it along.
    private static (int VectorBits, bool HasFusedMultiplyAdd) Expected() =>
        IsOff("DOTNET_EnableHWIntrinsic") ? (64, false)
        : IsOff("DOTNET_EnableAVX2") || !System.Runtime.Intrinsics.X86.Avx2.IsSupported ? (128, false)
        : IsOff("DOTNET_EnableAVX512") || !Vector512.IsHardwareAccelerated ? (256, true)
        : (512, true);

    private static bool IsOff(string name) => Environment.GetEnvironmentVariable(name) == "0";
}
