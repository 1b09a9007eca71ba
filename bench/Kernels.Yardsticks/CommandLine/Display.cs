using Spectre.Console;

namespace Kernels.Yardsticks.CommandLine;

/// <summary>Standard output, as the tools use it.</summary>
public static class Display
{
    /// <summary>Wide enough for every table where there is no terminal to ask.</summary>
    private const int WidthOfFile = 160;

    public static IAnsiConsole Console { get; } = Create();

    /// <summary>Whether progress can be shown: on a terminal, beside nothing that a program is to read.</summary>
    public static bool ShowsProgress(bool json) => !json && !System.Console.IsOutputRedirected && Console.Profile.Capabilities.Ansi;

    private static IAnsiConsole Create()
    {
        var console = AnsiConsole.Console;
        if (System.Console.IsOutputRedirected)
            console.Profile.Width = WidthOfFile;
        return console;
    }
}
