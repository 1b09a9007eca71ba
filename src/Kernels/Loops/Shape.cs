using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Kernels.Loops;

/// <summary>
/// Checks of lengths and overlap, before anything is written. They are inlined, for the sake of short arrays; what they throw is not.
/// </summary>
internal static unsafe class Shape
{
    /// <summary>Up to here every index is a double.</summary>
    private const long LargestIndex = 1L << 53;

    /// <summary>Throws unless the destination has room for every element of the input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckLength(int inputLength, int destinationLength, string destinationName)
    {
        if (destinationLength < inputLength)
            ThrowShort(inputLength, destinationLength, destinationName);
    }

    /// <summary>Throws unless two inputs are of the same length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckInputs(int length, int otherLength, string otherName)
    {
        if (length != otherLength)
            ThrowUnequal(length, otherLength, otherName);
    }

    /// <summary>Throws if the part that is written overlaps the input, unless both start at the same element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckInput<T>(T* input, T* destination, long count, string destinationName) where T : unmanaged
    {
        if (input != destination && Overlap(input, destination, count))
            Throw("The destination overlaps the input without starting at the same element.", destinationName);
    }

    /// <summary>Throws if the parts of two destinations that are written overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckDestinations<T>(T* first, T* second, long count, string secondName) where T : unmanaged
    {
        if (Overlap(first, second, count))
            Throw("The two destinations overlap.", secondName);
    }

    /// <summary>Throws if an index of a grid is no double.</summary>
    public static void CheckGrid(long first, int count)
    {
        if (first < -LargestIndex || first > LargestIndex - Math.Max(count - 1, 0))
            throw new ArgumentOutOfRangeException(nameof(first), first, "The indices must lie between −2⁵³ and 2⁵³.");
    }

    /// <summary>Throws if a result column overlaps another one, or an input that is not the same column.</summary>
    /// <param name="columns">The inputs, then the results.</param>
    /// <param name="inputs">How many are inputs.</param>
    /// <param name="count">Elements of a column.</param>
    /// <param name="names">What the caller calls the columns; else they are numbered.</param>
    public static void CheckColumns(ReadOnlySpan<RawColumn> columns, int inputs, long count, ReadOnlySpan<string> names = default)
    {
        for (int result = inputs; result < columns.Length; result++)
        {
            if (columns[result].Format is not (ColumnFormat.Double or ColumnFormat.Single))
                ThrowColumn(result, "is of a format for inputs only", names);
            if (columns[result].Stride == 0 && count > 1)
                ThrowColumn(result, "would keep one of its elements only: its stride is 0", names);
            for (int other = 0; other < result; other++)
            {
                bool isSame = other < inputs && AreSame(columns[other], columns[result]);
                if (!isSame && columns[other].Format != ColumnFormat.Grid && Overlap(columns[other], columns[result], count))
                    ThrowColumn(result, $"overlaps {NameOf(other, names)}", names);
            }
        }
    }

    /// <summary>Whether two columns are one: a call in place.</summary>
    public static bool AreSame(in RawColumn left, in RawColumn right) =>
        left.Address == right.Address && left.Stride == right.Stride && left.Format == right.Format;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Overlap<T>(T* left, T* right, long count) where T : unmanaged
    {
        // The distance, forwards or backwards, as an unsigned number.
        nuint bytes = (nuint)count * (nuint)sizeof(T);
        return (nuint)((byte*)left - (byte*)right) < bytes || (nuint)((byte*)right - (byte*)left) < bytes;
    }

    /// <summary>Whether elements may share bytes: where strides have a common divisor those of one may lie between the other's.</summary>
    public static bool Overlap(in RawColumn left, in RawColumn right, long count)
    {
        if (count == 0)
            return false;
        var (leftBegin, leftEnd) = Range(left, count);
        var (rightBegin, rightEnd) = Range(right, count);
        if (leftEnd <= rightBegin || rightEnd <= leftBegin)
            return false;
        var common = BigInteger.GreatestCommonDivisor(left.Stride, right.Stride);
        if (common.IsZero)
            return true;
        var distance = (((Int128)(nint)right.Address - (nint)left.Address) % (Int128)common + (Int128)common) % (Int128)common;
        return distance < left.Width || distance > (Int128)common - right.Width;
    }

    private static (Int128 Begin, Int128 End) Range(in RawColumn column, long count)
    {
        Int128 first = (nint)column.Address, last = first + ((Int128)column.Stride * (count - 1));
        return (Int128.Min(first, last), Int128.Max(first, last) + column.Width);
    }

    [DoesNotReturn]
    private static void ThrowShort(int inputLength, int destinationLength, string name) =>
        Throw($"The destination has room for {destinationLength} elements, the input has {inputLength}.", name);

    [DoesNotReturn]
    private static void ThrowUnequal(int length, int otherLength, string name) =>
        Throw($"The inputs have {length} and {otherLength} elements; they must have the same number.", name);

    [DoesNotReturn]
    private static void ThrowColumn(int column, string what, ReadOnlySpan<string> names) =>
        Throw($"The {NameOf(column, names)} {what}.", names.IsEmpty ? "columns" : "results");

    private static string NameOf(int column, ReadOnlySpan<string> names) =>
        names.IsEmpty ? string.Create(CultureInfo.InvariantCulture, $"column {column}") : $"column '{names[column]}'";

    [DoesNotReturn]
    private static void Throw(string message, string name) => throw new ArgumentException(message, name);
}
