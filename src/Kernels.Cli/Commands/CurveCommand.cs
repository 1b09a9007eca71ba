using System.CommandLine;
using Kernels.Cli.Curves;
using Kernels.Cli.Formulas;

namespace Kernels.Cli.Commands;

/// <summary>Evaluates the heart curve, or the one that two formulas give; its own command evaluates others.</summary>
internal static class CurveCommand
{
    /// <summary>The parameter, where neither formula has a name.</summary>
    private const string DefaultParameter = "t";

    public static Command Create(string name)
    {
        var command = new Command(
            name, "Evaluate the heart curve, or one that formulas give, over all cores, and print speed and accuracy.")
        {
            FourierCommand.Create("fourier"),
        };
        AddTo(command);
        return command;
    }

    public static void AddTo(Command command)
    {
        Option<string?> x = Coordinate("--x", "16*sin(t)**3"), y = Coordinate("--y", "13*cos(t)-5*cos(2*t)-2*cos(3*t)-cos(4*t)");
        command.Add(x);
        command.Add(y);
        var options = new FormulaOptions();
        options.AddTo(command);
        new CurveOptions("heart.png").AddTo(command, parsed => Read(parsed, parsed.GetValue(x), parsed.GetValue(y), options));
    }

    private static Option<string?> Coordinate(string name, string example) => new(name)
    {
        Description = $"Formula of {name[2..]} in the syntax of Python, such as \"{example}\"; instead of the heart. "
            + "The parameter is the one name that both formulas use; curve.png is drawn.",
        HelpName = "FORMULA",
    };

    private static PlaneCurve Read(ParseResult parsed, string? x, string? y, FormulaOptions options)
    {
        if (x is null && y is null)
        {
            return options.Given(parsed) is { } option
                ? throw new UsageException($"{option} goes with the formulas that --x and --y give")
                : new Heart();
        }

        if (x is null || y is null)
            throw new UsageException($"--x and --y go together, and {(x is null ? "--x" : "--y")} is missing");
        var rounding = options.Rounding(parsed);
        PureFunction ofX = Parse("--x", x, rounding), ofY = Parse("--y", y, rounding);
        Dictionary<string, double> numbers = options.Numbers(parsed);
        string[] names = [.. ofX.Inputs.Union(ofY.Inputs)];
        foreach (string name in numbers.Keys.Except(names))
            throw new UsageException(Formula.NoSuchName(name, "the formulas have", names));
        string[] free = [.. names.Except(numbers.Keys)];
        if (free.Length > 1)
        {
            string list = string.Join(", ", free.Select(name => $"'{name}'"));
            throw new UsageException($"A curve has one parameter, and --x and --y have {list}: --set {free[1]}=N gives one a number");
        }

        if (free.Length == 0 && names.Length > 0)
            throw new UsageException("--set leaves --x and --y no parameter: there is one point, and no curve");
        string parameter = free is [var only] ? only : DefaultParameter;
        var joined = Formula.Join(With(ofX, numbers), With(ofY, numbers), [parameter]);
        return new FormulaCurve(joined, $"x = {x},   y = {y}");
    }

    private static PureFunction Parse(string option, string text, Rounding rounding)
    {
        PureFunction formula = Formula.Parse(option, text, rounding);
        return formula.Outputs is [_]
            ? formula
            : throw new UsageException($"{option} must have one result, not {formula.Outputs.Count}: {string.Join(", ", formula.Outputs)}");
    }

    private static PureFunction With(PureFunction formula, Dictionary<string, double> numbers) => numbers
        .Where(number => formula.Inputs.Contains(number.Key))
        .Aggregate(formula, (function, number) => function.With(number.Key, number.Value));
}
