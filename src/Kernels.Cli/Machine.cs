using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

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
        Hardware.Threads,
        Hardware.VectorBits,
        System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated,
        System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated,
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated,
        Hardware.HasFusedMultiplyAdd,
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.FrameworkDescription,
        typeof(Curve).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    private static string CpuName()
    {
        if (X86Base.IsSupported && X86BrandString() is { Length: > 0 } brand)
            return brand.Any(char.IsDigit) ? brand : $"{brand}, {X86Generation()}";
        string? line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.OrdinalIgnoreCase))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 1)..].Trim();
    }

    // For virtual machines that call all of a maker's processors alike. Families beyond 15 and models beyond that have bits of their own.
    private static string X86Generation()
    {
        uint signature = (uint)X86Base.CpuId(1, 0).Eax;
        uint family = (signature >> 8) & 15, model = (signature >> 4) & 15;
        if (family is 6 or 15)
            model |= (signature >> 12) & 0xF0;
        if (family == 15)
            family += (signature >> 20) & 255;
        return string.Create(CultureInfo.InvariantCulture, $"family {family}, model {model}");
    }

    // CPUID leaves 0x80000002 to 0x80000004 hold 48 bytes of ASCII, padded with zeros or blanks. Empty where there are no such leaves.
    private static string X86BrandString()
    {
        const int FirstExtendedLeaf = unchecked((int)0x80000000), FirstLeaf = FirstExtendedLeaf + 2, LastLeaf = FirstExtendedLeaf + 4;
        if ((uint)X86Base.CpuId(FirstExtendedLeaf, 0).Eax < unchecked((uint)LastLeaf))
            return "";
        var registers = new List<int>();
        for (int leaf = FirstLeaf; leaf <= LastLeaf; leaf++)
        {
            var (a, b, c, d) = X86Base.CpuId(leaf, 0);
            registers.AddRange([a, b, c, d]);
        }

        return Encoding.ASCII.GetString(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(registers))).Trim('\0', ' ');
    }
}
