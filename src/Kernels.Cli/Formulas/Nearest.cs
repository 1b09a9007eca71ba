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

    // Letters that are put in, left out or exchanged; capitals count for nothing.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostEdits)
            return int.MaxValue;
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int exchanged = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
