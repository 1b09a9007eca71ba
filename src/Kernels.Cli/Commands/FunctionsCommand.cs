using System.CommandLine;
using Kernels.Cli.Formulas;
using Kernels.Cli.Reports;

namespace Kernels.Cli.Commands;

/// <summary>Prints what a formula may use.</summary>
internal static class FunctionsCommand
{
    public static Command Create(string name)
    {
        Option<bool> json = JsonOption.Create();
        var command = new Command(name, "Print what a formula may use, with the error of each function.") { json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json))
                Json.Print(new FunctionsReport(FunctionCatalogue.Functions, FunctionCatalogue.Constants));
            else
                FunctionsTable.Print(Terminal.Console);
            return ExitCode.Success;
        });
        return command;
    }
}
