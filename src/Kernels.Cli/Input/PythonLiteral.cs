using System.Globalization;
using System.Text;

namespace Kernels.Cli.Input;

/// <summary>Reads a value as Python writes it: strings, whole numbers, True, False, None, tuples, lists and dictionaries.</summary>
/// <remarks>Tuples and lists become lists of objects, numbers longs, None null.</remarks>
internal sealed class PythonLiteral
{
    /// <summary>Values within values.</summary>
    private const int Deepest = 16;

    private readonly string _text;
    private int _place;

    private PythonLiteral(string text) => _text = text;

    /// <exception cref="FormatException">It is none.</exception>
    public static object? Read(string text)
    {
        var reader = new PythonLiteral(text);
        object? value = reader.Value(0);
        return reader.Next() == '\0' ? value : throw reader.Unexpected();
    }

    private object? Value(int depth)
    {
        if (depth > Deepest)
            throw Unexpected();
        switch (Next())
        {
            case '\'' or '"':
                return String();
            case '(':
                return List(')', depth);
            case '[':
                return List(']', depth);
            case '{':
                return Dictionary(depth);
            case '-' or (>= '0' and <= '9'):
                return Number();
            default:
                string word = Take(char.IsLetter);
                return word switch { "True" => true, "False" => false, "None" => null, _ => throw Unexpected() };
        }
    }

    private string String()
    {
        char quote = _text[_place++];
        var text = new StringBuilder();
        while (_place < _text.Length && _text[_place] != quote)
        {
            if (_text[_place] == '\\')
                _place++;
            if (_place < _text.Length)
                text.Append(_text[_place++]);
        }

        Expect(quote);
        return text.ToString();
    }

    private long Number()
    {
        int start = _place++;
        _ = Take(char.IsAsciiDigit);

        // Python 2 wrote an L behind long numbers.
        ReadOnlySpan<char> digits = _text.AsSpan(start, _place - start);
        if (_place < _text.Length && _text[_place] == 'L')
            _place++;
        return long.TryParse(digits, CultureInfo.InvariantCulture, out long value) ? value : throw Unexpected();
    }

    private List<object?> List(char end, int depth)
    {
        _place++;
        List<object?> items = [];
        while (Next() != end)
        {
            items.Add(Value(depth + 1));
            if (Next() == ',')
                _place++;
            else if (Next() != end)
                throw Unexpected();
        }

        _place++;
        return items;
    }

    private Dictionary<string, object?> Dictionary(int depth)
    {
        _place++;
        var items = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (Next() != '}')
        {
            if (Value(depth + 1) is not string key)
                throw Unexpected();
            _ = Next();
            Expect(':');
            items[key] = Value(depth + 1);
            if (Next() == ',')
                _place++;
            else if (Next() != '}')
                throw Unexpected();
        }

        _place++;
        return items;
    }

    private string Take(Func<char, bool> belongs)
    {
        int start = _place;
        while (_place < _text.Length && belongs(_text[_place]))
            _place++;
        return _text[start.._place];
    }

    // The next character that is no blank; zero at the end.
    private char Next()
    {
        _ = Take(char.IsWhiteSpace);
        return _place < _text.Length ? _text[_place] : '\0';
    }

    private void Expect(char wanted)
    {
        if (_place >= _text.Length || _text[_place] != wanted)
            throw Unexpected();
        _place++;
    }

    private FormatException Unexpected() =>
        new(string.Create(CultureInfo.InvariantCulture, $"its description cannot be read at character {_place + 1}"));
}
