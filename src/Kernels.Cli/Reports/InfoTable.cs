using Spectre.Console;

namespace Kernels.Cli.Reports;

/// <summary>The machine for people.</summary>
internal static class InfoTable
{
    public static void Print(IAnsiConsole console, Machine machine)
    {
        Facts.Print(
            console,
            ("CPU", machine.Cpu),
            ("Cores", $"{machine.Cores}"),
            ("Vector width in use", $"{machine.VectorBits} bits"),
            ("128-bit vectors", Accelerated(machine.Vector128)),
            ("256-bit vectors", Accelerated(machine.Vector256)),
            ("512-bit vectors", Accelerated(machine.Vector512)),
            ("Fused multiply-add", Accelerated(machine.FusedMultiplyAdd)),
            ("Operating system", machine.OperatingSystem),
            ("Architecture", machine.Architecture),
            ("Runtime", machine.Runtime),
            ("Kernels", machine.LibraryVersion));
    }

    private static string Accelerated(bool yes) => yes ? "in hardware" : "not in hardware";
}
