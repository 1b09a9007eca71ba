using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Intrinsics;

namespace Kernels.Yardsticks.Calls;

/// <summary>Loops over .NET's own functions, by name, as one would write them: compiled, with the function's call in the loop.</summary>
internal static class CompiledLoop
{
    private delegate void Loop<T>(T[] x, T[] y, T[] first, T[] second);

    /// <summary>
    /// The loop over a function of <see cref="Math"/>, or of the number's type where that has none; null if neither has it.
    /// </summary>
    public static Action? OverNumbers<T>(string name, Columns<T> columns) =>
        NumbersFunction<T>(name) is { } function ? Bind(columns, (Numbers<T>(function), 1)) : null;

    /// <summary>The loop over a function of <see cref="Vector512"/>, with the remainder through that of numbers.</summary>
    public static Action? OverVectors<T>(string name, Columns<T> columns)
    {
        MethodInfo? function = Function(typeof(Vector512), typeof(Vector512<T>), name);
        return function is not null && NumbersFunction<T>(name) is { } ofNumbers
            ? Bind(columns, (Vectors<T>(function), Vector512<T>.Count), (Numbers<T>(ofNumbers), 1))
            : null;
    }

    /// <summary>That function of numbers itself.</summary>
    public static MethodInfo? NumbersFunction<T>(string name) =>
        Function(typeof(T) == typeof(double) ? typeof(Math) : typeof(MathF), typeof(T), name) ?? Function(typeof(T), typeof(T), name);

    // Of one argument, or of two.
    private static MethodInfo? Function(Type type, Type argument, string name) =>
        MethodFinder.Find(type, name, [argument]) ?? MethodFinder.Find(type, name, [argument, argument]);

    private static Step Numbers<T>(MethodInfo function) =>
        new(function, Expression.ArrayIndex, (array, i, value) => Expression.Assign(Expression.ArrayAccess(array, i), value));

    private static Step Vectors<T>(MethodInfo function)
    {
        Type[] place = [typeof(T[]), typeof(int)];
        var create = MethodFinder.Find(typeof(Vector512), nameof(Vector512.Create), place, typeof(T))!;
        var copyTo = MethodFinder.Find(typeof(Vector512), nameof(Vector512.CopyTo), [typeof(Vector512<T>), .. place], typeof(T))!;
        return new(
            function, (array, i) => Expression.Call(create, array, i), (array, i, value) => Expression.Call(copyTo, value, array, i));
    }

    // One loop after the other, from where the last has ended.
    private static Action Bind<T>(Columns<T> columns, params (Step Step, int Length)[] loops)
    {
        ParameterExpression[] arrays = [.. Enumerable.Range(0, 4).Select(_ => Expression.Parameter(typeof(T[])))];
        ParameterExpression i = Expression.Variable(typeof(int));
        var body = loops.Select(loop => While(
            Expression.LessThanOrEqual(i, Expression.Subtract(Expression.ArrayLength(arrays[0]), Expression.Constant(loop.Length))),
            Expression.Block(loop.Step.At(arrays, i), Expression.AddAssign(i, Expression.Constant(loop.Length)))));
        var compiled = Expression.Lambda<Loop<T>>(Expression.Block([i], body), arrays).Compile();
        var (x, y, first, second) = columns;
        return () => compiled(x, y, first, second);
    }

    private static LoopExpression While(Expression condition, Expression body)
    {
        var end = Expression.Label();
        return Expression.Loop(Expression.IfThenElse(condition, body, Expression.Break(end)), end);
    }

    /// <summary>The function at one place of the arrays, which are x, y and those of two results.</summary>
    private sealed record Step(
        MethodInfo Function,
        Func<Expression, Expression, Expression> Load,
        Func<Expression, Expression, Expression, Expression> Store)
    {
        public Expression At(ParameterExpression[] arrays, ParameterExpression i)
        {
            var arguments = Function.GetParameters().Select((_, number) => Load(arrays[number], i));
            Expression call = Expression.Call(Function, arguments);
            if (Function.GetParameters()[0].ParameterType == Function.ReturnType)
                return Store(arrays[2], i, call);
            var pair = Expression.Variable(Function.ReturnType);
            return Expression.Block(
                [pair],
                Expression.Assign(pair, call),
                Store(arrays[2], i, Expression.Field(pair, "Item1")),
                Store(arrays[3], i, Expression.Field(pair, "Item2")));
        }
    }
}
