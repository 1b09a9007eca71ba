using System.Linq.Expressions;
using System.Reflection;
using Kernels.Programs;

namespace Kernels.Lambdas;

/// <content>Operators and conversions.</content>
internal sealed partial class LambdaReader
{
    private const string Integers =
        "with a parameter in it, it is no arithmetic of doubles: write constants as 1.0, or convert them to double";

    private Term ReadBinary(BinaryExpression binary)
    {
        Term left = Read(binary.Left);
        switch (binary.NodeType)
        {
            // As in C#, what decides alone decides.
            case ExpressionType.AndAlso when left.IsKnown && binary.Method is null:
                return left.Known is true ? Read(binary.Right) : left;
            case ExpressionType.OrElse when left.IsKnown && binary.Method is null:
                return left.Known is true ? left : Read(binary.Right);
            case ExpressionType.Coalesce when left.IsKnown && binary.Conversion is null:
                return left.Known is null ? Read(binary.Right) : left;
            case ExpressionType.Power when binary.Method?.DeclaringType == typeof(Math):
                return Power(binary, left, Read(binary.Right), isExact: true);
        }

        Term right = Read(binary.Right);
        bool isKnown = left.IsKnown && right.IsKnown;
        if (binary.Method is { } method)
            return isKnown ? Compute(binary, () => method.Invoke(null, [left.Known, right.Known])) : throw Refused(binary, WhyNot(method));

        if (binary.Left.Type == typeof(double) && binary.Right.Type == typeof(double) && OperatorOf(binary.NodeType) is { } operation)
            return Apply(binary, operation, left, right);
        if (isKnown)
            return Compute(binary, () => LambdaArithmetic.Compute(binary, left.Known, right.Known));
        if (binary.Left.Type == typeof(bool) && binary.Right.Type == typeof(bool))
            return Of(OfConditions(binary, Condition(binary, left), Condition(binary, right)));
        if (LambdaArithmetic.IsExactAsDouble(binary.Left.Type))
            return OfNumbers(binary, left, right);
        bool isOfIntegers = LambdaArithmetic.IsNumber(binary.Left.Type);
        throw Refused(binary, isOfIntegers ? $"Of type {LambdaText.NameOf(binary.Left.Type)} and {Integers}" : WhyNot(binary));
    }

    // Comparisons hold of doubles and, since a double has them exactly, of the integers among which a condition chooses.
    private Term OfNumbers(BinaryExpression binary, Term left, Term right) => binary.NodeType switch
    {
        ExpressionType.LessThan => Apply(binary, Operator.Less, left, right),
        ExpressionType.LessThanOrEqual => Apply(binary, Operator.LessOrEqual, left, right),
        ExpressionType.Equal => Apply(binary, Operator.Equal, left, right),
        ExpressionType.GreaterThan => Apply(binary, Operator.Less, right, left),
        ExpressionType.GreaterThanOrEqual => Apply(binary, Operator.LessOrEqual, right, left),
        ExpressionType.NotEqual => Of(_builder.Apply(Operator.Not, Apply(binary, Operator.Equal, left, right).Value)),
        ExpressionType.Modulo when binary.Type == typeof(double) => throw Refused(
            binary, "There is no %: write x - Math.Floor(x / y) * y, or Math.Truncate for a remainder with x's sign"),
        _ when binary.Type == typeof(double) => throw Refused(binary, WhyNot(binary)),
        _ => throw Refused(binary, $"Of type {LambdaText.NameOf(binary.Type)} and {Integers}"),
    };

    private static Operator? OperatorOf(ExpressionType type) => type switch
    {
        ExpressionType.Add or ExpressionType.AddChecked => Operator.Add,
        ExpressionType.Subtract or ExpressionType.SubtractChecked => Operator.Subtract,
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => Operator.Multiply,
        ExpressionType.Divide => Operator.Divide,
        _ => null,
    };

    private ProgramValue OfConditions(BinaryExpression binary, ProgramValue left, ProgramValue right) => binary.NodeType switch
    {
        ExpressionType.AndAlso or ExpressionType.And => _builder.Apply(Operator.And, left, right),
        ExpressionType.OrElse or ExpressionType.Or => _builder.Apply(Operator.Or, left, right),
        ExpressionType.Equal => _builder.Choose(left, right, _builder.Apply(Operator.Not, right)),
        ExpressionType.NotEqual or ExpressionType.ExclusiveOr => _builder.Choose(left, _builder.Apply(Operator.Not, right), right),
        _ => throw Refused(binary, WhyNot(binary)),
    };

    private Term ReadUnary(UnaryExpression unary)
    {
        if (unary.NodeType is ExpressionType.Quote or ExpressionType.Throw || unary.Operand is null)
            throw Refused(unary, WhyNot(unary.Operand as LambdaExpression ?? (Expression)unary));
        Term operand = Read(unary.Operand);
        if (unary.Method is { } method)
            return operand.IsKnown ? Compute(unary, () => method.Invoke(null, [operand.Known])) : throw Refused(unary, WhyNot(method));

        Type from = unary.Operand.Type;
        return (unary.NodeType, operand.IsKnown) switch
        {
            (ExpressionType.Negate or ExpressionType.NegateChecked, _) when from == typeof(double) =>
                Apply(unary, Operator.Negate, operand),
            (ExpressionType.UnaryPlus, _) when from == typeof(double) => operand,
            (ExpressionType.Convert or ExpressionType.ConvertChecked, false) when from == unary.Type => operand,
            (_, true) => Compute(unary, () => LambdaArithmetic.Compute(unary, operand.Known)),
            (ExpressionType.Not, _) when from == typeof(bool) => Of(_builder.Apply(Operator.Not, operand.Value)),
            (ExpressionType.Convert or ExpressionType.ConvertChecked, _) when LambdaArithmetic.IsNumber(from) =>
                unary.Type == typeof(double) ? operand : throw Refused(unary, WhyNoCast(unary.Type)),
            (ExpressionType.Convert or ExpressionType.ConvertChecked, _) => throw Refused(unary, WhyNoCast(unary.Type)),
            _ when LambdaArithmetic.IsNumber(from) => throw Refused(unary, $"Of type {LambdaText.NameOf(from)} and {Integers}"),
            _ => throw Refused(unary, WhyNot(unary)),
        };
    }

    private static string WhyNot(MethodInfo method) =>
        $"This operator of {LambdaText.NameOf(method.DeclaringType)} is no operation of doubles. {Allowed}";

    private static string WhyNoCast(Type type)
    {
        string name = LambdaText.NameOf(type);
        if (type == typeof(float))
            return "The function computes in double: a cast to float would change the value";
        if (LambdaArithmetic.IsNumber(type))
            return $"The function computes in double: instead of a cast to {name} write Math.Truncate, Math.Floor or Math.Round";
        return $"The function computes in double: a conversion to {name} is no part of it";
    }
}
