using System.Linq.Expressions;
using System.Reflection;
using Kernels.Programs;

namespace Kernels.Cli.Formulas;

/// <summary>A formula as a loop over <see cref="Math"/>, compiled at run time: what a user has who writes it in C#.</summary>
internal static class MathLoop
{
    /// <summary>Powers up to here are written as products.</summary>
    private const int LargestProduct = 4;

    private static readonly Dictionary<Operator, MethodInfo> Methods = new()
    {
        [Operator.Abs] = Of(Math.Abs),
        [Operator.Sqrt] = Of(Math.Sqrt),
        [Operator.Floor] = Of(Math.Floor),
        [Operator.Ceiling] = Of(Math.Ceiling),
        [Operator.Truncate] = Of(Math.Truncate),
        [Operator.Round] = Of(Math.Round),
        [Operator.Min] = Of(Math.Min),
        [Operator.Max] = Of(Math.Max),
        [Operator.CopySign] = Of(Math.CopySign),
        [Operator.FusedMultiplyAdd] = ((Func<double, double, double, double>)Math.FusedMultiplyAdd).Method,
        [Operator.Sin] = Of(Math.Sin),
        [Operator.Cos] = Of(Math.Cos),
        [Operator.Exp] = Of(Math.Exp),
        [Operator.Exp2] = Of(double.Exp2),
        [Operator.Exp10] = Of(double.Exp10),
        [Operator.ExpM1] = Of(double.ExpM1),
        [Operator.Log] = Of((Func<double, double>)Math.Log),
        [Operator.Log2] = Of(Math.Log2),
        [Operator.Log10] = Of(Math.Log10),
        [Operator.LogP1] = Of(double.LogP1),
        [Operator.Pow] = Of(Math.Pow),
        [Operator.Hypot] = Of(double.Hypot),
        [Operator.Cbrt] = Of(Math.Cbrt),
    };

    /// <summary>The loop over the first so many elements of an input and two results.</summary>
    public delegate void Loop(double[] t, double[] x, double[] y, int count);

    /// <summary>Compiles a function of one input with two results.</summary>
    public static Loop Compile(FunctionProgram program)
    {
        ParameterExpression t = Expression.Parameter(typeof(double[])), x = Expression.Parameter(typeof(double[]));
        ParameterExpression y = Expression.Parameter(typeof(double[])), count = Expression.Parameter(typeof(int));
        ParameterExpression i = Expression.Variable(typeof(int)), argument = Expression.Variable(typeof(double));
        var body = new Body(program, argument);
        LabelTarget end = Expression.Label();
        Expression results = Expression.Block(
            body.Variables,
            [
                Expression.Assign(argument, Expression.ArrayIndex(t, i)),
                .. body.Assignments,
                Expression.Assign(Expression.ArrayAccess(x, i), body.ValueOf(program.Results[0])),
                Expression.Assign(Expression.ArrayAccess(y, i), body.ValueOf(program.Results[1])),
                Expression.PreIncrementAssign(i),
            ]);
        Expression loop = Expression.Block(
            [i, argument],
            Expression.Assign(i, Expression.Constant(0)),
            Expression.Loop(Expression.IfThenElse(Expression.LessThan(i, count), results, Expression.Break(end)), end));
        return Expression.Lambda<Loop>(loop, t, x, y, count).Compile();
    }

    private static MethodInfo Of(Func<double, double> function) => function.Method;

    private static MethodInfo Of(Func<double, double, double> function) => function.Method;

    /// <summary>The values of a program: those that are read more than once are variables.</summary>
    private sealed class Body
    {
        private readonly Expression[] _values;

        public Body(FunctionProgram program, ParameterExpression argument)
        {
            int[] uses = new int[program.FirstOperation + program.Operations.Length];
            foreach (Operation operation in program.Operations)
            {
                for (int operand = 0; operand < Operators.Of(operation.Operator).Operands; operand++)
                    uses[operation[operand]]++;
            }

            foreach (int result in program.Results)
                uses[result]++;
            _values =
            [
                .. program.Inputs.Select(_ => argument),
                .. program.Constants.Select(constant => Expression.Constant(constant)),
                .. program.Operations.Select(_ => argument),
            ];
            for (int index = 0; index < program.Operations.Length; index++)
            {
                int value = program.FirstOperation + index;
                Expression made = Make(program.Operations[index]);
                if (uses[value] > 1)
                {
                    ParameterExpression variable = Expression.Variable(made.Type);
                    Variables.Add(variable);
                    Assignments.Add(Expression.Assign(variable, made));
                    made = variable;
                }

                _values[value] = made;
            }
        }

        public List<ParameterExpression> Variables { get; } = [];

        public List<Expression> Assignments { get; } = [];

        public Expression ValueOf(int value) => _values[value];

        private Expression Make(Operation operation)
        {
            Expression a = _values[operation.A], b = _values[operation.B], c = _values[operation.C];
            return operation.Operator switch
            {
                Operator.Add => Expression.Add(a, b),
                Operator.Subtract => Expression.Subtract(a, b),
                Operator.Multiply => Expression.Multiply(a, b),
                Operator.Divide => Expression.Divide(a, b),
                Operator.Negate => Expression.Negate(a),
                Operator.Less => Expression.LessThan(a, b),
                Operator.LessOrEqual => Expression.LessThanOrEqual(a, b),
                Operator.Equal => Expression.Equal(a, b),
                Operator.And => Expression.AndAlso(a, b),
                Operator.Or => Expression.OrElse(a, b),
                Operator.Not => Expression.Not(a),
                Operator.Select => Expression.Condition(a, b, c),
                Operator.IntegerPower => Power(a, b),
                _ => Call(operation.Operator, a, b, c),
            };
        }

        private static MethodCallExpression Call(Operator operation, Expression a, Expression b, Expression c)
        {
            Expression[] operands = [a, b, c];
            return Expression.Call(Methods[operation], operands[..Operators.Of(operation).Operands]);
        }

        private Expression Power(Expression x, Expression exponent)
        {
            if (((ConstantExpression)exponent).Value is not double n || n is < 2 or > LargestProduct)
                return Call(Operator.Pow, x, exponent, exponent);
            if (x is not ParameterExpression factor)
            {
                factor = Expression.Variable(typeof(double));
                Variables.Add(factor);
                return Expression.Block(Expression.Assign(factor, x), Product(factor, (int)n));
            }

            return Product(factor, (int)n);
        }

        private static Expression Product(ParameterExpression factor, int count) =>
            Enumerable.Repeat<Expression>(factor, count).Aggregate(Expression.Multiply);
    }
}
