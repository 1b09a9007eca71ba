using System.Text;
using System.Text.RegularExpressions;

namespace Kernels.Overloads;

/// <summary>Source as it is written: lines, and comments that are broken into them.</summary>
internal abstract partial class SourceText
{
    private const int Width = 132;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    /// <summary>Begins a file.</summary>
    protected void Begin(params string[] namespaces)
    {
        Line("#nullable enable");
        Line();
        foreach (string name in namespaces)
            Line($"using {name};");
        Line();
        Line("namespace Kernels;");
    }

    /// <summary>Begins a class.</summary>
    protected void BeginClass(string name)
    {
        Line();
        Line("/// <content>Written by tools/Kernels.Overloads.</content>");
        Line($"public static partial class {name}");
        Line("{");
    }

    /// <summary>Ends a class. Its last member has left an empty line.</summary>
    public void End()
    {
        _text.Length--;
        Line("}");
    }

    protected void Line(string text = "") => _text.Append(text).Append('\n');

    protected void Doc(string tag, string text, string? name = null) =>
        Wrapped($"<{tag}{(name is null ? "" : $" name=\"{name}\"")}>{text}</{tag}>");

    protected void OptionsAndProgress(string elements)
    {
        Doc("param", "The number of threads, the scheduler and the cancellation token.", "options");
        Doc("param", $"Told the number of finished {elements}, in increasing order, one call at a time, last their total.", "progress");
    }

    protected void Cancellation() =>
        Wrapped("<exception cref=\"OperationCanceledException\">The token of <paramref name=\"options\"/> was cancelled.</exception>");

    /// <summary>A comment, broken at blanks, but for those within a tag.</summary>
    protected void Wrapped(string text, string indentation = "    ")
    {
        var line = new StringBuilder();
        foreach (string word in Word().Matches(text).Select(match => match.Value))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                Line($"{indentation}/// {line}");
                line.Clear();
            }

            if (line.Length > 0)
                line.Append(' ');
            line.Append(word);
        }

        Line($"{indentation}/// {line}");
    }

    // With the blanks of tags within it.
    [GeneratedRegex("(<[^>]*>|[^ <])+")]
    private static partial Regex Word();
}
