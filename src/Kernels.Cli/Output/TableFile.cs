namespace Kernels.Cli.Output;

/// <summary>A file of rows of numbers: a piece is written while the next is made.</summary>
internal sealed class TableFile : IDisposable
{
    private const int BufferBytes = 4 << 20;

    private readonly ITableFormat _format;
    private readonly OutputFile _file;
    private readonly long? _expected;
    private readonly byte[] _header;
    private byte[] _filling = new byte[BufferBytes];
    private byte[] _leaving = new byte[BufferBytes];
    private Task? _writing;

    /// <param name="destination">Where it goes.</param>
    /// <param name="format">What is written.</param>
    /// <param name="rows">How many rows it is going to have, if that is known: else the header is corrected at the end.</param>
    public TableFile(Destination destination, ITableFormat format, long? rows)
    {
        _format = format;
        _expected = rows;
        _header = format.Header(rows ?? 0);
        _file = OutputFile.Create(destination, rows is { } known ? format.FileSize(known) : 0);
    }

    public string Name => _file.Name;

    public long Length => _file.Length;

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows that fit into a buffer.</summary>
    public int RowsAtATime => BufferBytes / _format.MaxBytesPerRow;

    /// <summary>Which files can be written, by the ending of the name.</summary>
    public static bool IsNpy(string name) => HasExtension(name, ".npy");

    /// <inheritdoc cref="IsNpy"/>
    public static bool IsCsv(string name) => HasExtension(name, ".csv");

    /// <summary>Writes rows, in their order. What goes wrong with a piece surfaces with a later one, or at the end.</summary>
    public void Write(ReadOnlySpan<ReadOnlyMemory<double>> columns, int count, CancellationToken token)
    {
        StartOnce();
        for (int first = 0; first < count; first += RowsAtATime)
        {
            token.ThrowIfCancellationRequested();
            int rows = Math.Min(count - first, RowsAtATime);
            int bytes = _format.Format(columns, first, rows, _filling);
            StartWriting(_filling, bytes);
            (_filling, _leaving) = (_leaving, _filling);
            Rows += rows;
        }
    }

    public void Complete()
    {
        StartOnce();
        FinishWriting();
        if (Rows != (_expected ?? 0) && !_header.AsSpan().SequenceEqual(_format.Header(Rows)))
            _file.WriteAgain(_format.Header(Rows));
        _file.Complete();
    }

    public void Dispose() => _file.Dispose();

    private static bool HasExtension(string name, string extension) =>
        string.Equals(Path.GetExtension(name), extension, StringComparison.OrdinalIgnoreCase);

    // By the job: a pipe waits for its reader.
    private void StartOnce()
    {
        if (_writing is null)
            StartWriting(_header, _header.Length);
    }

    private void StartWriting(byte[] buffer, int count)
    {
        FinishWriting();
        _writing = Task.Run(() => _file.Write(buffer, count), CancellationToken.None);
    }

    private void FinishWriting() => _writing?.GetAwaiter().GetResult();
}
