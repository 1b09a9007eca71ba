using System.Globalization;
using Kernels.Programs;

namespace Kernels.Cli.Formulas;

/// <summary>Formulas as the command line takes them.</summary>
internal static class Formula
{
    /// <summary>Reads a formula.</summary>
    /// <param name="option">What the user gave it as.</param>
    /// <param name="text">The formula.</param>
    /// <param name="rounding">How its elementary functions are rounded.</param>
    /// <exception cref="FormulaException">It is none.</exception>
    public static PureFunction Parse(string option, string text, Rounding rounding = Rounding.Declared)
    {
        try
        {
            return PureFunction.Parse(text, rounding);
        }
        catch (FormatException exception)
        {
            throw new FormulaException(option, exception.Message);
        }
    }

    /// <summary>A number, or the value of a formula without names of its own, such as 2*pi; null if it is neither.</summary>
    public static double? Constant(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            return value;
        try
        {
            var formula = PureFunction.Parse(text);
            return formula is { Inputs.Count: 0, Outputs.Count: 1 } ? formula.Invoke() : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Gives inputs their numbers.</summary>
    /// <exception cref="UsageException">One is no input of the formula.</exception>
    public static PureFunction Set(PureFunction formula, IReadOnlyDictionary<string, double> numbers)
    {
        foreach (var (name, number) in numbers)
        {
            if (!formula.Inputs.Contains(name))
                throw new UsageException(NoSuchName(name, "the formula has", formula.Inputs));
            formula = formula.With(name, number);
        }

        return formula;
    }

    /// <summary>What is wrong with a number for a name that is not there.</summary>
    /// <param name="name">The name.</param>
    /// <param name="subject">As in "the formula has".</param>
    /// <param name="names">The names that are there.</param>
    public static string NoSuchName(string name, string subject, IReadOnlyList<string> names) => names.Count == 0
        ? $"--set {name}: {subject} no name that could be given a number"
        : $"--set {name}: {subject} no such name; {Nearest.Of(name, names)}";

    /// <summary>One function of two: their inputs together, the results called x and y.</summary>
    /// <exception cref="UsageException">They are too large for one.</exception>
    public static PureFunction Join(PureFunction x, PureFunction y, IReadOnlyList<string> inputs)
    {
        try
        {
            var builder = new ProgramBuilder(x.Rounding);
            foreach (string input in inputs)
                _ = builder.Input(input);
            ProgramValue[] results = [.. Replay(x), .. Replay(y)];
            return new(builder.Build([("x", results[0]), ("y", results[1])]));

            ProgramValue[] Replay(PureFunction formula) =>
                builder.Replay(formula.Program, [.. formula.Inputs.Select(builder.Input)]);
        }
        catch (ProgramException exception)
        {
            throw new UsageException($"--x and --y together: {exception.Message.TrimEnd('.')}");
        }
    }
}
