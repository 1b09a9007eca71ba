using Spectre.Console;

namespace Kernels.Cli.Reports;

/// <summary>Names and values, a line each.</summary>
internal static class Facts
{
    public static void Print(IAnsiConsole console, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        int width = 0;
        foreach (var (name, _) in facts)
            width = Math.Max(width, name.Length);
        foreach (var (name, value) in facts)
            console.WriteLine($"{name.PadRight(width)}   {value}");
    }
}
