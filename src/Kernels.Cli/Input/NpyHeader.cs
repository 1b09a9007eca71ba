using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Kernels.Cli.Formulas;

namespace Kernels.Cli.Input;

/// <summary>A column of an .npy file.</summary>
/// <param name="Name">Its name; null if the file has none.</param>
/// <param name="Type">What its numbers are, as in "f8".</param>
/// <param name="IsBigEndian">Whether the first byte of a number is the highest.</param>
/// <param name="Offset">Where the first number is, after the description.</param>
/// <param name="Stride">Bytes from a number to that of the next row.</param>
internal sealed record NpyColumn(string? Name, string Type, bool IsBigEndian, long Offset, long Stride)
{
    /// <summary>The types that are read.</summary>
    public static readonly string[] Readable = ["f8", "f4", "f2", "i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1"];

    public bool IsReadable => Readable.Contains(Type);

    public int Width => Type[1] - '0';
}

/// <summary>What an .npy file says of itself, version 1, 2 or 3: numpy.lib.format.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">How many rows they have.</param>
/// <param name="Start">Where the data begins.</param>
/// <param name="IsByRows">Whether a row's numbers lie together.</param>
internal sealed record NpyHeader(NpyColumn[] Columns, long Rows, long Start, bool IsByRows)
{
    /// <summary>A longer description is none of NumPy's.</summary>
    private const long LongestDescription = 1 << 20;

    private static readonly byte[] Mark = [0x93, .. "NUMPY"u8];

    /// <summary>How such a file begins.</summary>
    public static ReadOnlySpan<byte> Magic => Mark;

    /// <exception cref="InputException">It cannot be read.</exception>
    public static NpyHeader Read(InputStream stream)
    {
        Need(stream, Magic.Length + 2);
        int version = stream.Rest[Magic.Length];
        if (version is < 1 or > 3)
            throw new InputException(stream.File, $"its version is {version}; 1 to 3 are read");
        stream.Use(Magic.Length + 2);
        int width = version == 1 ? sizeof(ushort) : sizeof(uint);
        Need(stream, width);
        long length = version == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(stream.Rest)
            : BinaryPrimitives.ReadUInt32LittleEndian(stream.Rest);
        stream.Use(width);
        if (length > LongestDescription)
            throw new InputException(stream.File, "its description is too long for one of NumPy's");
        Need(stream, (int)length);
        string text = (version == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(stream.Rest[..(int)length]);
        stream.Use((int)length);
        try
        {
            return Parse(text, stream.Position);
        }
        catch (FormatException exception)
        {
            throw new InputException(stream.File, exception.Message, exception);
        }
    }

    private static void Need(InputStream stream, int count)
    {
        while (stream.Rest.Length < count)
        {
            if (!stream.Fill())
                throw new InputException(stream.File, "it ends within its description");
        }
    }

    private static NpyHeader Parse(string text, long start)
    {
        if (PythonLiteral.Read(text) is not Dictionary<string, object?> description
            || description.GetValueOrDefault("shape") is not List<object?> shape || !shape.All(item => item is long and >= 0)
            || description.GetValueOrDefault("fortran_order") is not bool isFortran
            || !description.TryGetValue("descr", out object? type))
        {
            throw new FormatException("its description lacks what NumPy writes: descr, fortran_order and shape");
        }

        long[] lengths = [.. shape.Cast<long>()];
        string shown = $"({string.Join(", ", lengths)}{(lengths.Length == 1 ? "," : "")})";
        try
        {
            return (type, lengths) switch
            {
                (List<object?> fields, [long rows]) => new(Records(fields, rows), rows, start, true),
                (List<object?>, _) => throw new FormatException($"it has records of shape {shown}; one row after the other is read"),
                (string name, [long rows]) => new(Matrix(name, rows, 1, false), rows, start, true),
                (string name, [long rows, long columns and > 0 and <= ushort.MaxValue]) =>
                    new(Matrix(name, rows, columns, isFortran), rows, start, !isFortran || columns == 1),
                (string, _) => throw new FormatException($"its shape is {shown}; (rows,) and (rows, columns) are read"),
                _ => throw new FormatException("its type is not one that NumPy writes"),
            };
        }
        catch (OverflowException exception)
        {
            throw new FormatException($"its shape is {shown}, which is more than a file can hold", exception);
        }
    }

    private static NpyColumn[] Matrix(string type, long rows, long columns, bool isFortran)
    {
        long size = SizeOf(type);
        _ = checked(rows * columns * size);
        return [.. Enumerable.Range(0, (int)columns).Select(column => isFortran
            ? Column(null, type, column * rows * size, size)
            : Column(null, type, column * size, columns * size))];
    }

    private static NpyColumn[] Records(List<object?> fields, long rows)
    {
        List<(string Name, string Type, long Offset)> found = [];
        long size = 0;
        foreach (object? field in fields)
        {
            // A name may come with a title.
            if (field is not List<object?> parts || parts is not [var title, var type, ..])
                throw new FormatException("a field of its records is not one that NumPy writes");
            string name = title as string ?? ((title as List<object?>)?.LastOrDefault() as string) ?? "";
            long count = parts is [_, _, List<object?> lengths, ..] ? CountOf(lengths) : 1;
            bool isNumber = type is string && parts.Count == 2;
            if (name.Length > 0 || isNumber)
                found.Add((name, isNumber ? (string)type! : "records or arrays", size));
            size = checked(size + (count * SizeOf(type)));
        }

        _ = checked(rows * size);

        // What has no name is padding.
        return [.. found.Where(field => field.Name.Length > 0).Select(field => Column(field.Name, field.Type, field.Offset, size))];
    }

    private static NpyColumn Column(string? name, string type, long offset, long stride)
    {
        bool isOrdered = type[0] is '<' or '>' or '|' or '=';
        return new(name, isOrdered ? type[1..] : type, type[0] == '>', offset, stride);
    }

    // Of a type such as '<f8', '|S10', '<U3' (in characters of 4 bytes) or '<M8[ns]', or of records.
    private static long SizeOf(object? type)
    {
        if (type is List<object?> fields)
        {
            return fields.Sum(field => field is List<object?> and [_, var inner, .. var rest]
                ? checked(SizeOf(inner) * (rest is [List<object?> lengths] ? CountOf(lengths) : 1))
                : throw new FormatException("a field of its records is not one that NumPy writes"));
        }

        if (type is not string { Length: > 2 } name || !int.TryParse(Digits(name), CultureInfo.InvariantCulture, out int size)
            || size < 0 || name[1] == 'O')
        {
            throw new FormatException(type is string { Length: > 1 } text && text[1] == 'O'
                ? "it holds objects of Python, not numbers"
                : $"its type '{Nearest.Shown(type as string ?? "")}' is not known");
        }

        return name[1] == 'U' ? 4L * size : size;
    }

    private static long CountOf(List<object?> lengths) => lengths.Aggregate(1L, (n, length) => checked(n * (length as long? ?? 1)));

    private static string Digits(string type) => new([.. type.Skip(2).TakeWhile(char.IsAsciiDigit)]);
}
