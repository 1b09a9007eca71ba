using System.Globalization;

namespace Kernels.Programs;

/// <summary>What is a name in a text.</summary>
internal static class Names
{
    /// <summary>Words that are none.</summary>
    public static readonly string[] Keywords = ["and", "or", "not", "if", "else", "lambda", "True", "False", "None"];

    /// <summary>A letter or _, then letters, digits and _; not too long, and no word of the language.</summary>
    public static bool IsName(string text)
    {
        if (text.Length is 0 or > FunctionProgram.LongestName || !IsStart(text[0]) || Keywords.Contains(text))
            return false;
        return text.All(IsPart);
    }

    public static bool IsStart(char letter) => letter == '_' || char.IsLetter(letter);

    public static bool IsPart(char letter) =>
        IsStart(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
