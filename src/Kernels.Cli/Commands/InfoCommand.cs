using System.CommandLine;
using Kernels.Cli.Reports;

namespace Kernels.Cli.Commands;

/// <summary>Prints what the library sees of the machine.</summary>
internal static class InfoCommand
{
    public static Command Create(string name)
    {
        Option<bool> json = JsonOption.Create();
        var command = new Command(name, "Print what the library sees of the machine.") { json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json))
                Json.Print(Machine.This);
            else
                InfoTable.Print(Terminal.Console, Machine.This);
            return ExitCode.Success;
        });
        return command;
    }
}
