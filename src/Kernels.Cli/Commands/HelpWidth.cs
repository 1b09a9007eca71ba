using System.CommandLine;
using System.CommandLine.Help;

namespace Kernels.Cli.Commands;

/// <summary>Help for narrow terminals.</summary>
internal static class HelpWidth
{
    /// <summary>
    /// With fewer than six System.CommandLine throws, or never ends, and with a few more it breaks words. Longer lines the terminal wraps.
    /// </summary>
    private const int FewestColumns = 40;

    public static void Widen(RootCommand root)
    {
        foreach (HelpOption option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is HelpAction help)
                help.MaxWidth = Math.Max(help.MaxWidth, FewestColumns);
        }
    }
}
