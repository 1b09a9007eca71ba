using System.Buffers.Binary;
using Kernels.Cli.Formulas;

namespace Kernels.Cli.Input;

/// <summary>An array in NumPy's file format: records, or rows of numbers, in either order.</summary>
internal sealed class NpySource : ITableSource
{
    private readonly InputStream _stream;
    private readonly NpyHeader _header;
    private NpyColumn[] _columns = [];
    private byte[] _buffer = [];
    private long _row;

    /// <param name="stream">The file.</param>
    /// <param name="names">The columns' names, if the file has none.</param>
    public NpySource(InputStream stream, string[]? names)
    {
        _stream = stream;
        _header = NpyHeader.Read(stream);
        Names = NamesOf(_header.Columns, names);
        if (!_header.IsByRows && !stream.CanSeek)
            throw new InputException(File, "its columns lie one after the other (fortran_order): a pipe cannot be read so");
    }

    public string File => _stream.File;

    public IReadOnlyList<string> Names { get; }

    public long? Rows => _header.Rows;

    public long Length => _stream.Length;

    public long Position => _stream.Position;

    public void Select(IReadOnlyList<int> columns)
    {
        _columns = [.. columns.Select(column => _header.Columns[column])];
        foreach (var (place, column) in _columns.Index())
        {
            if (column.IsReadable)
                continue;
            string subject = Names[columns[place]] is { Length: > 0 } name ? $"column '{Nearest.Shown(name)}'" : "it";
            string readable = string.Join(", ", NpyColumn.Readable);
            throw new InputException(File, $"{subject} is of type {Nearest.Shown(column.Type)}; {readable} are read");
        }
    }

    public int Read(double[][] columns, int most)
    {
        int rows = (int)Math.Min(most, _header.Rows - _row);
        if (_header.IsByRows)
            ReadRows(columns, rows);
        else
            ReadColumns(columns, rows);
        _row += rows;
        return rows;
    }

    public void Dispose() => _stream.Dispose();

    private string[] NamesOf(NpyColumn[] columns, string[]? names)
    {
        bool hasNames = columns.All(column => column.Name is not null);
        int count = columns.Length;
        if (hasNames)
        {
            string[] own = [.. columns.Select(column => column.Name!)];
            return names is null
                ? own
                : throw new UsageException($"--columns is for files without names, and {File} has names; {Nearest.List(own)}");
        }

        // Alone it needs none.
        names ??= count == 1
            ? [""]
            : throw new UsageException($"{File} has {count} columns without names: --columns names them, such as --columns t,x");
        return names.Length == count
            ? names
            : throw new UsageException($"--columns must name {count} columns for {File}, not {names.Length}");
    }

    private void ReadRows(double[][] columns, int rows)
    {
        long stride = _header.Columns is [var any, ..] ? any.Stride : 0;
        for (int first = 0, some; first < rows; first += some)
        {
            some = (int)Math.Clamp((1 << 22) / Math.Max(stride, 1), 1, rows - first);
            Fetch(_stream.ReadNext, checked((int)(some * stride)), _row + first, stride);
            for (int i = 0; i < columns.Length; i++)
                Convert(_columns[i], _buffer.AsSpan((int)_columns[i].Offset), (int)stride, columns[i].AsSpan(first, some));
        }
    }

    private void ReadColumns(double[][] columns, int rows)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            NpyColumn column = _columns[i];
            long place = _header.Start + column.Offset + (_row * column.Stride);
            Fetch((buffer, count) => _stream.ReadAt(place, buffer, count), rows * column.Width, _row, column.Width);
            Convert(column, _buffer, column.Width, columns[i].AsSpan(0, rows));
        }
    }

    private void Fetch(Func<byte[], int, int> read, int bytes, long firstRow, long stride)
    {
        if (_buffer.Length < bytes)
            _buffer = new byte[bytes];
        int count = read(_buffer, bytes);
        if (count < bytes)
            throw new InputException(File, $"it ends in row {firstRow + (count / stride) + 1} of {_header.Rows}");
    }

    private static void Convert(NpyColumn column, ReadOnlySpan<byte> source, int stride, Span<double> destination)
    {
        Func<ReadOnlySpan<byte>, double> number = NumberOf(column);
        for (int i = 0; i < destination.Length; i++)
            destination[i] = number(source[(i * stride)..]);
    }

    private static Func<ReadOnlySpan<byte>, double> NumberOf(NpyColumn column) => (column.Type, column.IsBigEndian) switch
    {
        ("f8", false) => BinaryPrimitives.ReadDoubleLittleEndian,
        ("f8", true) => BinaryPrimitives.ReadDoubleBigEndian,
        ("f4", false) => source => BinaryPrimitives.ReadSingleLittleEndian(source),
        ("f4", true) => source => BinaryPrimitives.ReadSingleBigEndian(source),
        ("f2", false) => source => (double)BinaryPrimitives.ReadHalfLittleEndian(source),
        ("f2", true) => source => (double)BinaryPrimitives.ReadHalfBigEndian(source),
        ("i8", false) => source => BinaryPrimitives.ReadInt64LittleEndian(source),
        ("i8", true) => source => BinaryPrimitives.ReadInt64BigEndian(source),
        ("u8", false) => source => BinaryPrimitives.ReadUInt64LittleEndian(source),
        ("u8", true) => source => BinaryPrimitives.ReadUInt64BigEndian(source),
        ("i4", false) => source => BinaryPrimitives.ReadInt32LittleEndian(source),
        ("i4", true) => source => BinaryPrimitives.ReadInt32BigEndian(source),
        ("u4", false) => source => BinaryPrimitives.ReadUInt32LittleEndian(source),
        ("u4", true) => source => BinaryPrimitives.ReadUInt32BigEndian(source),
        ("i2", false) => source => BinaryPrimitives.ReadInt16LittleEndian(source),
        ("i2", true) => source => BinaryPrimitives.ReadInt16BigEndian(source),
        ("u2", false) => source => BinaryPrimitives.ReadUInt16LittleEndian(source),
        ("u2", true) => source => BinaryPrimitives.ReadUInt16BigEndian(source),
        ("i1", _) => source => (sbyte)source[0],
        _ => source => source[0],
    };
}
