using System.CommandLine;

namespace Kernels.Cli.Commands;

internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "Print one JSON object and nothing else." };
}
