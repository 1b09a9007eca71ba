using Kernels.Programs;

namespace Kernels.Cli.Formulas;

/// <summary>What a user may have meant.</summary>
internal static class Nearest
{
    /// <summary>Names that a message lists.</summary>
    private const int MostListed = 20;

    /// <summary>Edits that turn one name into another, at most, for it to be meant.</summary>
    private const int MostEdits = 2;

    /// <summary>As in "nearest is 'omega', there is 't', 'omega'".</summary>
    public static string Of(string name, IReadOnlyList<string> names)
    {
        string? nearest = names.MinBy(known => Distance(name, known));
        return nearest is not null && Distance(name, nearest) <= Math.Min(MostEdits, name.Length - 1)
            ? $"nearest is '{Shown(nearest)}', {List(names)}"
            : List(names);
    }

    /// <summary>As in "there is 't', 'omega'".</summary>
    public static string List(IReadOnlyList<string> names)
    {
        string list = string.Join(", ", names.Take(MostListed).Select(known => $"'{Shown(known)}'"));
        return $"there is {list}{(names.Count > MostListed ? $" and {names.Count - MostListed} more" : "")}";
    }

    /// <summary>A message is of reasonable length, whatever a file may hold.</summary>
    public static string Shown(string text)
    {
        const int Longest = 40;
        return text.Length > Longest ? $"{text[..Longest]}…" : text;
    }

    // Capitals count for nothing.
    private static int Distance(string a, string b) => Math.Abs(a.Length - b.Length) > MostEdits
        ? int.MaxValue : Advice.Distance(a.ToUpperInvariant(), b.ToUpperInvariant());
}
