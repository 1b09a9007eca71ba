using System.Globalization;

namespace Kernels.Programs;

/// <summary>A formula's text, and errors that show a place in it.</summary>
internal sealed class Source(string text)
{
    // Of a longer line its part about the place is shown, and of a longer word its beginning.
    private const int LongestLine = 120, LongestWord = 32;

    public string Text { get; } = text;

    /// <summary>An error: where and what it is, then the line, then a caret under the place.</summary>
    /// <param name="position">The place in the text. A tab is one column, as any other character.</param>
    /// <param name="message">What is wrong, without a full stop.</param>
    public FormatException Error(int position, string message)
    {
        int line = 1, first = 0;
        for (int i = 0; i < position; i++)
        {
            // "\r\n" is one end of a line.
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n')))
                (line, first) = (line + 1, i + 1);
        }

        int length = Text.AsSpan(first).IndexOfAny('\r', '\n'), column = position - first;
        length = length < 0 ? Text.Length - first : length;
        int skipped = length <= LongestLine ? 0 : Math.Clamp(column - (LongestLine / 2), 0, length - LongestLine);
        string before = skipped > 0 ? "…" : "", after = length - skipped > LongestLine ? "…" : "";
        string shown = before + string.Concat(Text.Skip(first + skipped).Take(Math.Min(length - skipped, LongestLine)).Select(Shown));
        string indent = string.Concat(shown[..(column - skipped + before.Length)].Select(letter => letter == '\t' ? '\t' : ' '));
        return new(string.Create(
            CultureInfo.InvariantCulture, $"Line {line}, column {column + 1}: {message}.\n{shown}{after}\n{indent}^"));
    }

    // What would end the line, turn it round or command a terminal is replaced.
    private static char Shown(char letter) => letter != '\t' && char.GetUnicodeCategory(letter) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '\uFFFD' : letter;

    /// <summary>A word of the text as errors have it.</summary>
    public static string Quoted(string word) => word.Length <= LongestWord ? $"'{word}'" : $"'{word[..LongestWord]}…'";
}
