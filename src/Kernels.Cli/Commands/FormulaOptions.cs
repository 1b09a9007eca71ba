using System.CommandLine;
using System.CommandLine.Parsing;
using Kernels.Cli.Formulas;
using Kernels.Programs;

namespace Kernels.Cli.Commands;

/// <summary>What every command that takes a formula can be told of it.</summary>
internal sealed class FormulaOptions
{
    private const string Declared = "declared", Correct = "correct";

    private readonly Option<KeyValuePair<string, double>[]> _set = new("--set")
    {
        Description = "Gives a name of the formula a number, which may be a formula of constants: --set a=0.5 --set w=2*pi.",
        HelpName = "NAME=N",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = ParseSet,
    };

    private readonly Option<string> _rounding = new("--rounding")
    {
        Description = "How the formula's elementary functions are rounded: declared, as the library's own are (see kernels functions), "
            + "or correct, to the nearest double.",
        HelpName = $"{Declared}|{Correct}",
        DefaultValueFactory = _ => Declared,
    };

    public void AddTo(Command command)
    {
        command.Add(_set);
        command.Add(_rounding);
    }

    /// <summary>The names that are given numbers.</summary>
    public Dictionary<string, double> Numbers(ParseResult parsed)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, number) in parsed.GetValue(_set) ?? [])
        {
            if (!numbers.TryAdd(name, number))
                throw new UsageException($"--set {name}: it has been given a number already");
        }

        return numbers;
    }

    public Rounding Rounding(ParseResult parsed) => parsed.GetValue(_rounding) switch
    {
        Declared => Kernels.Rounding.Declared,
        Correct => Kernels.Rounding.Correct,
        var other => throw new UsageException($"--rounding must be {Declared} or {Correct}, not '{other}'"),
    };

    /// <summary>The first of the options that the user has given, or null.</summary>
    public string? Given(ParseResult parsed) => new Option[] { _set, _rounding }
        .FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false })?.Name;

    private static KeyValuePair<string, double>[]? ParseSet(ArgumentResult result)
    {
        var numbers = new List<KeyValuePair<string, double>>();
        foreach (var token in result.Tokens)
        {
            string[] parts = token.Value.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts is not [var name, var text] || !Names.IsName(name) || Formula.Constant(text) is not { } number)
            {
                result.AddError($"--set must be a name, = and a number or a formula of constants, such as a=0.5, not '{token.Value}'");
                return null;
            }

            numbers.Add(new(name, number));
        }

        return [.. numbers];
    }
}
