using System.Globalization;
using Kernels.Programs;

namespace Kernels.Tests.Programs;

/// <summary>What is said of texts that are no formulas: all of errors.txt, to the letter.</summary>
public class ParserErrorTests
{
    /// <summary>Each a text with its escapes, perhaps " @@ " and names of inputs; then the message.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Errors
    {
        get
        {
            string file = TestRepository.Read("src", "Kernels.Tests", "Programs", "errors.txt").ReplaceLineEndings("\n");
            foreach (string block in file.Split("\n\n>>> ").Skip(1))
            {
                int end = block.IndexOf('\n', StringComparison.Ordinal);
                yield return new(block[..end], block[(end + 1)..].TrimEnd('\n'));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_says_where_and_what_and_shows_it(string text, string message)
    {
        string[] parts = text.Split(" @@ ");
        string formula = parts[0].Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\t", "\t", StringComparison.Ordinal);
        string[] inputs = parts.Length > 1 ? parts[1].Split(' ') : [];
        var exception = Assert.Throws<FormatException>(() => Parser.Parse(formula, Rounding.Declared, inputs));
        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData("", "Line 1, column 1", "")]
    [InlineData(" \n\r\n  # nothing", "Line 3, column 12", "  # nothing")]
    public void A_text_of_nothing_is_none(string text, string place, string line)
    {
        var exception = Assert.Throws<FormatException>(() => Parser.Parse(text, Rounding.Declared, []));
        string message = "There is no formula: an expression is expected, or name = expression.";
        Assert.Equal($"{place}: {message}\n{line}\n{new string(' ', line.Length)}^", exception.Message);
    }

    [Fact]
    public void Errors_are_many() => Assert.InRange(Errors.Count(), 140, 1000);

    [Theory]
    [InlineData("t\tt", "Two inputs have the name 't'. (Parameter 'inputs')")]
    [InlineData("2x", "'2x' is no name: letters, digits and '_', the first no digit, at most 64. (Parameter 'inputs')")]
    [InlineData("and", "'and' is no name: letters, digits and '_', the first no digit, at most 64. (Parameter 'inputs')")]
    [InlineData("a\tb\tc\td\te\tf\tg\th\ti", "There are more than 8 inputs. (Parameter 'inputs')")]
    public void Names_that_are_none_are_wrong_arguments(string names, string message)
    {
        var exception = Assert.Throws<ArgumentException>("inputs", () => Parser.Parse("t", Rounding.Declared, names.Split('\t')));
        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData("(", "3", ")", 201)]
    [InlineData("sin(", "t", ")", 801)]
    [InlineData("-", "t", "", 201)]
    [InlineData("+-", "t", "", 201)]
    [InlineData("not ", "t < 1", "", 801)]
    [InlineData("t**", "t", "", 601)]
    [InlineData("1 if t < 1 else ", "t", "", 3201)]
    [InlineData("1 if (", "t", ") < 1 else 2", 1201)]
    [InlineData("a or b and c < d + e*(", "1", ")", 4401)]
    public void Deep_texts_are_refused_not_descended(string opening, string middle, string closing, int column)
    {
        string text = string.Concat(Enumerable.Repeat(opening, 100_000)) + middle + string.Concat(Enumerable.Repeat(closing, 100_000));
        text = text[..Math.Min(text.Length, Scanner.LongestText)];
        var exception = Assert.Throws<FormatException>(() => Parser.Parse(text, Rounding.Declared, []));
        string start = string.Create(
            CultureInfo.InvariantCulture,
            $"Line 1, column {column}: Expressions are more than 200 deep within each other: give names to parts.\n…");
        Assert.StartsWith(start, exception.Message, StringComparison.Ordinal);
        Assert.InRange(exception.Message.Length, 200, 400);
    }

    [Fact]
    public void Texts_are_long_but_not_too_long()
    {
        string comment = "t #" + new string('x', Scanner.LongestText - 3);
        Assert.Equal(["t"], Parser.Parse(comment, Rounding.Declared, []).Inputs);
        var exception = Assert.Throws<FormatException>(() => Parser.Parse(comment + "x", Rounding.Declared, []));
        string start = "Line 1, column 1048577: A formula has at most 1048576 characters.\n…x";
        Assert.StartsWith(start, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_of_programs_are_errors_of_texts()
    {
        string operations = "t" + string.Concat(Enumerable.Repeat("*t", 1025));
        var exception = Assert.Throws<FormatException>(() => Parser.Parse("x = " + operations, Rounding.Declared, []));
        Assert.StartsWith("Line 1, column 1: There are more than 1024 operations.\nx = t*t", exception.Message, StringComparison.Ordinal);

        string constants = "t" + string.Concat(Enumerable.Range(0, 257).Select(i => $" + {i}"));
        exception = Assert.Throws<FormatException>(() => Parser.Parse("# long\n" + constants, Rounding.Declared, []));
        Assert.StartsWith("Line 2, column 1: There are more than 256 constants.\nt + 0 + 1", exception.Message, StringComparison.Ordinal);

        string product = string.Concat(Enumerable.Repeat("-t*", 100_000)) + "t";
        exception = Assert.Throws<FormatException>(() => Parser.Parse(product, Rounding.Declared, []));
        Assert.Matches("^Line 1, column [0-9]+: There are more than 1024 operations\\.\n…", exception.Message);
    }

    [Fact]
    public void Of_a_long_line_the_part_about_the_place_is_shown()
    {
        string spaces = new(' ', 500);
        var exception = Assert.Throws<FormatException>(() => Parser.Parse($"1 +{spaces}${spaces}", Rounding.Declared, []));
        string line = $"…{spaces[..60]}${spaces[..59]}…";
        Assert.Equal(
            $"Line 1, column 504: There is no place for '$' in a formula.\n{line}\n{spaces[..61]}^", exception.Message);
    }
}
