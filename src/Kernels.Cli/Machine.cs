using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Text;
using Kernels.Loops;

namespace Kernels.Cli;

/// <summary>What the library sees of the machine.</summary>
internal sealed record Machine(
    string Cpu,
    int Cores,
    int VectorBits,
    bool Vector128,
    bool Vector256,
    bool Vector512,
    bool FusedMultiplyAdd,
    string OperatingSystem,
    string Architecture,
    string Runtime,
    string LibraryVersion)
{
    public static Machine This { get; } = new(
        CpuName(),
        Environment.ProcessorCount,
        Width.Bits,
        System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated,
        System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated,
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated,
        Fma.IsSupported || AdvSimd.Arm64.IsSupported,
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.FrameworkDescription,
        typeof(Curve).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    private static string CpuName()
    {
        if (X86Base.IsSupported)
            return X86BrandString();
        string? line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.OrdinalIgnoreCase))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 1)..].Trim();
    }

    // CPUID leaves 0x80000002 to 0x80000004 hold 48 bytes of ASCII, padded with zeros or blanks.
    private static string X86BrandString()
    {
        const int FirstLeaf = unchecked((int)0x80000002), LastLeaf = unchecked((int)0x80000004);
        var registers = new List<int>();
        for (int leaf = FirstLeaf; leaf <= LastLeaf; leaf++)
        {
            var (a, b, c, d) = X86Base.CpuId(leaf, 0);
            registers.AddRange([a, b, c, d]);
        }

        return Encoding.ASCII.GetString(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(registers))).Trim('\0', ' ');
    }
}
