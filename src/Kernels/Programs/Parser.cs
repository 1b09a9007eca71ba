namespace Kernels.Programs;

/// <summary>Reads formulas: Python's expressions, with what has no meaning for doubles refused.</summary>
/// <remarks>
/// <code>
/// text         [ '(' [name {',' name}] ')' '->' ] {statement (';' | end of line)} [expression {',' expression}]
/// statement    name '=' expression
/// expression   or ['if' or 'else' expression]
/// or           and {'or' and}
/// and          not {'and' not}
/// not          'not' not | comparison
/// comparison   sum {('&lt;' | '&lt;=' | '==' | '!=' | '>=' | '>') sum}
/// sum          product {('+' | '-') product}
/// product      sign {('*' | '/') sign}
/// sign         ('+' | '-') sign | power
/// power        atom ['**' sign]
/// atom         number | name | 'True' | 'False' | function '(' expression {',' expression} ')' | '(' expression ')'
/// </code>
/// A name before '(' is a function, any other one a value: an input may be called sin. Names are compared letter by letter.
/// </remarks>
internal sealed partial class Parser
{
    /// <summary>Names that an error lists.</summary>
    private const int MostListed = 16;

    private readonly Source _source;
    private readonly List<Token> _tokens;
    private readonly ProgramBuilder _builder;
    private readonly Dictionary<string, Variable> _variables = [];

    // Where each name is first assigned.
    private readonly Dictionary<string, int> _assignments = [];
    private bool _hasFixedInputs;
    private int _at;

    private Parser(string text, Rounding rounding)
    {
        _source = new(text);
        _tokens = Scanner.Read(text);
        _builder = new(rounding);
    }

    private Token Current => _tokens[_at];

    private Token Next => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="rounding">The tier of its functions.</param>
    /// <param name="inputs">The inputs; if there are none, those that the text names before its '->', or else all names that it reads and
    /// does not assign, in the order in which they appear.</param>
    /// <exception cref="FormatException">The text is no formula.</exception>
    /// <exception cref="ArgumentException"><paramref name="inputs"/> are no names, too many or not distinct.</exception>
    public static FunctionProgram Parse(string text, Rounding rounding, ReadOnlySpan<string> inputs)
    {
        var parser = new Parser(text, rounding);
        parser.DeclareInputs(inputs);
        parser.CheckToken();
        parser.SkipEnds();
        parser.ReadHead();
        return parser.ReadStatements();
    }

    private void DeclareInputs(ReadOnlySpan<string> inputs)
    {
        _hasFixedInputs = inputs.Length > 0;
        foreach (string input in inputs)
        {
            if (_builder.Inputs.Contains(input))
                throw new ArgumentException($"Two inputs have the name '{input}'.", nameof(inputs));
            try
            {
                _ = _builder.Input(input ?? "");
            }
            catch (ProgramException exception)
            {
                throw new ArgumentException(exception.Message, nameof(inputs), exception);
            }
        }
    }

    private void ReadHead()
    {
        int end = _tokens.FindIndex(token => token.Is(")"));
        if (!Current.Is("(") || end < 0 || end + 1 == _tokens.Count || !_tokens[end + 1].Is("->"))
            return;
        var (first, names) = (Take(), new List<string>());
        while (!Current.Is(")"))
        {
            var name = Take();
            if (name.Kind != TokenKind.Name)
                throw Unexpected(name, "The name of an input");
            if (names.Contains(name.Text))
                throw Error(name.Start, $"Two inputs have the name '{name.Text}'");
            names.Add(name.Text);
            if (names.Count > FunctionProgram.MostInputs)
                throw Error(name.Start, $"There are more than {FunctionProgram.MostInputs} inputs");
            if (!_hasFixedInputs)
                _ = Try(name.Start, () => _builder.Input(name.Text));
            if (!Current.Is(")"))
                Expect(",", "',' or ')'");
        }

        if (_hasFixedInputs && !names.SequenceEqual(_builder.Inputs))
            throw Error(first.Start, $"The text has the inputs {Listed(names)}, its reader asks for {Listed(_builder.Inputs)}");
        _hasFixedInputs = true;
        Advance();
        Advance();
    }

    private FunctionProgram ReadStatements()
    {
        for (int i = _at; i + 1 < _tokens.Count; i++)
        {
            if (_tokens[i].Kind == TokenKind.Name && _tokens[i + 1].Is("=") && (i == _at || EndsStatement(_tokens[i - 1])))
                _ = _assignments.TryAdd(_tokens[i].Text, _tokens[i].Start);
        }

        SkipEnds();
        if (Current.Kind == TokenKind.End)
            throw Error(Current.Start, "There is no formula: an expression is expected, or name = expression");
        int first = Current.Start;
        while (Current.Kind != TokenKind.End)
        {
            if (Current.Kind != TokenKind.Name || Next.Kind != TokenKind.Symbol)
                return ReadResults();
            if (Advice.IsAugmented(Next.Text))
                throw Error(Next.Start, Advice.OnAugmented(Current.Text, Next.Text));
            if (!Next.Is("="))
                return ReadResults();
            ReadAssignment();
        }

        // The last one at least.
        Result[] results = [.. _variables.Where(variable => !variable.Value.IsRead).OrderBy(variable => variable.Value.Start)
            .Select(variable => new Result(variable.Key, variable.Value.Value, variable.Value.Start))];
        return Build(first, results);
    }

    private void ReadAssignment()
    {
        var name = Take();
        Advance();
        var value = ReadExpression();
        EndStatement();
        _variables[name.Text] = new(value.Value, name.Start, IsRead: false);
        SkipEnds();
    }

    private FunctionProgram ReadResults()
    {
        var first = Current;
        List<Expression> results = [];
        bool isInParentheses = IsTuple();
        if (isInParentheses)
            Advance();
        do
        {
            results.Add(ReadExpression());
        }
        while (TryTake(",") && !EndsStatement(Current) && !Current.Is(")"));
        if (isInParentheses)
            Expect(")", "',' or ')'");
        EndStatement();
        SkipEnds();
        if (Current.Kind != TokenKind.End)
            throw Error(first.Start, "Only the last statement may be without a name: write name = expression");

        // What was meant to go on with the line before would silently take its place.
        if ((first.Is("+") || first.Is("-")) && _variables.FirstOrDefault(variable => !variable.Value.IsRead).Key is { } lost)
        {
            string what = $"A line that begins with '{first.Text}' is an expression of its own";
            throw Error(first.Start, $"{what}, without '{lost}': parentheses join lines");
        }

        string[] names = [.. results.Select((result, i) => result.Name ?? (results.Count == 1 ? "y" : $"y{i}"))];
        if (names.Distinct().Count() < names.Length)
            names = [.. names.Select((_, i) => $"y{i}")];
        return Build(first.Start, [.. results.Zip(names, (result, name) => new Result(name, result.Value, result.Start))]);
    }

    // Whether parentheses with a ',' in them are all of a statement.
    private bool IsTuple()
    {
        int depth = 0;
        bool hasComma = false;
        for (int i = _at; Current.Is("(") && i + 1 < _tokens.Count; i++)
        {
            depth += _tokens[i].Is("(") ? 1 : _tokens[i].Is(")") ? -1 : 0;
            hasComma |= depth == 1 && _tokens[i].Is(",");
            if (depth == 0)
                return hasComma && EndsStatement(_tokens[i + 1]);
        }

        return depth > 0 && hasComma;
    }

    private FunctionProgram Build(int position, Result[] results)
    {
        if (results.Length > FunctionProgram.MostOutputs)
            position = results[FunctionProgram.MostOutputs].Start;
        return Try(position, () => _builder.Build([.. results.Select(result => (result.Name, result.Value))]));
    }

    private T Try<T>(int position, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ProgramException exception)
        {
            throw Error(position, exception.Message.TrimEnd('.'));
        }
    }

    private FormatException Error(int position, string message) => _source.Error(position, message);

    private FormatException Unexpected(Token token, string expected)
    {
        // A word of another language is read as a name: what comes after it is not expected.
        bool isAfterName = _at > 0 && _tokens[_at - 1].Kind == TokenKind.Name;
        string? advice = Advice.OnWord(token.Text) ?? (isAfterName ? Advice.OnWord(_tokens[_at - 1].Text) : null);
        return Error(token.Start, advice ?? $"{expected} is expected, not {token}");
    }

    private Token Take()
    {
        var token = Current;
        Advance();
        return token;
    }

    private bool TryTake(string symbol)
    {
        bool isThere = Current.Is(symbol);
        if (isThere)
            Advance();
        return isThere;
    }

    private void Expect(string symbol, string expected)
    {
        if (!TryTake(symbol))
            throw Unexpected(Current, expected);
    }

    private void Advance()
    {
        _at = Math.Min(_at + 1, _tokens.Count - 1);
        CheckToken();
    }

    private void CheckToken()
    {
        if (Current.Kind == TokenKind.Error)
            throw Error(Current.Start, Current.Text);
    }

    private static bool EndsStatement(Token token) => token.Kind is TokenKind.LineEnd or TokenKind.End || token.Is(";");

    private void EndStatement()
    {
        if (Current.Is(","))
            throw Error(Current.Start, Advice.OnTuple);
        if (!EndsStatement(Current))
            throw Unexpected(Current, "An operator or the end of the statement");
    }

    private void SkipEnds()
    {
        while (EndsStatement(Current) && Current.Kind != TokenKind.End)
            Advance();
    }

    private static string Listed(IReadOnlyCollection<string> names) => names.Count == 0 ? "none"
        : string.Join(", ", names.Take(MostListed)) + (names.Count > MostListed ? ", …" : "");

    /// <summary>What has been assigned to a name.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Start">Where.</param>
    /// <param name="IsRead">Whether it has been read since.</param>
    private readonly record struct Variable(ProgramValue Value, int Start, bool IsRead);

    /// <summary>A result and where it is.</summary>
    private readonly record struct Result(string Name, ProgramValue Value, int Start);
}
