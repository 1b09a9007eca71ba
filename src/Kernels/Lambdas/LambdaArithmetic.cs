using System.Globalization;
using System.Linq.Expressions;
using System.Numerics;

namespace Kernels.Lambdas;

/// <summary>Operators of C# on values that are known.</summary>
internal static class LambdaArithmetic
{
    /// <summary>Whether values of a type are numbers that a conversion to double takes as they are, but for rounding.</summary>
    public static bool IsNumber(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Double;

    /// <summary>Whether a double has every value of a type exactly.</summary>
    public static bool IsExactAsDouble(Type type) =>
        IsNumber(type) && Type.GetTypeCode(type) is not (TypeCode.Int64 or TypeCode.UInt64);

    /// <summary>A number as a double, if it is one.</summary>
    public static double? ToDouble(object? value) =>
        value is not null && IsNumber(value.GetType()) ? Convert<double>(value, isChecked: false) : null;

    /// <summary>What an operator with one operand gives.</summary>
    public static object? Compute(UnaryExpression unary, object? operand)
    {
        if (unary.NodeType is ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs)
            return Convert(unary, operand);
        return (unary.NodeType, operand) switch
        {
            (ExpressionType.Not, bool holds) => !holds,
            (ExpressionType.ArrayLength, Array array) => array.Length,
            (_, int value) => Compute(unary, value),
            (_, uint value) => Compute(unary, value),
            (_, long value) => Compute(unary, value),
            (_, ulong value) => Compute(unary, value),
            (ExpressionType.Negate or ExpressionType.NegateChecked, float value) => -value,
            (ExpressionType.UnaryPlus, float) => operand,
            _ => throw NotComputed(unary, unary.Operand.Type),
        };
    }

    /// <summary>What an operator with two operands gives.</summary>
    public static object? Compute(BinaryExpression binary, object? left, object? right) => (binary.NodeType, left, right) switch
    {
        (ExpressionType.ArrayIndex, Array array, int index) => array.GetValue(index),
        (ExpressionType.ArrayIndex, Array array, long index) => array.GetValue(index),
        (ExpressionType.LeftShift, int a, int count) => a << count,
        (ExpressionType.LeftShift, uint a, int count) => a << count,
        (ExpressionType.LeftShift, long a, int count) => a << count,
        (ExpressionType.LeftShift, ulong a, int count) => a << count,
        (ExpressionType.RightShift, int a, int count) => a >> count,
        (ExpressionType.RightShift, uint a, int count) => a >> count,
        (ExpressionType.RightShift, long a, int count) => a >> count,
        (ExpressionType.RightShift, ulong a, int count) => a >> count,
        (_, int a, int b) => OfIntegers(binary, a, b),
        (_, uint a, uint b) => OfIntegers(binary, a, b),
        (_, long a, long b) => OfIntegers(binary, a, b),
        (_, ulong a, ulong b) => OfIntegers(binary, a, b),
        (_, float a, float b) => OfNumbers(binary, a, b),
        (_, double a, double b) => OfNumbers(binary, a, b),
        (ExpressionType.And or ExpressionType.AndAlso, bool a, bool b) => a & b,
        (ExpressionType.Or or ExpressionType.OrElse, bool a, bool b) => a | b,
        (ExpressionType.ExclusiveOr, bool a, bool b) => a ^ b,
        (ExpressionType.Equal, bool a, bool b) => a == b,
        (ExpressionType.NotEqual, bool a, bool b) => a != b,
        (ExpressionType.Equal, _, _) when !binary.Left.Type.IsValueType => ReferenceEquals(left, right),
        (ExpressionType.NotEqual, _, _) when !binary.Left.Type.IsValueType => !ReferenceEquals(left, right),
        _ => throw NotComputed(binary, binary.Left.Type),
    };

    private static T Compute<T>(UnaryExpression unary, T value) where T : IBinaryInteger<T> => unary.NodeType switch
    {
        ExpressionType.Negate => -value,
        ExpressionType.NegateChecked => checked(-value),
        ExpressionType.UnaryPlus => value,
        ExpressionType.Not or ExpressionType.OnesComplement => ~value,
        _ => throw NotComputed(unary, typeof(T)),
    };

    private static object OfIntegers<T>(BinaryExpression binary, T a, T b) where T : IBinaryInteger<T> => binary.NodeType switch
    {
        ExpressionType.And => a & b,
        ExpressionType.Or => a | b,
        ExpressionType.ExclusiveOr => a ^ b,
        _ => OfNumbers(binary, a, b),
    };

    private static object OfNumbers<T>(BinaryExpression binary, T a, T b) where T : INumber<T> => binary.NodeType switch
    {
        ExpressionType.Add => a + b,
        ExpressionType.AddChecked => checked(a + b),
        ExpressionType.Subtract => a - b,
        ExpressionType.SubtractChecked => checked(a - b),
        ExpressionType.Multiply => a * b,
        ExpressionType.MultiplyChecked => checked(a * b),
        ExpressionType.Divide => a / b,
        ExpressionType.Modulo => a % b,
        ExpressionType.LessThan => a < b,
        ExpressionType.LessThanOrEqual => a <= b,
        ExpressionType.GreaterThan => a > b,
        ExpressionType.GreaterThanOrEqual => a >= b,
        ExpressionType.Equal => a == b,
        ExpressionType.NotEqual => a != b,
        _ => throw NotComputed(binary, typeof(T)),
    };

    private static object? Convert(UnaryExpression conversion, object? value)
    {
        Type to = Nullable.GetUnderlyingType(conversion.Type) ?? conversion.Type;
        bool isChecked = conversion.NodeType == ExpressionType.ConvertChecked;
        if (value is null)
            return conversion.Type == to && to.IsValueType ? throw new InvalidOperationException("There is no value.") : null;
        if (to.IsInstanceOfType(value))
            return value;
        if (conversion.NodeType == ExpressionType.TypeAs)
            return null;

        // An object each: without that, the type of all would be double.
        return (to.IsEnum ? TypeCode.Object : Type.GetTypeCode(to)) switch
        {
            TypeCode.Char => (object)Convert<char>(value, isChecked),
            TypeCode.SByte => Convert<sbyte>(value, isChecked),
            TypeCode.Byte => Convert<byte>(value, isChecked),
            TypeCode.Int16 => Convert<short>(value, isChecked),
            TypeCode.UInt16 => Convert<ushort>(value, isChecked),
            TypeCode.Int32 => Convert<int>(value, isChecked),
            TypeCode.UInt32 => Convert<uint>(value, isChecked),
            TypeCode.Int64 => Convert<long>(value, isChecked),
            TypeCode.UInt64 => Convert<ulong>(value, isChecked),
            TypeCode.Single => Convert<float>(value, isChecked),
            TypeCode.Double => Convert<double>(value, isChecked),
            _ => throw NotComputed(conversion, conversion.Operand.Type),
        };
    }

    private static T Convert<T>(object value, bool isChecked) where T : INumberBase<T> => value switch
    {
        double number => FromNumber<T>(number, isChecked),
        float number => FromNumber<T>(number, isChecked),
        ulong number => isChecked ? T.CreateChecked(number) : T.CreateTruncating(number),
        char number => isChecked ? T.CreateChecked(number) : T.CreateTruncating(number),
        IConvertible and not (bool or string or decimal or DateTime) => FromInteger<T>(
            System.Convert.ToInt64(value, CultureInfo.InvariantCulture), isChecked),
        _ => throw new InvalidCastException($"{LambdaText.OfValue(value)} is not a number."),
    };

    // C# goes to integers of fewer bits than 32 by way of an int.
    private static T FromNumber<T>(double number, bool isChecked) where T : INumberBase<T>
    {
        if (isChecked)
            return T.CreateChecked(number);
        return Unsafe.SizeOf<T>() < sizeof(int) ? T.CreateTruncating(int.CreateTruncating(number)) : T.CreateTruncating(number);
    }

    private static T FromInteger<T>(long number, bool isChecked) where T : INumberBase<T> =>
        isChecked ? T.CreateChecked(number) : T.CreateTruncating(number);

    private static NotSupportedException NotComputed(Expression expression, Type type) =>
        new($"'{expression.NodeType}' of {LambdaText.NameOf(type)} is not computed here.");
}
