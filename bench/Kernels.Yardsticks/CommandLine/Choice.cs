using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Kernels.Yardsticks.CommandLine;

/// <summary>Options that the tools have in common.</summary>
public static class Choice
{
    /// <summary>Several of a set of names.</summary>
    public static Option<T[]> Several<T>(string name, string description, Dictionary<string, T> values) => new(name)
    {
        Description = description,
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => Parse(result, values),
    };

    /// <summary>One of a set of names; the default value if it is not given.</summary>
    public static Option<T> One<T>(string name, string description, Dictionary<string, T> values) => new(name)
    {
        Description = description,
        HelpName = "NAME",
        CustomParser = result => Parse(result, values).FirstOrDefault()!,
    };

    /// <summary>A whole number; 1e6 may be written for a million.</summary>
    public static Option<int> WholeNumber(string name, string description, int defaultValue, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => defaultValue,
        CustomParser = result => ParseWhole(result, least, most).FirstOrDefault(defaultValue),
    };

    /// <summary>Several whole numbers.</summary>
    public static Option<int[]> WholeNumbers(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. ParseWhole(result, least, most)],
    };

    /// <summary>A file to write; an empty name is refused.</summary>
    public static Option<string?> File(string name, string description) => NotEmpty(name, description, "FILE");

    /// <summary>A folder; an empty name is refused.</summary>
    public static Option<string?> Folder(string name, string description) => NotEmpty(name, description, "FOLDER");

    /// <summary>What was chosen, each once and in the order of all there are; all if nothing was.</summary>
    public static IReadOnlyList<T> Or<T>(this T[]? chosen, IReadOnlyList<T> all) =>
        chosen is { Length: > 0 } ? [.. all.Where(chosen.Contains)] : all;

    private static Option<string?> NotEmpty(string name, string description, string what) => new(name)
    {
        Description = description,
        HelpName = what,
        CustomParser = result =>
        {
            if (result.Tokens[0].Value.Length == 0)
                result.AddError($"{name} must name a {what.ToLowerInvariant()}");
            return result.Tokens[0].Value;
        },
    };

    private static T[] Parse<T>(ArgumentResult result, Dictionary<string, T> values) => [.. result.Tokens.SelectMany(token =>
    {
        if (values.TryGetValue(token.Value, out var value))
            return new[] { value };
        result.AddError($"{NameOf(result)} takes {string.Join(", ", values.Keys)}, not '{token.Value}'");
        return [];
    })];

    private static IEnumerable<int> ParseWhole(ArgumentResult result, int least, int most)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;
        foreach (var token in result.Tokens)
        {
            if (long.TryParse(token.Value, Style, CultureInfo.InvariantCulture, out long value) && value >= least && value <= most)
                yield return (int)value;
            else
                result.AddError($"{NameOf(result)} must be a whole number from {least} to {most}, not '{token.Value}'");
        }
    }

    private static string NameOf(ArgumentResult result) => ((OptionResult)result.Parent!).Option.Name;
}
