using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Kernels.Programs;

namespace Kernels.Lambdas;

/// <summary>Makes a program of a lambda's expression tree.</summary>
/// <remarks>
/// <para>
/// What has no parameter in it is computed now, as C# would, and is a constant from then on: captured variables, fields, properties,
/// arithmetic of integers, calls of any method. Only arithmetic of doubles and the functions that programs have are computed by the
/// program's own operations, so that a lambda and a text with the same numbers are the same program. A condition that is known chooses as
/// in C#: what it leaves out is not read.
/// </para>
/// <para>What has a parameter in it becomes operations. Both sides of a choice are computed: they have no effects.</para>
/// <para>
/// The tree is only read: nothing is compiled, and of reflection there is what reads captured values and calls the methods that the tree
/// itself holds, which trimming and ahead-of-time compilation keep.
/// </para>
/// </remarks>
internal sealed partial class LambdaReader
{
    /// <summary>
    /// How deep expressions may be nested: a little more than a sum with as many operations as a program may have. Needs 1.3 MB
    /// of stack (measured, x64, before the compiler optimizes); where there is less, less is allowed.
    /// </summary>
    public const int DeepestNesting = 1100;

    private const string Allowed =
        "A lambda has its parameters, numbers and captured values, + - * /, comparisons, && || !, ?:, "
        + "the functions of Math and double that have a kernel, and Invoke of a PureFunction";

    private readonly ProgramBuilder _builder;
    private readonly Dictionary<ParameterExpression, ProgramValue> _parameters = [];

    // A tree made by hand may contain an expression many times.
    private readonly Dictionary<Expression, Term> _known = new(ReferenceEqualityComparer.Instance);
    private int _depth;

    private LambdaReader(Rounding rounding) => _builder = new(rounding);

    /// <summary>Reads a lambda.</summary>
    /// <exception cref="ArgumentException">It contains what is no operation of numbers: the message shows it.</exception>
    public static FunctionProgram Read(LambdaExpression lambda, Rounding rounding)
    {
        try
        {
            var reader = new LambdaReader(rounding);
            reader.ReadParameters(lambda);
            return reader._builder.Build(reader.ReadResults(lambda.Body));
        }
        catch (ProgramException problem)
        {
            throw new ArgumentException(problem.Message, nameof(lambda), problem.InnerException);
        }
    }

    private void ReadParameters(LambdaExpression lambda)
    {
        foreach (var parameter in lambda.Parameters)
        {
            string name = parameter.Name ?? "";
            if (parameter.Type != typeof(double) || parameter.IsByRef)
            {
                string type = (parameter.IsByRef ? "ref " : "") + LambdaText.NameOf(parameter.Type);
                throw new ProgramException($"The parameter '{name}' is of type {type}; all are of type double.");
            }

            if (!Names.IsName(name))
            {
                string reason = Names.Keywords.Contains(name)
                    ? "that is a word of formulas" : $"that is no name of letters, digits and '_', at most {FunctionProgram.LongestName}";
                throw new ProgramException($"The parameter '{LambdaText.Cut(name)}' names an input, but {reason}: rename it.");
            }

            if (_builder.Inputs.Contains(name))
                throw new ProgramException($"Two parameters have the name '{name}': give one of them another.");
            _parameters.Add(parameter, _builder.Input(name));
        }
    }

    /// <summary>What an expression is: a value that is known now, or an operation's.</summary>
    /// <param name="IsKnown">Whether it has no parameter in it.</param>
    /// <param name="Known">The value that is known.</param>
    /// <param name="Value">The operation's: a number, also for the integers among which a condition chooses, or a condition.</param>
    private readonly record struct Term(bool IsKnown, object? Known, ProgramValue Value);

    private Term Read(Expression expression)
    {
        if (_known.TryGetValue(expression, out Term known))
            return known;
        if (_depth == DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            string depth = _depth.ToString(CultureInfo.InvariantCulture);
            throw Refused(expression, $"This is within {depth} others, too deep: make a PureFunction of a part, and Invoke that");
        }

        _depth++;
        Term term = expression switch
        {
            ParameterExpression parameter => ReadParameter(parameter),
            ConstantExpression constant => Of(constant.Value),
            ConditionalExpression conditional => ReadConditional(conditional),
            BinaryExpression binary => ReadBinary(binary),
            UnaryExpression unary => ReadUnary(unary),
            MemberExpression member => ReadMember(member),
            MethodCallExpression call => ReadCall(call),
            NewExpression creation => ReadNew(creation),
            InvocationExpression invocation => ReadInvocation(invocation),
            _ => throw Refused(expression, WhyNot(expression)),
        };
        _depth--;
        _known.Add(expression, term);
        return term;
    }

    private Term[] Read(ReadOnlyCollection<Expression> expressions)
    {
        var terms = new Term[expressions.Count];
        for (int i = 0; i < terms.Length; i++)
            terms[i] = Read(expressions[i]);
        return terms;
    }

    private static Term Of(object? known) => new(IsKnown: true, known, default);

    private static Term Of(ProgramValue value) => new(IsKnown: false, null, value);

    // Of known numbers the result is known.
    private Term Apply(Expression expression, Operator operation, Term a, Term b = default, Term c = default)
    {
        int operands = Operators.Of(operation).Operands;
        ProgramValue first = Number(expression, a), second = operands > 1 ? Number(expression, b) : default;
        ProgramValue result = _builder.Apply(operation, first, second, operands > 2 ? Number(expression, c) : default);
        bool isKnown = a.IsKnown && (operands < 2 || b.IsKnown) && (operands < 3 || c.IsKnown);
        return isKnown ? Of(_builder.ConstantOf(result)) : Of(result);
    }

    private Term ReadParameter(ParameterExpression parameter) => _parameters.TryGetValue(parameter, out ProgramValue value)
        ? Of(value)
        : throw Refused(parameter, "This is no parameter of the lambda");

    private Term ReadConditional(ConditionalExpression choice)
    {
        Term test = Read(choice.Test);
        if (test.IsKnown)
            return Read(test.Known is true ? choice.IfTrue : choice.IfFalse);
        Term yes = Read(choice.IfTrue), no = Read(choice.IfFalse);
        if (choice.Type == typeof(bool))
            return Of(_builder.Choose(test.Value, Condition(choice, yes), Condition(choice, no)));
        return LambdaArithmetic.IsNumber(choice.Type)
            ? Of(_builder.Choose(test.Value, Number(choice, yes), Number(choice, no)))
            : throw Refused(choice, $"What is chosen is of type {LambdaText.NameOf(choice.Type)}; it must be a number or a condition");
    }

    private ProgramValue Number(Expression of, Term term)
    {
        if (!term.IsKnown)
            return term.Value;
        return LambdaArithmetic.ToDouble(term.Known) is { } number
            ? _builder.Constant(number)
            : throw Refused(of, $"A value in it is {LambdaText.OfValue(term.Known)}, which is no number");
    }

    private ProgramValue Condition(Expression of, Term term)
    {
        if (!term.IsKnown)
            return term.Value;
        return term.Known is bool holds
            ? _builder.Condition(holds)
            : throw Refused(of, $"A value in it is {LambdaText.OfValue(term.Known)}, which is no condition");
    }

    // What has no parameter in it, as C# computes it.
    private static Term Compute(Expression expression, Func<object?> compute)
    {
        try
        {
            return Of(compute());
        }
        catch (Exception thrown) when (thrown is not ProgramException)
        {
            var cause = thrown is TargetInvocationException { InnerException: { } inner } ? inner : thrown;
            throw new ProgramException(
                $"{LambdaText.Of(expression)}: this has no parameter in it, but computing it threw {cause.GetType().Name}: "
                + $"{LambdaText.Cut(cause.Message)} Compute it before the lambda, and use the result.", cause);
        }
    }

    private static ProgramException Refused(Expression expression, string reason) => new($"{LambdaText.Of(expression)}: {reason}.");

    private static string WhyNot(Expression expression) => expression switch
    {
        LambdaExpression => "A lambda within the lambda cannot be read: make a PureFunction of it before, and Invoke that",
        NewArrayExpression => "An array cannot be made in a lambda. As results write new ValueTuple<double, double>(x, y)",
        ListInitExpression or MemberInitExpression =>
            "Initializers cannot be read. As results write a constructor's call: new Point(x, y)",
        BlockExpression or LoopExpression or TryExpression or SwitchExpression or GotoExpression or LabelExpression =>
            $"Statements cannot be read. {Allowed}",
        _ => $"This is no operation of numbers. {Allowed}",
    };
}
