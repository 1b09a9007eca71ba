using System.Globalization;

namespace Kernels.Programs;

internal enum TokenKind : byte
{
    Number,
    Name,

    /// <summary>An operator, a bracket, or a word of the language.</summary>
    Symbol,

    LineEnd,
    End,

    /// <summary>What is none of them: its text says why. Nothing follows it.</summary>
    Error,
}

/// <summary>A word of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word itself.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Number">The number that it is.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, double Number = 0)
{
    public int End => Start + Text.Length;

    /// <summary>Whether it is written as an integer.</summary>
    public bool IsInteger => Kind == TokenKind.Number && Text.AsSpan().IndexOfAny('.', 'e', 'E') < 0;

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    /// <summary>What an error calls it.</summary>
    public override string ToString() => Kind switch
    {
        TokenKind.LineEnd => "the end of the line",
        TokenKind.End => "the end of the text",
        TokenKind.Number => "the number " + Source.Quoted(Text),
        _ => Source.Quoted(Text),
    };
}

/// <summary>Cuts a formula into words. Between parentheses lines do not end.</summary>
internal sealed class Scanner
{
    /// <summary>Characters of a text.</summary>
    public const int LongestText = 1 << 20;

    // Longer ones before their beginnings. Those that have no meaning here are words too: an error can then say what to write.
    private static readonly string[] Symbols =
    [
        "**=", "//=", "<<=", ">>=", "**", "//", "->", "=>", "<=", ">=", "==", "!=", "<>", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
        "@=", ":=", "<<", ">>", "&&", "||", "+", "-", "*", "/", "%", "<", ">", "=", "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "@",
        "&", "|", "^", "~", "!", "?", "\\",
    ];

    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private readonly Stack<int> _open = [];
    private int _at;

    private Scanner(string text) => _text = text;

    private char Current => At(0);

    /// <summary>All words, then <see cref="TokenKind.End"/>; or up to a <see cref="TokenKind.Error"/>.</summary>
    public static List<Token> Read(string text)
    {
        if (text.Length > LongestText)
            return [Error(LongestText, string.Create(CultureInfo.InvariantCulture, $"A formula has at most {LongestText} characters"))];
        var scanner = new Scanner(text);
        while (scanner._tokens is not [.., { Kind: TokenKind.Error or TokenKind.End }])
            scanner.Add();
        return scanner._tokens;
    }

    private static Token Error(int start, string message) => new(TokenKind.Error, message, start);

    // The zero character, which is no part of any word, after the end.
    private char At(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void Add()
    {
        if (_at == _text.Length)
            _tokens.Add(_open.TryPeek(out int open) ? Error(open, "This '(' is never closed") : new(TokenKind.End, "", _at));
        else if (Current is ' ' or '\t' or '\f')
            _at++;
        else if (Current == '#')
            SkipComment();
        else if (Current is '\r' or '\n')
            AddLineEnd();
        else if (char.IsAsciiDigit(Current) || (Current == '.' && char.IsAsciiDigit(At(1))))
            _tokens.Add(ReadNumber());
        else if (Names.IsStart(Current))
            _tokens.Add(ReadName());
        else
            _tokens.Add(ReadSymbol());
    }

    private void SkipComment()
    {
        int length = _text.AsSpan(_at).IndexOfAny('\r', '\n');
        _at = length < 0 ? _text.Length : _at + length;
    }

    private void AddLineEnd()
    {
        if (_open.Count == 0)
            _tokens.Add(new(TokenKind.LineEnd, "", _at));
        _at += Current == '\r' && At(1) == '\n' ? 2 : 1;
    }

    private Token ReadName()
    {
        int start = _at;
        while (Names.IsPart(Current))
            _at++;
        string name = _text[start.._at];
        if (name.Length > FunctionProgram.LongestName)
            return Error(start, $"A name has at most {FunctionProgram.LongestName} characters");
        return new(Names.Keywords.Contains(name) ? TokenKind.Symbol : TokenKind.Name, name, start);
    }

    private Token ReadSymbol()
    {
        int start = _at;
        if (Array.Find(Symbols, symbol => string.CompareOrdinal(_text, start, symbol, 0, symbol.Length) == 0) is not { } found)
            return Error(start, Advice.OnCharacter(_text, start));
        if (found == "(")
            _open.Push(start);
        else if (found == ")" && !_open.TryPop(out _))
            return Error(start, "This ')' closes nothing");
        _at += found.Length;
        return new(TokenKind.Symbol, found, start);
    }

    private Token ReadNumber()
    {
        int start = _at;
        if (Current == '0' && At(1) is 'x' or 'X' or 'b' or 'B' or 'o' or 'O' && char.IsAsciiHexDigit(At(2)))
            return Error(start, "Numbers are decimal here: hexadecimal, octal and binary ones are not read");
        bool isRight = SkipDigits();
        if (Current == '.')
        {
            _at++;
            isRight &= SkipDigits();
        }

        if (Current is 'e' or 'E' && At(1) is '+' or '-' && !char.IsAsciiDigit(At(2)))
            return Error(start, $"The exponent of the number {Source.Quoted(_text[start..(_at + 2)])} has no digits");
        if (Current is 'e' or 'E' && (char.IsAsciiDigit(At(1)) || At(1) is '+' or '-'))
        {
            _at += 2;
            isRight &= SkipDigits();
        }

        string number = _text[start.._at];
        if (!isRight)
            return Error(start, "In a number '_' stands only between two digits");
        return Following(number) is { } reason ? Error(start, reason) : Valued(number, start);
    }

    // Digits, perhaps none; between two of them a '_'. Whether there is no other one.
    private bool SkipDigits()
    {
        while (char.IsAsciiDigit(Current) || (Current == '_' && char.IsAsciiDigit(At(1)) && char.IsAsciiDigit(_text[_at - 1])))
            _at++;
        return Current != '_';
    }

    // What is wrong with what comes directly after a number.
    private string? Following(string number)
    {
        if (Current == '.')
            return $"The number {Source.Quoted(number)} is followed by another '.'";
        int end = _at;
        while (end < _text.Length && Names.IsPart(_text[end]))
            end++;
        string word = _text[_at..end];
        if (word.Length == 0)
            return null;
        if (word is "j" or "J")
            return "There are no complex numbers";
        return Names.Keywords.Contains(word)
            ? $"A space is missing between the number {Source.Quoted(number)} and '{word}'"
            : $"After the number {Source.Quoted(number)} an operator is missing: for a product write {Source.Quoted(number + "*" + word)}";
    }

    private static Token Valued(string number, int start)
    {
        string digits = number.Replace("_", "", StringComparison.Ordinal);
        var token = new Token(TokenKind.Number, number, start, double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
        if (token.IsInteger && digits.Length > 1 && digits[0] == '0' && digits.TrimStart('0') is { Length: > 0 } integer)
            return Error(start, $"An integer does not begin with 0: write {Source.Quoted(integer)}");
        if (double.IsInfinity(token.Number))
            return Error(start, $"The number {Source.Quoted(number)} is larger than the largest double: for infinity write inf");
        bool isZero = digits.AsSpan(0, (digits.AsSpan().IndexOfAny('e', 'E') is var end && end < 0) ? digits.Length : end)
            .IndexOfAnyInRange('1', '9') < 0;
        return token.Number == 0 && !isZero
            ? Error(start, $"The number {Source.Quoted(number)} is smaller than the smallest double: write 0")
            : token;
    }
}
