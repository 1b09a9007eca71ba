using Spectre.Console;

namespace Kernels.Cli.Reports;

/// <summary>What was evaluated, for people.</summary>
internal static class EvaluateTable
{
    public static void Print(IAnsiConsole console, EvaluateRequest request, EvaluateResult result)
    {
        PureFunction function = request.Function;
        string inputs = function.Inputs.Count == 0 ? "none" : string.Join(", ", function.Inputs);
        Facts.Print(
            console,
            ("Inputs", $"{inputs} of {request.Source.File}"),
            ("Results", string.Join(", ", function.Outputs)),
            ("Rows", $"{result.Rows:N0}"),
            ("Written", $"{result.Written}"));
    }
}
