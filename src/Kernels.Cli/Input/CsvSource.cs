using System.Text;
using Kernels.Cli.Formulas;

namespace Kernels.Cli.Input;

/// <summary>
/// Comma-separated values as RFC 4180, pandas and NumPy have them: a header line with names, then a row a line; fields may be quoted.
/// </summary>
/// <remarks>
/// Fields of columns that nobody chose may hold anything, new lines in quotes among it. Blank lines are left out where there is more than
/// one column; with one they are cells without a number. A # before the first name is <c>numpy.savetxt</c>'s. Where the user names the
/// columns, a first line without any number is passed over.
/// </remarks>
internal sealed class CsvSource : ITableSource
{
    /// <summary>A longer line is no line of numbers: a quote may not have been closed.</summary>
    private const int LongestLine = 1 << 24;

    private readonly InputStream _stream;
    private int[] _targets = [];
    private long _line = 1;
    private long _blankLine;

    /// <param name="stream">The file.</param>
    /// <param name="names">The columns' names, if the file has no header.</param>
    public CsvSource(InputStream stream, string[]? names)
    {
        _stream = stream;
        if (stream.StartsWith(Encoding.Unicode.Preamble) || stream.StartsWith(Encoding.BigEndianUnicode.Preamble))
            throw new InputException(File, "it is UTF-16; CSV files are UTF-8");
        if (stream.StartsWith(Encoding.UTF8.Preamble))
            stream.Use(Encoding.UTF8.Preamble.Length);
        if (names is not null)
            PassNames();
        Names = names ?? Header();
    }

    public string File => _stream.File;

    public IReadOnlyList<string> Names { get; }

    public long? Rows => null;

    public long Length => _stream.Length;

    public long Position => _stream.Position;

    public void Select(IReadOnlyList<int> columns)
    {
        _targets = new int[Names.Count];
        Array.Fill(_targets, -1);
        for (int i = 0; i < columns.Count; i++)
            _targets[columns[i]] = i;
    }

    public int Read(double[][] columns, int most)
    {
        int rows = 0;
        while (rows < most && NextRow() is var length && length >= 0)
        {
            ReadRow(_stream.Rest[..length], columns, rows++);
            Pass(length);
        }

        return rows;
    }

    public void Dispose() => _stream.Dispose();

    private static string Text(ReadOnlySpan<byte> field) => Nearest.Shown(Encoding.UTF8.GetString(field));

    // A line without any number, where the caller has names of his own.
    private void PassNames()
    {
        int length = NextRow();
        if (length < 0)
            return;
        ReadOnlySpan<byte> row = _stream.Rest[..length];
        int column = 0;
        for (int place = 0; place <= length; column++)
        {
            if (Cell.Read(Field(row, ref place, column), out _) is null)
                return;
        }

        Pass(length);
        _blankLine = 0;
    }

    private string[] Header()
    {
        int length = NextRow();
        if (length < 0)
            throw new InputException(File, "it is empty: a CSV file begins with a line of names");
        ReadOnlySpan<byte> row = _stream.Rest[..length];
        if (row.IndexOfAnyInRange((byte)0, (byte)8) >= 0)
            throw new InputException(File, "it is no text: CSV files, and .npy as NumPy writes it, are read");
        List<string> names = [];
        for (int place = 0; place <= length;)
            names.Add(Encoding.UTF8.GetString(Field(row, ref place, names.Count)).Trim());
        if (names[0].StartsWith('#'))
            names[0] = names[0][1..].TrimStart();
        Pass(length);
        _blankLine = 0;
        return [.. names];
    }

    private void ReadRow(ReadOnlySpan<byte> row, double[][] columns, int index)
    {
        int column = 0;
        for (int place = 0; place <= row.Length; column++)
        {
            ReadOnlySpan<byte> field = Field(row, ref place, column);
            int target = column < _targets.Length ? _targets[column] : -1;
            if (target >= 0 && Cell.Read(field, out columns[target][index]) is { } wrong)
                throw Error(column, $"'{Text(field)}' {wrong} ({Nearest.Shown(Names[column])})");
        }

        if (column != Names.Count)
            throw Error(Math.Min(column, Names.Count), $"a row has {Names.Count} fields, this one has {column}");
    }

    // Moves the place behind the comma after the field, or beyond the row.
    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> row, ref int place, int column)
    {
        ReadOnlySpan<byte> rest = row[place..];
        if (rest.IsEmpty || rest[0] != '"')
        {
            int comma = rest.IndexOf((byte)',');
            int length = comma < 0 ? rest.Length : comma;
            place += length + 1;
            return rest[..length];
        }

        int end = ClosingQuote(rest);
        if (end < 0 || (end + 1 < rest.Length && rest[end + 1] != ','))
            throw Error(column, $"after '{Text(rest[..Math.Max(end + 1, 1)])}' a comma is missing, or the quote is not closed");
        place += end + 2;
        return rest[1..end];
    }

    // A quote within is doubled.
    private static int ClosingQuote(ReadOnlySpan<byte> rest)
    {
        for (int place = 1; place < rest.Length; place += 2)
        {
            int quote = rest[place..].IndexOf((byte)'"');
            if (quote < 0)
                return -1;
            place += quote;
            if (place + 1 >= rest.Length || rest[place + 1] != '"')
                return place;
        }

        return -1;
    }

    // The length of the next row that is not blank, without its end; −1 at the end of the file.
    private int NextRow()
    {
        for (; FindEnd() is var length && length >= 0; Pass(length))
        {
            if (length > 0)
            {
                return _blankLine == 0 || Names is not [_]
                    ? length
                    : throw new InputException(File, _blankLine, 1, $"the line is blank ({Nearest.Shown(Names[0])})");
            }

            _blankLine = _blankLine == 0 ? _line : _blankLine;
        }

        return -1;
    }

    // The row's bytes are all in the rest then.
    private int FindEnd()
    {
        int seen = 0;
        int closed = -1;
        bool isQuoted = false;
        while (true)
        {
            ReadOnlySpan<byte> rest = _stream.Rest;
            while (seen < rest.Length)
            {
                int found = isQuoted ? rest[seen..].IndexOf((byte)'"') : rest[seen..].IndexOfAny((byte)'\n', (byte)'"');
                if (found < 0)
                {
                    seen = rest.Length;
                    break;
                }

                seen += found + 1;
                if (rest[seen - 1] == '\n')
                    return seen - 1 - (seen > 1 && rest[seen - 2] == '\r' ? 1 : 0);

                // Quotes mean something around a field alone; one right after the closing one opens it again.
                if (isQuoted)
                    closed = seen;
                isQuoted = !isQuoted && (seen == 1 || rest[seen - 2] == ',' || closed == seen - 1);
            }

            if (seen > LongestLine)
                throw new InputException(File, _line, 1, $"the line is longer than {LongestLine >> 20} MB, or a quote is not closed");
            if (!_stream.Fill())
            {
                int length = _stream.Rest.Length;
                return length == 0 ? -1 : length - (_stream.Rest[^1] == '\r' ? 1 : 0);
            }
        }
    }

    private void Pass(int length)
    {
        ReadOnlySpan<byte> rest = _stream.Rest;
        _line += rest[..length].Count((byte)'\n') + 1;
        int end = length;
        if (end < rest.Length && rest[end] == '\r')
            end++;
        _stream.Use(Math.Min(end + 1, rest.Length));
    }

    private InputException Error(int column, string reason) => new(File, _line, column + 1, reason);
}
