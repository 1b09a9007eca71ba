using Spectre.Console;

namespace Kernels.Cli.Reports;

/// <summary>Standard output.</summary>
internal static class Terminal
{
    /// <summary>Wide enough for every line where no window limits it.</summary>
    private const int WidthOfFile = 200;

    public static IAnsiConsole Console { get; } = Create();

    public static bool CanShowProgress => !System.Console.IsOutputRedirected && Console.Profile.Capabilities.Ansi;

    /// <summary>Gives the cursor back after a display that was left behind.</summary>
    public static void ShowCursor() => Console.Cursor.Show();

    private static IAnsiConsole Create()
    {
        IAnsiConsole console = AnsiConsole.Console;
        if (System.Console.IsOutputRedirected)
            console.Profile.Width = WidthOfFile;
        return console;
    }
}
