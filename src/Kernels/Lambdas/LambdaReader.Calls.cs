using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Kernels.Programs;

namespace Kernels.Lambdas;

/// <content>Calls, members and results.</content>
internal sealed partial class LambdaReader
{
    private const string OwnMethod =
        "Only methods of Math, double, Elementary and PureFunction can be read: make a PureFunction of what it computes, and Invoke that";

    private static readonly string Kernels = string.Join(
        ", ", Operators.All.Where(info => info.IsElementary).Select(info => info.Operator.ToString()).Order(StringComparer.Ordinal));

    private static bool IsLibrary(Type? type) =>
        type == typeof(Math) || type == typeof(double) || type == typeof(Elementary) || type == typeof(CorrectlyRounded);

    private Term ReadCall(MethodCallExpression call)
    {
        Term? target = call.Object is { } receiver ? Read(receiver) : null;
        Term[] arguments = Read(call.Arguments);
        var method = call.Method;
        bool isKnown = target is null or { IsKnown: true } && arguments.All(argument => argument.IsKnown);
        if (method.DeclaringType == typeof(PureFunction) && method.Name == nameof(PureFunction.Invoke))
            return Invoke(call, target.GetValueOrDefault(), arguments);
        bool isOfDoubles = target is null && IsLibrary(method.DeclaringType)
            && method.GetParameters().All(parameter => parameter.ParameterType == typeof(double));
        if (isOfDoubles && OfDoubles(call, arguments) is { } term)
            return term;
        return isKnown
            ? Compute(call, () => method.Invoke(target?.Known, [.. arguments.Select(argument => argument.Known)]))
            : throw Refused(call, WhyNoCall(method));
    }

    // The functions that programs have.
    private Term? OfDoubles(MethodCallExpression call, Term[] arguments)
    {
        var method = call.Method;
        if (method.DeclaringType == typeof(CorrectlyRounded) && _builder.Rounding != Rounding.Correct)
            return null;
        Term x = arguments[0], y = arguments.ElementAtOrDefault(1), z = arguments.ElementAtOrDefault(2);
        switch (method.Name)
        {
            case nameof(Math.Pow):
                return Power(call, x, y, method.DeclaringType != typeof(Elementary) || _builder.Rounding == Rounding.Correct);
            case nameof(Math.Clamp):
                return Apply(call, Operator.Min, Apply(call, Operator.Max, x, y), z);
            case nameof(double.IsNaN) when !x.IsKnown:
                return Not(Apply(call, Operator.Equal, x, x));
            case nameof(double.IsFinite) when !x.IsKnown:
                return Apply(call, Operator.Less, Apply(call, Operator.Abs, x), Of(double.PositiveInfinity));
            case nameof(double.IsInfinity) when !x.IsKnown:
                return Apply(call, Operator.Equal, Apply(call, Operator.Abs, x), Of(double.PositiveInfinity));
            case nameof(double.IsPositiveInfinity) when !x.IsKnown:
                return Apply(call, Operator.Equal, x, Of(double.PositiveInfinity));
            case nameof(double.IsNegativeInfinity) when !x.IsKnown:
                return Apply(call, Operator.Equal, x, Of(double.NegativeInfinity));
        }

        var info = Array.Find(Operators.All, info => info.IsCall && info.Operator.ToString() == method.Name);
        return info?.Operands == arguments.Length && info.Result == ValueKind.Number ? Apply(call, info.Operator, x, y, z) : null;
    }

    private Term Not(Term condition) => Of(_builder.Apply(Operator.Not, condition.Value));

    // The exact power, rounded, if the exponent is known and an integer; else, and where Elementary's is asked for by name, that.
    private Term Power(Expression expression, Term x, Term exponent, bool isExact)
    {
        bool isInteger = exponent.Known is double number && double.IsInteger(number) && Math.Abs(number) <= FunctionProgram.LargestExponent;
        return isExact && isInteger
            ? Apply(expression, Operator.IntegerPower, x, Of(0.0 + (double)exponent.Known!))
            : Apply(expression, Operator.Pow, x, exponent);
    }

    private Term Invoke(MethodCallExpression call, Term target, Term[] arguments)
    {
        if (target.Known is not PureFunction { Program: var program })
            throw Refused(call, "The function is null");
        if (program.Outputs.Length != 1)
            throw Refused(call, $"The function has {program.Outputs.Length} results; a part of another one has one");
        if (program.Inputs.Length != arguments.Length)
            throw Refused(call, $"Of the function's {program.Inputs.Length} inputs the call gives {arguments.Length}");

        if (program.Rounding != _builder.Rounding)
            throw Refused(call, $"The function is made with Rounding.{program.Rounding}, this one with Rounding.{_builder.Rounding}");
        ProgramValue value = _builder.Replay(program, [.. arguments.Select(argument => Number(call, argument))])[0];
        return arguments.All(argument => argument.IsKnown) ? Of(_builder.ConstantOf(value)) : Of(value);
    }

    private static string WhyNoCall(MethodInfo method)
    {
        if (method.DeclaringType == typeof(MathF))
            return "MathF computes in float, a function in double: write Math";
        if (method.DeclaringType == typeof(PureFunction))
            return "Of the methods of PureFunction, Invoke alone can be given what depends on a parameter";
        if (!IsLibrary(method.DeclaringType) || !method.IsStatic)
            return OwnMethod;
        return (method.Name, method.GetParameters().Length) switch
        {
            (nameof(Math.SinCos), _) => "Write Sin and Cos: of the same argument they are computed together",
            (_, _) when method.DeclaringType == typeof(CorrectlyRounded) =>
                "The function is made with Rounding.Declared: write Math, or ask for Rounding.Correct, which is this for all functions",
            (nameof(Math.Log), 2) => "Write Math.Log(x) / Math.Log(b), or Log2 or Log10",
            (nameof(Math.Round), > 1) =>
                "Only Math.Round(x), to the nearest integer, ties to even, is an operation. For digits write Math.Round(x * 100) / 100",
            (nameof(Math.Sign), _) => "Write x > 0 ? 1 : x < 0 ? -1 : 0",
            (nameof(double.RootN), _) => "Write Math.Sqrt, Math.Cbrt or Math.Pow(x, 1.0 / n)",
            (nameof(double.IsNegative) or nameof(double.IsPositive), _) =>
                "The sign of NaN is not the same everywhere. Write x < 0, or Math.CopySign(1, x) < 0, which sees that of a zero too",
            (nameof(Math.IEEERemainder), _) => "Write x - Math.Round(x / y) * y",
            _ => $"There is no kernel for {method.Name}. There are those of {Kernels}, beside Abs, Sqrt, Floor, Ceiling, Truncate, Round, "
                + "Min, Max, Clamp, CopySign and FusedMultiplyAdd",
        };
    }

    private Term ReadMember(MemberExpression access)
    {
        Term? target = access.Expression is { } owner ? Read(owner) : null;
        if (target is { IsKnown: false })
        {
            string advice = access.Expression is MethodCallExpression { Method: { Name: nameof(Math.SinCos) } method }
                ? WhyNoCall(method) : $"A member of what depends on a parameter cannot be read. {Allowed}";
            throw Refused(access, advice);
        }

        // A value that may be missing is the value itself, or null.
        bool isNullable = access.Expression is { Type: var type } && Nullable.GetUnderlyingType(type) is not null;
        return Compute(access, () => access.Member switch
        {
            FieldInfo field => field.GetValue(target?.Known),
            { Name: nameof(Nullable<>.HasValue) } when isNullable => target?.Known is not null,
            { Name: nameof(Nullable<>.Value) } when isNullable =>
                target?.Known ?? throw new InvalidOperationException("There is no value."),
            PropertyInfo property => property.GetValue(target?.Known),
            _ => throw new NotSupportedException("This is no field and no property."),
        });
    }

    private Term ReadNew(NewExpression creation)
    {
        Term[] arguments = Read(creation.Arguments);
        return creation.Constructor is { } constructor && arguments.All(argument => argument.IsKnown)
            ? Compute(creation, () => constructor.Invoke([.. arguments.Select(argument => argument.Known)]))
            : throw Refused(creation, "An object can only be the lambda's result");
    }

    private Term ReadInvocation(InvocationExpression invocation)
    {
        if (invocation.Expression is LambdaExpression)
            throw Refused(invocation, WhyNot(invocation.Expression));
        Term target = Read(invocation.Expression);
        Term[] arguments = Read(invocation.Arguments);
        return target is { IsKnown: true, Known: Delegate function } && arguments.All(argument => argument.IsKnown)
            ? Compute(invocation, () => function.DynamicInvoke([.. arguments.Select(argument => argument.Known)]))
            : throw Refused(
                invocation, "A delegate is compiled code, which cannot be read: make a PureFunction of its lambda, and Invoke that");
    }

    // A number, a condition, or some of them as a constructor's arguments.
    private (string Name, ProgramValue Value)[] ReadResults(Expression body)
    {
        if (body is NewExpression creation)
        {
            if (creation.Members is not null)
                throw Refused(body, "An anonymous type cannot be a result: write new ValueTuple<double, double>(x, y) or a record");
            var parameters = creation.Constructor?.GetParameters() ?? [];
            string?[] names = Array.ConvertAll(parameters, parameter => parameter.Name);
            return Results(creation, creation.Arguments, names, creation.Type.IsAssignableTo(typeof(ITuple)));
        }

        if (body is MethodCallExpression { Method: { Name: nameof(ValueTuple.Create), DeclaringType: var type } } call
            && (type == typeof(ValueTuple) || type == typeof(Tuple)))
        {
            return Results(call, call.Arguments, [], isTuple: true);
        }

        Term result = Read(body);
        if (body.Type == typeof(bool))
            return [("y", Condition(body, result))];
        return LambdaArithmetic.IsNumber(body.Type)
            ? [("y", Number(body, result))]
            : throw Refused(
                body, $"The result is of type {LambdaText.NameOf(body.Type)}; it must be a double, a condition, or made of doubles by the "
                + "constructor of a ValueTuple or a record: new ValueTuple<double, double>(x, y)");
    }

    private (string Name, ProgramValue Value)[] Results(
        Expression body, ReadOnlyCollection<Expression> arguments, ReadOnlySpan<string?> names, bool isTuple)
    {
        var results = new (string Name, ProgramValue Value)[arguments.Count];
        for (int i = 0; i < results.Length; i++)
        {
            Expression argument = arguments[i];
            string? own = isTuple ? null : names[i];
            string name = own ?? string.Create(CultureInfo.InvariantCulture, $"y{i}");
            if (argument.Type != typeof(double) && argument.Type != typeof(bool))
            {
                string type = LambdaText.NameOf(argument.Type);
                throw Refused(body, $"The result '{name}' is of type {type}; it must be a double or a condition");
            }

            Term result = Read(argument);
            results[i] = (name, argument.Type == typeof(bool) ? Condition(argument, result) : Number(argument, result));
        }

        return results.Length > 0 ? results : throw Refused(body, "It has no result");
    }
}
