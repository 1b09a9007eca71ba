namespace Kernels.Programs;

/// <content>Expressions.</content>
internal sealed partial class Parser
{
    /// <summary>Expressions within each other, which are methods within each other.</summary>
    public const int DeepestNesting = 200;

    private int _depth;

    private Expression ReadExpression()
    {
        Enter();
        var expression = ReadBinary(Precedence.Or);
        if (Current.Is("if"))
        {
            var token = Take();
            var condition = ReadBinary(Precedence.Or);
            Expect("else", "'else' with another expression");
            var other = ReadExpression();
            expression = new(Choose(token, condition, expression, other, "after 'if'"), expression.Start, other.End);
        }

        _depth--;
        return expression;
    }

    // By climbing: operators that bind at least so tightly, from the left.
    private Expression ReadBinary(Precedence least)
    {
        var left = ReadPrefix(least);
        Expression? middle = null;
        while (InfixOf(Current) is { } infix && Syntax.PrecedenceOf(infix) is var precedence && precedence >= least)
        {
            var token = Take();
            var right = ReadBinary(precedence + 1);
            ProgramValue value;
            if (precedence == Precedence.Comparison)
            {
                value = Compare(token, infix, Number(middle ?? left), Number(right));
                value = middle is null ? value : Apply(token, Operator.And, left.Value, value);
                middle = right;
            }
            else
            {
                string place = $"beside '{token.Text}'";
                value = precedence < Precedence.Comparison
                    ? Apply(token, infix, Condition(left, place), Condition(right, place))
                    : Apply(token, infix, Number(left), Number(right));
            }

            left = new(value, left.Start, right.End);
        }

        return left;
    }

    private static Operator? InfixOf(Token token) => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "or" => Operator.Or,
        "and" => Operator.And,
        "<" or ">" => Operator.Less,
        "<=" or ">=" => Operator.LessOrEqual,
        "==" or "!=" => Operator.Equal,
        "+" => Operator.Add,
        "-" => Operator.Subtract,
        "*" => Operator.Multiply,
        "/" => Operator.Divide,
        _ => null,
    };

    private ProgramValue Compare(Token token, Operator infix, ProgramValue a, ProgramValue b)
    {
        var value = token.Text[0] == '>' ? Apply(token, infix, b, a) : Apply(token, infix, a, b);
        return token.Text == "!=" ? Apply(token, Operator.Not, value) : value;
    }

    private Expression ReadPrefix(Precedence least)
    {
        var token = Current;
        if (token.Is("not"))
        {
            if (least > Precedence.Not)
                throw Error(token.Start, "Here 'not' stands in parentheses: (not c)");
            Advance();
            Enter();
            var operand = ReadBinary(Precedence.Not);
            _depth--;
            return new(Apply(token, Operator.Not, Condition(operand, "after 'not'")), token.Start, operand.End);
        }

        if (token.Is("-") || token.Is("+"))
        {
            Advance();
            Enter();
            var operand = ReadPrefix(Precedence.Sign);
            _depth--;
            bool isMinus = token.Text == "-";
            int? integer = operand.IsSigned ? null : isMinus ? -operand.Integer : operand.Integer;
            var value = isMinus ? Apply(token, Operator.Negate, Number(operand)) : Number(operand);
            return new(value, token.Start, operand.End, Integer: integer, IsSigned: true);
        }

        var factor = ReadAtom();
        if (!Current.Is("**"))
            return factor;
        token = Take();
        Enter();
        var exponent = ReadPrefix(Precedence.Sign);
        _depth--;
        return new(Power(token, factor, exponent), factor.Start, exponent.End);
    }

    // An exponent that is written as an integer is one.
    private ProgramValue Power(Token token, Expression x, Expression exponent) => exponent.Integer is { } integer
        ? Try(token.Start, () => _builder.Power(Number(x), integer))
        : Apply(token, Operator.Pow, Number(x), Number(exponent));

    private Expression ReadAtom()
    {
        var token = Current;
        Expression atom;
        if (TryTake("("))
        {
            var inner = ReadExpression();
            if (Current.Is(","))
                throw Error(Current.Start, Advice.OnTuple);
            atom = inner with { Start = token.Start, End = Current.End };
            Expect(")", "An operator or ')'");
        }
        else if (token.Kind == TokenKind.Name && Next.Is("("))
        {
            atom = ReadCall();
        }
        else
        {
            atom = new(ReadLeaf(token), token.Start, token.End, token.Kind == TokenKind.Name ? token.Text : null, IntegerOf(token));
            Advance();
        }

        return !Current.Is("(")
            ? atom
            : throw Error(Current.Start, "What is before this '(' is no function: for a product write '*' between them");
    }

    // An exponent that has products of its own is small.
    private static int? IntegerOf(Token token) =>
        token.IsInteger && token.Number <= FunctionProgram.LargestExponent ? (int)token.Number : null;

    private ProgramValue ReadLeaf(Token token)
    {
        if (token.Kind == TokenKind.Number)
            return Try(token.Start, () => _builder.Constant(token.Number));
        if (token.Is("True") || token.Is("False"))
            return _builder.Condition(token.Text == "True");
        if (token.Kind != TokenKind.Name)
            throw Unexpected(token, "An expression");
        if (Next.Is(".") && _tokens.ElementAtOrDefault(_at + 2) is { Kind: TokenKind.Name } attribute)
            throw Error(token.Start, Advice.OnAttribute(token.Text, attribute.Text));

        string name = token.Text;
        if (_variables.TryGetValue(name, out var variable))
        {
            _variables[name] = variable with { IsRead = true };
            return variable.Value;
        }

        if (_hasFixedInputs && _builder.Inputs.Contains(name))
            return _builder.Input(name);
        if (_assignments.ContainsKey(name))
        {
            string message = $"'{name}' is read before it is assigned: if it is an input, name the inputs at the beginning: ({name}) ->";
            throw Error(token.Start, message);
        }

        if (Syntax.ConstantOf(name) is { } constant)
            return Try(token.Start, () => _builder.Constant(constant));
        if (Operators.Find(name) is not null)
            throw Error(token.Start, $"'{name}' is a function: '(' is expected after it");
        return _hasFixedInputs ? throw Error(token.Start, OnUnknown(name)) : Try(token.Start, () => _builder.Input(name));
    }

    private string OnUnknown(string name)
    {
        string[] names = [.. _builder.Inputs, .. _variables.Keys.Except(_builder.Inputs)];
        string known = names.Length == 0 ? "no names are known here" : $"known here are {Listed(names)}";
        return Advice.OnWord(name) ?? (Advice.Nearest(name, [.. names, "pi", "tau", "inf", "nan"]) is { } nearest
            ? $"There is no '{name}', the nearest is '{nearest}'; {known}"
            : $"There is no '{name}'; {known}");
    }

    private Expression ReadCall()
    {
        var token = Take();
        Advance();
        if (Operators.Find(token.Text) is not { } info)
        {
            string name = token.Text;
            bool isValue = _assignments.ContainsKey(name) || _builder.Inputs.Contains(name) || Syntax.ConstantOf(name) is not null;
            throw Error(token.Start, isValue ? $"'{name}' is no function: for a product write {name}*(…)" : Advice.OnFunction(name));
        }

        List<Expression> arguments = [];
        while (!Current.Is(")"))
        {
            if (Current.Kind == TokenKind.Name && Next.Is("="))
                throw Error(Current.Start, "Arguments have no names here; to compare, write '=='");
            arguments.Add(ReadExpression());
            if (!Current.Is(")"))
                Expect(",", "An operator, ',' or ')'");
        }

        bool isOfMany = info.Operator is Operator.Min or Operator.Max;
        if (isOfMany ? arguments.Count < info.Operands : arguments.Count != info.Operands)
            throw Error(token.Start, Advice.OnArguments(info, arguments.Count));
        int end = Take().End;
        return new(Call(token, info, arguments), token.Start, end);
    }

    private ProgramValue Call(Token token, OperatorInfo info, List<Expression> arguments)
    {
        if (info.Operator == Operator.Select)
            return Choose(token, arguments[0], arguments[1], arguments[2], "as first argument of 'where'");
        if (info.Operator == Operator.Pow)
            return Power(token, arguments[0], arguments[1]);
        var values = arguments.ConvertAll(Number);
        return info.Operator is Operator.Min or Operator.Max
            ? values.Aggregate((a, b) => Apply(token, info.Operator, a, b))
            : Apply(token, info.Operator, values[0], values.ElementAtOrDefault(1), values.ElementAtOrDefault(2));
    }

    private ProgramValue Choose(Token token, Expression condition, Expression a, Expression b, string place)
    {
        var decides = Condition(condition, place);
        return Try(token.Start, () => _builder.Choose(decides, a.Value, b.Value));
    }

    private ProgramValue Number(Expression expression) =>
        Try(expression.Start, () => _builder.AsNumber(expression.Value));

    private ProgramValue Condition(Expression expression, string place)
    {
        if (_builder.KindOf(expression.Value) == ValueKind.Condition)
            return expression.Value;
        string text = _source.Text[expression.Start..expression.End];
        string shown = text.Length > 24 || text.AsSpan().IndexOfAny('\r', '\n') >= 0 ? "x" : text;
        throw Error(expression.Start, $"A condition is expected {place}, not a number: to ask whether it is not zero, write {shown} != 0");
    }

    private ProgramValue Apply(Token token, Operator operation, ProgramValue a, ProgramValue b = default, ProgramValue c = default) =>
        Try(token.Start, () => _builder.Apply(operation, a, b, c));

    private void Enter()
    {
        if (++_depth > DeepestNesting)
            throw Error(Current.Start, $"Expressions are more than {DeepestNesting} deep within each other: give names to parts");
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Error(Current.Start, "The thread's stack is too small for expressions so deep within each other: give names to parts");
    }

    /// <summary>What has been read.</summary>
    /// <param name="Value">Its value.</param>
    /// <param name="Start">Where it begins.</param>
    /// <param name="End">Where it has ended.</param>
    /// <param name="Name">The name, if it is nothing else.</param>
    /// <param name="Integer">The integer, if it is nothing else.</param>
    /// <param name="IsSigned">Whether it begins with a sign.</param>
    private readonly record struct Expression(
        ProgramValue Value, int Start, int End, string? Name = null, int? Integer = null, bool IsSigned = false);
}
