using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Kernels.Cli.Files;

namespace Kernels.Cli.Input;

/// <summary>A CSV file of numbers under a given header.</summary>
internal static class NumberTable
{
    /// <summary>Characters of a field that a message repeats.</summary>
    private const int LongestQuotation = 40;

    /// <summary>Reads the rows, each with the number of its line.</summary>
    /// <exception cref="InputException">The file cannot be read, the header is another one, a row has more or fewer fields, or a field is
    /// not a finite number.</exception>
    public static List<(int Line, double[] Values)> Read(string file, params string[] header)
    {
        try
        {
            using var reader = new StreamReader(RealPath.Of(file));
            using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                // Quotes have no business among numbers: they are part of what is no number.
                Mode = CsvMode.NoEscape,
                TrimOptions = TrimOptions.Trim,
                IgnoreBlankLines = true,
            });
            return [.. Rows(file, parser, header)];
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(file, "it does not exist", exception);
        }
        catch (InputException)
        {
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CsvHelperException)
        {
            throw new InputException(file, Directory.Exists(file) ? "it is a folder" : exception.Message, exception);
        }
    }

    private static IEnumerable<(int Line, double[] Values)> Rows(string file, CsvParser parser, string[] header)
    {
        if (!parser.Read())
            throw new InputException(file, 1, 1, $"the header '{string.Join(',', header)}' is missing: the file is empty");
        string[] names = parser.Record!;
        for (int i = 0; i < Math.Max(header.Length, names.Length); i++)
        {
            if (i >= header.Length || i >= names.Length || !string.Equals(names[i], header[i], StringComparison.OrdinalIgnoreCase))
            {
                string wanted = string.Join(',', header), found = Shown(string.Join(',', names));
                throw new InputException(file, parser.RawRow, i + 1, $"the header must be '{wanted}', not '{found}'");
            }
        }

        while (parser.Read())
        {
            if (parser.Count != header.Length)
            {
                int column = Math.Min(parser.Count, header.Length) + 1;
                throw new InputException(file, parser.RawRow, column, $"a row has {header.Length} numbers, this one has {parser.Count}");
            }

            double[] values = new double[header.Length];
            for (int i = 0; i < values.Length; i++)
            {
                bool isNumber = double.TryParse(parser[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]);
                if (!isNumber || !double.IsFinite(values[i]))
                    throw new InputException(file, parser.RawRow, i + 1, $"'{Shown(parser[i])}' is not a finite number ({header[i]})");
            }

            yield return (parser.RawRow, values);
        }
    }

    // Whatever a file may hold: a message is of reasonable length.
    private static string Shown(string text) => text.Length > LongestQuotation ? $"{text[..LongestQuotation]}…" : text;
}
