using System.CommandLine;
using System.CommandLine.Parsing;

namespace Kernels.Cli.Commands;

/// <summary>The commands, and what the parser may do by itself.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        ParseResult parsed = Root().Parse(args, new ParserConfiguration
        {
            // There are no one-letter options to bundle.
            EnablePosixBundling = false,

            // A file whose name begins with @ is a file.
            ResponseFileTokenReplacer = null,
        });
        if (parsed.Errors is [ParseError first, ..])
            throw new UsageException(first.Message.TrimEnd('.'));
        return parsed.Invoke(new InvocationConfiguration
        {
            // Failure has the last word on exceptions, Interruption on signals.
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    // Without a command the curve is meant: its options are the root's too.
    private static RootCommand Root()
    {
        var root = new RootCommand("Evaluates pure functions on every SIMD lane of every core. Without a command: kernels curve.")
        {
            CurveCommand.Create("curve"),
            EvaluateCommand.Create("evaluate"),
            FunctionsCommand.Create("functions"),
            InfoCommand.Create("info"),
        };
        CurveCommand.AddTo(root);
        RejectOptionsBeforeCommands(root);
        HelpWidth.Widen(root);
        return root;
    }

    private static void RejectOptionsBeforeCommands(Command parent)
    {
        foreach (Command command in parent.Subcommands)
        {
            command.Validators.Add(RejectOptionsBeforeCommand);
            RejectOptionsBeforeCommands(command);
        }
    }

    private static void RejectOptionsBeforeCommand(CommandResult result)
    {
        if (result.Parent is CommandResult parent && parent.Children.OfType<OptionResult>().Any(option => !option.Implicit))
            result.AddError($"Options go after the command '{result.Command.Name}'");
    }
}
