using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Kernels.Cli.Formulas;

namespace Kernels.Cli.Commands;

/// <summary>Options that take a number and say what they want when they do not get it.</summary>
internal static class NumberOption
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;

    /// <summary>A whole number from 1 up; 1e9 may be written for 1000000000.</summary>
    public static Option<long> Count(string name, string description, long defaultValue, long largest) => Create(
        name,
        description,
        defaultValue,
        text => long.TryParse(text, Whole, CultureInfo.InvariantCulture, out long value) && value >= 1 && value <= largest ? value : null,
        $"a whole number from 1 to {largest}");

    /// <summary>A finite angle; a formula of constants may be written for it, such as 2*pi.</summary>
    public static Option<double> Angle(string name, string description, double defaultValue) => Create(
        name,
        description,
        defaultValue,
        text => Formula.Constant(text) is { } value && double.IsFinite(value) ? value : null,
        "a finite number or a formula of one, such as 2*pi");

    private static Option<T> Create<T>(string name, string description, T defaultValue, Func<string, T?> parse, string wanted)
        where T : struct
    {
        return new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => defaultValue, CustomParser = Parse };

        T Parse(ArgumentResult result)
        {
            string text = result.Tokens[0].Value;
            if (parse(text) is not { } value)
            {
                result.AddError($"{name} must be {wanted}, not '{text}'");
                return defaultValue;
            }

            return value;
        }
    }
}
