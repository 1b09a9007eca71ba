using System.CommandLine;
using Kernels.Cli.Formulas;
using Kernels.Cli.Input;
using Kernels.Cli.Output;
using Kernels.Cli.Reports;

namespace Kernels.Cli.Commands;

/// <summary>Maps a formula over the columns of a file.</summary>
internal sealed class EvaluateCommand
{
    private readonly Argument<string> _formula = new("formula")
    {
        Description = "Formula in the syntax of Python, such as \"y = exp(-a*t)*cos(w*t)\"; several results are separated by ; or ,. "
            + "See kernels functions.",
        HelpName = "FORMULA",
    };

    private readonly FormulaOptions _options = new();

    private readonly Option<string> _in = new("--in")
    {
        Description = "File of the inputs: .npy, or .csv with a header of names. The formula's names that --set gives no number are "
            + "columns of it. - is standard input.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "File for the results: .npy (numbers; records with the results' names if they are several) or .csv (with a header). "
            + "It appears under its name when it is complete. - is standard output, as .csv.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _columns = new("--columns")
    {
        Description = "Names of the columns, such as t,x,y: of an .npy of shape (rows, columns), or of a .csv, whose first line is then "
            + "passed over if it holds no number.",
        HelpName = "NAMES",
    };

    private readonly Option<bool> _float = new("--float") { Description = "Write float32, rounded once; else float64 is written." };

    private readonly Option<bool> _keep = new("--keep") { Description = "Write the inputs that the formula uses too, before the results." };

    private readonly Option<bool> _overwrite = new("--overwrite")
    {
        Description = "Replace the file that --out names, where it exists; its owner and mode stay, and so does a link to it. "
            + "A file that is read-only is not replaced.",
    };

    private readonly Option<bool> _json = JsonOption.Create();

    private EvaluateCommand()
    {
    }

    public static Command Create(string name) => new EvaluateCommand().CreateCommand(name);

    private Command CreateCommand(string name)
    {
        var command = new Command(name, "Evaluate a formula over the columns of a file, over all cores, in constant memory.") { _formula };
        command.Add(_in);
        command.Add(_out);
        _options.AddTo(command);
        foreach (Option option in new Option[] { _columns, _float, _keep, _overwrite, _json })
            command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        PureFunction function = Formula.Parse("formula", parsed.GetValue(_formula)!, _options.Rounding(parsed));
        function = Formula.Set(function, _options.Numbers(parsed));
        Destination destination = Out(parsed);
        using ITableSource source = TableSource.Open(In(parsed), Columns(parsed));
        EvaluateRequest request = Read(parsed, function, source, destination);
        Destination.Check(source.File == TableSource.StandardInput ? null : source.File, request.Out);
        return Run(request);
    }

    private EvaluateRequest Read(ParseResult parsed, PureFunction function, ITableSource source, Destination destination)
    {
        source.Select([.. function.Inputs.Select(name => Find(source, function, name))]);
        bool keeps = parsed.GetValue(_keep), isSingle = parsed.GetValue(_float), isNpy = TableFile.IsNpy(destination.Name);
        string[] names = [.. keeps ? function.Inputs : [], .. function.Outputs];
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UsageException($"--keep would write two columns '{twice.Key}': the result needs another name");
        if (isNpy && destination.IsStream && source.Rows is null)
        {
            throw new UsageException(
                $"--out must not be .npy where it is a pipe or a device: how many rows {source.File} has is known at its end alone");
        }

        bool json = parsed.GetValue(_json);
        if (json && destination.IsStandardOutput)
            throw new UsageException("--json and --out - cannot both have standard output");
        ITableFormat format = isNpy ? NpyFormat.Records(names, isSingle) : new CsvFormat(names, isSingle);
        return new(function, source, destination, format, keeps, json);
    }

    private string In(ParseResult parsed)
    {
        string file = parsed.GetValue(_in)!;
        return string.IsNullOrWhiteSpace(file) ? throw new UsageException($"--in must name a file, not '{file}'") : file;
    }

    private Destination Out(ParseResult parsed)
    {
        string name = parsed.GetValue(_out)!;
        if (name == Destination.StandardOutput)
            return new(_out.Name);
        if (!TableFile.IsNpy(name) && !TableFile.IsCsv(name))
            throw new UsageException($"--out must name a file that ends in .npy or .csv, or be {Destination.StandardOutput}, not '{name}'");
        return new(_out.Name, name, parsed.GetValue(_overwrite) ? Replacement.All : Replacement.None);
    }

    private string[]? Columns(ParseResult parsed)
    {
        if (parsed.GetValue(_columns) is not { } list)
            return null;
        string[] names = list.Split(',', StringSplitOptions.TrimEntries);
        return names.Any(name => name.Length == 0) || names.Distinct().Count() < names.Length
            ? throw new UsageException($"--columns must be names, each another, with commas between, not '{list}'")
            : names;
    }

    private static int Find(ITableSource source, PureFunction function, string name)
    {
        // A single column without a name is the only one that can be meant.
        if (source.Names is [""] && function.Inputs.Count == 1)
            return 0;
        int[] places = [.. source.Names.Index().Where(column => column.Item == name).Select(column => column.Index)];
        return places switch
        {
            [var place] => place,
            [] when source.Names is [""] => throw new UsageException(
                $"{source.File} has one column without a name, and the formula has {function.Inputs.Count}: "
                    + string.Join(", ", function.Inputs)),
            [] => throw new UsageException(
                $"the formula's '{name}' is no column of {source.File}, and --set gives it no number; {Nearest.Of(name, source.Names)}"
                    + (source.Names is [var only] && only.AsSpan().IndexOfAny(';', '\t') >= 0 ? "; columns are separated by commas" : "")),
            [var first, var second, ..] => throw new InputException(
                source.File, 1, second + 1, $"the name '{name}' is there twice, in column {first + 1} too"),
        };
    }

    // Signals first, then files, then work: no file without somebody to delete it, and none missing after the work.
    private static int Run(EvaluateRequest request)
    {
        Interruption.Listen();
        using var file = new TableFile(request.Out, request.Format, request.Source.Rows);
        bool showProgress = Terminal.CanShowProgress && !request.Json && !request.Out.IsStandardOutput;
        try
        {
            return Interruption.Run(token =>
            {
                EvaluateResult result = Stages.Run(
                    Terminal.Console, showProgress, stages => new EvaluateJob(request, file, stages, token).Run());
                if (request.Json)
                    Json.Print(request, result);
                else if (!request.Out.IsStandardOutput)
                    EvaluateTable.Print(Terminal.Console, request, result);
                return ExitCode.Success;
            });
        }
        catch (OperationCanceledException) when (showProgress)
        {
            Terminal.ShowCursor();
            throw;
        }
    }
}
