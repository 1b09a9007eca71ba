using System.Globalization;
using System.Linq.Expressions;
using System.Text;

namespace Kernels.Lambdas;

/// <summary>Expressions as C# writes them, for messages: cut where they are long or deep.</summary>
internal sealed class LambdaText
{
    private const int Longest = 100, Deepest = 24, DeepestType = 4;

    private readonly StringBuilder _text = new();

    private LambdaText()
    {
    }

    /// <summary>An expression.</summary>
    public static string Of(Expression expression)
    {
        var text = new LambdaText();
        text.Write(expression, 0, Deepest);
        return Cut(text._text.ToString());
    }

    /// <summary>What of a text a message shows.</summary>
    public static string Cut(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…");

    /// <summary>A value.</summary>
    public static string OfValue(object? value) => value switch
    {
        null => "null",
        true => "true",
        false => "false",
        string text => Cut($"\"{text}\""),
        char letter => $"'{letter}'",
        IFormattable number when LambdaArithmetic.IsNumber(number.GetType()) => number.ToString(null, CultureInfo.InvariantCulture),
        Enum or decimal => Cut(string.Create(CultureInfo.InvariantCulture, $"{value}")),
        _ => NameOf(value.GetType()),
    };

    /// <summary>A type.</summary>
    public static string NameOf(Type? type) => NameOf(type, DeepestType);

    private static string NameOf(Type? type, int depth)
    {
        if (depth == 0)
            return "…";
        if (type is null)
            return "a module";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return NameOf(underlying, depth) + "?";
        if (type.IsArray)
            return NameOf(type.GetElementType(), depth) + "[]";
        string? keyword = (type.IsEnum ? TypeCode.Empty : Type.GetTypeCode(type)) switch
        {
            TypeCode.Boolean => "bool",
            TypeCode.Char => "char",
            TypeCode.SByte => "sbyte",
            TypeCode.Byte => "byte",
            TypeCode.Int16 => "short",
            TypeCode.UInt16 => "ushort",
            TypeCode.Int32 => "int",
            TypeCode.UInt32 => "uint",
            TypeCode.Int64 => "long",
            TypeCode.UInt64 => "ulong",
            TypeCode.Single => "float",
            TypeCode.Double => "double",
            TypeCode.Decimal => "decimal",
            TypeCode.String => "string",
            _ => type == typeof(object) ? "object" : null,
        };
        if (keyword is not null)
            return keyword;
        int arity = type.Name.IndexOf('`', StringComparison.Ordinal);
        string arguments = string.Join(", ", type.GetGenericArguments().Take(8).Select(argument => NameOf(argument, depth - 1)));
        return Cut(arity < 0 ? type.Name : $"{type.Name[..arity]}<{arguments}>");
    }

    // Precedence: 0 within brackets, then ?:, the operators, and 20 for what is never bracketed. Depth: how many levels may follow.
    private void Write(Expression? expression, int precedence, int depth)
    {
        if (_text.Length > Longest)
            return;
        if (depth == 0)
        {
            _text.Append('…');
            return;
        }

        depth--;
        switch (expression)
        {
            case ParameterExpression parameter:
                _text.Append(Cut(parameter.Name ?? "_"));
                break;
            case ConstantExpression constant:
                _text.Append(OfValue(constant.Value));
                break;
            case BinaryExpression { NodeType: ExpressionType.ArrayIndex } index:
                Write(index.Left, 20, depth);
                List("[", [index.Right], "]", depth);
                break;
            case BinaryExpression binary when SymbolOf(binary.NodeType) is { Symbol: { } symbol, Precedence: var own }:
                Open(own < precedence);
                Write(binary.Left, own, depth);
                _text.Append(CultureInfo.InvariantCulture, $" {symbol} ");
                Write(binary.Right, own + 1, depth);
                Close(own < precedence);
                break;
            case ConditionalExpression choice:
                Open(precedence > 1);
                Write(choice.Test, 2, depth);
                _text.Append(" ? ");
                Write(choice.IfTrue, 1, depth);
                _text.Append(" : ");
                Write(choice.IfFalse, 1, depth);
                Close(precedence > 1);
                break;
            case UnaryExpression unary:
                Write(unary, precedence, depth);
                break;
            case MemberExpression member:
                Owner(member.Expression, member.Member.DeclaringType, depth);
                _text.Append(member.Member.Name);
                break;
            case MethodCallExpression { Object: { } list, Method.Name: "get_Item" } indexer:
                Write(list, 20, depth);
                List("[", indexer.Arguments, "]", depth);
                break;
            case MethodCallExpression call:
                Owner(call.Object, call.Method.DeclaringType, depth);
                List(call.Method.Name + "(", call.Arguments, ")", depth);
                break;
            case NewExpression { Members: { } members } anonymous:
                Pairs("new { ", members.Select(member => member.Name).Zip(anonymous.Arguments), depth);
                break;
            case NewExpression creation:
                List($"new {NameOf(creation.Type)}(", creation.Arguments, ")", depth);
                break;
            case NewArrayExpression array:
                List($"new {NameOf(array.Type)} {{ ", array.Expressions, " }", depth);
                break;
            case MemberInitExpression initializer:
                Write(initializer.NewExpression, 20, depth);
                Pairs(" { ", initializer.Bindings.OfType<MemberAssignment>().Select(item => (item.Member.Name, item.Expression)), depth);
                break;
            case InvocationExpression invocation:
                Write(invocation.Expression, 20, depth);
                List("(", invocation.Arguments, ")", depth);
                break;
            case LambdaExpression lambda:
                Open(precedence > 1);
                List("(", lambda.Parameters, ") => ", depth);
                Write(lambda.Body, 1, depth);
                Close(precedence > 1);
                break;
            case TypeBinaryExpression test:
                Write(test.Expression, 7, depth);
                _text.Append(CultureInfo.InvariantCulture, $" is {NameOf(test.TypeOperand)}");
                break;
            default:
                _text.Append(CultureInfo.InvariantCulture, $"[{expression?.NodeType}]");
                break;
        }
    }

    private void Write(UnaryExpression unary, int precedence, int depth)
    {
        // A conversion that loses nothing is not in the source as a rule.
        bool isConversion = unary.NodeType is ExpressionType.Convert or ExpressionType.ConvertChecked;
        if (unary.NodeType == ExpressionType.Quote || (isConversion && unary.Type == typeof(double)))
        {
            Write(unary.Operand, precedence, depth);
            return;
        }

        if (unary.NodeType == ExpressionType.ArrayLength)
        {
            Write(unary.Operand, 20, depth);
            _text.Append(".Length");
            return;
        }

        Open(precedence > 14);
        _text.Append(isConversion ? $"({NameOf(unary.Type)})" : unary.NodeType switch
        {
            ExpressionType.Negate or ExpressionType.NegateChecked => "-",
            ExpressionType.UnaryPlus => "+",
            ExpressionType.Not => unary.Type == typeof(bool) ? "!" : "~",
            ExpressionType.OnesComplement => "~",
            ExpressionType.Throw => "throw ",
            _ => $"[{unary.NodeType}] ",
        });
        Write(unary.Operand, 14, depth);
        Close(precedence > 14);
    }

    // A captured variable's owner, like an object's own, is not in the source.
    private void Owner(Expression? owner, Type? type, int depth)
    {
        if (owner is ConstantExpression { Value: not string })
            return;
        if (owner is null)
            _text.Append(NameOf(type));
        else
            Write(owner, 20, depth);
        _text.Append('.');
    }

    private void List(string open, IEnumerable<Expression> items, string close, int depth)
    {
        _text.Append(Cut(open));
        string separator = "";
        foreach (var item in items)
        {
            if (_text.Length > Longest)
                return;
            _text.Append(separator);
            Write(item, 0, depth);
            separator = ", ";
        }

        _text.Append(close);
    }

    private void Pairs(string open, IEnumerable<(string Name, Expression Value)> pairs, int depth) =>
        List(open, pairs.Select(pair => Expression.Assign(Expression.Variable(pair.Value.Type, pair.Name), pair.Value)), " }", depth);

    private void Open(bool isBracketed) => _text.Append(isBracketed ? "(" : "");

    private void Close(bool isBracketed) => _text.Append(isBracketed ? ")" : "");

    private static (string? Symbol, int Precedence) SymbolOf(ExpressionType type) => type switch
    {
        ExpressionType.Assign => ("=", 1),
        ExpressionType.Coalesce => ("??", 2),
        ExpressionType.OrElse => ("||", 3),
        ExpressionType.AndAlso => ("&&", 4),
        ExpressionType.Or => ("|", 5),
        ExpressionType.ExclusiveOr => ("^", 6),
        ExpressionType.And => ("&", 7),
        ExpressionType.Equal => ("==", 8),
        ExpressionType.NotEqual => ("!=", 8),
        ExpressionType.LessThan => ("<", 9),
        ExpressionType.LessThanOrEqual => ("<=", 9),
        ExpressionType.GreaterThan => (">", 9),
        ExpressionType.GreaterThanOrEqual => (">=", 9),
        ExpressionType.LeftShift => ("<<", 10),
        ExpressionType.RightShift => (">>", 10),
        ExpressionType.Add or ExpressionType.AddChecked => ("+", 11),
        ExpressionType.Subtract or ExpressionType.SubtractChecked => ("-", 11),
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => ("*", 12),
        ExpressionType.Divide => ("/", 12),
        ExpressionType.Modulo => ("%", 12),
        ExpressionType.Power => ("**", 13),
        _ => (null, 0),
    };
}
