using System.Globalization;
using System.Text.RegularExpressions;

namespace Kernels.Tests.Repository;

/// <summary>What .editorconfig states and no compiler checks.</summary>
public partial class StyleTests
{
    [Fact]
    public void Lines_keep_to_the_length_that_editorconfig_states()
    {
        string stated = MaxLineLength().Match(TestRepository.Read(".editorconfig")).Groups["length"].Value;
        int most = int.Parse(stated, CultureInfo.InvariantCulture);
        string[] files = [.. TestRepository.SourceFiles("*.cs", "*.py", "*.c", "*.h").Where(file => !IsWritten(file))];
        Assert.True(files.Length > 100);
        var offences =
            from file in files
            from line in File.ReadLines(file).Index()
            where line.Item.Length > most
            select $"{Path.GetRelativePath(TestRepository.Root, file)}:{line.Index + 1}: {line.Item.Length}";
        Assert.Empty(offences);
    }

    // Tables that a tool writes.
    private static bool IsWritten(string file) =>
        file.EndsWith(".Rows.cs", StringComparison.Ordinal) || file.EndsWith(".Rests.cs", StringComparison.Ordinal)
        || file.EndsWith(".Words.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"^\[\*\.\{cs,py,c,h\}\][^\[]*^max_line_length = (?<length>\d+)", RegexOptions.Multiline)]
    private static partial Regex MaxLineLength();
}
