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
        TestContext.Current.SendDiagnosticMessage($"{Width.Bits} bits, fused multiply-add in {(FusedMultiplyAdd.IsHardware ? "hardware" : "software")}");
    }

    private static bool IsOff(string name) => Environment.GetEnvironmentVariable(name) == "0";
}
